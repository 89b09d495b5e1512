"""The words of offices: who takes one, holds it, leaves it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dragoman.errors import DataError, one_of
from dragoman.languages.language import read_table

OfficeStep = Literal["named", "takes", "holds", "leaves", "removed"]


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """`verbs` maps a verb (with the noun that goes with it: "prendre fonction") to its step: whether its
    subject takes, holds or leaves an office, or its object is named to one or removed. `nouns` maps runs
    of words ("prise de fonction"); `words` are the other lists by name."""

    verbs: dict[str, OfficeStep]
    nouns: dict[str, OfficeStep]
    words: dict[str, tuple[str, ...]]


@cache
def office_words(language: str) -> OfficeWords:
    """The table `offices.toml`. Raises DataError for an unknown step."""
    table = read_table(language, "offices.toml")
    where = f"languages/{language}/offices.toml"

    def inverted(section: str) -> dict[str, OfficeStep]:
        if unknown := set(table[section]) - set(get_args(OfficeStep)):
            raise DataError(
                f"{where}: {section} has no step {sorted(unknown)}; {one_of(get_args(OfficeStep))}"
            )
        pairs = {word: name for name, words in table[section].items() for word in words}
        return cast("dict[str, OfficeStep]", pairs)

    return OfficeWords(
        verbs=inverted("verbs"),
        nouns=inverted("nouns"),
        words={name: tuple(words) for name, words in table["words"].items()},
    )
