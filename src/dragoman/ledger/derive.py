"""A fact as a record, made from its claims and from what people said of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.ledger.life import HAPPENED, Reached, Said, in_order, reached
from dragoman.ledger.reviewing import corrected
from dragoman.ledger.roles import is_mutual, roles
from dragoman.records import AnyClaim, Fact, Overlay, Party, Precision, Step, Variant, When


@dataclass(frozen=True, slots=True)
class Witness:
    """A claim of a fact with what the ledger knows of it."""

    said: Said
    claim: AnyClaim


def fact(id: str, witnesses: Sequence[Witness], reviews: Sequence[Overlay] = ()) -> Fact:
    """The fact that one claim or more come to; `reviews` in the order in which they were made.

    Deterministic: the same witnesses and reviews make the same record, in whatever order they come.
    """
    told = sorted(witnesses, key=lambda w: w.said.position)
    type = told[0].claim.type
    where = corrected(reached(type, [w.said for w in told]), reviews)
    held = [w for w in told if w.said.modality != "denied"]
    main = _main(held or told)
    days = [w.said.reported for w in told if w.said.reported is not None]
    return Fact(
        id=id,
        type=type,
        kind=where.kind,
        quad=where.quad,
        status=where.status,
        modality=where.modality,
        mutual=is_mutual(main.claim),
        leading=_parties(main.claim, "lead"),
        facing=_parties(main.claim, "facing"),
        when=_when(held or told, where),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        claims_for=tuple(w.claim.id for w in held),
        claims_against=tuple(w.claim.id for w in told if w.said.modality == "denied"),
        origins=where.origins,
        life=tuple(
            Step(
                reported=step.reported,
                claim_id=step.claim_id,
                origin=step.origin,
                modality=step.modality,
                status=step.status,
            )
            for step in in_order(type, [w.said for w in told])
        ),
        contradictions=_contradictions(held),
        reviews=tuple(reviews),
    )


def _main(witnesses: Sequence[Witness]) -> Witness:
    """The claim whose parties are the fact's: the one that names most of them, then the first."""
    return min(witnesses, key=lambda w: (-len(list(roles(w.claim))), w.said.position))


def _parties(claim: AnyClaim, side: str) -> tuple[Party, ...]:
    return tuple(role.party for role in roles(claim) if role.side == side)


def _when(witnesses: Sequence[Witness], where: Reached) -> When:
    """The words of the claim whose days they are; without one, days that a person gave."""
    for witness in witnesses:
        if _days(witness) == (where.start, where.end):
            return witness.claim.when
    precision: Precision = "day" if where.start == where.end else "unknown"
    return When(start=where.start, end=where.end, precision=precision, basis="given")


def _days(witness: Witness) -> tuple[Any, Any]:
    said = witness.said
    return said.start or said.end, said.end or said.start


# What claims of one fact may differ on, by type; null and "unspecified" are no statement.
_FIELDS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "event": {"kind": lambda c: c.event_type, "place": lambda c: c.place and c.place.name},
    "agreement": {
        "count": lambda c: c.count,
        "value": lambda c: c.value and [c.value.amount, c.value.currency],
        "instrument": lambda c: c.instrument if c.instrument != "other" else None,
    },
    "visit": {
        "ordinal": lambda c: c.ordinal,
        "kind": lambda c: c.kind if c.kind != "unspecified" else None,
        "place": lambda c: c.place and c.place.name,
    },
}


def _contradictions(witnesses: Sequence[Witness]) -> dict[str, tuple[Variant, ...]]:
    if not witnesses:
        return {}
    found = {}
    for field, value in _FIELDS.get(witnesses[0].claim.type, {}).items():
        variants = _variants(witnesses, value)
        if len(variants) > 1:
            found[field] = variants
    dated = [w for w in witnesses if w.said.start and w.said.modality in HAPPENED]
    starts = [w.said.start for w in dated if w.said.start]
    ends = [w.said.end or w.said.start for w in dated if w.said.end or w.said.start]
    if dated and max(starts) > min(day for day in ends if day):
        found["when"] = _variants(
            dated, lambda c: [str(c.when.start), str(c.when.end or c.when.start)]
        )
    return found


def _variants(witnesses: Sequence[Witness], value: Callable[[Any], Any]) -> tuple[Variant, ...]:
    """Each value with who gives it, the one that most origins give first."""
    by: dict[str, tuple[Any, list[Witness]]] = {}
    for witness in witnesses:
        told = value(witness.claim)
        if told is not None:
            by.setdefault(json.dumps(told, sort_keys=True), (told, []))[1].append(witness)
    made = [
        Variant(
            value=told,
            claim_ids=tuple(w.claim.id for w in those),
            origins=len({w.said.origin for w in those}),
        )
        for told, those in by.values()
    ]
    return tuple(sorted(made, key=lambda v: -v.origins))
