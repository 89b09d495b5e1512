"""Time expressions and the days that they tell."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dragoman.analysis.times.expression import TimeExpression, TimeKind
from dragoman.analysis.times.finder import LooksForward, time_finder

__all__ = ["LooksForward", "TimeExpression", "TimeKind", "find"]


def find(
    text: str,
    *,
    language: str,
    anchor: date | None = None,
    verb: Literal["past", "future"] | None = None,
    looks_forward: LooksForward | None = None,
) -> list[TimeExpression]:
    """Every time expression of `text`, in order and without overlap.

    `language` is ISO 639-1. Relative expressions are reckoned from `anchor`, the article's day;
    where it is null they are found with `start` and `end` null.

    Where the words leave the direction open (a weekday, a month or a day without its year) they
    mean the last such day, the anchor included, unless the text looks forward. `verb` says so for
    the whole text; `looks_forward` is asked with the expression's span; with neither, nearby words
    are weighed.

    Raises `DataError` for a language without time words; the message names those that have them.
    """
    return time_finder(language).find(text, anchor, verb, looks_forward)
