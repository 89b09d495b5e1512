"""The strings that the matcher looks for in one language, and what each of them means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.gazetteer import spellings
from dragoman.gazetteer.entries import OrganisationWords, Person, StateWords
from dragoman.gazetteer.language_words import language_words
from dragoman.gazetteer.tables import Tables

HitKind = Literal[
    "state",
    "adjective",
    "people",
    "capital",
    "seat",
    "prefix",
    "organisation",
    "person",
    "surname",
]
# Where one spelling has several meanings the hit has all the ids, and the kind under which a table
# has just this spelling ("Chinois" are people, "chinois" is an adjective), or else the first of these.
PRIORITY: tuple[HitKind, ...] = (
    "person",
    "state",
    "adjective",
    "people",
    "capital",
    "organisation",
    "seat",
    "surname",
    "prefix",
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a spelling stands for; without `kind` it is passed over.

    `only_after`: words in small letters of which one must stand directly before it, empty where
    anything may; `otherwise` is what it means where none does ("la Hollande", but "Hollande").
    """

    kind: HitKind | None
    ids: tuple[str, ...]
    only_after: frozenset[str] = frozenset()
    otherwise: Meaning | None = None


def patterns(tables: Tables, language: str) -> dict[str, Meaning]:
    """Every spelling that means a party in texts of that language.

    A language that the tables have no words in has those of its own files, and one without files the
    names of states in all the languages of the tables; both have the persons.
    """
    meant: dict[str, dict[str, tuple[bool, int]]] = {}
    for written, spelling, kind, party_id in _all(tables, language):
        ranks = meant.setdefault(spelling, {})
        rank = (spelling != written, PRIORITY.index(kind))
        ranks[party_id] = min(ranks.get(party_id, rank), rank)
    conditions = _only_after(tables, language)
    found = {}
    for spelling, ranks in meant.items():
        before = conditions.get(spelling)
        if before is None:
            found[spelling] = _meaning(ranks)
        else:
            states = {id: rank for id, rank in ranks.items() if id.startswith("state:")}
            others = {id: rank for id, rank in ranks.items() if id not in states}
            found[spelling] = replace(
                _meaning(states or ranks), only_after=before, otherwise=_meaning(others)
            )
    for phrase, own in _header_words(tables, language):
        # What is somebody's name in French ("Jordan") may well be the state in another language.
        kept = ("organisation", "person") if own else ("organisation", "person", "state")
        for spelling in spellings.of_name(phrase):
            if spelling not in found or found[spelling].kind not in kept:
                found[spelling] = Meaning(None, ())
    return found


# A word of a table, a spelling of it, its kind.
_Spelt = tuple[str, str, HitKind]
_Spell = Callable[[str], Iterable[str]]


def _all(tables: Tables, language: str) -> Iterator[tuple[str, str, HitKind, str]]:
    foreign = language_words(language) if language not in tables.languages else None
    for state in tables.states.values():
        words = state.words.get(language) or (foreign and foreign.states.get(state.party_id))
        if words:
            yield from ((*each, state.party_id) for each in _of_state(words))
        elif foreign is None and language not in tables.languages:
            for others in state.words.values():
                spelt = _spelt(others.names, "state", spellings.of_name)
                yield from ((*each, state.party_id) for each in spelt)
    for organisation in tables.organisations.values():
        called = organisation.words.get(language)
        if called is None and foreign:
            called = foreign.organisations.get(organisation.party_id)
        if called:
            yield from ((*each, organisation.party_id) for each in _of_organisation(called))
    for person in tables.people.values():
        yield from ((*each, person.party_id) for each in _of_person(person))


def _spelt(words: Iterable[str], kind: HitKind, spell: _Spell) -> Iterator[_Spelt]:
    for word in words:
        yield from ((word, spelling, kind) for spelling in spell(word))


def _of_state(words: StateWords) -> Iterator[_Spelt]:
    yield from _spelt(words.names, "state", spellings.of_name)
    yield from _spelt(words.adjectives, "adjective", spellings.of_word)
    yield from _spelt(words.people, "people", spellings.of_name)
    yield from _spelt(words.capital, "capital", spellings.of_name)
    yield from _spelt(words.seats, "seat", spellings.of_name)
    compounds = [prefix + "-" for prefix in words.prefixes]
    yield from _spelt(compounds, "prefix", spellings.of_word)


def _of_organisation(words: OrganisationWords) -> Iterator[_Spelt]:
    yield from _spelt(words.names, "organisation", spellings.of_long_name)
    yield from _spelt(words.acronyms, "organisation", spellings.of_acronym)
    yield from _spelt(words.adjectives, "adjective", spellings.of_word)
    yield from _spelt(words.seats, "seat", spellings.of_name)


def _of_person(person: Person) -> Iterator[_Spelt]:
    def full(name: str) -> Iterator[str]:
        return spellings.of_person(name, person.short)

    yield from _spelt((person.name, *person.names), "person", full)
    yield from _spelt(person.short, "surname", spellings.of_surname)


def _meaning(ranks: Mapping[str, tuple[bool, int]]) -> Meaning:
    if not ranks:
        return Meaning(None, ())
    return Meaning(PRIORITY[min(ranks.values())[1]], tuple(sorted(ranks)))


def _header_words(tables: Tables, language: str) -> Iterator[tuple[str, bool]]:
    """What is passed over, and whether just this language passes it over."""
    foreign = language_words(language) if language not in tables.languages else None
    for tongue, phrases in tables.passed_over.items():
        if tongue == language or language not in tables.languages:
            yield from ((phrase, foreign is None) for phrase in phrases)
    if foreign:
        yield from ((phrase, True) for phrase in foreign.passed_over)


def _only_after(tables: Tables, language: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    # "le Salvador" tells the state from the city in French, not in German.
    borrowed = language not in tables.languages and language_words(language) is None
    for tongue, conditions in tables.only_after.items():
        if tongue == language or borrowed:
            for word, before in conditions.items():
                allowed = frozenset(each.casefold() for each in before)
                found |= dict.fromkeys(spellings.of_name(word), allowed)
    return found
