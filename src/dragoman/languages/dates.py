"""Whole dates as they are written: "25 juin 2016", "March 08, 2019", "12.03.2024", "2024-03-12".

Month names and orders are data: `languages/<code>/months.toml`. Expressions that need a day to
reckon from ("samedi", "last week") are not read here.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import DataError, one_of

_HERE = Path(__file__).parent
_ORDERS = ("day month", "month day")
_FIGURES = ("day first", "month first", "unclear")


class WrittenDate(NamedTuple):
    """A whole date at start:end (0-based, end-exclusive, in characters of the text)."""

    start: int
    end: int
    day: datetime.date


class DayOfMonth(NamedTuple):
    """A day and month without a year at start:end."""

    start: int
    end: int
    day: int
    month: int


@dataclass(frozen=True)
class _Months:
    number: dict[str, int]
    with_year: tuple[re.Pattern[str], ...]
    without_year: tuple[re.Pattern[str], ...]
    figures: str


_ISO = re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_FIGURE_DATE = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d]|[/.-]\d)"
)


@cache
def dated_languages() -> tuple[str, ...]:
    """The languages that have month names."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/months.toml")))


@cache
def _months(language: str) -> _Months:
    path = _HERE / language / "months.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    names: list[list[str]] = data["names"]
    if len(names) != 12:
        raise DataError(f"{path}: names has {len(names)} months, 12 are needed")
    if data["figures"] not in _FIGURES:
        raise DataError(f"{path}: figures is {data['figures']!r}, not {one_of(_FIGURES)}")
    number = {name.casefold(): i for i, forms in enumerate(names, 1) for name in forms}
    month = (
        "(?P<m>" + "|".join(re.escape(n) for n in sorted(number, key=len, reverse=True)) + r")\b\.?"
    )
    ordinal = "|".join(map(re.escape, data["ordinals"]))
    day = r"(?<![\d.,/:-])(?P<d>\d{1,2})" + (rf"(?:(?:{ordinal})\b)?" if ordinal else "")
    joint = "".join(rf"(?:{re.escape(word)}\s+)?" for word in data["joints"])
    year = r"(?:\s*,\s*|\s+)(?P<y>\d{4})(?!\d)"
    shapes = []
    for order in data["orders"]:
        if order not in _ORDERS:
            raise DataError(f"{path}: orders has {order!r}, not {one_of(_ORDERS)}")
        if order == "day month":
            shapes.append(rf"{day}[\s-]*\s*{joint}\b{month}")
        else:
            shapes.append(rf"\b{month}\s*{day}(?![\d:])")
    return _Months(
        number=number,
        with_year=tuple(re.compile(shape + year, re.IGNORECASE) for shape in shapes),
        without_year=tuple(re.compile(shape, re.IGNORECASE) for shape in shapes),
        figures=data["figures"],
    )


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _from_figures(match: re.Match[str], figures: str) -> datetime.date | None:
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    if match["sep"] == ".":  # only written where the day comes first
        return _day(year, b, a)
    if figures == "day first":
        return _day(year, b, a)
    if figures == "month first":
        return _day(year, a, b)
    readings = {d for d in (_day(year, a, b), _day(year, b, a)) if d is not None}
    return readings.pop() if len(readings) == 1 else None


def absolute_dates(text: str, language: str | None) -> list[WrittenDate]:
    """Every whole date in the text, in order of place, none overlapping another.

    A language without month names, or null, is read with the names of all languages that have
    them; dates in figures whose order is then unclear are left out.
    """
    codes = (language,) if language in dated_languages() else dated_languages()
    figures = _months(codes[0]).figures if len(codes) == 1 else "unclear"
    found: list[WrittenDate] = []
    for match in _ISO.finditer(text):
        day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if day:
            found.append(WrittenDate(match.start(), match.end(), day))
    for match in _FIGURE_DATE.finditer(text):
        day = _from_figures(match, figures)
        if day:
            found.append(WrittenDate(match.start(), match.end(), day))
    for code in codes:
        months = _months(code)
        for pattern in months.with_year:
            for match in pattern.finditer(text):
                day = _day(int(match["y"]), months.number[match["m"].casefold()], int(match["d"]))
                if day:
                    found.append(WrittenDate(match.start(), match.end(), day))
    return _apart(found)


def days_of_month(text: str, language: str | None) -> list[DayOfMonth]:
    """Every day and month ("12 mars", "March 12"), with or without a year behind it."""
    codes = (language,) if language in dated_languages() else dated_languages()
    found: list[DayOfMonth] = []
    for code in codes:
        months = _months(code)
        for pattern in months.without_year:
            for match in pattern.finditer(text):
                day, month = int(match["d"]), months.number[match["m"].casefold()]
                if _day(2000, month, day):  # a leap year, so that 29 February counts
                    found.append(DayOfMonth(match.start(), match.end(), day, month))
    found.sort(key=lambda d: (d.start, -d.end))
    apart: list[DayOfMonth] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    return apart


def _apart(found: list[WrittenDate]) -> list[WrittenDate]:
    found.sort(key=lambda d: (d.start, -d.end))
    apart: list[WrittenDate] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    return apart
