from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.numerals import numeral_reader


def values(text: str, language: str) -> list[Fraction]:
    return [one.value for one in numeral_reader(language).numerals(text)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("1.000", "fr", ["1000"]),
        ("1 000", "fr", ["1000"]),
        ("1,5", "fr", ["1.5"]),
        ("1.5", "fr", ["1.5"]),
        ("1.000,25", "fr", ["1000.25"]),
        ("1,000", "en", ["1000"]),
        ("1.000", "en", ["1"]),
        ("12,34,567.89", "en", ["1234567.89"]),
        ("0.000 000", "fr", ["0"]),
        ("2013 300", "fr", ["2013", "300"]),
        ("trois quatre", "fr", ["3", "4"]),
        ("quatre-vingts", "fr", ["80"]),
        ("soixante-dix-sept", "fr", ["77"]),
        ("deux cent mille", "fr", ["200000"]),
        ("quarante-cinq cents", "fr", ["45"]),
        ("millions", "fr", []),
        ("mille", "fr", ["1000"]),
        ("two million three hundred thousand and one", "en", ["2300001"]),
        ("three quarters of a million", "en", ["750000"]),
        ("hundred", "en", []),
    ],
)
def test_values(text: str, language: str, wanted: list[str]) -> None:
    assert values(text, language) == [Fraction(value) for value in wanted]


@given(st.integers(0, 999_999_999))
def test_grouped_figures_read_back(number: int) -> None:
    grouped = f"{number:,}"
    assert values(grouped, "en") == [number]
    assert values(grouped.replace(",", " "), "fr") == [number]
    assert values(grouped.replace(",", "."), "fr") == [number]
    assert values(grouped.replace(",", "\u202f"), "fr") == [number]


def test_a_lone_article_says_so() -> None:
    (one,) = numeral_reader("fr").numerals("un")
    assert one.article
    (million,) = numeral_reader("fr").numerals("un million")
    assert not million.article
    assert (million.value, million.scale) == (10**6, 10**6)
