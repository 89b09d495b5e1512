from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BadColumns
from dragoman.sources.days import UnclearOrder, check_order, order_of, read_day

MARCH = date(2024, 3, 12)


@pytest.mark.parametrize(
    "told",
    [
        "2024-03-12",
        "20240312",
        20240312,
        "2024/03/12",
        "2024-03-12T23:10:00",
        "12.03.2024",
        "12 March 2024",
        "March 12, 2024 Tuesday 9:00 AM GMT",
        "mardi 12 mars 2024",
        "Tue, 12 Mar 2024 23:30:00 -0500",
        "2024-03-12 10:00",
    ],
)
def test_clear_days(told: object) -> None:
    assert read_day(told).day == MARCH


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2024-03-12T23:10:00Z", datetime(2024, 3, 12, 23, 10, tzinfo=UTC)),
        (
            "20240312T231000+0530",
            datetime(2024, 3, 12, 23, 10, tzinfo=timezone(timedelta(hours=5.5))),
        ),
        ("Tue, 12 Mar 2024 23:10:00 GMT", datetime(2024, 3, 12, 23, 10, tzinfo=UTC)),
        (1710285000, datetime(2024, 3, 12, 23, 10, tzinfo=UTC)),
        ("1710285000000", datetime(2024, 3, 12, 23, 10, tzinfo=UTC)),
    ],
)
def test_times_with_a_zone_are_kept(told: object, at: datetime) -> None:
    assert read_day(told) == (MARCH, at)


def test_a_time_without_a_zone_is_no_moment() -> None:
    assert read_day("2024-03-12T23:10:00").at is None


@pytest.mark.parametrize("told", ["12/03/2024", "3-4-2024", "12/03/24", "25/03/24"])
def test_figures_whose_order_nobody_knows_are_refused(told: str) -> None:
    with pytest.raises(UnclearOrder):
        read_day(told)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("dmy", "12/03/2024"),
        ("mdy", "03/12/2024"),
        ("dmy", "12/03/24"),
        ("ymd", "24/03/12"),
        ("%d/%m/%Y", "12/03/2024"),
        ("%Y%j", "2024072"),
    ],
)
def test_an_order_that_is_given_is_followed(order: str, told: str) -> None:
    assert read_day(told, order=order).day == MARCH


@pytest.mark.parametrize("told", ["n.d.", "", None, True, [], "2024", "31/02/2024", "2024-13-01"])
def test_what_is_no_date_is_none(told: object) -> None:
    assert read_day(told, order="dmy").day is None


def test_two_days_in_words_are_none() -> None:
    assert read_day("from 3 May 2024 to 5 May 2024").day is None


@pytest.mark.parametrize(
    ("told", "order"),
    [("25/03/2024", "dmy"), ("03/25/2024", "mdy"), ("03/04/2024", None), (3, None)],
)
def test_what_figures_show_of_their_order(told: object, order: str | None) -> None:
    assert order_of(told) == order


@pytest.mark.parametrize("order", ["", "xyz", "%d %m", "%Q"])
def test_a_wrong_order_is_refused(order: str) -> None:
    with pytest.raises(BadColumns, match="dmy, mdy"):
        check_order(order)


@given(st.text(max_size=60) | st.from_regex(r"[0-9/. :-]{1,30}", fullmatch=True) | st.integers())
def test_whatever_stands_there_is_a_day_or_none(told: object) -> None:
    for order in (None, "dmy", "mdy", "ymd", "%d/%m/%Y"):
        try:
            day, at = read_day(told, order=order)
        except UnclearOrder:
            continue
        assert day is None or isinstance(day, date)
        assert at is None or at.tzinfo is not None
