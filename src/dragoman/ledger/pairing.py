"""Between whom a fact stands: its rows in `fact_pairs`, for dyads and for looking facts up."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.ledger import rows
from dragoman.ledger.happening import Happening, Pair, happening, pairs
from dragoman.ledger.life import Reached
from dragoman.ledger.schema import claims, fact_claims, fact_pairs, readings


def enter(connection: Connection, serial: int, seen: Happening) -> None:
    """Enter between whom the fact stands by this claim, unless that is known."""
    known = {
        Pair(*row)
        for row in connection.execute(
            select(fact_pairs.c.first, fact_pairs.c.second, fact_pairs.c.direction).where(
                fact_pairs.c.fact == serial
            )
        )
    }
    new = [pair for pair in pairs(seen) if pair not in known]
    if new:
        start, end = seen.days
        connection.execute(
            insert(fact_pairs),
            [
                {
                    "first": pair.first,
                    "second": pair.second,
                    "direction": pair.direction,
                    "day": start.toordinal(),
                    "last_day": end.toordinal(),
                    "dated": seen.start is not None,
                    "fact": serial,
                    "type": seen.type,
                    "kind": seen.kind,
                    "modality": seen.modality,
                }
                for pair in new
            ],
        )


def renew(connection: Connection, serial: int) -> None:
    """Enter the pairs of a fact anew, from the claims that it has now."""
    remove(connection, serial)
    found = connection.execute(
        select(claims.c.record, readings.c.anchor)
        .join(fact_claims, fact_claims.c.claim == claims.c.serial)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(fact_claims.c.fact == serial, fact_claims.c.closed.is_(None))
        .order_by(claims.c.serial)
    ).all()
    for row in found:
        claim = rows.claim_from_row(row.record, place="the ledger")
        enter(connection, serial, happening(claim, reported=row.anchor))


def remove(connection: Connection, serial: int) -> None:
    """Take the pairs of a fact out."""
    connection.execute(delete(fact_pairs).where(fact_pairs.c.fact == serial))


def settle(connection: Connection, serial: int, where: Reached, reported: date | None) -> None:
    """Repeat in the pairs what is searched for there."""
    told = None if where.modality == "historical" else reported
    start = where.start or where.end or told or date.min
    end = where.end or where.start or told or date.min
    connection.execute(
        update(fact_pairs)
        .where(fact_pairs.c.fact == serial)
        .values(
            day=start.toordinal(),
            last_day=end.toordinal(),
            dated=where.start is not None,
            kind=where.kind,
            quad=where.quad,
            status=where.status,
            modality=where.modality,
        )
    )
