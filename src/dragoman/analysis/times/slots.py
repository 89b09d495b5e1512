"""What may stand in the slots of a time form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.analysis.forms import BLANK, DIGIT, Slot, words_slot
from dragoman.languages.numbers import NumberWords
from dragoman.languages.times import TimeWords

_FIGURE_SLOTS = {
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
    "month_number": r"(?:0?[1-9]|1[0-2])(?![0-9])",
    "year": r"(?:1[5-9][0-9]{2}|2[01][0-9]{2})(?![0-9]|[.,][0-9])",
    "recent_year": r"(?:19[0-9]{2}|20[0-9]{2})(?![0-9]|[.,][0-9])",
    "short_year": r"[0-9]{2}(?![0-9])",
    "old_year": r"'?(?:3[2-9]|[4-9][0-9])(?![0-9]|[.,:%/-][0-9%]| ?[%°])",
    "decade": r"(?:(?:1[89]|20)[0-9]0|[2-9]0)",
    "long_decade": r"(?:1[89]|20)[0-9]0",
}


def form_slots(words: TimeWords, numbers: NumberWords) -> dict[str, Slot]:
    figures = {name: Slot(regex, frozenset({DIGIT})) for name, regex in _FIGURE_SLOTS.items()}
    suffixes = words_slot(numbers.ordinal_suffixes).regex
    ordinal_words = words_slot(numbers.ordinals)
    cardinal = words_slot([*numbers.words, *numbers.articles, *numbers.hundreds])
    collective = words_slot(numbers.collectives)
    link = words_slot(numbers.link).regex
    joiner = words_slot(numbers.joiners).regex
    joint = rf"(?:-|{BLANK}(?:{joiner}{BLANK})?)"
    number = (
        rf"(?:[0-9]{{1,4}}(?![0-9])|{cardinal.regex}(?:{joint}{cardinal.regex}){{0,5}}"
        rf"(?:{BLANK}{collective.regex}(?:{BLANK}?{link})?)?"
        rf"|{collective.regex})"
    )
    return {
        **figures,
        "ordinal_day": Slot(
            rf"(?:(?:[12][0-9]|3[01]|0?[1-9])(?:{suffixes})|{ordinal_words.regex})",
            ordinal_words.firsts | {DIGIT},
        ),
        "ordinal_figure": Slot(rf"(?:[12][0-9]|3[01]|0?[1-9])(?:{suffixes})", frozenset({DIGIT})),
        "year_word": words_slot(word for word, unit in words.units.items() if unit == "year"),
        "ordinal": Slot(
            rf"(?:[0-9]{{1,2}}(?:{suffixes})|{ordinal_words.regex})", ordinal_words.firsts | {DIGIT}
        ),
        "number": Slot(number, cardinal.firsts | collective.firsts | {DIGIT}),
        "weekday": words_slot(words.weekdays),
        "weekday_short": words_slot(words.weekdays_short),
        "month": words_slot(words.months),
        "unit": words_slot(words.units),
        "units": words_slot([*words.units, *words.units_plural]),
        "units_plural": words_slot(words.units_plural),
        "whole": words_slot(words.units),
        "clip_past": words_slot(words.earlier),
        "clip_future": words_slot(words.later),
        "clip_rest": words_slot(words.rest),
        "quarter": words_slot(words.quarters),
        "season": words_slot(set(words.seasons) - words.season_homographs),
        "season_homograph": words_slot(words.season_homographs),
        "part": words_slot(words.parts),
        "third": words_slot(words.thirds),
        "last": words_slot(words.last),
        "next": words_slot(words.next),
        "of_last": words_slot(words.last),
        "of_next": words_slot(words.next),
        "of_this": words_slot(words.this),
        "deictic": words_slot(words.deictic),
        "narrative": words_slot(words.narrative),
        "decade_word": words_slot(words.decades),
        "holiday": words_slot(words.holidays),
        "vague": words_slot(words.vague),
    }


CORE = frozenset(
    [
        *("weekday", "weekday_short", "month", "month_number", "unit", "units", "units_plural"),
        *("season", "deictic", "narrative", "holiday", "year", "recent_year", "decade"),
        *("long_decade", "quarter", "season_homograph"),
    ]
)
"""Slots of which a form that has any cannot do without one."""


def core_words(words: TimeWords) -> frozenset[str]:
    """A word, in lower case, of everything that may stand in a core slot, figures aside: of several
    words the longest."""
    tables: tuple[Iterable[str], ...] = (
        *(words.weekdays, words.weekdays_short, words.months, words.units, words.units_plural),
        *(words.seasons, words.deictic, words.narrative, words.holidays, words.quarters),
    )
    return frozenset(
        max(re.findall(r"\w+", entry.lower()), key=len) for table in tables for entry in table
    )
