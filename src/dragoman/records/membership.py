from __future__ import annotations

from typing import Literal

from dragoman.records.claim import Claim
from dragoman.records.party import Party

MembershipRelation = Literal["member", "joining", "leaving", "candidate", "observer", "cooperating"]


class Membership(Claim):
    """Parties and an organisation; `cooperating`: they work together within it."""

    type: Literal["membership"] = "membership"
    members: tuple[Party, ...]
    organisation: Party
    relation: MembershipRelation
