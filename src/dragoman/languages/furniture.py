"""What stands around an article on a page: menus, buttons, labels, the words of credits and
captions. The phrases are data: `languages/<code>/furniture.toml`, where the head of the English file
says what each list is for.

Short words of one language are words of another ("von", "di", "door"), so a page is read with its
own language's phrases and the English ones, which sites of all languages mix in
(`page_furniture`); those of all languages together serve only where the language is not known yet.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from dragoman.errors import DataError, one_of
from dragoman.languages.remembered import remembered

_HERE = Path(__file__).parent
_SPACES = re.compile(r"\s+")
_EDGES = " \t*+•·-–—>»›:;,.…!?|：；，。、！？،؛؟।"
_EVERYWHERE = "en"

# One character for one, so that places in a form are places in its line: apostrophes; the two
# Turkish i; the Arabic letters that Persian keyboards have other codes for, and its joiner.
_SAME = str.maketrans("’ʼ´İıيىك\u200c\u00a0", "'''iiییک  ")


@dataclass(frozen=True)
class Furniture:
    """Phrases, each as `plain_form` gives it, the longer ones first."""

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
    tags: tuple[str, ...]
    comments: tuple[str, ...]
    sharing: tuple[str, ...]
    reading_time: tuple[str, ...]
    teasers: frozenset[str]
    wall_login: tuple[str, ...]
    wall_cookies: tuple[str, ...]
    wall_robots: tuple[str, ...]
    dividers: frozenset[str]

    @cached_property
    def _heads(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The phrases of each list by their first two characters."""
        heads: dict[str, dict[str, list[str]]] = {}
        for field in fields(self):
            of_list = heads.setdefault(field.name, {})
            for phrase in sorted(getattr(self, field.name), key=lambda p: (-len(p), p)):
                of_list.setdefault(phrase[:2], []).append(phrase)
        return {k: {h: tuple(v) for h, v in of.items()} for k, of in heads.items()}

    @cached_property
    def _automata(self) -> dict[str, AhoCorasick]:
        return {field.name: AhoCorasick(tuple(getattr(self, field.name))) for field in fields(self)}

    def at_start(self, key: str, form: str) -> tuple[str, ...]:
        """The phrases of the list `key` that a plain form begins with, the longest first."""
        heads = self._heads[key]
        found = tuple(p for p in heads.get(form[:2], ()) if form.startswith(p))
        return found + heads.get(form[:1], ()) if len(form) > 1 else found

    def within(self, key: str, form: str) -> bool:
        """Whether one of the phrases of the list `key` stands anywhere in a plain form."""
        return bool(self._automata[key].find_matches_as_indexes(form))

    def words_within(self, key: str, form: str) -> bool:
        """The same for whole words; scripts that write no spaces have no need of their edges."""
        matches = self._automata[key].find_matches_as_indexes(form, overlapping=True)
        return any(_whole_words(form, start, end) for _, start, end in matches)


def _whole_words(form: str, start: int, end: int) -> bool:
    if "\u2e80" <= form[start] <= "\u9fff" or "\uac00" <= form[start] <= "\ud7af":
        return True
    return not (form[start - 1 : start].isalnum() or form[end : end + 1].isalnum())


_SETS = frozenset(f.name for f in fields(Furniture) if str(f.type).startswith("frozenset"))


@remembered(4096)
def plain_form(line: str) -> str:
    """A line as phrases are compared: small letters, straight apostrophes, single spaces.

    A line whose spaces are single already keeps its length.
    """
    return _SPACES.sub(" ", line.translate(_SAME)).strip().lower()


@remembered(4096)
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


@cache
def furniture_for(languages: tuple[str, ...]) -> Furniture:
    """The furniture of several languages together.

    Raises DataError where one of them has none.
    """
    each = [furniture(language) for language in languages]
    return _built(
        {f.name: [p for one in each for p in getattr(one, f.name)] for f in fields(Furniture)}
    )


def all_furniture() -> Furniture:
    """The furniture of all languages together."""
    return furniture_for(furnished_languages())


@cache
def page_furniture(language: str | None) -> Furniture:
    """The furniture of a page in `language` (ISO 639-1): that language's and the English.

    Null, where the language is not known yet, gives that of all languages.
    """
    if language is None:
        return all_furniture()
    furnished = language in furnished_languages() and language != _EVERYWHERE
    return furniture_for((language, _EVERYWHERE) if furnished else (_EVERYWHERE,))


def _built(data: dict[str, list[str]]) -> Furniture:
    made: dict[str, frozenset[str] | tuple[str, ...]] = {}
    for name, phrases in data.items():
        if name in _SETS:
            made[name] = frozenset(bare_form(p) for p in phrases)
        else:
            # Longest first, so that "mis à jour le" wins over "mis à jour"; a space at the end of
            # a phrase ("lire les ") is part of it.
            forms = {plain_form(p) + " " * p.endswith(" ") for p in phrases}
            made[name] = tuple(sorted(forms, key=lambda p: (-len(p), p)))
    return Furniture(**made)  # type: ignore[arg-type]
