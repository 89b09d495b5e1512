"""Facts that a claim may tell of: looked up, not compared with all."""

from __future__ import annotations

from sqlalchemy import Connection, func, or_, select

from dragoman.ledger import rows
from dragoman.ledger.happening import Happening, happening, pairs
from dragoman.ledger.matching import window
from dragoman.ledger.nearness import near
from dragoman.ledger.schema import claims, fact_claims, fact_pairs, readings

CANDIDATES = 40
"""Facts that a claim is compared with, at most, of each pair of sides: those whose day is nearest."""


def candidates(connection: Connection, seen: Happening, seq: int) -> list[tuple[int, Happening]]:
    """Facts between the same parties of a kind and days that could fit, nearest in time first; each
    by the first of its claims that still stands, or stood until this very entry of the journal (an
    edited page tells again what its older version told)."""
    between = {(pair.first, pair.second) for pair in pairs(seen)}
    days = window(seen)
    chosen: set[int] = set()
    for first, second in sorted(between):
        wanted = select(fact_pairs.c.fact, fact_pairs.c.day).where(
            fact_pairs.c.first == first,
            fact_pairs.c.second == second,
            fact_pairs.c.type == seen.type,
        )
        if seen.type == "event":
            wanted = wanted.where(fact_pairs.c.kind.in_(sorted(near(seen.kind or ""))))
        elif seen.kind is not None:
            wanted = wanted.where(fact_pairs.c.kind == seen.kind)
        if days is not None:
            wanted = wanted.where(
                fact_pairs.c.day <= days[1].toordinal(),
                fact_pairs.c.last_day >= days[0].toordinal(),
            )
            middle = (days[0].toordinal() + days[1].toordinal()) // 2
            wanted = wanted.order_by(func.abs(fact_pairs.c.day - middle), fact_pairs.c.fact)
        else:
            wanted = wanted.order_by(fact_pairs.c.fact.desc())
        chosen |= set(connection.execute(wanted.limit(CANDIDATES)).scalars())
    if not chosen:
        return []
    stand = (
        select(fact_claims.c.fact, func.min(fact_claims.c.claim).label("claim"))
        .where(
            fact_claims.c.fact.in_(sorted(chosen)),
            or_(fact_claims.c.closed.is_(None), fact_claims.c.closed == seq),
        )
        .group_by(fact_claims.c.fact)
        .subquery()
    )
    found = connection.execute(
        select(stand.c.fact, claims.c.record, readings.c.anchor)
        .join(claims, claims.c.serial == stand.c.claim)
        .join(readings, readings.c.id == claims.c.reading_id)
        .order_by(stand.c.fact)
    )
    return [
        (
            row.fact,
            happening(rows.claim_from_row(row.record, place="the ledger"), reported=row.anchor),
        )
        for row in found
    ]
