"""What must hold between the entries of the gazetteer's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.errors import DataError, one_of
from dragoman.gazetteer.entries import (
    CodeSpell,
    Lasting,
    Membership,
    Organisation,
    Person,
    Spell,
    State,
)
from dragoman.gazetteer.partial_date import earliest, latest
from dragoman.ontology.plover import plover

if TYPE_CHECKING:
    from dragoman.gazetteer.table_file import TableFile
    from dragoman.gazetteer.tables import Tables


def faults(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
    """Everything that is wrong between entries of `tables`, which were read from `files`."""
    yield from _words_at_fault(tables, files)
    yield from _unknown_codes(tables, files)
    yield from _spells_at_fault(tables, files)
    yield from _codes_at_fault(tables, files)
    yield from _memberships_at_fault(tables, files)


def _words_at_fault(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
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
                yield file.fault(
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


def _unknown_codes(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
    for state in tables.states.values():
        for code in state.successors:
            if f"state:{code}" not in tables.states:
                file, index = _last(files, "states", state.party_id)
                what = f"successor {code!r} is not in the table of states"
                yield file.fault("state", index, state.id, what)
    for kind, section, entries in (
        ("organisation", "organisations", tables.organisations),
        ("person", "people", tables.people),
    ):
        for entry in entries.values():
            for what in _codes_unknown(entry, tables):
                file, index = _last(files, section, entry.party_id)
                yield file.fault(kind, index, entry.id, what)


def _codes_unknown(entry: Organisation | Person, tables: Tables) -> Iterator[str]:
    if entry.country and f"state:{entry.country}" not in tables.states:
        yield f"country {entry.country!r} is not in the table of states"
    if entry.sector and entry.sector not in plover().sectors:
        yield f"PLOVER has no sector {entry.sector!r}; {one_of(plover().sectors)}"


def _last(files: Iterable[TableFile], kind: str, party_id: str) -> tuple[TableFile, int]:
    """The file that the entry came from in the end, and its place there."""
    holding = [file for file in files if party_id in getattr(file, kind)]
    return holding[-1], list(getattr(holding[-1], kind)).index(party_id)


def _spells_at_fault(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
    shared = {title for file in files for title in file.header.shared}
    offices: dict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in tables.spells:
        if f"person:{spell.person}" not in tables.people:
            what = f"person {spell.person!r} is not in the table of people"
            yield _spell_fault(files, spell, what)
        if spell.of not in tables.states and spell.of not in tables.organisations:
            what = f"{spell.of!r} is not in the tables of states and organisations"
            yield _spell_fault(files, spell, what)
        if spell.title not in shared:
            offices[spell.title, spell.of].append(spell)
    for spells in offices.values():
        for one, other in combinations(spells, 2):
            if _overlap(one, other):
                what = f"overlaps with {one.person}, {one.since or '?'} to {one.until or 'now'}"
                yield _spell_fault(files, other, what)


def _overlap(one: Spell, other: Spell) -> bool:
    """Whether both held the office beyond doubt on more than the day of the handover."""
    begins = [spell.surely[0] for spell in (one, other)]
    known: list[date] = [begin for begin in begins if begin is not None]
    return len(known) == 2 and max(known) < min(one.surely[1], other.surely[1])


def _spell_fault(files: Iterable[TableFile], spell: Spell, what: str) -> DataError:
    for file in files:
        for index, candidate in file.spells:
            if candidate is spell:
                label = f"{spell.person} {spell.title} {spell.of}"
                return file.fault("spell", index, label, what)
    return DataError(what)


def _codes_at_fault(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
    given: dict[tuple[str, str], list[tuple[Lasting, str]]] = defaultdict(list)
    for party_id, codes in tables.codes.items():
        file, index = _last(files, "codes", party_id)
        if party_id not in tables.states:
            what = "no such id in the table of states"
            yield file.fault("codes", index, codes.state, what)
        for system in ("alpha", "numeric", "cow", "gw", "plover"):
            spells: tuple[Lasting, ...] = getattr(codes, system)
            for one, other in combinations(spells, 2):
                if _share_days(one, other):
                    what = f"{system} has two codes for one day, from {other.since or 'ever'}"
                    yield file.fault("codes", index, codes.state, what)
            for spell in spells:
                if isinstance(spell, CodeSpell):
                    given[system, spell.code].append((spell, party_id))
    for (system, code), holders in given.items():
        for (one, owner), (other, another) in combinations(holders, 2):
            if owner != another and _share_days(one, other):
                file, index = _last(files, "codes", another)
                what = f"{system} {code} is also {owner.partition(':')[2]}'s on the same days"
                yield file.fault("codes", index, another.partition(":")[2], what)


def _memberships_at_fault(tables: Tables, files: Sequence[TableFile]) -> Iterator[DataError]:
    seen: dict[tuple[str, str, str], list[Membership]] = defaultdict(list)
    for entry in tables.memberships:
        if entry.party_id not in tables.organisations:
            what = "no such id in the table of organisations"
            yield _membership_fault(files, entry, what)
        for member in entry.member_ids:
            if member not in tables.states and member not in tables.organisations:
                what = f"member {member.removeprefix('state:')!r} is not in the tables"
                yield _membership_fault(files, entry, what)
            seen[entry.organisation, entry.relation, member].append(entry)
    for (_, relation, member), entries in seen.items():
        for one, other in combinations(entries, 2):
            if one is other or _share_days(one, other):
                what = (
                    f"{member.partition(':')[2]} is {relation} already, "
                    f"{one.begun} to {one.until or 'now'}"
                )
                yield _membership_fault(files, other, what)


def _membership_fault(files: Iterable[TableFile], entry: Membership, what: str) -> DataError:
    for file in files:
        for index, candidate in file.memberships:
            if candidate is entry:
                return file.fault("membership", index, entry.organisation, what)
    return DataError(what)


def _share_days(one: Lasting, other: Lasting) -> bool:
    """Whether both hold beyond doubt on more than the one day on which one gives way to the other.
    A year or month is taken at its shortest."""
    begin = max(latest(each.begun) if each.begun else date.min for each in (one, other))
    end = min(earliest(each.until) if each.until else date.max for each in (one, other))
    return begin < end
