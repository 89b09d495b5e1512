"""What a review does to the links between claims and facts: splits and merges."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update

from dragoman.errors import BadReview, NotFound
from dragoman.ledger import joining, journal, pairing, reviewing
from dragoman.ledger.joining import fact_id
from dragoman.ledger.reviewing import Action
from dragoman.ledger.schema import claims as claims_table
from dragoman.ledger.schema import fact_claims, facts, reviews


def _fact(connection: Connection, id: str) -> Any:
    """The row of the newest fact with an id, null where there is none."""
    newest = select(facts).where(facts.c.id == id).order_by(facts.c.serial.desc()).limit(1)
    return connection.execute(newest).first()


def _known(connection: Connection, id: str) -> Any:
    """The same. Raises NotFound where there is none."""
    found = _fact(connection, id)
    if found is None:
        raise NotFound(f"no fact has the id {id}")
    return found


def review(
    connection: Connection,
    id: str,
    action: Action,
    *,
    author: str,
    reason: str,
    field: str | None,
    value: str | None,
    claims: Sequence[str],
    other: str | None,
) -> int:
    """Keep a review and do what it says; the number of the fact that it is about."""
    reviewing.check(author=author, reason=reason)
    fact = _fact(connection, id)
    if fact is None:
        return _of_claim(connection, id, action, author=author, reason=reason)
    kept: Any = None
    match action:
        case "correct":
            if field is None or value is None:
                raise BadReview("a correction needs a field and a value")
            kept = reviewing.valid_value(fact.type, field, value)
        case "split":
            check_split(connection, fact, claims)
            kept = sorted(set(claims))
        case "merge":
            check_merge(connection, fact, other)
            kept = other
    seq, _ = journal.enter(connection, "review", "")
    number = reviewing.write(
        connection,
        target="fact",
        target_id=id,
        action=action,
        author=author,
        reason=reason,
        seq=seq,
        field=field if action == "correct" else None,
        value=kept,
    )
    _settle(connection, number, seq)
    return int(fact.serial)


def _of_claim(connection: Connection, id: str, action: Action, *, author: str, reason: str) -> int:
    told = joining.of_claims(connection, [id])
    if not told:
        raise NotFound(f"no fact and no claim that still stands has the id {id}")
    if action not in ("withdraw", "accept"):
        raise BadReview(f"a claim is withdrawn or accepted; to {action} is for facts")
    seq, _ = journal.enter(connection, "review", "")
    number = reviewing.write(
        connection,
        target="claim",
        target_id=id,
        action=action,
        author=author,
        reason=reason,
        seq=seq,
    )
    _settle(connection, number, seq)
    return min(told)


def _settle(connection: Connection, number: int, seq: int) -> None:
    journal.name(connection, seq, str(number))
    kept = connection.execute(select(reviews).where(reviews.c.id == number)).one()
    joining.refresh(connection, apply(connection, kept, seq=seq), seq=seq)


def check_merge(connection: Connection, fact: Any, other: str | None) -> None:
    """Raise BadReview unless the other fact is one, is another, and is of the same type."""
    if other is None or other == fact.id:
        raise BadReview("a merge needs the id of another fact, which goes into this one")
    type = _known(connection, other).type
    if type != fact.type:
        raise BadReview(f"{fact.id} is of type {fact.type} and {other} of type {type}")


def check_split(connection: Connection, fact: Any, claim_ids: Sequence[str]) -> None:
    """Raise BadReview unless the claims are some of the fact's, and not all."""
    held = _claims(connection, fact.serial)
    strange = sorted(set(claim_ids) - set(held.values()))
    if strange:
        raise BadReview(f"fact {fact.id} does not rest on {', '.join(strange)}")
    if not claim_ids or set(held.values()) <= set(claim_ids):
        raise BadReview(f"a split takes some of the claims of fact {fact.id}, and leaves some")


def apply(connection: Connection, review: Any, *, seq: int) -> set[int]:
    """Do what a review says; the numbers of the facts that changed by it."""
    if review.target == "claim":
        return joining.of_claims(connection, [review.target_id])
    serial = _known(connection, review.target_id).serial
    why = f"review by {review.author}"
    match review.action:
        case "split":
            wanted = json.loads(review.value)
            taken = [s for s, id in _claims(connection, serial).items() if id in wanted]
            return {serial, _move(connection, taken, serial, None, why, seq)}
        case "merge":
            other = _known(connection, json.loads(review.value)).serial
            _move(connection, list(_claims(connection, other)), other, serial, why, seq)
            return {serial, other}
        case _:
            return {serial}


def _claims(connection: Connection, serial: int) -> dict[int, str]:
    """The claims that a fact rests on: number and id."""
    found = connection.execute(
        select(claims_table.c.serial, claims_table.c.id)
        .join(fact_claims, fact_claims.c.claim == claims_table.c.serial)
        .where(fact_claims.c.fact == serial, fact_claims.c.closed.is_(None))
        .order_by(claims_table.c.serial)
    )
    return {row.serial: row.id for row in found}


def _move(
    connection: Connection, taken: list[int], out_of: int, into: int | None, why: str, seq: int
) -> int:
    """Move claims out of a fact into another, or into one of their own; its number."""
    connection.execute(
        update(fact_claims)
        .where(
            fact_claims.c.fact == out_of,
            fact_claims.c.claim.in_(taken),
            fact_claims.c.closed.is_(None),
        )
        .values(closed=seq)
    )
    if into is None:
        first = connection.execute(
            select(claims_table).where(claims_table.c.serial == taken[0])
        ).one()
        into = joining.open_fact(
            connection,
            id=fact_id(f"{first.id} split {seq}"),
            type=first.type,
            kind=first.event_type,
            modality=first.modality,
            seq=seq,
        )
    connection.execute(
        insert(fact_claims),
        [
            {"fact": into, "claim": claim, "opened": seq, "score": 1.0, "reason": why}
            for claim in taken
        ],
    )
    for serial in (out_of, into):
        pairing.renew(connection, serial)
    return into
