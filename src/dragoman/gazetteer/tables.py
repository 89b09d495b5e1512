"""The gazetteer's tables: states, organisations, people, offices.

All files have one format, so that a user's file may hold any of them; ours are split by kind:

`[[state]]`, `[[organisation]]`, `[[person]]`, `[[spell]]`   the entries, see `entries`
`as_of`         the day on which the file was true; needed where there are spells
`shared`        titles that several persons may hold at a time
`[ambiguous]`   by language: words that stand in several states' entries ("Korea")
`[passed_over]` by language: words and phrases that look like a party and mean something else
`[only_after]`  by language: words that name a party only after certain others ("la Dominique")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from dragoman.gazetteer.checks import check
from dragoman.gazetteer.entries import Organisation, Person, Spell, State
from dragoman.gazetteer.table_file import TableFile

FILES = ("states.toml", "organisations.toml", "people.toml", "offices.toml")


@dataclass(frozen=True, eq=False)
class Tables:
    """All entries, keyed by party id ("state:RUS"); compared by identity, so it can be a cache's
    key. `passed_over` and `only_after` are keyed by language."""

    states: Mapping[str, State]
    organisations: Mapping[str, Organisation]
    people: Mapping[str, Person]
    spells: tuple[Spell, ...]
    passed_over: Mapping[str, tuple[str, ...]]
    only_after: Mapping[str, Mapping[str, tuple[str, ...]]]

    @property
    def languages(self) -> frozenset[str]:
        """The languages that states have words in."""
        return frozenset(language for state in self.states.values() for language in state.words)


@cache
def standard() -> Tables:
    """The tables that come with Dragoman. Raises `DataError` where one is wrong."""
    folder = resources.files("dragoman.gazetteer")
    return load_tables(*(folder / name for name in FILES if (folder / name).is_file()))


def with_overlay(*paths: Path) -> Tables:
    """The tables that come with Dragoman with the user's files laid over them: an entry of theirs
    replaces ours of the same id, and their spells replace all of ours of the same office."""
    folder = resources.files("dragoman.gazetteer")
    ours = [folder / name for name in FILES if (folder / name).is_file()]
    return load_tables(*ours, *paths)


def load_tables(*paths: Path | Traversable) -> Tables:
    """Reads the files in their order, later ones over earlier ones.

    Raises `DataError`, naming file, line and entry, for a file that cannot be read, an unknown key,
    a value of the wrong kind, a duplicate within a file, a word that two states claim without its
    being listed as ambiguous, an unknown country, person or body, and overlapping terms of office.
    """
    files = [TableFile(path) for path in paths]
    states: dict[str, State] = {}
    organisations: dict[str, Organisation] = {}
    people: dict[str, Person] = {}
    spells: list[Spell] = []
    passed_over: dict[str, tuple[str, ...]] = {}
    only_after: dict[str, dict[str, tuple[str, ...]]] = {}
    for file in files:
        states |= file.states
        organisations |= file.organisations
        people |= file.people
        replaced = {(spell.title, spell.of) for spell in file.spells}
        spells = [spell for spell in spells if (spell.title, spell.of) not in replaced]
        spells += file.spells
        for language, words in file.header.passed_over.items():
            passed_over[language] = passed_over.get(language, ()) + words
        for language, conditions in file.header.only_after.items():
            only_after.setdefault(language, {}).update(conditions)
    tables = Tables(states, organisations, people, tuple(spells), passed_over, only_after)
    check(tables, files)
    return tables
