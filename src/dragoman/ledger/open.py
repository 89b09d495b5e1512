from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.errors import LedgerUnreadable
from dragoman.ledger import postgres, sqlite, versions
from dragoman.ledger.ledger import Ledger

_SQLITE = "sqlite:///"


def open_ledger(
    place: str | Path,
    *,
    write: bool,
    coder: str | None = None,
    settings: Mapping[str, Any] | None = None,
) -> Ledger:
    """The ledger in a file (a path, or "sqlite:///" and a path) or in a PostgreSQL database
    ("postgresql://user@host/name").

    With `write` a ledger that is not there is made, and an older one brought up to date; without,
    nothing is written to it. `coder` (a version) and `settings` are kept with what is added, for
    people to read.

    Raises LedgerMissing where there is none to read; LedgerTooNew for one by a newer Dragoman;
    LedgerUnreadable for a file that is damaged, not a ledger, or not permitted; LedgerUnreachable
    for a server that does not answer.
    """
    if isinstance(place, str) and postgres.is_address(place):
        name = postgres.shown(place)
        engine = postgres.engine(place, write=write)
    else:
        path = _path(place)
        name = str(path)
        sqlite.check_file(path, write=write)
        engine = sqlite.engine(path, write=write)
    try:
        older = False
        if write:
            older = versions.upgrade(engine, place=name)
        else:
            versions.check(engine, place=name)
        ledger = Ledger(engine, name, coder=coder, settings=settings or {})
        if older:
            ledger.rebuild()
    except BaseException:
        engine.dispose()
        raise
    return ledger


def has_ledger(place: str | Path) -> bool:
    """Whether there is a ledger at the place already. Raises LedgerUnreadable where none could be
    made, and for a file that is no ledger; LedgerUnreachable for a server that does not answer."""
    if isinstance(place, str) and postgres.is_address(place):
        engine = postgres.engine(place, write=False)
        try:
            return postgres.has_tables(engine)
        finally:
            engine.dispose()
    path = _path(place)
    sqlite.check_file(path, write=True)
    return path.exists()


def names_ledger(place: str) -> bool:
    """Whether a word of the command line names a ledger and not pages: an address of one, a SQLite
    file, or a .db file that is not there (opening it then says so)."""
    if place.startswith((_SQLITE, *postgres.SCHEMES)):
        return True
    path = Path(place)
    return sqlite.is_database(path) if path.exists() else path.suffix == ".db"


def _path(place: str | Path) -> Path:
    if isinstance(place, Path):
        return place
    if place.startswith(_SQLITE):
        return Path(place.removeprefix(_SQLITE))
    scheme, separator, _ = place.partition("://")
    if separator:
        # Not the whole address: it may hold a password.
        raise LedgerUnreadable(
            f"a ledger cannot be kept at a {scheme}:// address; give a file, sqlite:/// and a path, "
            "or postgresql://user@host/name"
        )
    return Path(place)
