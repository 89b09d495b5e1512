"""The tables of time and number words, in every language that has them."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dragoman.analysis.numerals import numeral_reader
from dragoman.analysis.times import find
from dragoman.errors import DataError
from dragoman.languages.numbers import currency_marks, number_words
from dragoman.languages.times import time_words

LANGUAGES = sorted(
    entry.name
    for entry in files("dragoman.languages").iterdir()
    if (entry / "times.toml").is_file()
)


def test_french_and_english_are_there() -> None:
    assert {"fr", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_compiles_and_names_guards_that_exist(language: str) -> None:
    find("", language=language)
    words = time_words(language)
    for form in words.forms:
        for guard in (form.after, form.before, form.never_after, form.never_before):
            assert guard is None or guard == "plural" or guard in words.guards, form.pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_and_weekdays_are_whole(language: str) -> None:
    words = time_words(language)
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(7))
    assert {1, 2, 3, 4, 5, 6, 7, 8, 9} <= set(number_words(language).words.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_small_letters(language: str) -> None:
    words = time_words(language)
    for table in (words.weekdays, words.months, words.units, words.deictic, words.seasons):
        assert all(word == word.lower() for word in table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_word_is_read_as_its_value(language: str) -> None:
    words = number_words(language)
    for word, value in words.words.items():
        numeral = numeral_reader(language).at(word, 0)
        assert numeral is not None
        assert (numeral.value, numeral.end) == (value, len(word))


@pytest.mark.parametrize("language", LANGUAGES)
def test_currencies_are_iso_codes_or_open(language: str) -> None:
    codes = currency_marks().codes | {"BTC", ""}
    words = number_words(language)
    for table in (
        words.currency_names,
        words.scaled_currency_names,
        words.minor_currency_names,
        currency_marks().symbols,
        currency_marks().dollars,
        currency_marks().abbreviations,
    ):
        assert set(table.values()) <= codes


def test_a_language_without_tables_is_an_error_that_names_those_with() -> None:
    with pytest.raises(DataError, match=r"no numbers\.toml for language 'zz'; one of: en, fr"):
        number_words("zz")
    with pytest.raises(DataError, match=r"no times\.toml"):
        time_words("zz")
