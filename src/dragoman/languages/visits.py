"""The words of visits: the verbs and nouns that tell one, and what tells its kind and status."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table
from dragoman.records.visit import VisitKind, VisitStatus

VisitRole = Literal["travel", "expected", "visit", "receive", "invite", "meet", "attend", "call_on"]
VisitNoun = Literal["journey", "meeting", "summit", "arrival", "attendance"]


@dataclass(frozen=True, slots=True)
class VisitWords:
    """`verbs` maps a verb lemma to what its subject does, `nouns` a noun to what it names; `statuses` the
    verbs, participles and nouns over a visit to its status; `slots` prepositions by what they bring;
    `words` the other lists by name."""

    verbs: dict[str, VisitRole]
    nouns: dict[str, VisitNoun]
    kinds: tuple[tuple[str, VisitKind], ...]
    statuses: dict[str, VisitStatus]
    slots: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]


@cache
def visit_words(language: str) -> VisitWords:
    """The table `visits.toml`. Raises DataError for an unknown role, noun, kind or status."""
    table = read_table(language, "visits.toml")
    where = f"languages/{language}/visits.toml"

    def inverted(section: str, allowed: tuple[str, ...]) -> dict[str, str]:
        if unknown := set(table[section]) - set(allowed):
            raise DataError(f"{where}: {section} has no {sorted(unknown)}; {one_of(allowed)}")
        return {word: name for name, words in table[section].items() for word in words}

    kinds = inverted("kinds", get_args(VisitKind))
    return VisitWords(
        verbs=cast("dict[str, VisitRole]", inverted("verbs", get_args(VisitRole))),
        nouns=cast("dict[str, VisitNoun]", inverted("nouns", get_args(VisitNoun))),
        kinds=cast(
            "tuple[tuple[str, VisitKind], ...]",
            tuple(sorted(kinds.items(), key=lambda pair: -len(pair[0]))),
        ),
        statuses=cast("dict[str, VisitStatus]", inverted("statuses", get_args(VisitStatus))),
        slots={name: tuple(words) for name, words in table["slots"].items()},
        words={name: frozenset(words) for name, words in table["words"].items()},
    )
