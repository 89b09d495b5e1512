"""Claims join facts: the store's side of matching."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from dragoman.ledger import pairing, reviewing
from dragoman.ledger.candidates import candidates
from dragoman.ledger.happening import Happening, happening
from dragoman.ledger.journal import stands
from dragoman.ledger.life import Said, reached
from dragoman.ledger.matching import Match, match
from dragoman.ledger.numbers import next_number
from dragoman.ledger.schema import (
    articles,
    claims,
    fact_claims,
    facts,
    readings,
)
from dragoman.records import AnyClaim

FIRST = Match(1.0, "the first to say so")
AGAIN = Match(1.0, "the same claim, read again")


@dataclass(frozen=True, slots=True)
class NewClaim:
    """A claim that was just written. `serial` is its number in the ledger."""

    serial: int
    claim: AnyClaim
    reported: date | None


def tell(
    connection: Connection, told: Sequence[NewClaim], moved: Iterable[int], *, seq: int
) -> None:
    """Let the claims of a reading tell of their facts, in place of those whose reading the journal's
    entry `seq` closed. `moved` are the facts that changed by the article itself."""
    before = detach_all(connection, seq=seq)
    joined = attach(connection, told, before, seq=seq)
    refresh(connection, {*moved, *before.values(), *joined}, seq=seq)


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
        pairing.enter(connection, serial, seen)
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
    return _of(connection, claims.c.id.in_(list(claim_ids)))


def of_articles(connection: Connection, article_ids: Iterable[str]) -> set[int]:
    """The facts that claims of these articles tell of."""
    return _of(connection, claims.c.article_id.in_(list(article_ids)))


def _of(connection: Connection, which: ColumnElement[bool]) -> set[int]:
    told = select(fact_claims.c.fact).join(claims, claims.c.serial == fact_claims.c.claim)
    standing = told.where(which, stands(fact_claims, None))
    return set(connection.execute(standing).scalars())


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
            pairing.remove(connection, serial)
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
            pairing.renew(connection, serial)
        pairing.settle(connection, serial, where, min(days, default=None))


def said(connection: Connection, serial: int, *, seq: int | None = None) -> list[Said]:
    """What the claims of a fact say, in the order in which they joined it; as of the journal's
    number `seq`, or now."""
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
        .where(fact_claims.c.fact == serial, stands(fact_claims, seq))
        .order_by(claims.c.serial)
    )
    told = [Said(**row) for row in found.mappings()]
    gone = reviewing.withdrawn_claims(connection, [one.claim_id for one in told], seq=seq)
    return [one for one in told if one.claim_id not in gone]


def _best(
    connection: Connection, seen: Happening, without: set[int], seq: int
) -> tuple[int, Match] | None:
    best: tuple[int, Match] | None = None
    for serial, other in candidates(connection, seen, seq):
        if serial in without:
            continue
        found = match(seen, other)
        if found is not None and (best is None or found.score > best[1].score):
            best = serial, found
    return best


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
