"""The people of one article: who has been named in full, so that a surname alone is enough later."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from dragoman.analysis.parties import known_person, unknown_person
from dragoman.gazetteer.likeness import person_like
from dragoman.gazetteer.lookup import person
from dragoman.gazetteer.matcher import Hit
from dragoman.gazetteer.namesakes import given_names
from dragoman.gazetteer.offices import offices_of
from dragoman.records import Party


class People:
    """Built from all hits of an article, then asked and told sentence by sentence."""

    def __init__(
        self, hits: Iterable[Hit], strangers: Iterable[Iterable[str]], day: date | None
    ) -> None:
        self.day = day
        names = {name for names in strangers for name in names}
        self._strange = {word for name in names for word in re.split(r"[\s-]+", name)}
        self._bearers: dict[str, set[str]] = {}
        for name in names:
            self._bearers.setdefault(name.split()[-1], set()).add(name)
        self._full: set[str] = set()
        self._known: dict[str, Party] = {}
        self._unknown: dict[str, Party] = {}
        self._states: Counter[str] = Counter()
        self._words: dict[str, set[str]] = {}
        for hit in hits:
            for id in hit.ids:
                self._words.setdefault(id, set()).add(hit.text)
            if hit.kind == "person":
                self._full.update(hit.ids)
            elif len(hit.ids) == 1:
                self._states[hit.ids[0]] += 1

    def without_strangers(self, hits: list[Hit]) -> list[Hit]:
        """Without names that mean another in the article: surnames that somebody else bears ("M. Ma" after
        "Ma Xiaoguang"), or that are of no state here ("Jordan" after "Jim Jordan"), parts of a state."""
        return [hit for hit in hits if not self._is_another(hit)]

    def _is_another(self, hit: Hit) -> bool:
        if hit.kind == "surname":
            return hit.text in self._strange and not self._full.intersection(hit.ids)
        if hit.kind != "state" or len(hit.ids) != 1 or self._words.get(hit.ids[0]) != {hit.text}:
            return False
        part = given_names().parts.get(hit.text)
        return self.stranger(hit.text) is not None or (part is not None and self._states[part] > 0)

    def choose(self, ids: tuple[str, ...], *, titled: bool) -> str | None:
        """Which of several persons a name means; None where that can't be said.

        A surname alone counts when the person is named in full somewhere in the article, or holds an
        office on the day; after a title or an honorific, and in a text without a day, also when the name
        leaves only one person.
        """
        named = [id for id in ids if id in self._full]
        if len(named) == 1:
            return named[0]
        serving = [id for id in named or ids if self.day and offices_of(id, self.day)]
        if len(serving) == 1:
            return serving[0]
        if (titled or self.day is None) and len(ids) == 1:
            return ids[0]
        return None

    def namesakes(self, ids: tuple[str, ...], text: str) -> Party | None:
        """Whoever of several of one state a surname means ("Bush"), in a text without a day."""
        if self.day is not None:
            return None
        countries = {known_person(id, text, None, None).country for id in ids}
        of = countries.pop() if len(countries) == 1 else None
        return unknown_person(text, text, None, f"state:{of}") if of else None

    def known(self, id: str, text: str) -> Party:
        """The person with the office that the article gave, or the one held on the day."""
        if id in self._known:
            return self._known[id].model_copy(update={"text": text})
        return known_person(id, text, self.day, None)

    def remember(self, party: Party) -> Party:
        """Keeps what a fuller mention said, for later and shorter ones."""
        if party.id:
            self._known[party.id] = party
        elif party.country or party.office or party.sector:
            self._unknown[party.name.split()[-1]] = party
            self._unknown[party.name] = party
        return party

    def unknown(self, name: str) -> Party:
        if (alike := person_like(name)) is not None:
            return self.known(alike, name)
        party = self.named(name) or self.named(name.split()[-1])
        if party is not None:
            return party.model_copy(update={"text": name})
        return Party(text=name, name=self.stranger(name) or name, kind="person")

    def stranger(self, surname: str) -> str | None:
        """The full name under which the article has somebody of that surname whom no table knows."""
        found = self._bearers.get(surname, set())
        return next(iter(found)) if len(found) == 1 else None

    def named(self, name: str) -> Party | None:
        return self._unknown.get(name)

    def __contains__(self, name: str) -> bool:
        return name in self._unknown

    def surnames(self) -> list[str]:
        """Single names by which unknown persons may come back."""
        return [name for name in self._unknown if " " not in name]

    def bearer(self, surname: str) -> str | None:
        """Who in the article bears a surname that the gazetteer knows as something else ("M. Montenegro")."""
        found = [id for id in self._full if person(id).name.split()[-1] == surname]
        return found[0] if len(found) == 1 else None

    def countries(self) -> frozenset[str]:
        """The states (alpha-3) that the article names by words of theirs."""
        return frozenset(id.partition(":")[2] for id in self._states if id.startswith("state:"))

    def likely_states(self, ids: tuple[str, ...]) -> list[str]:
        """Of several states that share a word, the one that the article names otherwise; else none."""
        seen = [id for id in ids if self._states[id]]
        return seen if len(seen) == 1 else []
