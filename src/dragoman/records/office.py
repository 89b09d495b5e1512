from __future__ import annotations

from typing import Literal

from dragoman.records.claim import Claim
from dragoman.records.party import Party


class Office(Claim):
    """A person holds, takes or leaves an office. `since` and `until` are ISO years, months or days."""

    type: Literal["office"] = "office"
    person: Party
    title: str
    of: Party
    since: str | None = None
    until: str | None = None
