from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import dates
from dragoman.languages.dates import absolute_dates, dated_languages, days_of_month

D = datetime.date


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("le 25 juin, 2016", "fr", [D(2016, 6, 25)]),
        ("Le 1er août 2019 et le 3 FÉVRIER 2020.", "fr", [D(2019, 8, 1), D(2020, 2, 3)]),
        ("18 juil. 2024 à 08:01", "fr", [D(2024, 7, 18)]),
        ("on March 08, 2019 in Washington", "en", [D(2019, 3, 8)]),
        ("the 2nd of May 2021; Sept. 5 2022", "en", [D(2021, 5, 2), D(2022, 9, 5)]),
        ("12/03/2020", "fr", [D(2020, 3, 12)]),
        ("12/03/2020", "en", []),
        (
            "25/03/2020, 03/25/2020 and 4/4/2020",
            "en",
            [D(2020, 3, 25), D(2020, 3, 25), D(2020, 4, 4)],
        ),
        ("12.03.2024", "en", [D(2024, 3, 12)]),
        ("2024-03-12T10:15:00Z", "en", [D(2024, 3, 12)]),
        ("12 mars 2024", None, [D(2024, 3, 12)]),
        ("May 3, 2021", "lt", [D(2021, 5, 3)]),
        ("31 février 2020, 2024-13-01, 32/01/2020", "fr", []),
        ("2 mars 20245", "fr", []),
        ("en mars 2024", "fr", []),
        ("le 3 maire 2020", "fr", []),
        ("version 1.2.2024.5 du 10.12.2020", "fr", [D(2020, 12, 10)]),
    ],
)
def test_whole_dates(text: str, language: str | None, days: list[D]) -> None:
    assert [found.day for found in absolute_dates(text, language)] == days


def test_offsets_are_those_of_the_text() -> None:
    text = "Vu le 25 juin, 2016 à Pékin, puis le 2016-07-01."
    spans = [text[found.start : found.end] for found in absolute_dates(text, "fr")]
    assert spans == ["25 juin, 2016", "2016-07-01"]


def test_days_without_a_year() -> None:
    text = "PARIS, 12 mars (Reuters)"
    (found,) = days_of_month(text, "fr")
    assert (found.day, found.month, text[found.start : found.end]) == (12, 3, "12 mars")
    assert [d[2:] for d in days_of_month("HANOI, March 3 -", "en")] == [(3, 3)]
    assert [d[2:] for d in days_of_month("29 février", "fr")] == [(29, 2)]
    assert days_of_month("30 février", "fr") == []


@given(st.dates(min_value=D(1900, 1, 1), max_value=D(2100, 1, 1)), st.sampled_from(["fr", "en"]))
def test_every_day_is_read_back(day: D, language: str) -> None:
    months = {
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "en": "January February March April May June July August September October November "
        "December",
    }[language].split()
    written = f"{day.day} {months[day.month - 1]} {day.year}"
    assert [found.day for found in absolute_dates(f"({written})", language)] == [day]
    assert [found.day for found in absolute_dates(day.isoformat(), language)] == [day]


@given(st.text(alphabet="0123456789/-. mars3,h", max_size=60))
def test_found_dates_do_not_overlap(text: str) -> None:
    for language in (*dated_languages(), None):
        end = 0
        for found in absolute_dates(text, language):
            assert end <= found.start < found.end <= len(text)
            end = found.end


def _written(language: str, day: D, name: str) -> str:
    if language in ("zh", "ja", "ko", "hu"):
        return f"{day.year}{YEAR[language]}{name}{DAY[language].format(day.day)}"
    return f"{day.day} {name} {day.year}"


YEAR = {"zh": "年", "ja": "年", "ko": "년 ", "hu": ". "}
DAY = {"zh": "{}日", "ja": "{}日", "ko": " {}일", "hu": " {}."}


@given(st.dates(D(1900, 1, 1), D(2100, 1, 1)), st.sampled_from(dated_languages()), st.data())
def test_every_month_of_every_language_is_read_back(
    day: D, language: str, data: st.DataObject
) -> None:
    path = Path(dates.__file__).parent / language / "months.toml"
    names = tomllib.loads(path.read_text(encoding="utf-8"))["names"][day.month - 1]
    written = _written(language, day, data.draw(st.sampled_from(names)))
    assert [found.day for found in absolute_dates(f"({written})", language)] == [day]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("12. März 2024", "de"),
        ("12. 3. 2024", "cs"),
        ("12 de marzo de 2024", "es"),
        ("12 tháng 3 năm 2024", "vi"),
        ("١٢ آذار/مارس ٢٠٢٤", "ar"),
        ("१२ मार्च २०२४", "hi"),
        ("12 במרץ 2024", "he"),
        ("2024.03.12. 10:15", "ko"),
        ("2024/03/12", None),
        ("12 марта 2024 года", None),
    ],
)
def test_shapes_of_the_press(text: str, language: str | None) -> None:
    assert [found.day for found in absolute_dates(text, language)] == [D(2024, 3, 12)]
