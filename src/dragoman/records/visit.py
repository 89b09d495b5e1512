from __future__ import annotations

from typing import Literal

from pydantic import Field

from dragoman.records.claim import Claim
from dragoman.records.event import Place
from dragoman.records.party import Party

VisitKind = Literal["state", "official", "working", "summit", "meeting", "unspecified"]
VisitStatus = Literal["made", "ongoing", "planned", "cancelled", "postponed", "possible"]


class Visit(Claim):
    """A journey of office holders to a state or organisation, or a meeting of them.

    `host` is the state or organisation that receives, `hosts` the persons who do.
    `ordinal` and `counted_since` (a year or a date as text) hold "the fourth ... since 2013".
    """

    type: Literal["visit"] = "visit"
    visitors: tuple[Party, ...]
    host: Party | None = None
    hosts: tuple[Party, ...] = ()
    place: Place | None = None
    kind: VisitKind = "unspecified"
    status: VisitStatus
    ordinal: int | None = Field(default=None, ge=1)
    counted_since: str | None = None
