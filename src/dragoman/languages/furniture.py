"""What stands around an article on a page: menus, buttons, labels, the words of credits and
captions. The phrases are data: `languages/<code>/furniture.toml`.

A page's furniture may be in another language than its article, so the phrases of all languages
are used together (`all_furniture`).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

from dragoman.errors import DataError, one_of

_HERE = Path(__file__).parent
_SPACES = re.compile(r"\s+")
_EDGES = " \t*+•·-–—>»›:;,.…!?|"


@dataclass(frozen=True)
class Furniture:
    """Phrases, each as `plain_form` gives it. What each is for stands in the TOML files."""

    whole: frozenset[str]
    opening: tuple[str, ...]
    holding: tuple[str, ...]
    pointers: tuple[str, ...]
    closing: frozenset[str]
    home: frozenset[str]
    tickers: frozenset[str]
    section_labels: tuple[str, ...]
    sections: frozenset[str]
    bylines: tuple[str, ...]
    and_words: tuple[str, ...]
    for_words: tuple[str, ...]
    place_words: tuple[str, ...]
    desks: frozenset[str]
    jobs: tuple[str, ...]
    with_agency: tuple[str, ...]
    agency_words: frozenset[str]
    sources: tuple[str, ...]
    photo: tuple[str, ...]
    photo_ends: tuple[str, ...]
    archive: tuple[str, ...]
    sides: tuple[str, ...]
    poses: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]


_SETS = frozenset(f.name for f in fields(Furniture) if str(f.type).startswith("frozenset"))


def plain_form(line: str) -> str:
    """A line as phrases are compared: case folded, straight apostrophes, single spaces."""
    return _SPACES.sub(" ", line.replace("’", "'").replace("ʼ", "'")).strip().casefold()


def bare_form(line: str) -> str:
    """The plain form without bullets before it or punctuation after it."""
    return plain_form(line).strip(_EDGES)


@cache
def furnished_languages() -> tuple[str, ...]:
    """The languages that have furniture."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/furniture.toml")))


@cache
def furniture(language: str) -> Furniture:
    """The furniture of one language.

    Raises DataError for a language without any, or a file with unknown or missing keys.
    """
    if language not in furnished_languages():
        raise DataError(f"no furniture for {language!r}; have {one_of(furnished_languages())}")
    path = _HERE / language / "furniture.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path}: {error}") from error
    known = {f.name for f in fields(Furniture)}
    if data.keys() != known:
        wrong = ", ".join(sorted(data.keys() ^ known))
        raise DataError(f"{path}: missing or unknown: {wrong}; the keys are {one_of(known)}")
    return _built(data)


@lru_cache(maxsize=1)
def all_furniture() -> Furniture:
    """The furniture of all languages together."""
    merged: dict[str, list[str]] = {f.name: [] for f in fields(Furniture)}
    for language in furnished_languages():
        one = furniture(language)
        for name, phrases in merged.items():
            phrases.extend(p for p in getattr(one, name) if p not in phrases)
    return _built(merged)


def _built(data: dict[str, list[str]]) -> Furniture:
    made: dict[str, frozenset[str] | tuple[str, ...]] = {}
    for name, phrases in data.items():
        if name in _SETS:
            made[name] = frozenset(bare_form(p) for p in phrases)
        else:
            # Longest first, so that "mis à jour le" wins over "mis à jour"; a space at the end of
            # a phrase ("lire les ") is part of it.
            forms = {p.replace("’", "'").casefold() for p in phrases}
            made[name] = tuple(sorted(forms, key=lambda p: (-len(p), p)))
    return Furniture(**made)  # type: ignore[arg-type]
