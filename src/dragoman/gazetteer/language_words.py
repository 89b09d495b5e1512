"""What a language without words in the tables calls the states and organisations.

For each such language there is a file of CLDR's names in `territories/` and, for some, one of ours in
`words/`; both have the same keys. They are read when a text in the language is met.

`[names]`, `[adjectives]`, `[capitals]`, `[seats]`   by state
`[organisations]`, `[acronyms]`                      by organisation
`[endings]`      for names or adjectives: an ending, and those that it gives way to in other cases; of the
                 rules the one with the longest fitting ending is taken, and names of several words keep theirs
`[beginnings]`   likewise for what is written together with the front of a word ("وال" for "ال")
`passed_over`    phrases that look like a party and mean something else
`without`        names that are left out, since they are everyday words
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import Field, ValidationError

from dragoman.errors import DataError
from dragoman.gazetteer.entries import OrganisationWords, StateWords, Words
from dragoman.records.model import Record

FOLDERS = ("territories", "words")
Rule = tuple[str, ...]


class _File(Record):
    as_of: object
    passed_over: Words = ()
    without: Words = ()
    names: dict[str, Words] = Field(default_factory=dict)
    adjectives: dict[str, Words] = Field(default_factory=dict)
    capitals: dict[str, Words] = Field(default_factory=dict)
    seats: dict[str, Words] = Field(default_factory=dict)
    organisations: dict[str, Words] = Field(default_factory=dict)
    acronyms: dict[str, Words] = Field(default_factory=dict)
    endings: dict[str, tuple[Rule, ...]] = Field(default_factory=dict)
    beginnings: dict[str, tuple[Rule, ...]] = Field(default_factory=dict)


@dataclass(frozen=True)
class LanguageWords:
    """Keyed by party id."""

    states: Mapping[str, StateWords]
    organisations: Mapping[str, OrganisationWords]
    passed_over: tuple[str, ...]


@cache
def language_words(language: str) -> LanguageWords | None:
    """The words of a language ("de"); None where there are none. Raises `DataError` where a file of
    them is wrong."""
    files = [file for folder in FOLDERS if (file := _read(folder, language)) is not None]
    if not files:
        return None
    states = {}
    for id in sorted({id for file in files for id in file.names}):
        names = _gathered(files, "names", id)
        if not names:
            continue
        states[f"state:{id}"] = StateWords(
            names=names,
            adjectives=_gathered(files, "adjectives", id),
            capital=_gathered(files, "capitals", id),
            seats=_gathered(files, "seats", id),
        )
    organisations = {}
    for id in sorted({id for f in files for id in (*f.organisations, *f.acronyms)}):
        organisations[f"org:{id}"] = OrganisationWords(
            names=_gathered(files, "organisations", id), acronyms=_gathered(files, "acronyms", id)
        )
    passed_over = tuple(phrase for file in files for phrase in file.passed_over)
    return LanguageWords(states, organisations, passed_over)


def languages() -> tuple[str, ...]:
    """The languages that there are such words for, in alphabetical order."""
    folder = resources.files("dragoman.gazetteer") / "territories"
    return tuple(sorted(path.name.removesuffix(".toml") for path in folder.iterdir()))


def _read(folder: str, language: str) -> _File | None:
    if not language.isalpha():
        return None
    path = resources.files("dragoman.gazetteer") / folder / f"{language}.toml"
    if not path.is_file():
        return None
    try:
        return _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{folder}/{language}.toml: not TOML: {error}") from error
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in fault["loc"])
        raise DataError(f"{folder}/{language}.toml: {place}: {fault['msg']}") from error


# Which rules hold for the words of a section: organisations are named in several words, so that only
# their front changes.
_ENDINGS = {"names": "names", "adjectives": "adjectives"}
_BEGINNINGS = _ENDINGS | {"organisations": "names"}


def _gathered(files: Sequence[_File], section: str, id: str) -> tuple[str, ...]:
    """The words of all files in one section, with the forms that the rules make of them."""
    without = {word for file in files for word in file.without}
    endings = [r for file in files for r in file.endings.get(_ENDINGS.get(section, ""), ())]
    beginnings = [
        r for file in files for r in file.beginnings.get(_BEGINNINGS.get(section, ""), ())
    ]
    found: dict[str, None] = {}
    for file in files:
        for word in getattr(file, section).get(id, ()):
            if word in without:
                continue
            for form in (word, *_other_endings(word, endings)):
                found |= dict.fromkeys((form, *_other_beginnings(form, beginnings)))
    return tuple(found)


def _other_endings(word: str, rules: Iterable[Rule]) -> Iterator[str]:
    fitting = [rule for rule in rules if word.endswith(rule[0])]
    if fitting and " " not in word:
        ending, *others = max(fitting, key=lambda rule: len(rule[0]))
        stem = word[: len(word) - len(ending)]
        yield from (stem + other for other in others)


def _other_beginnings(word: str, rules: Iterable[Rule]) -> Iterator[str]:
    fitting = [rule for rule in rules if word.startswith(rule[0])]
    if fitting:
        beginning, *others = max(fitting, key=lambda rule: len(rule[0]))
        yield from (other + word[len(beginning) :] for other in others)
