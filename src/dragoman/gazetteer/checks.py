"""What must hold between the entries of the gazetteer's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.errors import DataError
from dragoman.gazetteer.entries import Spell, State

if TYPE_CHECKING:
    from dragoman.gazetteer.table_file import TableFile
    from dragoman.gazetteer.tables import Tables


def check(tables: Tables, files: Sequence[TableFile]) -> None:
    """Raises `DataError` for the first thing found wrong between entries of `tables`, which were
    read from `files`."""
    _check_words(tables, files)
    _check_countries(tables, files)
    _check_spells(tables, files)


def _check_words(tables: Tables, files: Sequence[TableFile]) -> None:
    listed: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for language, words in file.header.ambiguous.items():
            listed[language].update(words)
    owners: dict[tuple[str, str], State] = {}
    for state in tables.states.values():
        for language, word in set(_words(state)):
            other = owners.setdefault((language, word), state)
            if other is not state and word not in listed[language]:
                file, index = _last(files, "states", state.party_id)
                raise file.fault(
                    "state",
                    index,
                    state.id,
                    f"{word!r} ({language}) is also a word of {other.id}; "
                    f"list it under [ambiguous] if it means both",
                )


def _words(state: State) -> Iterator[tuple[str, str]]:
    for language, words in state.words.items():
        parts = (words.names, words.adjectives, words.people, words.capital, words.seats)
        yield from ((language, word) for part in parts for word in part)
        yield from ((language, prefix + "-") for prefix in words.prefixes)


def _check_countries(tables: Tables, files: Sequence[TableFile]) -> None:
    for organisation in tables.organisations.values():
        if organisation.country and f"state:{organisation.country}" not in tables.states:
            file, index = _last(files, "organisations", organisation.party_id)
            what = f"country {organisation.country!r} is not in the table of states"
            raise file.fault("organisation", index, organisation.id, what)


def _last(files: Iterable[TableFile], kind: str, party_id: str) -> tuple[TableFile, int]:
    """The file that the entry came from in the end, and its place there."""
    holding = [file for file in files if party_id in getattr(file, kind)]
    return holding[-1], list(getattr(holding[-1], kind)).index(party_id)


def _check_spells(tables: Tables, files: Sequence[TableFile]) -> None:
    shared = {title for file in files for title in file.header.shared}
    offices: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in tables.spells:
        if f"person:{spell.person}" not in tables.people:
            what = f"person {spell.person!r} is not in the table of people"
            raise _spell_fault(files, spell, what)
        if spell.of not in tables.states and spell.of not in tables.organisations:
            what = f"{spell.of!r} is not in the tables of states and organisations"
            raise _spell_fault(files, spell, what)
        if spell.title not in shared:
            offices[spell.title, spell.of].append(spell)
    for spells in offices.values():
        for one, other in combinations(spells, 2):
            if _overlap(one, other):
                what = f"overlaps with {one.person}, {one.since or '?'} to {one.until or 'now'}"
                raise _spell_fault(files, other, what)


def _overlap(one: Spell, other: Spell) -> bool:
    """Whether both held the office beyond doubt on more than the day of the handover."""
    begins = [spell.surely[0] for spell in (one, other)]
    known: list[date] = [begin for begin in begins if begin is not None]
    return len(known) == 2 and max(known) < min(one.surely[1], other.surely[1])


def _spell_fault(files: Iterable[TableFile], spell: Spell, what: str) -> DataError:
    for file in files:
        for index, candidate in enumerate(file.spells):
            if candidate is spell:
                label = f"{spell.person} {spell.title} {spell.of}"
                return file.fault("spell", index, label, what)
    return DataError(what)
