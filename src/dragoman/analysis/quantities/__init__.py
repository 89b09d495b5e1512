"""Numbers of things and amounts of money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.analysis import times
from dragoman.analysis.forms import BLANK, words_slot
from dragoman.analysis.numerals import Numeral, numeral_reader
from dragoman.analysis.quantities.counts import CountReader
from dragoman.analysis.quantities.money import Amount, MoneyReader
from dragoman.analysis.quantities.span import CountSpan, MoneySpan, Quantity
from dragoman.languages.numbers import currency_marks, number_words

__all__ = ["CountSpan", "MoneySpan", "Quantity", "find"]

_BEHIND = 24
"""Characters before a number in which the words that make it approximate are looked for."""


def find(text: str, *, language: str) -> list[Quantity]:
    """Every count, ordinal and amount of money of `text`, in order and without overlap.

    `language` is ISO 639-1. Numbers inside a time expression ("le 3 mai", "two weeks ago"), shares
    ("12 %") and figures inside names ("F-16") are none of them; nor is a lone "un", "a" or "one".

    Raises `DataError` for a language without number or time words.
    """
    return _finder(language).find(text)


class _QuantityFinder:
    def __init__(self, language: str) -> None:
        words = number_words(language)
        self._language = language
        self._numerals = numeral_reader(language)
        self._money = MoneyReader(words, currency_marks(), self._numerals)
        self._counts = CountReader(words)
        before = [
            re.escape(word) if word.endswith("'") else re.escape(word) + BLANK
            for word in sorted(words.approximate_before, key=len, reverse=True)
        ]
        self._about = re.compile(rf"(?<!\w)(?:{'|'.join(before)})\Z", re.IGNORECASE)
        self._or_so = re.compile(
            rf"{BLANK}{words_slot(words.approximate_after).regex}", re.IGNORECASE
        )

    def find(self, text: str) -> list[Quantity]:
        plain = text.replace("\u2019", "'")
        numerals = list(self._numerals.numerals(plain))
        if not numerals:
            return []
        amounts = self._money.amounts(plain, numerals)
        taken = [(amount.start, amount.end) for amount in amounts]
        taken += [
            (one.start_char, one.end_char) for one in times.find(text, language=self._language)
        ]
        counts = self._counts.counts(plain, _outside(numerals, sorted(taken)))
        found: list[Quantity] = [self._amount(text, amount) for amount in amounts]
        found += counts
        found.sort(key=lambda quantity: quantity.start_char)
        return list(self._widened(text, plain, found))

    def _amount(self, text: str, amount: Amount) -> MoneySpan:
        return MoneySpan(
            amount=float(amount.value),
            currency=amount.currency or None,
            start_char=amount.start,
            end_char=amount.end,
            text=text[amount.start : amount.end],
            approximate=amount.numeral.collective,
        )

    def _widened(self, text: str, plain: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
        """The quantities with the words beside them that make them approximate."""
        floor = 0
        for quantity in found:
            start, end = quantity.start_char, quantity.end_char
            begin = max(floor, start - _BEHIND)
            about = self._about.search(plain[begin:start])
            or_so = self._or_so.match(plain, end)
            start = begin + about.start() if about else start
            end = or_so.end() if or_so else end
            floor = end
            yield replace(
                quantity,
                start_char=start,
                end_char=end,
                text=text[start:end],
                approximate=quantity.approximate or about is not None or or_so is not None,
            )


def _outside(numerals: Iterable[Numeral], taken: list[tuple[int, int]]) -> Iterator[Numeral]:
    """The numerals that touch none of the spans, which are sorted."""
    index = 0
    for numeral in numerals:
        while index < len(taken) and taken[index][1] <= numeral.start:
            index += 1
        if index == len(taken) or taken[index][0] >= numeral.end:
            yield numeral


@lru_cache(maxsize=32)
def _finder(language: str) -> _QuantityFinder:
    return _QuantityFinder(language)
