"""Claims join facts: the store's side of matching."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, delete, func, insert, or_, select, update

from dragoman.ledger import reviewing, rows
from dragoman.ledger.happening import Happening, Pair, happening, pairs
from dragoman.ledger.life import Reached, Said, reached
from dragoman.ledger.matching import Match, match, window
from dragoman.ledger.nearness import near
from dragoman.ledger.numbers import next_number
from dragoman.ledger.schema import (
    articles,
    claims,
    fact_claims,
    fact_pairs,
    facts,
    readings,
)
from dragoman.records import AnyClaim

CANDIDATES = 40
"""Facts that a claim is compared with, at most: those whose day is nearest."""
FIRST = Match(1.0, "the first to say so")
AGAIN = Match(1.0, "the same claim, read again")


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that was just written. `serial` is its number in the ledger."""

    serial: int
    claim: AnyClaim
    reported: date | None


def attach(
    connection: Connection, told: Sequence[NewClaim], before: Mapping[str, int], *, seq: int
) -> set[int]:
    """Let each claim join a fact or open one; the serials of the facts that changed.

    `before` maps the ids of claims of the reading that this one replaces to their facts: what both
    say stays where it is.
    """
    changed: set[int] = set()
    for one in told:
        known = before.get(one.claim.id)
        seen = happening(one.claim, reported=one.reported)
        found = (known, AGAIN) if known is not None else _best(connection, seen, changed, seq)
        if found is None:
            opened = open_fact(
                connection,
                id=fact_id(one.claim.id),
                type=one.claim.type,
                kind=seen.kind,
                modality=one.claim.modality,
                seq=seq,
            )
            found = opened, FIRST
        serial, why = found
        connection.execute(
            insert(fact_claims).values(
                fact=serial,
                claim=one.serial,
                opened=seq,
                score=why.score,
                reason=why.reason,
            )
        )
        _pair(connection, serial, seen)
        changed.add(serial)
    return changed


def detach_all(connection: Connection, *, seq: int) -> dict[str, int]:
    """End the links of all claims whose reading was closed by the journal's entry `seq`; the facts
    that they told of, by the claims' ids."""
    linked = connection.execute(
        select(claims.c.id, claims.c.serial, fact_claims.c.fact)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(fact_claims, fact_claims.c.claim == claims.c.serial)
        .where(readings.c.closed == seq, fact_claims.c.closed.is_(None))
    ).all()
    if linked:
        connection.execute(
            update(fact_claims)
            .where(
                fact_claims.c.claim.in_([row.serial for row in linked]),
                fact_claims.c.closed.is_(None),
            )
            .values(closed=seq)
        )
    return {row.id: row.fact for row in linked}


def of_claims(connection: Connection, claim_ids: Iterable[str]) -> set[int]:
    """The facts that claims with these ids tell of."""
    return set(
        connection.execute(
            select(fact_claims.c.fact)
            .join(claims, claims.c.serial == fact_claims.c.claim)
            .where(claims.c.id.in_(list(claim_ids)), fact_claims.c.closed.is_(None))
        ).scalars()
    )


def of_articles(connection: Connection, article_ids: Iterable[str]) -> set[int]:
    """The facts that claims of these articles tell of."""
    return set(
        connection.execute(
            select(fact_claims.c.fact)
            .join(claims, claims.c.serial == fact_claims.c.claim)
            .where(claims.c.article_id.in_(list(article_ids)), fact_claims.c.closed.is_(None))
        ).scalars()
    )


