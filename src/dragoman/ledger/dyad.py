"""How two parties stand to each other, in counts that keep done, planned and denied apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from dragoman.ledger.queries import Standing
from dragoman.ledger.whom import Whom
from dragoman.records import AnyClaim

Direction = Literal["mutual", "forth", "back"]
Key = TypeVar("Key")


@dataclass(frozen=True)
class Count:
    """So many facts of one kind: `forth` from the dyad's first party to its second, `back` the
    other way, `mutual` with each other. A fact counts once, however many claims tell of it."""

    direction: Direction
    type: str
    event_type: str | None
    quad: int | None
    status: str | None
    modality: str
    facts: int


@dataclass(frozen=True)
class Contact:
    """The last day on which the two are known to have met or spoken, by this claim."""

    day: date
    claim: AnyClaim


@dataclass(frozen=True)
class Dyad:
    """What the ledger holds between `first` and `second`.

    `last_contact` knows only what is asserted: a visit made or going on, a consultation. A planned
    or denied visit is no contact, nor is one that is told as history.
    """

    first: Whom
    second: Whom
    since: date | None
    until: date | None
    counts: tuple[Count, ...]
    last_contact: Contact | None
    standing: Standing

    def quads(self) -> Counter[tuple[Direction, int, str]]:
        """Events by direction, quad (1-4) and modality."""
        return self._sum("event", lambda count: (count.direction, count.quad or 0, count.modality))

    def event_types(self) -> Counter[tuple[str, str]]:
        """Events by event type and modality."""
        return self._sum("event", lambda count: (count.event_type or "", count.modality))

    def agreements(self) -> Counter[tuple[str, str]]:
        """Agreements by status and modality."""
        return self._sum("agreement", lambda count: (count.status or "", count.modality))

    def visits(self) -> Counter[tuple[str, str]]:
        """Visits by status and modality."""
        return self._sum("visit", lambda count: (count.status or "", count.modality))

    def types(self) -> Counter[tuple[str, str]]:
        """All facts by type and modality."""
        return self._sum(None, lambda count: (count.type, count.modality))

    def _sum(self, type: str | None, key: Callable[[Count], Key]) -> Counter[Key]:
        summed: Counter[Key] = Counter()
        for count in self.counts:
            if type is None or count.type == type:
                summed[key(count)] += count.facts
        return summed
