"""The ledger's tables, in words that SQLite and PostgreSQL both understand.

runs            one `add`: the coder and the settings that it said it had
articles        one page: address, outlet, dates, origin, hash of the text and a short extract
readings        what one run made of one article; the open one (`closed_at` null) is the current one
claims          what a passage says; never changed once written
claim_parties   who stands in a claim, in which role and on which side
cached_articles the whole article, for this machine only; `--no-cache` leaves it out
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("coder", Text),
    Column("settings", Text, nullable=False),
    Column("started", String(32), nullable=False),
    Column("finished", String(32)),
)

articles = Table(
    "articles",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("url", Text),
    Column("outlet", Text),
    Column("title", Text),
    Column("language", Text),
    Column("published", Date),
    Column("anchor", Date),
    Column("origin", Text, nullable=False),
    Column("text_hash", String(64), nullable=False),
    Column("extract", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("run_id", ForeignKey("runs.id"), nullable=False),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("digest", String(64), nullable=False),
    Column("read_at", String(32), nullable=False),
    Column("closed_at", String(32)),
    Column("record", Text, nullable=False),
)
Index(
    "uq_readings_current",
    readings.c.article_id,
    unique=True,
    sqlite_where=text("closed_at IS NULL"),
    postgresql_where=text("closed_at IS NULL"),
)

claims = Table(
    "claims",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", String(16), nullable=False, index=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("event_type", Text),
    Column("quad", Integer),
    Column("status", Text),
    Column("mutual", Boolean, nullable=False),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("evidence_text", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("coder", Text, nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("reading_id", "id"),
    Index("ix_claims_type_when", "type", "when_start"),
)

claim_parties = Table(
    "claim_parties",
    metadata,
    Column("claim", ForeignKey("claims.serial"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("side", Text),
    Column("key", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("country", String(3), index=True),
    Column("office_of", Text, index=True),
    Column("name", Text, nullable=False),
)

cached_articles = Table(
    "cached_articles",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("record", Text, nullable=False),
)
