"""Keeping a ledger whole: checked, copied and tidied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, func, insert, select, text

from dragoman.errors import LedgerError, LedgerUnreadable
from dragoman.ledger import rows, sqlite, versions
from dragoman.ledger.schema import (
    articles,
    cached_articles,
    claims,
    fact_claims,
    facts,
    journal,
    metadata,
    readings,
)
from dragoman.records import claim_from_json

CHUNK = 500
"""Rows that are read and written at a time."""
MOST_FAULTS = 100
"""How many faults are told, at most; a file that is damaged has thousands."""

Step = Callable[[], None]


def faults(connection: Connection, *, step: Step = lambda: None) -> Iterator[str]:
    """What is wrong with a ledger, in words, `MOST_FAULTS` at most; nothing where it is whole.

    Looks at the file itself, at every claim's record and passage, at the hashes of the texts, at
    the order of the journal and at the links between claims and facts. `step` is called for every
    claim.
    """
    for number, fault in enumerate(_all(connection, step)):
        if number == MOST_FAULTS:
            yield "and more, which are not listed"
            return
        yield fault


def copy(source: Engine, target: Engine, *, step: Step = lambda: None) -> int:
    """Copy every row of a ledger into an empty one of the same version; how many there were.

    All of it is one transaction on either side: what is copied is what stood at one moment.
    """
    copied = 0
    with source.connect() as read, target.execution_options(writing=True).begin() as written:
        for table in metadata.sorted_tables:
            if written.execute(select(func.count()).select_from(table)).scalar_one():
                raise LedgerError("the ledger to copy into is not empty; name another place")
        for table in metadata.sorted_tables:
            found = read.execute(select(table).order_by(*table.primary_key.columns))
            while chunk := found.fetchmany(CHUNK):
                written.execute(insert(table), [dict(row._mapping) for row in chunk])
                copied += len(chunk)
                step()
    return copied


def backup(source: Engine, to: Path, *, force: bool, step: Step = lambda: None) -> int:
    """Copy a ledger into a new file, which stands under its name only when it is whole.

    Raises LedgerError where the file exists, unless `force`.
    """
    if to.exists() and not force:
        raise LedgerError(f"{to} exists; name another file, or use --force")
    part = to.with_name(f".{to.name}.part")
    part.unlink(missing_ok=True)
    try:
        sqlite.check_file(part, write=True)
        target = sqlite.engine(part, write=True)
        try:
            versions.upgrade(target, place=str(part))
            copied = copy(source, target, step=step)
            with target.connect() as connection:
                # One file and no companions: what is moved must be all of it.
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        finally:
            target.dispose()
        part.replace(to)
    except OSError as error:
        raise LedgerUnreadable(f"{to} cannot be written: {error.strerror}") from error
    finally:
        for leftover in (part, Path(f"{part}-wal"), Path(f"{part}-shm"), Path(f"{part}-journal")):
            leftover.unlink(missing_ok=True)
    return copied


def vacuum(engine: Engine) -> None:
    """Give back the room of what was deleted, and count anew what queries are planned by."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM")
            connection.exec_driver_sql("ANALYZE")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execute(text("VACUUM (ANALYZE)"))


def _all(connection: Connection, step: Step) -> Iterator[str]:
    if connection.dialect.name == "sqlite":
        yield from _file(connection)
    yield from _journal(connection)
    yield from _claims(connection, step)
    yield from _texts(connection)
    yield from _links(connection)


def _file(connection: Connection) -> Iterator[str]:
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(100)"):
        if told != "ok":
            yield f"the file is damaged: {told}"
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} hangs on a row of {parent} that is not there"


def _journal(connection: Connection) -> Iterator[str]:
    last = ""
    for row in connection.execute(select(journal).order_by(journal.c.seq)):
        if row.at < last:
            yield f"entry {row.seq} of the journal is older than the one before it"
        last = max(last, row.at)


def _claims(connection: Connection, step: Step) -> Iterator[str]:
    found = connection.execute(
        select(claims.c.serial, claims.c.id, claims.c.article_id, claims.c.type).order_by(
            claims.c.serial
        )
    ).all()
    for row in found:
        step()
        try:
            record = connection.execute(
                select(claims.c.record).where(claims.c.serial == row.serial)
            ).scalar_one()
            claim = claim_from_json(record)
        except (LedgerUnreadable, ValidationError) as error:
            yield f"claim {row.id} cannot be read: {str(error).splitlines()[0]}"
            continue
        same = (claim.id, claim.evidence.article_id, claim.type)
        if same != (row.id, row.article_id, row.type):
            yield f"claim {row.id} is not the one that its record holds, {claim.id}"


def _texts(connection: Connection) -> Iterator[str]:
    found = connection.execute(
        select(articles.c.id, articles.c.text_hash, cached_articles.c.record).join(
            cached_articles, cached_articles.c.article_id == articles.c.id
        )
    )
    for row in found:
        if rows.hash_of(rows.text_of(row.record)) != row.text_hash:
            yield f"the text of article {row.id} is not the one that was read"


def _links(connection: Connection) -> Iterator[str]:
    unlinked = (
        select(claims.c.id)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(
            readings.c.closed_at.is_(None),
            ~select(fact_claims.c.fact)
            .where(fact_claims.c.claim == claims.c.serial, fact_claims.c.closed.is_(None))
            .exists(),
        )
    )
    for id in connection.execute(unlinked.limit(MOST_FAULTS)).scalars():
        yield f"claim {id} tells of no fact; `dragoman ledger rebuild` makes the facts anew"
    empty = select(facts.c.id).where(
        facts.c.closed.is_(None),
        ~select(fact_claims.c.fact)
        .where(fact_claims.c.fact == facts.c.serial, fact_claims.c.closed.is_(None))
        .exists(),
    )
    for id in connection.execute(empty.limit(MOST_FAULTS)).scalars():
        yield f"fact {id} rests on no claim; `dragoman ledger rebuild` makes the facts anew"
