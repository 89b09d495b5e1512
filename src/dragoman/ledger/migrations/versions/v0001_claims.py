"""Runs, articles, readings, claims and their parties."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Text()),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("finished", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("outlet", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("anchor", sa.Date()),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.String(64), nullable=False),
        sa.Column("extract", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("read_at", sa.String(32), nullable=False),
        sa.Column("closed_at", sa.String(32)),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_readings_run_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_readings_article_id"),
    )
    op.create_index("ix_readings_article_id", "readings", ["article_id"])
    op.create_index(
        "uq_readings_current",
        "readings",
        ["article_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "claims",
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text()),
        sa.Column("quad", sa.Integer()),
        sa.Column("status", sa.Text()),
        sa.Column("mutual", sa.Boolean(), nullable=False),
        sa.Column("when_start", sa.Date()),
        sa.Column("when_end", sa.Date()),
        sa.Column("evidence_start", sa.Integer(), nullable=False),
        sa.Column("evidence_end", sa.Integer(), nullable=False),
        sa.Column("evidence_text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("coder", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("serial", name="pk_claims"),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name="fk_claims_reading_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_claims_article_id"),
        sa.UniqueConstraint("reading_id", "id", name="uq_claims_reading_id"),
    )
    op.create_index("ix_claims_id", "claims", ["id"])
    op.create_index("ix_claims_article_id", "claims", ["article_id"])
    op.create_index("ix_claims_type_when", "claims", ["type", "when_start"])
    op.create_table(
        "claim_parties",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text()),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.String(3)),
        sa.Column("office_of", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "role", "position", name="pk_claim_parties"),
        sa.ForeignKeyConstraint(["claim"], ["claims.serial"], name="fk_claim_parties_claim"),
    )
    for name in ("key", "country", "office_of"):
        op.create_index(f"ix_claim_parties_{name}", "claim_parties", [name])
    op.create_table(
        "cached_articles",
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_cached_articles"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name="fk_cached_articles_article_id"
        ),
    )
