"""Number words and currency names of a language, from its `numbers.toml` and `currencies.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from dragoman.errors import DataError, one_of


@dataclass(frozen=True, slots=True)
class CurrencyMarks:
    """Codes, abbreviations and signs; a value of "" is money whose currency the mark leaves open."""

    codes: frozenset[str]
    abbreviations: Mapping[str, str]
    symbols: Mapping[str, str]
    any_case: frozenset[str]
    dollars: Mapping[str, str]
    dollars_apart: Mapping[str, str]
    dollars_after: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What a language's numbers are made of.

    `words`, the collectives and `ordinals` give values, `scales` and `short_scales` powers of ten.
    The currency tables map a name's form (see `dragoman.analysis.forms`) to an ISO 4217 code, ""
    where the name does not say whose money it is.
    """

    decimal: str
    groups: tuple[str, ...]
    group_sizes: tuple[int, ...]
    articles: frozenset[str]
    joiners: tuple[str, ...]
    hundreds: frozenset[str]
    bare: frozenset[str]
    hundreds_up_to: int
    link: tuple[str, ...]
    long_tens: frozenset[int]
    words: Mapping[str, int]
    scales: Mapping[str, int]
    short_scales: Mapping[str, int]
    fractions: Mapping[str, Fraction]
    collectives: Mapping[str, int]
    collectives_plural: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: tuple[str, ...]
    approximate_before: tuple[str, ...]
    approximate_after: tuple[str, ...]
    between_open: tuple[str, ...]
    between_links: tuple[str, ...]
    currency_names: Mapping[str, str]
    scaled_currency_names: Mapping[str, str]
    minor_currency_names: Mapping[str, str]
    weighed_before: tuple[str, ...]
    not_counted_before: tuple[str, ...]
    not_ordinal_before: tuple[str, ...]


def read_table(language: str, name: str) -> dict[str, Any]:
    """The table `name` of a language's folder.

    Raises `DataError` where the language has no such table, naming those that do, or where the
    file is not TOML.
    """
    room = files("dragoman.languages")
    path = room / language / name
    if not language.isalpha() or not path.is_file():
        known = [entry.name for entry in room.iterdir() if (entry / name).is_file()]
        raise DataError(f"no {name} for language {language!r}; {one_of(known)}")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"languages/{language}/{name}: {error}") from error


@lru_cache(maxsize=1)
def currency_marks() -> CurrencyMarks:
    path = files("dragoman.languages") / "currencies.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return CurrencyMarks(
            codes=frozenset(table["codes"]),
            abbreviations=table["abbreviations"],
            symbols=table["symbols"],
            any_case=frozenset(table["any_case"]),
            dollars=table["dollars"],
            dollars_apart=table["dollars_apart"],
            dollars_after=table["dollars_after"],
        )
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise DataError(f"languages/currencies.toml: {error}") from error


@lru_cache(maxsize=32)
def number_words(language: str) -> NumberWords:
    """The number words of `language` (ISO 639-1). Raises `DataError` as `read_table` does, and
    where a key is missing."""
    table = read_table(language, "numbers.toml")
    try:
        return NumberWords(
            decimal=table["decimal"],
            groups=tuple(table["groups"]),
            group_sizes=tuple(table["group_sizes"]),
            articles=frozenset(table["articles"]),
            joiners=tuple(table["joiners"]),
            hundreds=frozenset(table["hundreds"]),
            bare=frozenset(table["bare"]),
            hundreds_up_to=table["hundreds_up_to"],
            link=tuple(table["link"]),
            long_tens=frozenset(table["long_tens"]),
            words=table["words"],
            scales=table["scales"],
            short_scales=table["short_scales"],
            fractions={word: Fraction(value) for word, value in table["fractions"].items()},
            collectives=table["collectives"],
            collectives_plural=table["collectives_plural"],
            ordinals=table["ordinals"],
            ordinal_suffixes=tuple(table["ordinal_marks"]["suffixes"]),
            approximate_before=tuple(table["approximate"]["before"]),
            approximate_after=tuple(table["approximate"]["after"]),
            between_open=tuple(table["between"]["open"]),
            between_links=tuple(table["between"]["links"]),
            currency_names=_by_form(table["currency_names"]),
            scaled_currency_names=_by_form(table["scaled_currency_names"]),
            minor_currency_names=_by_form(table["minor_currency_names"]),
            weighed_before=tuple(table["guards"]["weighed_before"]),
            not_counted_before=tuple(table["guards"]["not_counted_before"]),
            not_ordinal_before=tuple(table["guards"]["not_ordinal_before"]),
        )
    except KeyError as error:
        raise DataError(f"languages/{language}/numbers.toml: the key {error} is missing") from error


def _by_form(names: Mapping[str, list[str]]) -> dict[str, str]:
    return {form: code for code, forms in names.items() for form in forms}
