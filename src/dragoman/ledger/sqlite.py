"""Everything that only SQLite has: how a ledger's file is opened, locked and found faulty."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import NoReturn

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.pool import QueuePool

from dragoman.errors import LedgerError, LedgerMissing, LedgerUnreadable

BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""

_MAGIC = b"SQLite format 3\x00"
_NOT_PERMITTED = {"SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"}
_DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"}


def check_file(path: Path, *, write: bool) -> None:
    """Look at the file before SQLite does, so that the message can say what is wrong.

    Raises LedgerMissing where a reader finds nothing, LedgerUnreadable for a folder, for what is no
    SQLite file and for what may not be read.
    """
    try:
        if path.is_dir():
            raise LedgerUnreadable(f"{path} is a folder; a ledger is a file")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        if not write:
            raise LedgerMissing(
                f"there is no ledger at {path}; `dragoman add` makes one, `--ledger FILE` names another"
            ) from None
        if not path.parent.is_dir():
            raise LedgerUnreadable(
                f"{path} cannot be made: there is no folder {path.parent}"
            ) from None
        return
    except OSError as error:
        raise LedgerUnreadable(f"{path} cannot be opened: {error.strerror}") from error
    if not head and not write:
        raise LedgerMissing(f"{path} is empty and holds no ledger yet; `dragoman add` makes one")
    if head and head != _MAGIC:
        raise LedgerUnreadable(f"{path} is not a ledger: it is not a SQLite file")


def is_database(path: Path) -> bool:
    """Whether a file that exists is a SQLite file; a folder is none."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def engine(path: Path, *, write: bool) -> Engine:
    """An engine over the file; without `write` the file is opened read-only."""
    mode = "mode=rwc" if write else _reading_mode(path)
    address = f"{path.absolute().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        # No isolation level: SQLAlchemy's "begin" below opens transactions, and DDL is inside them.
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )

    made = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        try:
            connection.execute("PRAGMA foreign_keys=ON")
            connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")
            if write:
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=NORMAL")
        except sqlite3.Error as error:
            _raise(path, error)

    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: one that finds out later cannot wait for it.
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    def translate(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            code = _code(context.original_exception)
            if not code.startswith(("SQLITE_CONSTRAINT", "SQLITE_ERROR", "SQLITE_MISUSE")):
                _raise(path, context.original_exception)

    event.listen(made, "connect", set_up)
    event.listen(made, "begin", begin)
    event.listen(made, "handle_error", translate)
    return made


def _reading_mode(path: Path) -> str:
    # A reader of a WAL file shares an index that lies beside it. On a medium where nothing can be
    # laid beside it nobody writes either, so the file may be taken as it stands.
    fixed = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    return "mode=ro&immutable=1" if fixed else "mode=ro"


def _code(error: BaseException) -> str:
    return str(getattr(error, "sqlite_errorname", "") or "SQLITE_ERROR")


def _raise(path: Path, error: sqlite3.Error) -> NoReturn:
    code = _code(error)
    base = "_".join(code.split("_")[:2])
    if base in _DAMAGED:
        raise LedgerUnreadable(f"{path} is damaged or not a ledger ({error})") from error
    if base in _NOT_PERMITTED:
        raise LedgerUnreadable(f"{path} may not be written to ({error})") from error
    if base == "SQLITE_CANTOPEN":
        raise LedgerUnreadable(f"{path} cannot be opened ({error})") from error
    if base in ("SQLITE_BUSY", "SQLITE_LOCKED"):
        raise LedgerError(f"{path} is in use by another program that does not let go") from error
    raise LedgerError(f"{path}: {error}") from error
