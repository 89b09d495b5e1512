"""One article with its claims goes in as a whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from dragoman.errors import NotFound
from dragoman.ledger import joining, journal, reprints, rows
from dragoman.ledger.joining import NewClaim
from dragoman.ledger.numbers import next_number
from dragoman.ledger.schema import (
    articles,
    cached_articles,
    claim_parties,
    claims,
    readings,
    runs,
)
from dragoman.ledger.sketch import sketch
from dragoman.records import Reading


@dataclass(frozen=True)
class Added:
    """What became of one reading.

    `outcome`: "new"; "known", where the ledger already held just this; "renewed", where it held
    the article but read otherwise (by another coder, or with another date given), or an older
    version of the page: the older reading is closed, not erased. `claims` is how many claims the
    reading has.
    """

    outcome: Literal["new", "known", "renewed"]
    article_id: str
    claims: int


@dataclass(frozen=True)
class Current:
    """The open reading of an article."""

    id: int
    digest: str


def start_run(connection: Connection, *, coder: str | None, settings: str) -> int:
    """Write a run and give its number."""
    run = next_number(connection, runs.c.id)
    connection.execute(
        insert(runs).values(id=run, coder=coder, settings=settings, started=journal.now())
    )
    return run


def finish_run(connection: Connection, run: int) -> None:
    connection.execute(update(runs).where(runs.c.id == run).values(finished=journal.now()))


def current(connection: Connection, article_id: str) -> Current | None:
    found = connection.execute(
        select(readings.c.id, readings.c.digest).where(
            readings.c.article_id == article_id, readings.c.closed_at.is_(None)
        )
    ).first()
    return Current(found.id, found.digest) if found else None


def write_reading(connection: Connection, reading: Reading, *, run: int) -> bool:
    """Write article, reading, claims and parties, and what they mean for the facts.

    The open reading of the same article is closed ("recoded"), or that of an older version of the
    page ("edited"). Says whether there was one.
    """
    article = reading.article
    seq, moment = journal.enter(connection, "reading", "")
    row = rows.article_row(article)
    older = current(connection, article.id)
    why = "recoded"
    moved: set[int] = set()
    known = select(articles.c.id).where(articles.c.id == article.id)
    if connection.execute(known).first() is None:
        connection.execute(insert(articles).values(row))
        made, day = sketch(article.text), row["anchor"]
        kept = reprints.keep(connection, article.id, made, day)
        same = reprints.find(connection, kept, day)
        moved = joining.of_articles(connection, reprints.join(connection, article.id, same))
        previous = _older_version(connection, article.id, row["address"], {one for one, _ in same})
        if previous is not None:
            older, why = current(connection, previous), "edited"
            connection.execute(
                update(articles).where(articles.c.id == article.id).values(previous=previous)
            )
    else:
        # Origin and dispatch were settled when the text came in; a newer coder does not change them.
        again = {name: row[name] for name in ("outlet", "title", "language", "published", "anchor")}
        connection.execute(
            update(articles)
            .where(articles.c.id == article.id)
            .values(**again, withdrawn=None, withdrawn_why=None)
        )
    if older is not None:
        close_reading(connection, older.id, seq=seq, moment=moment, why=why)
    number = next_number(connection, readings.c.id)
    connection.execute(
        insert(readings).values(
            id=number,
            run_id=run,
            article_id=article.id,
            digest=rows.digest(reading),
            read_at=moment,
            opened=seq,
            anchor=row["anchor"],
            record=rows.header_record(reading),
        )
    )
    journal.name(connection, seq, str(number))
    told = []
    first = next_number(connection, claims.c.serial)
    for position, claim in enumerate(reading.claims):
        serial = first + position
        connection.execute(
            insert(claims).values(
                serial=serial, reading_id=number, **rows.claim_row(claim, position)
            )
        )
        parties = [{"claim": serial, **party} for party in rows.party_rows(claim)]
        if parties:
            connection.execute(insert(claim_parties), parties)
        told.append(NewClaim(serial, claim, row["anchor"]))
    joining.tell(connection, told, moved, seq=seq)
    return older is not None


def close_reading(connection: Connection, reading: int, *, seq: int, moment: str, why: str) -> None:
    """End a reading; its claims are no longer told."""
    connection.execute(
        update(readings)
        .where(readings.c.id == reading)
        .values(closed_at=moment, closed=seq, closed_why=why)
    )


def withdraw(connection: Connection, article_id: str, why: str) -> bool:
    """Withdraw an article that its outlet retracted; false where it is withdrawn already.

    Raises NotFound for an article that the ledger does not hold.
    """
    known = connection.execute(
        select(articles.c.withdrawn).where(articles.c.id == article_id)
    ).first()
    if known is None:
        raise NotFound(f"the ledger holds no article {article_id}")
    older = current(connection, article_id)
    if older is None:
        return False
    seq, moment = journal.enter(connection, "withdrawal", article_id)
    close_reading(connection, older.id, seq=seq, moment=moment, why="withdrawn")
    connection.execute(
        update(articles).where(articles.c.id == article_id).values(withdrawn=seq, withdrawn_why=why)
    )
    joining.tell(connection, (), (), seq=seq)
    return True


def cache_body(connection: Connection, reading: Reading) -> None:
    """Keep the article's full text beside the ledger's own tables, unless it is there already."""
    article = reading.article
    there = select(cached_articles.c.article_id).where(cached_articles.c.article_id == article.id)
    if connection.execute(there).first() is None:
        connection.execute(
            insert(cached_articles).values(article_id=article.id, record=rows.body_record(article))
        )


def _older_version(
    connection: Connection, article_id: str, address: str | None, same: set[str]
) -> str | None:
    """The article at the same address whose text this one edits, if its reading is open still.

    Another text at the address (a front page, a live ticker that begins anew) is no version.
    """
    if address is None or not same:
        return None
    return connection.execute(
        select(articles.c.id)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(
            articles.c.address == address,
            articles.c.id != article_id,
            articles.c.id.in_(sorted(same)),
            readings.c.closed_at.is_(None),
        )
        .order_by(readings.c.id.desc())
        .limit(1)
    ).scalar()
