"""Reviews: what a person says of a fact or a claim. They overlay; no claim is ever edited."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import Connection, insert, select

from dragoman.errors import BadReview, one_of
from dragoman.ledger.life import ORDER, Reached
from dragoman.ledger.numbers import next_number
from dragoman.ledger.schema import reviews
from dragoman.ontology import plover
from dragoman.records import EventType, Modality, Overlay

Action = Literal["accept", "correct", "withdraw", "split", "merge"]
FIELDS = ("kind", "status", "modality", "when")
"""What of a fact can be corrected."""


def check(*, author: str, reason: str) -> None:
    """Raise BadReview unless it says who and why: a correction by nobody is none."""
    for name, told in (("author", author), ("reason", reason)):
        if not told.strip():
            raise BadReview(f"a review needs its {name}")


def valid_value(type: str, field: str, value: str) -> Any:
    """The value of a correction as it is kept. `when` is a day, or two joined by "/".

    Raises BadReview for a field that cannot be corrected or a value that it cannot have.
    """
    match field:
        case "kind" if type == "event":
            return _one(value.upper(), get_args(EventType), "event type")
        case "status" if type in ORDER:
            return _one(value, ORDER[type], f"status of {type}s")
        case "modality":
            return _one(value, get_args(Modality), "modality")
        case "when":
            return _days(value)
    able = [
        f
        for f in FIELDS
        if not (f == "kind" and type != "event") and (f != "status" or type in ORDER)
    ]
    raise BadReview(f"{field!r} of a fact of type {type} cannot be corrected; {one_of(able)}")


def write(
    connection: Connection,
    *,
    target: Literal["fact", "claim"],
    target_id: str,
    action: Action,
    author: str,
    reason: str,
    seq: int,
    field: str | None = None,
    value: Any = None,
) -> int:
    """Keep one review; its number."""
    made = next_number(connection, reviews.c.id)
    connection.execute(
        insert(reviews).values(
            id=made,
            target=target,
            target_id=target_id,
            action=action,
            field=field,
            value=None if value is None else json.dumps(value, ensure_ascii=False),
            author=author.strip(),
            reason=reason.strip(),
            opened=seq,
        )
    )
    return made


def of_fact(connection: Connection, fact_id: str, *, seq: int | None = None) -> list[Overlay]:
    """What was said of a fact, oldest first; as of the journal's number `seq`, or now."""
    wanted = select(reviews).where(reviews.c.target == "fact", reviews.c.target_id == fact_id)
    if seq is not None:
        wanted = wanted.where(reviews.c.opened <= seq)
    return [
        Overlay(
            action=row.action,
            field=row.field,
            value=None if row.value is None else json.loads(row.value),
            author=row.author,
            reason=row.reason,
        )
        for row in connection.execute(wanted.order_by(reviews.c.id))
    ]


def withdrawn_claims(
    connection: Connection, claim_ids: Sequence[str], *, seq: int | None = None
) -> set[str]:
    """Those of the claims that a person has withdrawn, and not accepted again since."""
    wanted = select(reviews.c.target_id, reviews.c.action).where(reviews.c.target == "claim")
    if len(claim_ids) < 500:
        wanted = wanted.where(reviews.c.target_id.in_(claim_ids))
    if seq is not None:
        wanted = wanted.where(reviews.c.opened <= seq)
    last = {row.target_id: row.action for row in connection.execute(wanted.order_by(reviews.c.id))}
    return {claim for claim in claim_ids if last.get(claim) == "withdraw"}


def is_withdrawn(judged: Sequence[Overlay]) -> bool:
    """Whether the last word on a fact is that it is none."""
    words = [one.action for one in judged if one.action in ("withdraw", "accept")]
    return bool(words) and words[-1] == "withdraw"


def corrected(found: Reached, judged: Sequence[Overlay]) -> Reached:
    """Where a fact stands after what people corrected."""
    for one in judged:
        if one.action != "correct":
            continue
        if one.field == "when":
            start, end = map(date.fromisoformat, one.value)
            found = replace(found, start=start, end=end)
        elif one.field == "kind":
            found = replace(found, kind=one.value, quad=plover.event(one.value).quad)
        elif one.field is not None:
            found = replace(found, **{one.field: one.value})
    return found


def _one(value: str, valid: Iterable[str], what: str) -> str:
    valid = tuple(valid)
    if value not in valid:
        raise BadReview(f"{value!r} is no {what}; {one_of(valid)}")
    return value


def _days(value: str) -> list[str]:
    first, _, last = value.partition("/")
    try:
        days = [date.fromisoformat(first), date.fromisoformat(last or first)]
    except ValueError:
        raise BadReview(f"{value!r} is no day: say 2024-05-03, or 2024-05-03/2024-05-05") from None
    if days[0] > days[1]:
        raise BadReview(f"{value} ends before it starts")
    return [day.isoformat() for day in days]
