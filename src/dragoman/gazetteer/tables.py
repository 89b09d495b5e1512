"""The gazetteer's tables: states, organisations, people, offices, codes, memberships.

All files have one format, so that a user's file may hold any of them; ours are split by kind:

`[[state]]`, `[[organisation]]`, `[[person]]`, `[[spell]]`, `[[codes]]`, `[[membership]]`
                the entries, see `entries`
`as_of`         the day on which the file was true; needed where there are spells
`shared`        titles that several persons may hold at a time
`[ambiguous]`   by language: words that stand in several states' entries ("Korea")
`[passed_over]` by language: words and phrases that look like a party and mean something else
`[only_after]`  by language: words that name a party only after certain others ("la Dominique")
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.errors import DataError
from dragoman.gazetteer.checks import faults
from dragoman.gazetteer.entries import (
    Membership,
    Organisation,
    Person,
    Spell,
    State,
    StateCodes,
)
from dragoman.gazetteer.table_file import TableFile

FILES = (
    "states.toml",
    "former.toml",
    "organisations.toml",
    "bodies.toml",
    "people.toml",
    "public.toml",
    "offices.toml",
    "codes.toml",
    "memberships.toml",
)


@dataclass(frozen=True, eq=False)
class Tables:
    """All entries, keyed by party id ("state:RUS"); compared by identity, so it can be a cache's
    key. `passed_over` and `only_after` are keyed by language."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    spells: tuple[Spell, ...]
    codes: Mapping[str, StateCodes]
    memberships: tuple[Membership, ...]
    passed_over: Mapping[str, tuple[str, ...]]
    only_after: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def languages(self) -> frozenset[str]:
        """The languages that states have words in."""
        return frozenset(language for state in self.states.values() for language in state.words)

    @property
    def counts(self) -> dict[str, int]:
        """How many entries there are of each kind, for people to read."""
        former = sum(state.status == "former" for state in self.states.values())
        return {
            "states and territories": len(self.states) - former,
            "former states": former,
            "organisations": len(self.organisations),
            "people": len(self.people),
            "terms of office": len(self.spells),
            "states with codes of other systems": len(self.codes),
            "memberships": sum(len(entry.members) for entry in self.memberships),
        }


@cache
def standard() -> Tables:
    """The tables that come with Dragoman. Raises `DataError` where one is wrong."""
    return load_tables(*_own())


def with_overlay(*paths: str | Path) -> Tables:
    """The tables that come with Dragoman with the user's files laid over them: an entry of theirs
    replaces ours of the same id, their spells replace all of ours of the same office, and their
    memberships all of ours of the same organisation. Raises `DataError` as `load_tables` does."""
    return load_tables(*_own(), *map(Path, paths))


def examine(*paths: Path) -> tuple[Tables | None, list[DataError]]:
    """Our tables with the user's files over them, and all their faults, in the order of the files.
    Entries are compared with each other only once each is right by itself; without that there are
    no tables."""
    return _laid(*_own(), *paths)


def load_tables(*paths: Path | Traversable) -> Tables:
    """Reads the files in their order, later ones over earlier ones.

    Raises `DataError`, naming file, line and entry, for a file that cannot be read, an unknown key,
    a value of the wrong kind, a duplicate within a file, a word that two states claim without its
    being listed as ambiguous, an unknown country, person or body, overlapping terms of office or
    memberships, and a code that two states have on one day.
    """
    tables, wrong = _laid(*paths)
    if tables is None or wrong:
        raise wrong[0]
    return tables


def _own() -> list[Traversable]:
    folder = resources.files("dragoman.gazetteer")
    return [folder / name for name in FILES]


def _laid(*paths: Path | Traversable) -> tuple[Tables | None, list[DataError]]:
    files: list[TableFile] = []
    wrong: list[DataError] = []
    for path in paths:
        try:
            files.append(TableFile(path))
        except DataError as error:
            wrong.append(error)
        else:
            wrong += files[-1].faults
    if wrong:
        return None, wrong
    tables = _merged(files)
    return tables, list(faults(tables, files))


def _merged(files: Iterable[TableFile]) -> Tables:
    states: dict[str, State] = {}
    organisations: dict[str, Organisation] = {}
    people: dict[str, Person] = {}
    spells: list[Spell] = []
    codes: dict[str, StateCodes] = {}
    memberships: list[Membership] = []
    passed_over: dict[str, tuple[str, ...]] = {}
    only_after: dict[str, dict[str, tuple[str, ...]]] = {}
    for file in files:
        states |= file.states
        organisations |= file.organisations
        people |= file.people
        codes |= file.codes
        replaced = {(spell.title, spell.of) for _, spell in file.spells}
        spells = [spell for spell in spells if (spell.title, spell.of) not in replaced]
        spells += [spell for _, spell in file.spells]
        bodies = {entry.organisation for _, entry in file.memberships}
        memberships = [entry for entry in memberships if entry.organisation not in bodies]
        memberships += [entry for _, entry in file.memberships]
        for language, words in file.header.passed_over.items():
            passed_over[language] = passed_over.get(language, ()) + words
        for language, conditions in file.header.only_after.items():
            only_after.setdefault(language, {}).update(conditions)
    return Tables(
        states,
        organisations,
        people,
        tuple(spells),
        codes,
        tuple(memberships),
        passed_over,
        only_after,
    )
