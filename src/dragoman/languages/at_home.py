"""Titles that a text means of the state it is about, where it says of no other."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "at_home.toml"


@dataclass(frozen=True, slots=True)
class AtHome:
    """`titles` are English; of their words in a text, those `elsewhere` (lower case) are left out. `local`:
    the titles that towns and parts of states have too; `municipal`: those of them that a capital has for itself. `abroad`: titles of those who are sent to a state."""

    titles: frozenset[str]
    elsewhere: frozenset[str]
    local: frozenset[str]
    municipal: frozenset[str]
    abroad: frozenset[str]

    def holds(self, title: str, words: str) -> bool:
        """Whether `words`, which stand for a title, mean one of the state that the text is about."""
        return title in self.titles and words.lower() not in self.elsewhere


@cache
def titles_at_home() -> AtHome:
    """The table `at_home.toml`."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    return AtHome(**{key: frozenset(table[key]) for key in AtHome.__slots__})
