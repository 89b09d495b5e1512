"""The journal, facts and reviews, reprints and versions of articles; records lie packed."""

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.packed import pack

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _made()
    _articles()
    _readings()
    for table, key in (
        ("claims", "serial"),
        ("readings", "id"),
        ("cached_articles", "article_id"),
    ):
        _pack(table, key, "record")
    op.drop_column("claims", "evidence_text")


def _articles() -> None:
    for column in (
        sa.Column("own_origin", sa.Text(), nullable=False, server_default=""),
        sa.Column("agency", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("dispatch", sa.String(16), nullable=False, server_default=""),
        sa.Column("address", sa.Text()),
        sa.Column("previous", sa.String(16)),
        sa.Column("withdrawn", sa.Integer()),
        sa.Column("withdrawn_why", sa.Text()),
    ):
        op.add_column("articles", column)
    op.execute("UPDATE articles SET own_origin = origin, dispatch = id, address = url")
    _pack("articles", "id", "extract")
    op.create_index("ix_articles_dispatch", "articles", ["dispatch"])
    op.create_index("ix_articles_address", "articles", ["address"])


def _readings() -> None:
    """Every reading gets its place in the journal; one that followed another closed it."""
    op.add_column("readings", sa.Column("closed_why", sa.Text()))
    op.add_column("readings", sa.Column("opened", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("readings", sa.Column("closed", sa.Integer()))
    op.add_column("readings", sa.Column("anchor", sa.Date()))
    op.create_index("ix_readings_opened", "readings", ["opened"])
    op.create_index("ix_readings_closed", "readings", ["closed"])
    op.execute(
        "UPDATE readings SET anchor ="
        " (SELECT anchor FROM articles WHERE articles.id = readings.article_id)"
    )
    connection = op.get_bind()
    rows = connection.execute(
        sa.text("SELECT id, article_id, read_at FROM readings ORDER BY id")
    ).all()
    moment = ""
    before: dict[str, int] = {}
    for seq, (reading, article, read_at) in enumerate(rows, start=1):
        moment = max(moment, read_at)
        connection.execute(
            sa.text("INSERT INTO journal VALUES (:seq, :at, 'reading', :ref)"),
            {"seq": seq, "at": moment, "ref": str(reading)},
        )
        connection.execute(
            sa.text("UPDATE readings SET opened = :seq WHERE id = :id"),
            {"seq": seq, "id": reading},
        )
        if article in before:
            connection.execute(
                sa.text("UPDATE readings SET closed = :seq, closed_why = 'recoded' WHERE id = :id"),
                {"seq": seq, "id": before[article]},
            )
        before[article] = reading


def _pack(table: str, key: str, column: str) -> None:
    """Turns a column of text into one of packed text."""
    op.add_column(table, sa.Column("packed", sa.LargeBinary(), nullable=False, server_default=""))
    connection = op.get_bind()
    keys = connection.execute(sa.text(f"SELECT {key} FROM {table}")).scalars().all()
    for value in keys:
        text = connection.execute(
            sa.text(f"SELECT {column} FROM {table} WHERE {key} = :key"), {"key": value}
        ).scalar_one()
        connection.execute(
            sa.text(f"UPDATE {table} SET packed = :packed WHERE {key} = :key"),
            {"packed": pack(text), "key": value},
        )
    op.drop_column(table, column)
    op.alter_column(table, "packed", new_column_name=column)


def _made() -> None:
    op.create_table(
        "journal",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_journal"),
    )
    op.create_table(
        "sketches",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.String(16), nullable=False),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_sketches"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_sketches_article_id"),
        sa.UniqueConstraint("article_id", name="uq_sketches_article_id"),
    )
    op.create_table(
        "sketch_runs",
        sa.Column("run", sa.BigInteger(), nullable=False),
        sa.Column("sketch", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.PrimaryKeyConstraint("run", "sketch", name="pk_sketch_runs"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(16), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("quad", sa.Integer()),
        sa.Column("status", sa.Text()),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("when_start", sa.Date()),
        sa.Column("when_end", sa.Date()),
        sa.Column("first_reported", sa.Date()),
        sa.Column("last_reported", sa.Date()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer()),
        sa.PrimaryKeyConstraint("serial", name="pk_facts"),
    )
    op.create_index("ix_facts_id", "facts", ["id"])
    op.create_table(
        "fact_claims",
        sa.Column("fact", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("closed", sa.Integer()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("fact", "claim", "opened", name="pk_fact_claims"),
        sa.ForeignKeyConstraint(["fact"], ["facts.serial"], name="fk_fact_claims_fact"),
        sa.ForeignKeyConstraint(["claim"], ["claims.serial"], name="fk_fact_claims_claim"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fact_claims_claim", "fact_claims", ["claim"])
    op.create_table(
        "fact_pairs",
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("fact", sa.Integer(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("quad", sa.Integer()),
        sa.Column("status", sa.Text()),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Integer(), nullable=False),
        sa.Column("dated", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(
            "first", "second", "day", "fact", "direction", name="pk_fact_pairs"
        ),
        sa.ForeignKeyConstraint(["fact"], ["facts.serial"], name="fk_fact_pairs_fact"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fact_pairs_fact", "fact_pairs", ["fact"])
    op.create_index(
        "ix_fact_pairs_day", "fact_pairs", ["day", "first", "second", "quad", "modality"]
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("target_id", sa.String(16), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("field", sa.Text()),
        sa.Column("value", sa.Text()),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_index("ix_reviews_target_id", "reviews", ["target_id"])