def refresh(connection: Connection, serials: Iterable[int], *, seq: int) -> None:
    """Bring facts to what their claims now say; one that no claim is left for is closed."""
    for serial in sorted(serials):
        row = connection.execute(select(facts).where(facts.c.serial == serial)).one()
        told = said(connection, serial)
        judged = reviewing.of_fact(connection, row.id)
        if not told or reviewing.is_withdrawn(judged):
            connection.execute(
                update(facts)
                .where(facts.c.serial == serial)
                .values(closed=row.closed or seq, claims=len(told), origins=0)
            )
            connection.execute(delete(fact_pairs).where(fact_pairs.c.fact == serial))
            continue
        where = reviewing.corrected(reached(row.type, told), judged)
        days = [one.reported for one in told if one.reported is not None]
        connection.execute(
            update(facts)
            .where(facts.c.serial == serial)
            .values(
                kind=where.kind,
                quad=where.quad,
                status=where.status,
                modality=where.modality,
                disputed=where.disputed,
                when_start=where.start,
                when_end=where.end,
                first_reported=min(days, default=None),
                last_reported=max(days, default=None),
                claims=len(told),
                origins=where.origins,
                closed=None,
            )
        )
        if row.closed is not None:
            repair(connection, serial)
        _settle_pairs(connection, serial, where, min(days, default=None))


def said(connection: Connection, serial: int, *, seq: int | None = None) -> list[Said]:
    """What the claims of a fact say, in the order in which they joined it; as of the journal's
    number `seq`, or now."""
    live: ColumnElement[bool] = fact_claims.c.closed.is_(None)
    if seq is not None:
        live = (fact_claims.c.opened <= seq) & or_(
            fact_claims.c.closed.is_(None), fact_claims.c.closed > seq
        )
    found = connection.execute(
        select(
            claims.c.id.label("claim_id"),
            claims.c.modality,
            claims.c.status,
            func.coalesce(claims.c.event_type, facts.c.kind).label("kind"),
            claims.c.quad,
            claims.c.when_start.label("start"),
            claims.c.when_end.label("end"),
            readings.c.anchor.label("reported"),
            articles.c.origin,
            claims.c.serial.label("position"),
        )
        .join(fact_claims, fact_claims.c.claim == claims.c.serial)
        .join(facts, facts.c.serial == fact_claims.c.fact)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(fact_claims.c.fact == serial, live)
        .order_by(claims.c.serial)
    )
    told = [Said(**row) for row in found.mappings()]
    gone = reviewing.withdrawn_claims(connection, [one.claim_id for one in told], seq=seq)
    return [one for one in told if one.claim_id not in gone]


def _best(
    connection: Connection, seen: Happening, without: set[int], seq: int
) -> tuple[int, Match] | None:
    best: tuple[int, Match] | None = None
    for serial, other in _candidates(connection, seen, seq):
        if serial in without:
            continue
        found = match(seen, other)
        if found is not None and (best is None or found.score > best[1].score):
            best = serial, found
    return best


def _candidates(connection: Connection, seen: Happening, seq: int) -> list[tuple[int, Happening]]:
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


def open_fact(
    connection: Connection, *, id: str, type: str, kind: str | None, modality: str, seq: int
) -> int:
    """Write a fact that no claim tells of yet; its number."""
    serial = next_number(connection, facts.c.serial)
    connection.execute(
        insert(facts).values(
            serial=serial,
            id=id,
            type=type,
            kind=kind,
            modality=modality,
            disputed=False,
            claims=0,
            origins=0,
            opened=seq,
        )
    )
    return serial


def fact_id(claim_id: str) -> str:
    """A fact is known by its first claim: 16 hex digits that no claim has."""
    return hashlib.sha256(f"fact {claim_id}".encode()).hexdigest()[:16]


def _pair(connection: Connection, serial: int, seen: Happening) -> None:
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


def repair(connection: Connection, serial: int) -> None:
    """Enter the pairs of a fact anew, from the claims that it has now."""
    connection.execute(delete(fact_pairs).where(fact_pairs.c.fact == serial))
    found = connection.execute(
        select(claims.c.serial, claims.c.record, readings.c.anchor)
        .join(fact_claims, fact_claims.c.claim == claims.c.serial)
        .join(readings, readings.c.id == claims.c.reading_id)
        .where(fact_claims.c.fact == serial, fact_claims.c.closed.is_(None))
        .order_by(claims.c.serial)
    ).all()
    for row in found:
        claim = rows.claim_from_row(row.record, place="the ledger")
        _pair(connection, serial, happening(claim, reported=row.anchor))


def _settle_pairs(
    connection: Connection, serial: int, where: Reached, reported: date | None
) -> None:
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
