"""How much the tables hold: what was reached must not be lost."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.gazetteer import holder, members, tables_in_use
from dragoman.gazetteer.language_words import language_words

OURS = tables_in_use()
# The states that the press speaks of most, and how each is led from day to day.
LED = {
    "president": "USA CHN RUS FRA BRA ARG MEX VEN COL CHL PER ZAF NGA KEN DZA IRN UKR POL KOR IDN BLR AZE",
    "prime minister": "GBR ITA ESP JPN IND ISR CAN AUS NZL GRC NLD BEL SWE NOR POL UKR TUR EGY TUN VNM ETH GEO",
    "chancellor": "DEU AUT",
    "king": "SAU JOR MAR ESP BEL NOR SWE THA",
}
MINISTERS = (
    "USA CHN RUS GBR FRA DEU ITA JPN IND IRN ISR TUR POL CAN AUS UKR ZAF CUB SYR AUT CHE SAU EGY"
)
DAYS = [date(year, month, 15) for year in range(2000, 2025) for month in (2, 5, 8, 11)]


def _known(title: str, states: str) -> float:
    pairs = [(f"state:{state}", day) for state in states.split() for day in DAYS]
    return sum(holder(title, of, day) is not None for of, day in pairs) / len(pairs)


@pytest.mark.parametrize("title", LED)
def test_who_led_the_states_of_the_news_since_2000_is_known(title: str) -> None:
    assert _known(title, LED[title]) >= 0.93


def test_their_foreign_and_defence_ministers() -> None:
    assert _known("foreign minister", MINISTERS) >= 0.93
    assert (
        _known("defence minister", "USA CHN RUS GBR FRA DEU ITA ESP JPN IRN POL CAN NLD GRC KOR")
        >= 0.75
    )


def test_organisations_have_names_in_the_languages_of_the_united_nations_and_german() -> None:
    assert sum({"en", "fr"} <= set(body.words) for body in OURS.organisations.values()) >= 300
    for language in ("es", "de", "ru", "zh", "ar"):
        words = language_words(language)
        assert words is not None
        assert len(words.organisations) >= 200


@pytest.mark.parametrize(
    ("body", "day", "count"),
    [
        ("UNSC", date(2024, 6, 1), 15),
        ("NATO", date(1990, 1, 1), 16),
        ("NATO", date(2024, 6, 1), 32),
        ("EU", date(2003, 6, 1), 15),
        ("EU", date(2013, 12, 1), 28),
        ("EU", date(2021, 1, 1), 27),
        ("SCO", date(2016, 6, 1), 6),
        ("SCO", date(2018, 6, 1), 8),
        ("SCO", date(2023, 8, 1), 9),
        ("SCO", date(2024, 8, 1), 10),
        ("BRICS", date(2010, 1, 1), 4),
        ("BRICS", date(2011, 6, 1), 5),
        ("ASEAN", date(2000, 1, 1), 10),
        ("G7", date(2020, 1, 1), 7),
        ("AU", date(2024, 1, 1), 55),
        ("GCC", date(2024, 1, 1), 6),
    ],
)
def test_how_many_belonged(body: str, day: date, count: int) -> None:
    assert len([id for id in members(body, day) if id.startswith("state:")]) == count
