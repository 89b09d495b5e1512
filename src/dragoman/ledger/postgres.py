"""Everything that only PostgreSQL has: how a ledger's server is reached, locked and found gone."""

from __future__ import annotations

import importlib.util
from typing import NoReturn

from sqlalchemy import Engine, create_engine, event, exc, inspect, text
from sqlalchemy.engine import URL, Connection, ExceptionContext, make_url

from dragoman.errors import LedgerError, LedgerUnreachable, LedgerUnreadable
from dragoman.ledger.versions import VERSION_TABLE

SCHEMES = ("postgresql://", "postgres://")
BUSY_SECONDS = 30
"""How long a writer waits for another one before it gives up."""
REACH_SECONDS = 10
"""How long a server may take to answer at all."""

_WRITER = 0x64726167
"""The advisory lock that writers of one database take: one writes at a time, as in SQLite."""
# SQLSTATE classes and codes (PostgreSQL's appendix A).
_GONE = ("08", "57P")  # connection exceptions; shut down by an operator, or not up yet
_NOT_PERMITTED = ("28", "42501", "3D000", "25006")
_BUSY = ("55P03", "40001", "40P01")


def is_address(place: str) -> bool:
    return place.startswith(SCHEMES)


def shown(place: str) -> str:
    """The address for people to read, without its password. Raises LedgerUnreadable."""
    return _url(place).set(drivername="postgresql").render_as_string(hide_password=True)


def engine(place: str, *, write: bool) -> Engine:
    """An engine over the database; without `write` every transaction is read-only.

    Raises LedgerUnreadable for an address that is none, and where psycopg is not installed.
    """
    if importlib.util.find_spec("psycopg") is None:
        raise LedgerUnreadable(
            "a ledger in PostgreSQL needs psycopg, which is not installed: "
            'pip install "dragoman[postgres]"'
        )
    url = _url(place)
    name = shown(place)
    made = create_engine(
        url,
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": REACH_SECONDS,
            "options": f"-c lock_timeout={BUSY_SECONDS * 1000}"
            + ("" if write else " -c default_transaction_read_only=on"),
        },
    )

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing", False):
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_WRITER})"))

    def translate(context: ExceptionContext) -> None:
        error = context.original_exception
        if context.sqlalchemy_exception is None or isinstance(
            context.sqlalchemy_exception, (exc.OperationalError, exc.InterfaceError)
        ):
            _raise(name, error)

    event.listen(made, "begin", begin)
    event.listen(made, "handle_error", translate)
    return made


def has_tables(made: Engine) -> bool:
    """Whether there is a ledger in the database already."""
    with made.connect() as connection:
        return inspect(connection).has_table(VERSION_TABLE)


def _url(place: str) -> URL:
    try:
        url = make_url(place)
    except (exc.ArgumentError, ValueError):
        # Not the address itself: it may hold a password.
        raise LedgerUnreadable(
            "that is no address of a database; say postgresql://user@host/name"
        ) from None
    return url.set(drivername="postgresql+psycopg")


def _raise(name: str, error: BaseException) -> NoReturn:
    code = str(getattr(error, "sqlstate", None) or "")
    told = " ".join(str(error).split())
    if code.startswith(_NOT_PERMITTED):
        raise LedgerUnreadable(f"{name} cannot be used ({told})") from error
    if code.startswith(_BUSY):
        raise LedgerError(f"{name} is in use by another program that does not let go") from error
    if not code or code.startswith(_GONE):
        raise LedgerUnreachable(f"{name} does not answer ({told})") from error
    raise LedgerError(f"{name}: {told}") from error
