"""What of a claim tells which happening it is about: between whom, when, where, in what words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Literal, NamedTuple

from dragoman.gazetteer import tables_in_use
from dragoman.ledger.roles import is_mutual, roles
from dragoman.records import AnyClaim, Party, Place

Direction = Literal["forth", "back", "mutual", "alone"]

MOST_PAIRS = 60
"""A summit of twenty has 190 pairs; a claim is looked up by so many of them at most."""
STEM = 6
"""Characters by which two words count as the same: endings vary, and so do languages."""
SHORTEST_WORD = 4

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")


class Pair(NamedTuple):
    """Two sides in alphabetical order. `forth`: the first acts on the second; `alone`: nobody faces
    (`second` is then empty)."""

    first: str
    second: str
    direction: Direction


@dataclass(frozen=True, slots=True)
class Happening:
    """`lead` and `facing` hold sides (see `side`), `people` the keys of all parties. `start` and
    `end` are the claim's days, `reported` the day of the article; each may be unknown. `place` is a country and what
    is named in it, null where that is the whole country. `words` are
    stems of the passage without the parties' names, `numbers` what is written in digits."""

    type: str
    kind: str | None
    modality: str
    lead: frozenset[str]
    facing: frozenset[str]
    mutual: bool
    people: frozenset[str]
    start: date | None
    end: date | None
    reported: date | None
    place: tuple[str | None, str | None] | None
    words: frozenset[str]
    numbers: frozenset[str]
    name: str | None
    status: str | None
    article_id: str | None

    @property
    def days(self) -> tuple[date, date]:
        """When it stands in time: its own days, or else the day of its report. Background that
        names no day stands before all days, for it is told at any time."""
        if self.start is not None and self.end is not None:
            return self.start, self.end
        if self.modality == "historical" or self.reported is None:
            return date.min, date.min
        return self.reported, self.reported

    @property
    def domestic(self) -> bool:
        """Whether all of it stays on one side; then the parties themselves must be the same."""
        return len(self.lead | self.facing) < 2


def happening(claim: AnyClaim, *, reported: date | None) -> Happening:
    """`reported` is the day of the article that makes the claim."""
    lead, facing, people, named = set[str](), set[str](), set[str](), set[str]()
    for role in roles(claim):
        if role.side is None:
            continue
        (lead if role.side == "lead" else facing).add(side(role.party))
        people.add(role.party.key)
        named |= {*_stems(role.party.text), *_stems(role.party.name)}
    text = claim.content.text if claim.type == "quotation" else claim.evidence.text
    place = getattr(claim, "place", None)
    return Happening(
        type=claim.type,
        kind=_kind(claim),
        modality=claim.modality,
        lead=frozenset(lead),
        facing=frozenset(facing),
        mutual=is_mutual(claim),
        people=frozenset(people),
        start=claim.when.start or claim.when.end,
        end=claim.when.end or claim.when.start,
        reported=reported,
        place=_place(place) if place is not None else None,
        words=frozenset(_stems(text)) - named,
        numbers=frozenset(_NUMBER.findall(text)),
        name=claim.name.casefold() if claim.type == "agreement" and claim.name else None,
        status=getattr(claim, "status", None),
        article_id=claim.evidence.article_id,
    )


def side(party: Party) -> str:
    """Whom a party counts for between states: its country, the organisation whose office it holds,
    or itself."""
    if party.country:
        return party.country
    if party.office is not None and party.office.of.startswith("org:"):
        return party.office.of
    return party.key


def pairs(told: Happening) -> list[Pair]:
    """Between whom it stands, in alphabetical order, `MOST_PAIRS` at most."""
    found: set[Pair] = set()
    if told.mutual:
        found |= {Pair(one, other, "mutual") for one, other in combinations(sorted(told.lead), 2)}
    for one, other in product(told.lead, told.facing):
        if one <= other:
            found.add(Pair(one, other, "forth"))
        else:
            found.add(Pair(other, one, "back"))
    if not found:
        found |= {Pair(one, "", "alone") for one in told.lead | told.facing}
    return sorted(found)[:MOST_PAIRS]


def _kind(claim: AnyClaim) -> str | None:
    match claim.type:
        case "event":
            return claim.event_type
        case "membership":
            return claim.relation
        case "office":
            return claim.title
        case _:
            return None


def _place(place: Place) -> tuple[str | None, str | None]:
    state = tables_in_use().states.get(place.country or "")
    whole = state is not None and state.name == place.name
    return place.country, None if whole else place.name.casefold()


def _stems(text: str) -> Iterator[str]:
    for word in _WORD.findall(text.casefold()):
        if len(word) >= SHORTEST_WORD:
            yield word[:STEM]
