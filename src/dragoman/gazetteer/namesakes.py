"""Whether a surname in a text is another person's: "Melania Trump" is not Donald Trump.

What counts as a given name is learnt from the table of people, so that titles ("President Trump")
never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.gazetteer.entries import Person
from dragoman.gazetteer.tables import Tables

# The word before a surname, over at most two initials ("Donald J. "), and the word after it.
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,30}) (?:[A-Z]\.? ){0,2}\Z")
_AFTER = re.compile(r" ([^\W\d_]{2,30}(?:-[^\W\d_]{1,30})?)(?!\w)")
_REACH = 40


class Namesakes:
    """Tells the namesakes of the people in `tables` from themselves."""

    def __init__(self, tables: Tables) -> None:
        bearing: dict[str, set[str]] = {}
        for person in tables.people.values():
            given = _given(person)
            if given and given[0].isupper():
                bearing.setdefault(given, set()).add(person.party_id)
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


def _given(person: Person) -> str | None:
    words = person.name.split()
    if len(words) < 2:
        return None
    if person.order == "family-first":
        return words[1] if words[0] in person.short else None
    return words[0] if person.name.endswith(tuple(" " + short for short in person.short)) else None
