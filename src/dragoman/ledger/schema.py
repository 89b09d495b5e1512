"""The ledger's tables, in words that SQLite and PostgreSQL both understand.

journal         everything that ever happened to the ledger, in one order; `seq` is the ledger's clock
runs            one `add`: the coder and the settings that it said it had
articles        one page: address, outlet, dates, origin, hash of the text and a short extract
readings        what one run made of one article; the open one (`closed_at` null) is the current one
claims          what a passage says; never changed once written
claim_parties   who stands in a claim, in which role and on which side
cached_articles the whole article, for this machine only; `--no-cache` leaves it out
sketches        a sample of each article's runs of words, to know reprints by
sketch_runs     the same, run by run, to look them up
facts           what claims of one happening come to; made from the claims, at any time again
fact_claims     which claim tells of which fact, with the score and the reason, from when to when
fact_pairs      between whom a fact stands, for dyads and matrices
reviews         what people said about facts and claims; they overlay, and edit nothing

What is made from claims (sketches, facts and what hangs on them) is made anew by `rebuild`.
`opened` and `closed` are numbers of the journal.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from dragoman.ledger.packed import Packed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

journal = Table(
    "journal",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("what", Text, nullable=False),
    Column("ref", Text, nullable=False),
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
    Column("own_origin", Text, nullable=False),
    Column("agency", Boolean, nullable=False),
    Column("origin", Text, nullable=False),
    Column("dispatch", String(16), nullable=False, index=True),
    Column("address", Text, index=True),
    Column("previous", String(16)),
    Column("withdrawn", Integer),
    Column("withdrawn_why", Text),
    Column("text_hash", String(64), nullable=False),
    Column("extract", Packed, nullable=False),
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
    Column("closed_why", Text),
    Column("opened", Integer, nullable=False, index=True),
    Column("closed", Integer, index=True),
    Column("anchor", Date),
    Column("record", Packed, nullable=False),
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
    Column("confidence", Float, nullable=False),
    Column("coder", Text, nullable=False),
    Column("record", Packed, nullable=False),
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
    Column("record", Packed, nullable=False),
)

sketches = Table(
    "sketches",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, unique=True),
    Column("rate", Integer, nullable=False),
    Column("runs", LargeBinary, nullable=False),
)

sketch_runs = Table(
    "sketch_runs",
    metadata,
    Column("run", BigInteger, primary_key=True),
    Column("sketch", Integer, primary_key=True),
    Column("day", Integer),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", String(16), nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("kind", Text),
    Column("quad", Integer),
    Column("status", Text),
    Column("modality", Text, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("when_start", Date),
    Column("when_end", Date),
    Column("first_reported", Date),
    Column("last_reported", Date),
    Column("claims", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("opened", Integer, nullable=False),
    Column("closed", Integer),
)

fact_claims = Table(
    "fact_claims",
    metadata,
    Column("fact", ForeignKey("facts.serial"), primary_key=True),
    Column("claim", ForeignKey("claims.serial"), primary_key=True, index=True),
    Column("opened", Integer, primary_key=True),
    Column("closed", Integer),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    sqlite_with_rowid=False,
)

fact_pairs = Table(
    "fact_pairs",
    metadata,
    Column("first", Text, primary_key=True),
    Column("second", Text, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("fact", ForeignKey("facts.serial"), primary_key=True, index=True),
    Column("direction", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("kind", Text),
    Column("quad", Integer),
    Column("status", Text),
    Column("modality", Text, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("dated", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
Index(
    "ix_fact_pairs_day",
    fact_pairs.c.day,
    fact_pairs.c.first,
    fact_pairs.c.second,
    fact_pairs.c.quad,
    fact_pairs.c.modality,
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("target", Text, nullable=False),
    Column("target_id", String(16), nullable=False, index=True),
    Column("action", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("opened", Integer, nullable=False),
)
