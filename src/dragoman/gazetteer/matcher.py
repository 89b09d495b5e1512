"""Where a text names a party that the gazetteer knows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from dragoman.gazetteer.lookup import tables_in_use
from dragoman.gazetteer.namesakes import Namesakes
from dragoman.gazetteer.patterns import HitKind, Meaning, patterns
from dragoman.gazetteer.tables import Tables

# Forms that mean the same character. One for one, so that offsets stay those of the text.
_SAME = (
    ("\u2019", "'"),
    ("\u02bc", "'"),
    ("\u02bb", "'"),
    ("\u2010", "-"),
    ("\u2011", "-"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\n", " "),
)
_HANGUL = ("\uac00", "\ud7a3")


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that names a party: `text` is what stands at start:end (0-based,
    end-exclusive, in characters). `ids` are party ids in alphabetical order, several where the word
    does not say which ("Congo"). A "prefix" is the first half of a compound, without its hyphen."""

    start: int
    end: int
    text: str
    kind: HitKind
    ids: tuple[str, ...]


def scan(text: str, language: str) -> list[Hit]:
    """The parties named in `text`, in their order, never overlapping; of names that begin at the
    same place the longest.

    `language` is a code like "fr" or "fr-CA". In a language that the gazetteer has no words for,
    the names of states in English and French and the names of persons are found.
    """
    scanner = _scanner(tables_in_use(), language.lower().partition("-")[0])
    flat = _flat(text)
    found = scanner.automaton.find_matches_as_indexes(flat, overlapping=True)
    found.sort(key=lambda match: (match[1], -match[2]))
    hits: list[Hit] = []
    reached = 0
    for pattern, start, end in found:
        if start < reached or _splits_word(flat, start) or _splits_word(flat, end):
            continue
        if _inside_korean(flat, start):
            continue
        meaning = scanner.meanings[pattern]
        if meaning.otherwise and _word_before(flat, start).casefold() not in meaning.only_after:
            meaning = meaning.otherwise
        if meaning.kind == "prefix":
            if not flat[end : end + 1].isalpha():
                continue
            end -= 1
        reached = end
        if meaning.kind is None:
            continue
        if meaning.kind == "surname" and scanner.namesakes.other(flat, start, end, meaning.ids):
            continue
        if meaning.kind == "state" and scanner.namesakes.bears_state(flat, start):
            continue
        hits.append(Hit(start, end, text[start:end], meaning.kind, meaning.ids))
    return hits


@dataclass(frozen=True, slots=True)
class _Scanner:
    """The automaton of one language; `meanings` are in the order of its patterns."""

    automaton: AhoCorasick
    meanings: tuple[Meaning, ...]
    namesakes: Namesakes


# One a language and set of tables; users' overlays make few more sets than one.
@lru_cache(maxsize=16)
def _scanner(tables: Tables, language: str) -> _Scanner:
    table: dict[str, Meaning] = {}
    for spelling, meaning in patterns(tables, language).items():
        table.setdefault(_flat(spelling), meaning)
    automaton = AhoCorasick(list(table), store_patterns=False)
    return _Scanner(automaton, tuple(table.values()), Namesakes(tables))


def _flat(text: str) -> str:
    """The text with one form for each character that has several."""
    for form, plain in _SAME:
        text = text.replace(form, plain)
    return text


def _splits_word(text: str, place: int) -> bool:
    """Whether the characters on both sides of `place` belong to one word."""
    return 0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place])


def _inside_korean(text: str, start: int) -> bool:
    """Whether a Korean word goes on at `start`: particles follow a name without a space, but nothing
    stands before it."""
    return start > 0 and _HANGUL[0] <= text[start - 1] <= _HANGUL[1] and text[start] >= _HANGUL[0]


def _in_word(char: str) -> bool:
    """Whether the character is of a word that is set off by spaces: a letter, a digit, a low line or
    a combining mark, but not a Chinese, Japanese or Korean character."""
    if char.isalnum():
        return char < "\u2e80"
    return char == "_" or (char > "\u02ff" and bool(unicodedata.combining(char)))


def _word_before(text: str, start: int) -> str:
    """The word directly before `start`, after a single space or hyphen; "" if there is none."""
    if start < 2 or text[start - 1] not in " -":
        return ""
    begin = end = start - 1
    while begin and _in_word(text[begin - 1]) and end - begin < 30:
        begin -= 1
    return text[begin:end]
