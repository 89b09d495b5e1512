"""Time words and the forms of time expressions of a language, from its `times.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dragoman.errors import DataError
from dragoman.languages.numbers import read_table


@dataclass(frozen=True, slots=True)
class TimeForm:
    """One way to write a time expression, and how it is read.

    `pattern` is in the language of forms (see `dragoman.analysis.forms`), `read` names the
    reckoning, `settings` are its constants. The guards name lists of `TimeWords.guards`.
    """

    pattern: str
    read: str
    settings: Mapping[str, Any]
    after: str | None = None
    before: str | None = None
    never_after: str | None = None
    never_before: str | None = None


@dataclass(frozen=True, slots=True)
class DirectionWords:
    """Words and endings by which a text looks forward or back."""

    future: frozenset[str]
    future_weak: frozenset[str]
    future_past: frozenset[str]
    past_be: frozenset[str]
    projecting: frozenset[str]
    infinitive_marks: frozenset[str]
    infinitive_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    not_future: frozenset[str]
    be: frozenset[str]
    future_be: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    not_past_endings: tuple[str, ...]
    breaks: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tables of a language's `times.toml`; the file says what each of them holds."""

    weekdays: Mapping[str, int]
    weekdays_short: Mapping[str, int]
    months: Mapping[str, int]
    months_small: frozenset[str]
    months_capital: frozenset[str]
    months_dated: frozenset[str]
    units: Mapping[str, str]
    units_plural: Mapping[str, str]
    seasons: Mapping[str, tuple[int, int]]
    season_homographs: frozenset[str]
    quarters: Mapping[str, tuple[int, int]]
    parts: tuple[str, ...]
    thirds: Mapping[str, str]
    last: tuple[str, ...]
    next: tuple[str, ...]
    this: tuple[str, ...]
    then: frozenset[str]
    earlier: tuple[str, ...]
    later: tuple[str, ...]
    rest: tuple[str, ...]
    deictic: Mapping[str, int]
    narrative: Mapping[str, int]
    decades: Mapping[str, int]
    holidays: Mapping[str, str]
    vague: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    by: tuple[str, ...]
    coordinators: tuple[str, ...]
    range_open: tuple[str, ...]
    range_links: tuple[str, ...]
    range_strong_links: tuple[str, ...]
    guards: Mapping[str, tuple[str, ...]]
    plural_endings: tuple[str, ...]
    not_plural: frozenset[str]
    plurals: frozenset[str]
    direction: DirectionWords
    forms: tuple[TimeForm, ...]


@lru_cache(maxsize=32)
def time_words(language: str) -> TimeWords:
    """The time words of `language` (ISO 639-1).

    Raises `DataError` where the language has no `times.toml` (the message names those that do)
    and where a key is missing.
    """
    table = read_table(language, "times.toml")
    try:
        return _time_words(table)
    except KeyError as error:
        raise DataError(f"languages/{language}/times.toml: the key {error} is missing") from error


def _time_words(table: dict[str, Any]) -> TimeWords:
    direction = table["direction"]
    leads = table["leads"]
    points = set(leads["point_leads"])
    return TimeWords(
        weekdays=table["weekdays"],
        weekdays_short=table["weekdays_short"],
        months=table["months"],
        months_small=frozenset(table["month_case"]["small"]),
        months_capital=frozenset(table["month_case"]["capital"]),
        months_dated=frozenset(table["month_case"]["dated"]),
        units=table["units"],
        units_plural=table["units_plural"],
        seasons={word: (first, last) for word, (first, last) in table["seasons"].items()},
        season_homographs=frozenset(table["season_homographs"]["words"]),
        quarters={word: (first, last) for word, (first, last) in table["quarters"].items()},
        parts=tuple(table["parts"]["words"]),
        thirds=table["thirds"],
        last=tuple(table["last"]["words"]),
        next=tuple(table["next"]["words"]),
        this=tuple(table["this"]["words"]),
        then=frozenset(table["then"]["words"]),
        earlier=tuple(table["earlier"]["words"]),
        later=tuple(table["later"]["words"]),
        rest=tuple(table["rest"]["words"]),
        deictic=table["deictic"],
        narrative=table["narrative"],
        decades=table["decades"],
        holidays=table["holidays"],
        vague=tuple(table["vague"]["words"]),
        since=tuple(word for word in leads["since"] if word not in points),
        until=tuple(leads["until"]),
        by=tuple(leads["by"]),
        coordinators=tuple(table["range"]["coordinators"]),
        range_open=tuple(table["range"]["open"]),
        range_links=tuple(table["range"]["links"]),
        range_strong_links=tuple(table["range"]["strong_links"]),
        guards={name: tuple(words) for name, words in table["guards"].items()},
        plural_endings=tuple(table["year_followers"]["plural_endings"]),
        not_plural=frozenset(table["year_followers"]["fine"]),
        plurals=frozenset(table["year_followers"]["plurals"]),
        direction=DirectionWords(
            future=frozenset(direction["future"]),
            future_weak=frozenset(direction["future_weak"]),
            future_past=frozenset(direction["future_past"]),
            past_be=frozenset(direction["past_be"]),
            projecting=frozenset(direction["projecting"]),
            infinitive_marks=frozenset(direction["infinitive_marks"]),
            infinitive_endings=tuple(direction["infinitive_endings"]),
            future_endings=tuple(direction["future_endings"]),
            not_future=frozenset(direction["not_future"]),
            future_be=frozenset(direction["future_be"]),
            be=frozenset(direction["be"]),
            past=frozenset(direction["past"]),
            past_endings=tuple(direction["past_endings"]),
            not_past=frozenset(direction["not_past"]),
            not_past_endings=tuple(direction["not_past_endings"]),
            breaks=frozenset(direction["breaks"]),
        ),
        forms=tuple(form for entry in table["form"] for form in _forms(entry)),
    )


def _forms(entry: dict[str, Any]) -> list[TimeForm]:
    named = {"forms", "read", "after", "before", "never_after", "never_before"}
    settings = {key: value for key, value in entry.items() if key not in named}
    return [
        TimeForm(
            pattern=pattern,
            read=entry["read"],
            settings=settings,
            after=entry.get("after"),
            before=entry.get("before"),
            never_after=entry.get("never_after"),
            never_before=entry.get("never_before"),
        )
        for pattern in entry["forms"]
    ]
