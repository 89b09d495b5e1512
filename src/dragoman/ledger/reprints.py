"""Which articles are one dispatch, so that thirty outlets that run it are one origin."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, func, insert, or_, select, update

from dragoman.ledger.numbers import next_number
from dragoman.ledger.schema import articles, sketch_runs, sketches
from dragoman.ledger.sketch import Sketch, shared

SAME = 0.35
"""The share of the shorter text's runs of words from which two are one dispatch (docs/ledger.md has
the measure)."""
WHOLE = 0.8
"""The share from which a text stands in another as a whole: one that holds two dispatches so, joins
them; a digest of halves does not."""
DAYS = 10
"""How far apart reprints of one dispatch are published. Later, the same words are background."""
CLOSEST = 8


def keep(connection: Connection, article_id: str, made: Sketch, day: date | None) -> int:
    """Write an article's sketch; its number. One that is there already keeps what it has."""
    known = connection.execute(
        select(sketches.c.number).where(sketches.c.article_id == article_id)
    ).scalar()
    if known is not None:
        return int(known)
    number = next_number(connection, sketches.c.number)
    runs = sorted(made.runs)
    connection.execute(
        insert(sketches).values(
            number=number,
            article_id=article_id,
            rate=made.rate,
            runs=struct.pack(f">{len(runs)}q", *runs),
        )
    )
    if runs:
        ordinal = day.toordinal() if day else None
        connection.execute(
            insert(sketch_runs), [{"run": run, "sketch": number, "day": ordinal} for run in runs]
        )
    return number


def find(connection: Connection, number: int, day: date | None) -> list[tuple[str, float]]:
    """The articles kept before this sketch that it shares a dispatch with, and their shares; the
    closest first."""
    mine = _held(connection, [number])[number][1]
    if not mine.runs:
        return []
    near = sketch_runs.c.sketch < number
    if day is not None:
        around = sketch_runs.c.day.between(day.toordinal() - DAYS, day.toordinal() + DAYS)
        near &= or_(sketch_runs.c.day.is_(None), around)
    runs = sorted(mine.runs)
    counted: dict[int, int] = {}
    for at in range(0, len(runs), 500):
        found = connection.execute(
            select(sketch_runs.c.sketch, func.count())
            .where(sketch_runs.c.run.in_(runs[at : at + 500]), near)
            .group_by(sketch_runs.c.sketch)
        )
        for other, share in found:
            counted[other] = counted.get(other, 0) + share
    closest = sorted(counted, key=lambda other: (-counted[other], other))[:CLOSEST]
    shares = [
        (article, shared(mine, theirs)) for article, theirs in _held(connection, closest).values()
    ]
    return sorted(
        ((article, share) for article, share in shares if share >= SAME),
        key=lambda pair: (-pair[1], pair[0]),
    )


def join(connection: Connection, article_id: str, same: Sequence[tuple[str, float]]) -> list[str]:
    """Put an article into the dispatch of the closest of the `same`, and settle whose word it is.

    The ids of all articles whose origin changed by it.
    """
    if not same:
        return []
    joined = [same[0][0], *(article for article, share in same[1:] if share >= WHOLE)]
    wanted = [*dict.fromkeys(joined), article_id]
    dispatches = set(
        connection.execute(select(articles.c.dispatch).where(articles.c.id.in_(wanted))).scalars()
    ) | {article_id}
    members = connection.execute(
        select(
            articles.c.id,
            articles.c.dispatch,
            articles.c.origin,
            articles.c.own_origin,
            articles.c.agency,
            sketches.c.number,
        )
        .join(sketches, sketches.c.article_id == articles.c.id)
        .where(articles.c.dispatch.in_(sorted(dispatches)))
        .order_by(sketches.c.number)
    ).all()
    first = members[0]
    credited = next((member for member in members if member.agency), first)
    changed = []
    for member in members:
        if (member.dispatch, member.origin) != (first.id, credited.own_origin):
            connection.execute(
                update(articles)
                .where(articles.c.id == member.id)
                .values(dispatch=first.id, origin=credited.own_origin)
            )
        if member.origin != credited.own_origin:
            changed.append(member.id)
    return changed


def _held(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, Sketch]]:
    """Article and sketch by number."""
    rows = connection.execute(select(sketches).where(sketches.c.number.in_(list(numbers))))
    return {
        row.number: (
            row.article_id,
            Sketch(row.rate, frozenset(struct.unpack(f">{len(row.runs) // 8}q", row.runs))),
        )
        for row in rows
    }
