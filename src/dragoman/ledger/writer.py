"""One article with its claims goes in as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from dragoman.ledger import rows
from dragoman.ledger.schema import (
    articles,
    cached_articles,
    claim_parties,
    claims,
    readings,
    runs,
)
from dragoman.records import Reading


@dataclass(frozen=True)
class Added:
    """What became of one reading.

    `outcome`: "new"; "known", where the ledger already held just this; "renewed", where it held
    the article but read otherwise (by another coder, or with another date given): the older reading
    is closed, not erased. `claims` is how many claims the reading has.
    """

    outcome: Literal["new", "known", "renewed"]
    article_id: str
    claims: int


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def start_run(connection: Connection, *, coder: str | None, settings: str) -> int:
    """Write a run and give its number."""
    started = insert(runs).values(coder=coder, settings=settings, started=now())
    run: int = connection.execute(started.returning(runs.c.id)).scalar_one()
    return run


def finish_run(connection: Connection, run: int) -> None:
    connection.execute(update(runs).where(runs.c.id == run).values(finished=now()))


def current(connection: Connection, article_id: str) -> tuple[int, str] | None:
    """Number and digest of the article's open reading."""
    found = connection.execute(
        select(readings.c.id, readings.c.digest).where(
            readings.c.article_id == article_id, readings.c.closed_at.is_(None)
        )
    ).first()
    return (found.id, found.digest) if found else None


def write_reading(
    connection: Connection, reading: Reading, *, run: int, replaces: int | None
) -> None:
    """Write article, reading, claims and parties; close the reading that this one `replaces`."""
    article = reading.article
    moment = now()
    row = rows.article_row(article)
    if replaces is None:
        connection.execute(insert(articles).values(row))
    else:
        connection.execute(update(articles).where(articles.c.id == article.id).values(row))
        connection.execute(
            update(readings).where(readings.c.id == replaces).values(closed_at=moment)
        )
    number = connection.execute(
        insert(readings)
        .values(
            run_id=run,
            article_id=article.id,
            digest=rows.digest(reading),
            read_at=moment,
            record=rows.header_record(reading),
        )
        .returning(readings.c.id)
    ).scalar_one()
    for position, claim in enumerate(reading.claims):
        serial = connection.execute(
            insert(claims)
            .values(reading_id=number, **rows.claim_row(claim, position))
            .returning(claims.c.serial)
        ).scalar_one()
        parties = [{"claim": serial, **party} for party in rows.party_rows(claim)]
        if parties:
            connection.execute(insert(claim_parties), parties)


def cache_body(connection: Connection, reading: Reading) -> None:
    """Keep the article's full text beside the ledger's own tables, unless it is there already."""
    article = reading.article
    there = select(cached_articles.c.article_id).where(cached_articles.c.article_id == article.id)
    if connection.execute(there).first() is None:
        connection.execute(
            insert(cached_articles).values(article_id=article.id, record=rows.body_record(article))
        )
