"""Whole dates as they are written: "25 juin 2016", "March 08, 2019", "12.03.2024", "2024年3月12日".

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

from ahocorasick_rs import AhoCorasick

from dragoman.errors import DataError, one_of

_HERE = Path(__file__).parent
_ORDERS = ("day month", "month day", "year month day")
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
    with_year: re.Pattern[str]
    without_year: re.Pattern[str]
    figures: str


_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
# Wherever the year stands first, the month follows it.
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d{2})(?P<sep>[/.])[ ]?(?P<m>\d{1,2})(?P=sep)[ ]?(?P<d>\d{1,2})"
    r"(?!\d|[/.-]\d)"
)
_FIGURE_DATE = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[/.-])[ ]?(?P<b>\d{1,2})(?P=sep)[ ]?(?P<y>\d{4})(?![\d]|[/.-]\d)"
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
    number = {_folded(name): i for i, forms in enumerate(names, 1) for name in forms}
    month = "|".join(map(_name_pattern, sorted(number, key=len, reverse=True)))
    ordinal = "|".join(map(re.escape, data["ordinals"]))
    ordinal = rf"(?:(?:{ordinal})(?!\w))?" if ordinal else ""
    joint = "".join(rf"(?:{re.escape(word)}\s)?" for word in data["joints"])
    shapes, dated = [], []
    for n, order in enumerate(data["orders"]):
        if order not in _ORDERS:
            raise DataError(f"{path}: orders has {order!r}, not {one_of(_ORDERS)}")
        m = rf"(?P<m{n}>{month})\.?"
        d = rf"(?P<d{n}>\d{{1,2}})"
        y = rf"(?:\s?[,،]\s?|\.\s|\s){joint}(?P<y{n}>\d{{4}})(?!\d)"
        if order == "day month":
            shape = rf"(?<![\d.,/:-]){d}{ordinal}\.?[\s-]{{0,2}}{joint}(?<![^\W_]){m}"
            shapes.append(shape)
            dated.append(shape + y)
        elif order == "month day":
            shape = rf"{m}\s?{d}(?![\d:]){ordinal}"
            shapes.append(shape)
            dated.append(shape + y)
        else:
            shape = rf"{m}\s?{d}(?![\d:])(?:{ordinal}|\.)"
            shapes.append(shape)
            dated.append(rf"(?<!\d)(?P<y{n}>\d{{4}})(?:\s?[年년]|\.)?\s?{shape}")
    return _Months(
        number=number,
        with_year=re.compile("|".join(dated), re.IGNORECASE),
        without_year=re.compile("|".join(shapes), re.IGNORECASE),
        figures=data["figures"],
    )


def _folded(name: str) -> str:
    return name.replace("İ", "i").lower()


def _name_pattern(name: str) -> str:
    """A month's name where it is no part of a longer word or figure."""
    before = r"(?<!\d)" if name[0].isdigit() else r"(?<![^\W_])"
    # A name in figures ("tháng 1") is not the beginning of another; one that ends in a sign of its
    # own ("3月") may have a figure after it.
    after = r"(?![\d])" if name[-1].isdigit() else r"(?![^\W\d_])"
    return before + re.escape(name) + after


@cache
def _name_automaton() -> tuple[AhoCorasick, tuple[frozenset[str], ...]]:
    """All month names, and for each the languages that have it."""
    languages: dict[str, set[str]] = {}
    for code in dated_languages():
        for name in _months(code).number:
            languages.setdefault(name, set()).add(code)
    return AhoCorasick(tuple(languages)), tuple(map(frozenset, languages.values()))


def _codes(text: str, language: str | None) -> list[str]:
    """The languages whose months are looked for: the page's, or all whose names stand there."""
    if language in dated_languages():
        return [str(language)]
    automaton, languages = _name_automaton()
    found = automaton.find_matches_as_indexes(_folded(text), overlapping=True)
    return sorted({code for number, _, _ in found for code in languages[number]})


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
    if not _DIGIT.search(text):
        return []
    figures = _months(str(language)).figures if language in dated_languages() else "unclear"
    found: list[WrittenDate] = []
    for pattern in (_ISO, _YEAR_FIRST):
        for match in pattern.finditer(text):
            day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
            if day:
                found.append(WrittenDate(match.start(), match.end(), day))
    for match in _FIGURE_DATE.finditer(text):
        day = _from_figures(match, figures)
        if day:
            found.append(WrittenDate(match.start(), match.end(), day))
    for code in _codes(text, language):
        months = _months(code)
        for match in months.with_year.finditer(text):
            parts = _parts(match)
            day = _day(int(parts["y"]), months.number[_folded(parts["m"])], int(parts["d"]))
            if day:
                found.append(WrittenDate(match.start(), match.end(), day))
    return _apart(found)


def _parts(match: re.Match[str]) -> dict[str, str]:
    """The groups of the order that matched, by their letters."""
    return {name[0]: value for name, value in match.groupdict().items() if value is not None}


def days_of_month(text: str, language: str | None) -> list[DayOfMonth]:
    """Every day and month ("12 mars", "March 12"), with or without a year behind it."""
    if not _DIGIT.search(text):
        return []
    found: list[DayOfMonth] = []
    for code in _codes(text, language):
        months = _months(code)
        for match in months.without_year.finditer(text):
            parts = _parts(match)
            day, month = int(parts["d"]), months.number[_folded(parts["m"])]
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
