"""What happened between two parties, counted as SQL: facts, not reports."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from dragoman.ledger.queries import Query, relations
from dragoman.ledger.schema import claims, fact_claims, fact_pairs, facts
from dragoman.ledger.whom import Whom

_STATES = ("state", "organisation")


def counts(query: Query) -> Select[Any]:
    """The facts that stand between the query's two parties, counted by direction and by all that
    sets one kind of fact apart from another."""
    first, second = query.parties
    if first.kind in _STATES and second.kind in _STATES:
        told = _by_pair(_side(first), _side(second), query)
    else:
        told = _by_claims(first, second, query)
    inner = told.subquery()
    columns = [inner.c[name] for name in inner.c.keys()]  # noqa: SIM118 (not a dict)
    return select(*columns, func.count().label("facts")).group_by(*columns).order_by(*columns)


def _by_pair(first: str, second: str, query: Query) -> Select[Any]:
    """States and organisations are sides, and every fact's pairs of sides are written down."""
    turned = first > second
    one, other = sorted((first, second))
    pair = fact_pairs.c
    forth, back = ("back", "forth") if turned else ("forth", "back")
    conditions: list[ColumnElement[bool]] = [pair.first == one, pair.second == other]
    if query.since is not None:
        conditions += [pair.last_day >= query.since.toordinal(), pair.dated]
    if query.until is not None:
        conditions += [pair.day <= query.until.toordinal(), pair.dated]
    return select(
        case((pair.direction == "forth", forth), (pair.direction == "back", back), else_="mutual")
        .label("direction"),
        pair.type,
        case((pair.type == "event", pair.kind)).label("event_type"),
        pair.quad,
        pair.status,
        pair.modality,
    ).where(*conditions)  # fmt: skip


def _by_claims(first: Whom, second: Whom, query: Query) -> Select[Any]:
    """A person or a group has no side of its own; the claims tell where it stands."""
    mutual, there, back = relations(first, second)
    linked = (
        select(literal(1))
        .select_from(fact_claims.join(claims, claims.c.serial == fact_claims.c.claim))
        .where(fact_claims.c.fact == facts.c.serial, fact_claims.c.closed.is_(None))
    )
    conditions: list[ColumnElement[bool]] = [
        facts.c.closed.is_(None),
        linked.where(mutual | there | back).exists(),
    ]
    if query.since is not None:
        conditions.append(facts.c.when_end >= query.since)
    if query.until is not None:
        conditions.append(facts.c.when_start <= query.until)
    return select(
        case(
            (linked.where(mutual).exists(), "mutual"),
            (linked.where(there).exists(), "forth"),
            else_="back",
        ).label("direction"),
        facts.c.type,
        case((facts.c.type == "event", facts.c.kind)).label("event_type"),
        facts.c.quad,
        facts.c.status,
        facts.c.modality,
    ).where(*conditions)


def _side(whom: Whom) -> str:
    return whom.code if whom.kind == "state" else whom.key
