from __future__ import annotations

from datetime import date

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from dragoman.cli.days import first_day, last_day, one_day


@given(st.dates())
def test_a_day_is_its_own_first_and_last(day: date) -> None:
    typed = day.isoformat()
    assert first_day(typed) == last_day(typed) == one_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        (" 2024-12 ", "2024-12-01", "2024-12-31"),
    ],
)
def test_months_and_years(typed: str, first: str, last: str) -> None:
    assert (str(first_day(typed)), str(last_day(typed))) == (first, last)


@given(st.text(max_size=12) | st.from_regex(r"[0-9-]{1,10}", fullmatch=True))
def test_whatever_is_typed_is_a_day_or_wrong_use(typed: str) -> None:
    for read in (first_day, last_day, one_day):
        try:
            assert isinstance(read(typed), date)
        except typer.BadParameter:
            continue
