"""Which version of the schema a ledger has, and how it is brought to ours."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table

from dragoman.errors import LedgerMissing, LedgerTooNew, LedgerUnreadable

VERSIONS = ("0001", "0002")
"""Every version of the schema, oldest first; the last is the one this program writes."""

VERSION_TABLE = "dragoman_schema"
_MIGRATIONS = Path(__file__).parent / "migrations"


def check(engine: Engine, *, place: str) -> None:
    """Raise unless the ledger at `place` has the newest version that this program knows.

    LedgerMissing for an empty database, LedgerUnreadable for another program's or for a ledger of
    an older version, LedgerTooNew for one of a newer.
    """
    with engine.connect() as connection:
        version = _version(connection, place)
    if version is None:
        raise LedgerMissing(f"{place} holds no ledger yet; `dragoman add` makes one")
    if version != VERSIONS[-1]:
        raise LedgerUnreadable(
            f"{place} was made by an older version of Dragoman (schema {version}, this one reads "
            f"{VERSIONS[-1]}); the next `dragoman add` to it brings it up to date"
        )


def upgrade(engine: Engine, *, place: str) -> bool:
    """Make the tables in an empty database, or bring an older ledger to our version.

    All of it is one transaction. Says whether there was an older one. Raises as `check` does for
    what is newer or another program's.
    """
    with engine.execution_options(writing=True).begin() as connection:
        found = _version(connection, place)
        if found == VERSIONS[-1]:
            return False
        # Imported here: it costs more than opening the ledger does.
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        return found is not None


def _version(connection: Connection, place: str) -> str | None:
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if VERSION_TABLE not in tables:
        raise LedgerUnreadable(f"{place} is a database, but not a ledger of Dragoman")
    known = table(VERSION_TABLE, column("version_num"))
    version: str | None = connection.execute(select(known.c.version_num)).scalar()
    if version is None:
        raise LedgerUnreadable(f"{place} does not say which version of the ledger it is")
    if version not in VERSIONS:
        raise LedgerTooNew(
            f"{place} was made by a newer version of Dragoman (schema {version}, this one knows "
            f"{VERSIONS[-1]} and older): use that version, or another ledger"
        )
    return version
