"""Who stands in a claim, in which role, and on which side of it.

A claim has two sides: who leads (acts, visits, speaks) and who faces (is acted on, receives, is
spoken of). A dyad is made of a leading and a facing party, or of two leading ones where the claim is
mutual: two states that impose sanctions together on a third have no relation by that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from dragoman.records import AnyClaim, Party

Side = Literal["lead", "facing"]

# Every role of every record type that holds parties. `None`: named, but no side of the claim.
SIDES: dict[str, dict[str, Side | None]] = {
    "event": {"actors": "lead", "recipients": "facing"},
    "agreement": {"parties": "lead", "signatories": "lead", "by": "lead"},
    "visit": {"visitors": "lead", "host": "facing", "hosts": "facing"},
    "quotation": {"speaker": "lead", "addressees": "facing", "about": "facing"},
    "membership": {"members": "lead", "organisation": "facing"},
    "office": {"person": "lead", "of": "facing"},
}
ATTRIBUTED = "attributed_to"


class Role(NamedTuple):
    """One party of a claim: `position` counts from 0 within the role."""

    name: str
    position: int
    side: Side | None
    party: Party


def roles(claim: AnyClaim) -> Iterator[Role]:
    """Every party of the claim, role by role, in the order of the record."""
    sides: dict[str, Side | None] = {**SIDES[claim.type], ATTRIBUTED: None}
    for name, side in sides.items():
        held = getattr(claim, name)
        parties = cast("tuple[Party, ...]", held if isinstance(held, tuple) else (held,))
        for position, party in enumerate(parties):
            if party is not None:
                yield Role(name, position, side, party)


def is_mutual(claim: AnyClaim) -> bool:
    """Whether those who lead stand in the claim to each other, and not only beside each other."""
    match claim.type:
        case "event":
            return claim.reciprocal
        case "agreement":
            return True
        case "visit":
            # A meeting on third ground; with a host, visitors who travel together only share a car.
            return claim.kind in ("meeting", "summit") or (claim.host is None and not claim.hosts)
        case "membership":
            return claim.relation == "cooperating"
        case "quotation" | "office":
            return False
