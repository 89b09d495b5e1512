"""Which party a user means by a code or a name."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.errors import NotFound
from dragoman.gazetteer import Tables, person_like, tables_in_use

NEAREST = 5
"""How many near names a message lists, at most."""


@dataclass(frozen=True, order=True)
class Whom:
    """A party to ask the ledger about: `key` as in `Party.key`, `name` for people to read.

    A state means whoever has its `country`: the state itself, its leaders, its institutions. An
    organisation means itself and those who hold an office of it.
    """

    key: str
    kind: Literal["state", "organisation", "person", "other"]
    name: str

    @property
    def code(self) -> str:
        """The short form: "CHN", "SCO", else the name."""
        if self.kind in ("state", "organisation"):
            return self.key.partition(":")[2]
        return self.name


def resolve(text: str) -> Whom:
    """The state, organisation or person that a code, id or name stands for.

    Takes ISO 3166-1 codes of two or three letters, party ids ("org:SCO"), organisations' ids and
    acronyms, and names in every language of the gazetteer; case and accents do not matter. Raises
    NotFound with the nearest names, or with the candidates where several bear the name.
    """
    index = _index(tables_in_use())
    wanted = fold(text)
    if wanted in index.ids:
        return index.ids[wanted]
    found = index.names.get(wanted, frozenset())
    if not found and (alike := person_like(text)):
        return index.ids[fold(alike)]
    if not found:
        raise NotFound(f"no party is called {text!r}{nearest(wanted, index.labels)}")
    if len(found) > 1:
        listed = " or ".join(f"{whom.key} ({whom.name})" for whom in sorted(found))
        raise NotFound(f"{text!r} is more than one party: say {listed}")
    return next(iter(found))


def nearest(wanted: str, labels: Mapping[str, str]) -> str:
    """The end of a message: names near to the folded one, out of folded names and their labels."""
    near = difflib.get_close_matches(wanted, labels, n=NEAREST, cutoff=0.6)
    told = dict.fromkeys(labels[name] for name in near)
    if told:
        return f"; the nearest: {', '.join(told)}"
    return "; give a code (CHN), a name in French or English, or an id (org:SCO)"


def fold(text: str) -> str:
    """Without case, accents and the difference between hyphens, apostrophes and spaces."""
    plain = unicodedata.normalize("NFKD", text[:200]).casefold()
    kept = (character for character in plain if not unicodedata.combining(character))
    return " ".join("".join(" " if c in "-‐‑–'’ʼ" else c for c in kept).split())


@dataclass(frozen=True)
class _Index:
    ids: Mapping[str, Whom]
    names: Mapping[str, frozenset[Whom]]
    labels: Mapping[str, str]


@lru_cache(maxsize=4)
def _index(held: Tables) -> _Index:
    ids: dict[str, Whom] = {}
    names: dict[str, set[Whom]] = {}
    labels: dict[str, str] = {}

    def enter(whom: Whom, words: Iterable[str]) -> None:
        ids[fold(whom.key)] = whom
        for word in (whom.name, *words):
            names.setdefault(fold(word), set()).add(whom)
            labels.setdefault(fold(word), f"{word} ({whom.code})")

    for state in held.states.values():
        whom = Whom(state.party_id, "state", state.name)
        codes = [state.iso2] if state.iso2 and state.status != "former" else []
        enter(whom, [*codes, *(name for w in state.words.values() for name in w.names)])
        ids[fold(state.id)] = whom
    for body in held.organisations.values():
        words = (name for w in body.words.values() for name in (*w.names, *w.acronyms))
        enter(Whom(body.party_id, "organisation", body.name), [body.id, *words])
    for person in held.people.values():
        enter(Whom(person.party_id, "person", person.name), (*person.names, *person.short))
    return _Index(ids, {name: frozenset(found) for name, found in names.items()}, labels)
