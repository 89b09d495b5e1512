from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from dragoman.records.claim import ClaimType, Modality
from dragoman.records.model import Record
from dragoman.records.party import Party
from dragoman.records.when import When


class Step(Record):
    """One thing that was said of a fact: the day it was reported, by which claim, as what."""

    reported: date | None
    claim_id: str
    origin: str
    modality: Modality
    status: str | None = None


class Variant(Record):
    """One of the values that claims give for a field on which they differ."""

    value: Any
    claim_ids: tuple[str, ...]
    origins: int


class Overlay(Record):
    """What a person said of a fact: `field` and `value` where something was corrected."""

    action: str
    field: str | None = None
    value: Any = None
    author: str
    reason: str


class Fact(Record):
    """What happened once, as the claims about it tell: nobody's sentence, but made of sentences.

    `id` is that of the first claim, with "f" before it. `status` and `modality` are where it has got
    to: planned on Monday, done on Friday is one fact that is asserted. `life` holds every step in
    the order of the reports. `claims_for` are those that say so, `claims_against` those that deny
    it; `origins` counts those who say so independently. `contradictions` name the fields on which
    claims differ, with what each says: nothing is averaged. `when` is the narrowest interval that a
    claim gives; where they exclude each other, the first one's, and the days are a contradiction.
    """

    id: str
    type: ClaimType
    kind: str | None = None
    quad: int | None = None
    status: str | None = None
    modality: Modality
    mutual: bool
    leading: tuple[Party, ...]
    facing: tuple[Party, ...]
    when: When
    first_reported: date | None = None
    last_reported: date | None = None
    claims_for: tuple[str, ...]
    claims_against: tuple[str, ...] = ()
    origins: int
    life: tuple[Step, ...]
    contradictions: dict[str, tuple[Variant, ...]] = Field(default_factory=dict)
    reviews: tuple[Overlay, ...] = ()

    @property
    def disputed(self) -> bool:
        """Whether some say that it did not happen, and others that it did."""
        return bool(self.claims_against) and bool(self.claims_for)
