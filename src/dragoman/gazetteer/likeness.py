"""Who a name means that no table has in just this spelling: "Vladimir Medinskiy", "Владимир Путин".

A name is brought to Latin letters, and what the languages write differently is made one (`likeness.toml`).
Two names are alike where the consonants of their surnames are the same and what stands before the surname
is nearly so. Scripts that do not spell (Chinese, Japanese, Korean) are not compared: their names have to
stand in the tables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii

from dragoman.gazetteer.lookup import tables_in_use
from dragoman.gazetteer.tables import Tables

FILE = "likeness.toml"
NEAR = 0.85
"""The least likeness of two given names, and of two surnames of one skeleton; see `benchmarks/names.py`."""
LEAST = 2  # consonants of a surname; one is too many people's
LONGEST = 80  # characters of a name that is compared
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_UNSPELT = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class _Name:
    given: str
    surname: str
    person: str


def person_like(name: str) -> str | None:
    """The party id of the one person of the tables whom a full name in an unknown spelling means; None
    for a name of one word, and where nobody or more than one is alike."""
    return _alike(tables_in_use(), name) if len(name) <= LONGEST else None


# An article names the same people again and again.
@lru_cache(maxsize=4096)
def _alike(tables: Tables, name: str) -> str | None:
    words = _words(name)
    if len(words) < 2:
        return None
    vowelless = bool(_ARABIC.search(name))
    index = _index(tables, vowelless)
    found = set()
    for given, surname in _splits(words):
        for known in index.get(_skeleton(surname, vowelless), ()):
            if vowelless:
                alike = _skeleton(given, True) == _skeleton(known.given, True)
            else:
                alike = _near(given, known.given) and _near(surname, known.surname)
            if alike:
                found.add(known.person)
    return found.pop() if len(found) == 1 else None


def _splits(words: list[str]) -> Iterator[tuple[str, str]]:
    """A name as given name and surname: the surname is the last word, or the last two."""
    yield words[0], words[-1]
    if len(words) > 2:
        yield words[0], words[-2] + words[-1]


def _near(one: str, other: str) -> bool:
    one, other = one.removeprefix("h"), other.removeprefix("h")
    if one == other:
        return True
    return one[:1] == other[:1] and SequenceMatcher(None, one, other, False).ratio() >= NEAR


@lru_cache(maxsize=8)
def _index(tables: Tables, vowelless: bool) -> dict[str, tuple[_Name, ...]]:
    """The names of the tables' people by the skeleton of their surnames."""
    found: dict[str, dict[_Name, None]] = {}
    for person in tables.people.values():
        if person.order == "family-first":
            continue  # told apart by given names that are too short to compare
        for name in (person.name, *person.names):
            words = _words(name)
            for given, surname in _splits(words) if len(words) > 1 else ():
                key = _skeleton(surname, vowelless)
                if len(key) >= LEAST:
                    entry = _Name(given, surname, person.party_id)
                    found.setdefault(key, {})[entry] = None
    return {key: tuple(names) for key, names in found.items()}


def _words(name: str) -> list[str]:
    """The words of a name in plain Latin letters and in one spelling; none where it does not spell."""
    if _UNSPELT.search(name):
        return []
    plain = (anyascii(word).lower() for word in _WORD.findall(name))
    return [spelt for word in plain if (spelt := _one_spelling(word))]


def _one_spelling(word: str) -> str:
    word = re.sub("[^a-z]", "", word)
    for pattern, plain in _rules("spellings"):
        word = pattern.sub(plain, word)
    return word


def _skeleton(word: str, vowelless: bool) -> str:
    """The consonants of a word; for Arabic letters those that these tell apart."""
    for pattern, plain in _rules("arabic") if vowelless else ():
        word = pattern.sub(plain, word)
    return re.sub("[aeiouhj]", "", word)


@cache
def _rules(section: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (resources.files("dragoman.gazetteer") / FILE).read_text("utf-8")
    rules: Iterable[tuple[str, str]] = tomllib.loads(text)[section]
    return tuple((re.compile(pattern), plain) for pattern, plain in rules)
