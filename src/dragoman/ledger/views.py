"""Facts as they are now, or as they were at any number of the journal."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, select

from dragoman.errors import NotFound
from dragoman.ledger import joining, reviewing, rows
from dragoman.ledger.derive import Witness, fact
from dragoman.ledger.journal import stands
from dragoman.ledger.queries import Query, chosen
from dragoman.ledger.schema import articles, claims, fact_claims, facts, readings
from dragoman.records import Fact


def fact_now(connection: Connection, serial: int, *, place: str, seq: int | None = None) -> Fact:
    """The fact as a record; as of the journal's number `seq`, or now.

    Raises NotFound where no claim told of it then.
    """
    told = joining.said(connection, serial, seq=seq)
    row = connection.execute(select(facts.c.id).where(facts.c.serial == serial)).one()
    if not told:
        raise NotFound(f"no claim that still stands tells of fact {row.id}")
    records = {
        found.serial: found.record
        for found in connection.execute(
            select(claims.c.serial, claims.c.record).where(
                claims.c.serial.in_([one.position for one in told])
            )
        )
    }
    witnesses = [
        Witness(one, rows.claim_from_row(records[one.position], place=place)) for one in told
    ]
    return fact(row.id, witnesses, reviewing.of_fact(connection, row.id, seq=seq))


def standing_facts(query: Query, *, seq: int | None = None) -> Select[tuple[int]]:
    """The numbers of the facts that a query's claims tell of: by parties and type, the rest is the
    facts' own."""
    return (
        select(fact_claims.c.fact)
        .join(claims, claims.c.serial == fact_claims.c.claim)
        .join(readings, readings.c.id == claims.c.reading_id)
        .join(articles, articles.c.id == claims.c.article_id)
        .where(stands(fact_claims, seq), *chosen(query))
        .distinct()
    )


def facts_of(
    connection: Connection, query: Query, *, place: str, seq: int | None, limit: int | None
) -> Iterator[Fact]:
    """The facts that a query chooses, the latest first, those without a date at the end."""
    parts = Query(types=query.types, parties=query.parties, speaker=query.speaker, as_of=seq)
    wanted = select(facts.c.serial).where(facts.c.serial.in_(standing_facts(parts, seq=seq)))
    if seq is None:
        wanted = wanted.where(facts.c.closed.is_(None), *_own(query))
    wanted = wanted.order_by(facts.c.when_start.desc().nulls_last(), facts.c.serial)
    shown = 0
    for serial in connection.execute(wanted).scalars().all():
        if limit is not None and shown >= limit:
            return
        found = fact_now(connection, serial, place=place, seq=seq)
        if seq is not None and not (_stood(found) and _fits(found, query)):
            continue
        shown += 1
        yield found


def _own(query: Query) -> list[ColumnElement[bool]]:
    """What of a query is asked of the fact and not of its claims."""
    conditions: list[ColumnElement[bool]] = []
    if query.modalities:
        conditions.append(facts.c.modality.in_(query.modalities))
    if query.statuses:
        conditions.append(facts.c.status.in_(query.statuses))
    if query.event_types:
        conditions.append(facts.c.kind.in_(query.event_types))
    if query.since is not None:
        conditions.append(facts.c.when_end >= query.since)
    if query.until is not None:
        conditions.append(facts.c.when_start <= query.until)
    return conditions


def _fits(found: Fact, query: Query) -> bool:
    """The same, for a fact as it was."""
    start, end = found.when.start, found.when.end
    return (
        (not query.modalities or found.modality in query.modalities)
        and (not query.statuses or found.status in query.statuses)
        and (not query.event_types or found.kind in query.event_types)
        and (query.since is None or (end is not None and end >= query.since))
        and (query.until is None or (start is not None and start <= query.until))
    )


def _stood(found: Fact) -> bool:
    return not reviewing.is_withdrawn(found.reviews)
