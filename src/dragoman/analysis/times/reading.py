"""What an expression is reckoned from, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from dragoman.analysis.numerals import NumeralReader
from dragoman.analysis.times.expression import TimeExpression, TimeKind
from dragoman.analysis.times.intervals import Interval, Sense, Third
from dragoman.languages.times import TimeWords
from dragoman.records.when import Precision

PRECISIONS: Mapping[str, Precision] = {
    "hour": "day",
    "day": "day",
    "weekday": "day",
    "week": "week",
    "weekend": "week",
    "fortnight": "week",
    "month": "month",
    "quarter": "month",
    "half": "month",
    "year": "year",
    "decade": "year",
}
"""How exact a stretch of each kind is."""

_COARSENESS: Mapping[Precision, int] = {
    "day": 0,
    "week": 1,
    "month": 2,
    "year": 3,
    "unknown": 4,
}

AHEAD = ("future", "ahead")
"""The senses that look forward."""

_DAYS = ("day", "ordinal_day", "ordinal_figure")
"""The slots that hold a day of the month."""

CENTURY_TURN = 29
"""A year of two digits up to this one is of the 2000s."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days of an expression, before its place is known."""

    days: Interval | None
    precision: Precision
    absolute: bool = False
    kind: TimeKind = "point"
    bare_weekday: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression is reckoned from.

    `slots`: what stands in them, in lower case. `anchor`: null where none is known. `said`: the day
    last spoken of before; `told`: the last expression with days, a year or a day; `beside`: that of an expression to which "and" joins this one. `sense`: asked only where the words leave the direction open.
    """

    slots: Mapping[str, str]
    settings: Mapping[str, Any]
    words: TimeWords
    numbers: NumeralReader
    ordinals: Mapping[str, int]
    anchor: date | None
    said: date | None
    told: TimeExpression | None
    beside: date | None
    ask: Callable[[], Sense]

    def has(self, slot: str) -> bool:
        return slot in self.slots

    @property
    def by(self) -> int:
        """-1 with a word for last, 1 with one for next, else 0."""
        return -1 if self.has("last") else 1 if self.has("next") else 0

    @property
    def of(self) -> int:
        """The same for the whole that the expression is part of: "Monday of last week"."""
        return -1 if self.has("of_last") else 1 if self.has("of_next") else 0

    @property
    def narrates(self) -> bool:
        """Whether the word for last or next counts from what was told: "la semaine suivante"."""
        return {self.slots.get("last"), self.slots.get("next")} & self.words.then != set()

    def base(self, name: str) -> date | None:
        """The day that units of this kind are counted from in a narrative ("two years later"):
        that of the expression last told, null where it is less exact than the unit."""
        if self.told is None or _COARSENESS[self.told.precision] > _COARSENESS[PRECISIONS[name]]:
            return None
        return self.told.start

    @property
    def third(self) -> Third | None:
        if self.has("third"):
            return cast(Third, self.words.thirds[self.slots["third"]])
        return self.settings.get("third")

    def month(self, suffix: str = "") -> int | None:
        if "month" + suffix in self.slots:
            return self.words.months[self.slots["month" + suffix]]
        number = self.slots.get("month_number" + suffix)
        return int(number) if number else None

    def day(self, suffix: str = "") -> int | None:
        figures = next(
            (self.slots[slot + suffix] for slot in _DAYS if slot + suffix in self.slots), None
        )
        if not figures:
            return None
        digits = re.match(r"\d+", figures)
        return int(digits.group()) if digits else self.ordinals[figures]

    def weekday(self, suffix: str = "") -> int | None:
        if "weekday" + suffix in self.slots:
            return self.words.weekdays[self.slots["weekday" + suffix]]
        short = self.slots.get("weekday_short" + suffix)
        return self.words.weekdays_short[short] if short else None

    def year(self, suffix: str = "") -> int | None:
        for slot in ("year", "recent_year"):
            if slot + suffix in self.slots:
                return int(self.slots[slot + suffix])
        if old := self.slots.get("old_year" + suffix):
            return 1900 + int(old.lstrip("'"))
        short = self.slots.get("short_year" + suffix)
        if not short:
            return None
        return int(short) + (2000 if int(short) <= CENTURY_TURN else 1900)

    def unit(self) -> str:
        for slot in ("unit", "units", "units_plural"):
            if word := self.slots.get(slot):
                return self.words.units.get(word) or self.words.units_plural[word]
        return ""

    def number(self) -> int | None:
        """The number before a unit; null for "a few"."""
        text = self.slots.get("number")
        numeral = self.numbers.at(text, 0) if text else None
        return int(numeral.value) if numeral else None

    @property
    def ordinal(self) -> int:
        """The value of the ordinal; -1 for "last", where there is none."""
        word = self.slots.get("ordinal")
        if word is None:
            return -1
        digits = re.match(r"[0-9]+", word)
        return int(digits.group()) if digits else self.ordinals[word]

    @property
    def names_year(self) -> bool:
        return self.year() is not None or self.year("2") is not None


def one_day(day: date | None) -> Interval | None:
    return (day, day) if day else None
