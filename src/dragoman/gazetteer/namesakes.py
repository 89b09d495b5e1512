"""Whether a name in a text is somebody else's: "Melania Trump" is not Donald Trump, "Jim Jordan" no state.

What counts as a given name is learnt from the table of people and stands in `given_names.toml`, so that
titles ("President Trump") never do.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.gazetteer.entries import Person
from dragoman.gazetteer.tables import Tables

# The word before a surname, over at most two initials ("Donald J. "), and the word after it.
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,30}) (?:[A-Z]\.? ){0,2}\Z")
_AFTER = re.compile(r" ([^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?)(?!\w)")
_REACH = 40
_LEAST = 3  # letters of a given name; shorter ones are other words too
_TABLE = "given_names.toml"


@dataclass(frozen=True, slots=True)
class GivenNames:
    """`names` of persons; `states` that are also given names, but not before the words `after`; `parts` of
    a state (its party id) by the name of another state that they share."""

    names: frozenset[str]
    states: frozenset[str]
    after: frozenset[str]
    parts: dict[str, str]


@cache
def given_names() -> GivenNames:
    """The table `given_names.toml`."""
    text = (resources.files("dragoman.gazetteer") / _TABLE).read_text("utf-8")
    table = tomllib.loads(text)
    return GivenNames(
        names=frozenset(table["names"]),
        states=frozenset(table["states"]),
        after=frozenset(table["after"]),
        parts={name: f"state:{of}" for of, names in table["parts"].items() for name in names},
    )


class Namesakes:
    """Tells the namesakes of the people in `tables` from themselves."""

    def __init__(self, tables: Tables) -> None:
        bearing: dict[str, set[str]] = {}
        for person in tables.people.values():
            given = _given(person)
            if given and given[0].isupper():
                bearing.setdefault(given, set()).add(person.party_id)
        for given in given_names().names:
            bearing.setdefault(given, set())
        self._bearing = {given: frozenset(bearers) for given, bearers in bearing.items()}
        self._family_first = frozenset(
            person.party_id for person in tables.people.values() if person.order == "family-first"
        )

    def other(self, text: str, start: int, end: int, ids: Iterable[str]) -> bool:
        """Whether the surname at start:end, which may mean the persons `ids`, stands with a given
        name that none of them has. After an East Asian surname any hyphenated word is a given name
        ("Kim Yo-jong")."""
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        if before and before[1] in self._bearing:
            return self._bearing[before[1]].isdisjoint(ids)
        after = _AFTER.match(text, end, end + _REACH)
        if not after or not after[1][0].isupper() or self._family_first.isdisjoint(ids):
            return False
        if after[1] in self._bearing:
            return self._bearing[after[1]].isdisjoint(ids)
        return "-" in after[1]

    def bears_state(self, text: str, start: int) -> bool:
        """Whether a state's name at `start` is the surname of somebody: "Jim Jordan"."""
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        return before is not None and len(before[1]) >= _LEAST and before[1] in self._bearing


def _given(person: Person) -> str | None:
    words = person.name.split()
    if len(words) < 2:
        return None
    if person.order == "family-first":
        return words[1] if words[0] in person.short else None
    return words[0] if person.name.endswith(tuple(" " + short for short in person.short)) else None
