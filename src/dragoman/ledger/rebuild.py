"""Facts made anew from the claims, by going through the journal again."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Row, delete, func, select, update

from dragoman.ledger import joining, regrouping, reprints, rows
from dragoman.ledger.joining import NewClaim
from dragoman.ledger.schema import (
    articles,
    cached_articles,
    claims,
    fact_claims,
    fact_pairs,
    facts,
    journal,
    readings,
    reviews,
    sketches,
)
from dragoman.ledger.sketch import sketch


def rebuild(connection: Connection, *, step: Callable[[], None] = lambda: None) -> int:
    """Throw the facts away and make them again from the claims; how many there are then.

    The same claims, in the order in which they came, give the same facts to the byte. `step` is
    called after every entry of the journal.
    """
    for table in (fact_pairs, fact_claims, facts):
        connection.execute(delete(table))
    connection.execute(
        update(articles).values(dispatch=articles.c.id, origin=articles.c.own_origin)
    )
    entries = connection.execute(select(journal).order_by(journal.c.seq)).all()
    for entry in entries:
        match entry.what:
            case "reading":
                _reading(connection, int(entry.ref), seq=entry.seq)
            case "withdrawal":
                joining.tell(connection, (), (), seq=entry.seq)
            case "review":
                _review(connection, int(entry.ref), seq=entry.seq)
        step()
    return int(
        connection.execute(
            select(func.count()).select_from(facts).where(facts.c.closed.is_(None))
        ).scalar_one()
    )


def sketch_all(connection: Connection) -> None:
    """Make the sketches that are missing, from the cached texts: a ledger of an older version has
    none. An article whose text was not kept has no reprints."""
    missing = connection.execute(
        select(articles.c.id, articles.c.anchor)
        .join(readings, readings.c.article_id == articles.c.id)
        .where(articles.c.id.not_in(select(sketches.c.article_id)))
        .group_by(articles.c.id, articles.c.anchor)
        .order_by(func.min(readings.c.id))
    ).all()
    for row in missing:
        body = connection.execute(
            select(cached_articles.c.record).where(cached_articles.c.article_id == row.id)
        ).scalar()
        text = rows.text_of(body) if body is not None else ""
        reprints.keep(connection, row.id, sketch(text), row.anchor)


def _reading(connection: Connection, number: int, *, seq: int) -> None:
    read = connection.execute(select(readings).where(readings.c.id == number)).one()
    moved: set[int] = set()
    first = select(func.min(readings.c.id)).where(readings.c.article_id == read.article_id)
    if connection.execute(first).scalar_one() == number:
        kept = select(sketches.c.number).where(sketches.c.article_id == read.article_id)
        same = reprints.find(connection, connection.execute(kept).scalar_one(), read.anchor)
        moved = joining.of_articles(connection, reprints.join(connection, read.article_id, same))
    told = [
        NewClaim(row.serial, rows.claim_from_row(row.record, place="the ledger"), read.anchor)
        for row in connection.execute(
            select(claims.c.serial, claims.c.record)
            .where(claims.c.reading_id == number)
            .order_by(claims.c.position)
        )
    ]
    joining.tell(connection, told, moved, seq=seq)


def _review(connection: Connection, number: int, *, seq: int) -> None:
    review: Row[tuple[object, ...]] = connection.execute(
        select(reviews).where(reviews.c.id == number)
    ).one()
    changed = regrouping.apply(connection, review, seq=seq)
    joining.refresh(connection, changed, seq=seq)
