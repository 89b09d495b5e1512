"""What can be asked of the ledger, as SQL that every database understands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    FromClause,
    Select,
    and_,
    exists,
    func,
    literal,
    or_,
    select,
)

from dragoman.ledger.journal import stands
from dragoman.ledger.schema import articles, claim_parties, claims, readings
from dragoman.ledger.whom import Whom
from dragoman.records import ClaimType, EventType, Modality


@dataclass(frozen=True)
class Query:
    """A choice of claims; an empty field chooses nothing away.

    One of `parties`: those in which it leads or faces; two: those that say something of the one to
    the other. `since` and `until` are days, both included; a claim is in if its time overlaps, and
    a claim without a date is then out (`Standing.undated` counts them). `as_of` is a number of the
    journal: what stood then, and not what stands now.
    """

    types: tuple[ClaimType, ...] = ()
    parties: tuple[Whom, ...] = ()
    speaker: Whom | None = None
    since: date | None = None
    until: date | None = None
    modalities: tuple[Modality, ...] = ()
    statuses: tuple[str, ...] = ()
    event_types: tuple[EventType, ...] = ()
    as_of: int | None = None

    def __post_init__(self) -> None:
        if len(self.parties) > 2:
            raise ValueError("one party or two can be asked for, not more")
        if len(set(self.parties)) < len(self.parties):
            raise ValueError(f"a dyad has two parties, and both are {self.parties[0].name}")


@dataclass(frozen=True)
class Standing:
    """What stands behind a list: claims, the articles that make them, their independent origins;
    and how many more claims are left out because nothing says when."""

    claims: int
    articles: int
    origins: int
    undated: int


def chosen(query: Query) -> list[ColumnElement[bool]]:
    """The conditions of the query on `claims` joined with `readings`, dates apart."""
    conditions: list[ColumnElement[bool]] = [stands(readings, query.as_of)]
    if query.types:
        conditions.append(claims.c.type.in_(query.types))
    if query.modalities:
        conditions.append(claims.c.modality.in_(query.modalities))
    if query.statuses:
        conditions.append(claims.c.status.in_(query.statuses))
    if query.event_types:
        conditions.append(claims.c.event_type.in_(query.event_types))
    if query.speaker is not None:
        conditions.append(_stands(query.speaker, claim_parties.c.role == "speaker"))
    if len(query.parties) == 1:
        conditions.append(_stands(query.parties[0], claim_parties.c.side.is_not(None)))
    if len(query.parties) == 2:
        conditions.append(or_(*relations(*query.parties)))
    return conditions


def dated(query: Query) -> list[ColumnElement[bool]]:
    """The conditions that `since` and `until` make: the claim's days overlap theirs."""
    conditions = []
    if query.since is not None:
        conditions.append(func.coalesce(claims.c.when_end, claims.c.when_start) >= query.since)
    if query.until is not None:
        conditions.append(func.coalesce(claims.c.when_start, claims.c.when_end) <= query.until)
    return conditions


def listing(query: Query, *columns: Any, limit: int | None = None) -> Select[Any]:
    """The chosen claims, latest first, those without a date at the end; always in one order."""
    wanted = (
        select(*columns)
        .select_from(_joined())
        .where(*chosen(query), *dated(query))
        .order_by(
            claims.c.when_start.desc().nulls_last(),
            claims.c.article_id,
            claims.c.evidence_start,
            claims.c.position,
        )
    )
    return wanted if limit is None else wanted.limit(limit)


def standing(query: Query) -> tuple[Executable, Executable]:
    """Two counts: (claims, articles, origins) of the query, and its undated claims."""
    behind = (
        select(
            func.count(),
            func.count(claims.c.article_id.distinct()),
            func.count(articles.c.origin.distinct()),
        )
        .select_from(_joined())
        .where(*chosen(query), *dated(query))
    )
    undated = (
        select(func.count())
        .select_from(_joined())
        .where(*chosen(query), claims.c.when_start.is_(None), claims.c.when_end.is_(None))
    )
    return behind, undated


def _joined() -> Any:
    return claims.join(readings, readings.c.id == claims.c.reading_id).join(
        articles, articles.c.id == claims.c.article_id
    )


def relations(first: Whom, second: Whom) -> Sequence[ColumnElement[bool]]:
    """Three ways for two parties to meet in a claim: with each other, forth, and back."""
    one, other = claim_parties.alias("one"), claim_parties.alias("other")

    def met(one_side: str, other_side: str) -> ColumnElement[bool]:
        # Two different parties: the mention of one official is no meeting of him and his state.
        return exists(
            select(literal(1)).where(
                one.c.claim == claims.c.serial,
                other.c.claim == claims.c.serial,
                one.c.key != other.c.key,
                one.c.side == one_side,
                other.c.side == other_side,
                _is(first, one),
                _is(second, other),
            )
        )

    return (
        and_(claims.c.mutual, met("lead", "lead")),
        met("lead", "facing"),
        met("facing", "lead"),
    )


def _stands(whom: Whom, where: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(literal(1)).where(
            claim_parties.c.claim == claims.c.serial, where, _is(whom, claim_parties)
        )
    )


def _is(whom: Whom, parties: FromClause) -> ColumnElement[bool]:
    party = parties.c
    if whom.kind == "state":
        return or_(party.country == whom.code, party.key == whom.key)
    if whom.kind == "organisation":
        return or_(party.key == whom.key, party.office_of == whom.key)
    return party.key == whom.key
