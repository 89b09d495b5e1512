"""Which numerals count things, or rank them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.analysis.forms import BLANK, words_slot
from dragoman.analysis.numerals import Numeral
from dragoman.analysis.quantities.span import CountSpan
from dragoman.languages.numbers import NumberWords

# A figure inside a name, a clock time, a date or a score: "F-16", "15:30", "12/03", "3-2", "15h".
_GLUED_BEFORE = re.compile(r"(?:\w-|[0-9][:/–]|[^\W\d_]|[$#§°])\Z")
_GLUED_AFTER = re.compile(r"[^\W\d_]|[:/–-][0-9]|[.,][0-9]")


class CountReader:
    """Reads the counts and ordinals of one language."""

    def __init__(self, words: NumberWords) -> None:
        self._not_counted = _before(words.not_counted_before)
        self._not_ordinal = _before(words.not_ordinal_before)

    def counts(self, text: str, numerals: Iterable[Numeral]) -> list[CountSpan]:
        """The counts among `numerals`, without the words that make them approximate."""
        found = []
        shared = 0
        for numeral in numerals:
            share = self._not_counted.match(text, numeral.end)
            if share:
                # "pour cent" holds a number word of its own.
                shared = share.end()
            elif numeral.start >= shared and self._is_count(text, numeral):
                found.append(_count(text, numeral))
        return found

    def _is_count(self, text: str, numeral: Numeral) -> bool:
        if numeral.article or numeral.value.denominator != 1:
            return False
        behind = text[max(0, numeral.start - 2) : numeral.start]
        if not numeral.words and _GLUED_BEFORE.search(behind):
            return False
        if numeral.ordinal:
            return not self._not_ordinal.match(text, numeral.end)
        return numeral.words or not _GLUED_AFTER.match(text, numeral.end)


def _count(text: str, numeral: Numeral) -> CountSpan:
    return CountSpan(
        value=int(numeral.value),
        start_char=numeral.start,
        end_char=numeral.end,
        text=text[numeral.start : numeral.end],
        approximate=numeral.collective,
        ordinal=numeral.ordinal,
    )


def _before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{BLANK}|-)?{words_slot(words).regex}", re.IGNORECASE)
