"""What stands around a form, or how it is written, that makes it no time expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.analysis.forms import BLANK, words_slot
from dragoman.languages.times import TimeForm, TimeWords

_DATING = ("day", "ordinal_day", "year", "old_year")
"""Slots that make a date of a month."""

BEHIND = 28
"""Characters before and behind an expression in which its guards and leads are looked for."""


class Guards:
    """The guards of one language's forms."""

    def __init__(self, words: TimeWords) -> None:
        self._words = words
        self._behind = {name: ends_with(guard) for name, guard in words.guards.items()}
        self._ahead = {name: _begins_with(guard) for name, guard in words.guards.items()}

    def allow(self, plain: str, match: re.Match[str], source: TimeForm) -> bool:
        """Whether what `source` matched in `plain` is a time, as far as its guards tell."""
        behind = plain[max(0, match.start() - BEHIND) : match.start()]
        ahead = plain[match.end() : match.end() + BEHIND]
        if source.after and not self._behind[source.after].search(behind):
            return False
        if source.never_after and self._behind[source.never_after].search(behind):
            return False
        if source.before and ahead and not self._ahead[source.before].match(ahead):
            return False
        if source.never_before == "plural":
            sure = self._behind.get("year_sure")
            if not (sure and sure.search(behind)) and self._counts(ahead):
                return False
        elif source.never_before and self._ahead[source.never_before].match(ahead):
            return False
        return self._cased(match)

    def _counts(self, ahead: str) -> bool:
        """Whether a plural noun follows, which would make a year a number."""
        word = re.match(rf"{BLANK}(\w+)", ahead)
        if not word:
            return False
        noun = word.group(1)
        if noun in self._words.plurals:
            return True
        return (
            noun.islower()
            and len(noun) > 2
            and noun not in self._words.not_plural
            and noun.endswith(self._words.plural_endings)
        )

    def _cased(self, match: re.Match[str]) -> bool:
        """Whether a month that is spelt like another word is written as a month."""
        slots = match.groupdict()
        month = slots.get("month")
        if month is None or any(slots.get(name) for name in _DATING):
            return True
        word = month.lower()
        if word in self._words.months_dated:
            return False
        if word in self._words.months_small:
            return month == word
        return word not in self._words.months_capital or month != word


def ends_with(words: Iterable[str]) -> re.Pattern[str]:
    """Whether a text ends with one of `words`, and a blank; group 1 is the word."""
    alternatives = [
        (r"(?<!\w)" if word[0].isalnum() else "") + words_slot([word]).regex
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(rf"({'|'.join(alternatives) or '(?!)'}){BLANK}?\Z", re.IGNORECASE)


def _begins_with(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}?{words_slot(words).regex}", re.IGNORECASE)
