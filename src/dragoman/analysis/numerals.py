"""Numbers in a text, in figures and in words, with their values.

A numeral is a value and a place; whether it counts something, is an amount of money or a part of a
date is for the rooms that use it to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from dragoman.analysis.forms import BLANK, words_slot
from dragoman.languages.numbers import NumberWords, number_words

MAX_WORDS = 12
"""Number words that one numeral may hold: a newspaper writes none with more."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `start` to `end` (characters, end-exclusive).

    `article`: only a word that is an article too ("un", "a"). `scale`: that of the scales that are
    part of it (a million), else 1. `collective`: a round number ("dizaine", "dozen"). `words`: not written in figures.
    """

    start: int
    end: int
    value: Fraction
    article: bool = False
    scale: int = 1
    collective: bool = False
    ordinal: bool = False
    words: bool = False


class NumeralReader:
    """Reads the numerals of one language."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        cardinals = [*words.words, *words.hundreds, *words.scales, *words.articles]
        scale = words_slot(words.scales).regex
        fraction = words_slot(words.fractions).regex
        joiner = words_slot(words.joiners).regex
        article = words_slot(words.articles).regex
        link = words_slot(words.link).regex
        begins = [*cardinals, *words.collectives, *words.ordinals, *words.fractions]
        self._bound = {*words.scales, *words.hundreds} - words.bare
        self._begin = _compile(rf"(?<![0-9_.,])[0-9]|(?<!\w){words_slot(begins).regex}")
        self._figures = _compile(_figures(words))
        self._suffix = _compile(words_slot(words.ordinal_suffixes).regex)
        self._word = _compile(words_slot(cardinals).regex)
        self._joint = _compile(rf"(?:-|{BLANK})(?:{joiner}(?:-|{BLANK}))?")
        self._scale = _compile(rf"(?:{BLANK}|-)?({scale})")
        self._alone = _compile(words_slot(words.collectives).regex)
        self._rounds = {**words.collectives, **words.collectives_plural}
        self._collective = _compile(words_slot(self._rounds).regex)
        self._ordinal = _compile(rf"({words_slot(words.ordinals).regex})")
        self._part_of_scale = _compile(
            rf"(?:{article}{BLANK})?({fraction})(?:-|{BLANK})(?:{link}{BLANK})?({scale})"
        )
        self._and_part = _compile(rf"{BLANK}{joiner}{BLANK}(?:{article}{BLANK})?({fraction})")

    def numerals(self, text: str) -> Iterator[Numeral]:
        """Every numeral of `text`, in order and without overlap."""
        at = 0
        while begin := self._begin.search(text, at):
            numeral = self.at(text, begin.start())
            if numeral is not None:
                yield numeral
            at = numeral.end if numeral else begin.end()

    def at(self, text: str, start: int) -> Numeral | None:
        """The numeral that begins at `start`, if one does."""
        if "0" <= text[start : start + 1] <= "9":
            return self._in_figures(text, start)
        ordinal = self._ordinal.match(text, start)
        if ordinal:
            value = Fraction(self._words.ordinals[_key(ordinal.group())])
            return Numeral(start, ordinal.end(), value, ordinal=True, words=True)
        part = self._part_of_scale.match(text, start)
        if part:
            scale = self._scale_value(part.group(2))
            value = self._words.fractions[_key(part.group(1))] * scale
            return Numeral(start, part.end(), value, scale=scale, words=True)
        if self._alone.match(text, start):
            return self._round(text, start, Fraction(1), start)
        return self._in_words(text, start)

    def _in_figures(self, text: str, start: int) -> Numeral | None:
        figures = self._figures.match(text, start)
        if not figures:
            return None
        value = self._figure_value(figures.group())
        suffix = self._suffix.match(text, figures.end())
        if suffix and value.denominator == 1:
            return Numeral(start, suffix.end(), value, ordinal=True)
        return self._with_scales(text, Numeral(start, figures.end(), value))

    def _figure_value(self, figures: str) -> Fraction:
        whole, _, part = figures.partition(self._words.decimal)
        before, point, after = whole.rpartition(".")
        if point and not part and len(after) != 3:
            whole, part = before, after
        digits, part = ("".join(filter(str.isdigit, each)) for each in (whole, part))
        return Fraction(int(digits + part), 10 ** len(part))

    def _scale_value(self, word: str) -> int:
        return int(10 ** self._words.scales[_key(word)])

    def _with_scales(self, text: str, numeral: Numeral) -> Numeral:
        """The numeral with the scales that follow it: "1,2 million", "deux millions et demi"."""
        end, factor = numeral.end, 1
        for _ in range(2):
            scale = self._scale.match(text, end)
            if scale:
                factor *= self._scale_value(scale.group(1))
                end = scale.end()
        if factor == 1:
            return numeral
        scaled = replace(numeral, end=end, value=numeral.value * factor, scale=factor)
        return self._with_part(text, scaled, factor)

    def _with_part(self, text: str, numeral: Numeral, factor: int) -> Numeral:
        more = self._and_part.match(text, numeral.end)
        if not more:
            return numeral
        part = self._words.fractions[_key(more.group(1))] * factor
        return replace(numeral, end=more.end(), value=numeral.value + part)

    def _in_words(self, text: str, start: int) -> Numeral | None:
        total = current = count = 0
        limit: int | None = None
        end = at = start
        article = False
        while count < MAX_WORDS and (word := self._word.match(text, at)):
            key = _key(word.group())
            if count == 0 and key in self._bound:
                break
            if key in self._words.scales:
                power = self._scale_value(key)
                grows = limit is not None and power >= limit
                total = (total + current) * power if grows else total + (current or 1) * power
                current, limit = 0, power
            elif key in self._words.hundreds:
                if current > self._words.hundreds_up_to:
                    break
                current = (current or 1) * 100
            elif key in self._words.articles and count == 0:
                article, current = True, 1
            elif (article and count == 1) or not self._adds(current, self._words.words.get(key)):
                break
            else:
                current += self._words.words[key]
            count, end = count + 1, word.end()
            joint = self._joint.match(text, end)
            if not joint:
                break
            at = joint.end()
        if count == 0:
            return None
        numeral = Numeral(start, end, Fraction(total + current), scale=limit or 1, words=True)
        if limit is not None:
            return self._with_part(text, numeral, limit)
        return self._continued(text, replace(numeral, article=article and count == 1), at)

    def _continued(self, text: str, numeral: Numeral, at: int) -> Numeral:
        """The numeral with a round number or an ordinal behind it: "deux dizaines",
        "vingt-cinquième". `at` is where its next word begins."""
        if at <= numeral.end - 1:
            return numeral
        rounded = self._round(text, numeral.start, numeral.value, at)
        if rounded:
            return rounded
        ordinal = self._ordinal.match(text, at) if text[numeral.end : at] == "-" else None
        if ordinal:
            value = numeral.value + self._words.ordinals[_key(ordinal.group())]
            return replace(numeral, end=ordinal.end(), value=value, ordinal=True, article=False)
        return numeral

    def _round(self, text: str, start: int, times: Fraction, at: int) -> Numeral | None:
        collective = self._collective.match(text, at)
        if not collective:
            return None
        value = times * self._rounds[_key(collective.group())]
        return Numeral(start, collective.end(), value, collective=True, words=True)

    def _adds(self, current: int, value: int | None) -> bool:
        """Whether a word of this value can go on a number that stands at `current`."""
        if value is None:
            return False
        rest = current % 100
        if rest == 0:
            return current >= 100 or current == 0
        if value < 10:
            return rest >= 20 and rest % 10 == 0 and value > 0
        return value < 20 and rest in self._words.long_tens


@lru_cache(maxsize=32)
def numeral_reader(language: str) -> NumeralReader:
    """The reader of a language; raises `DataError` where it has no `numbers.toml`."""
    return NumeralReader(number_words(language))


def _figures(words: NumberWords) -> str:
    """Figures with their groups ("1 234 567,8") or without ("1234.5")."""
    blanks = r"[ \u00a0\u202f\u2009]"
    marks = "|".join(blanks if mark == " " else re.escape(mark) for mark in words.groups)
    size = "{" + f"{min(words.group_sizes)},{max(words.group_sizes)}" + "}"
    decimals = rf"(?:{re.escape(words.decimal)}[0-9]{{1,9}})?"
    grouped = rf"[0-9]{{1,3}}(?:(?:{marks})[0-9]{size}(?![0-9])){{0,6}}(?:{marks})[0-9]{{3}}(?![0-9]){decimals}"
    plain = rf"[0-9]{{1,15}}(?:[.{re.escape(words.decimal)}][0-9]{{1,9}})?"
    return rf"(?<![0-9_.,])(?:{grouped}|{plain})(?![0-9])"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _key(text: str) -> str:
    """The word as the tables have it: lower case, one plain space."""
    return " ".join(text.lower().split())
