"""The ways in which the press writes one name: accents left off capitals, capitals of every word,
a headline all in capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# "Etats-Unis" is as usual as "États-Unis"; small letters keep their accents.
_ACCENTED_CAPITAL = re.compile(r"[À-ÖØ-Þ]")
_WORD = re.compile(r"[^\W\d_]+")
# Shorter names in capitals are too often another word or an acronym ("MALI" is let pass, "PÉR" not).
MIN_CAPITALS = 4


def unaccented(text: str) -> str:
    """The text without accents, cedillas and the like ("ÉTATS" gives "ETATS")."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def plain_capitals(text: str) -> str:
    """The text with accents taken off its capital letters only."""
    return _ACCENTED_CAPITAL.sub(lambda found: unaccented(found[0]), text)


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def title_case(name: str) -> str:
    """Every word of more than three letters with a capital ("Arabie Saoudite", "République
    Démocratique du Congo")."""
    return _WORD.sub(lambda word: capitalised(word[0]) if len(word[0]) > 3 else word[0], name)


def of_name(name: str) -> Iterator[str]:
    """Spellings of a proper name, itself first; some may come twice."""
    for form in (name, title_case(name)):
        yield form
        yield plain_capitals(form)
    yield from in_capitals(name)


def of_long_name(name: str) -> Iterator[str]:
    """Spellings of an organisation's name: of a long one also with a small first letter."""
    yield from of_name(name)
    if len(name.split()) > 2:
        yield name[:1].lower() + name[1:]


def of_acronym(acronym: str) -> Iterator[str]:
    """Spellings of an acronym: only accents may go."""
    yield acronym
    yield plain_capitals(acronym)


def of_surname(surname: str) -> Iterator[str]:
    """Spellings of a surname that stands alone."""
    yield surname
    yield plain_capitals(surname)
    yield from in_capitals(surname)


def of_word(word: str) -> Iterator[str]:
    """Spellings of an adjective or noun: as it is, at the start of a sentence, in a headline."""
    for form in (word, capitalised(word)):
        yield form
        yield plain_capitals(form)
    yield from in_capitals(word)


def in_capitals(name: str) -> Iterator[str]:
    """The name all in capitals, with and without accents, unless it is too short for that."""
    if sum(char.isalpha() for char in name) >= MIN_CAPITALS:
        yield name.upper()
        yield unaccented(name.upper())


def of_person(name: str, surnames: tuple[str, ...]) -> Iterator[str]:
    """Spellings of a full name, also with its surname in capitals ("Vladimir POUTINE")."""
    yield name
    yield plain_capitals(name)
    yield from in_capitals(name)
    for surname in surnames:
        marked = re.sub(rf"(?<!\w){re.escape(surname)}(?!\w)", surname.upper(), name)
        yield marked
        yield unaccented(marked) if marked.isupper() else plain_capitals(marked)
