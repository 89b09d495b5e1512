"""Which numerals are amounts of money, and of which currency.

A mark or a name beside the number decides: before it ("US$ 20 million", "EUR 20") or after it ("50
milliards de dollars", "3m€"). A number that shares its currency with the next ("between 10 and 20
euros") is read with that one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from dragoman.analysis.forms import BLANK, compile_form, words_slot
from dragoman.analysis.numerals import Numeral, NumeralReader
from dragoman.languages.numbers import CurrencyMarks, NumberWords

_BEHIND = 12
"""Characters before a number in which a currency's mark is looked for."""

_HUNDREDTHS = Fraction(1, 100)


@dataclass(frozen=True, slots=True)
class Amount:
    """Money at `start` to `end`; `currency` is "" where the words do not say whose."""

    start: int
    end: int
    value: Fraction
    currency: str
    numeral: Numeral


class MoneyReader:
    """Reads the amounts of one language."""

    def __init__(self, words: NumberWords, marks: CurrencyMarks, numerals: NumeralReader) -> None:
        self._words = words
        self._numerals = numerals
        self._marks = _Marks(marks)
        self._names = _Names(words.currency_names)
        self._scaled_names = _Names(words.scaled_currency_names)
        self._minor_names = _Names(words.minor_currency_names)
        short = words_slot(words.short_scales).regex.replace(r"(?!\w)", "")
        self._short = _compile(rf"{BLANK}?({short})(?![^\W\d_])|{BLANK}?({short})(?=[$€£¥])")
        link = "|".join(
            re.escape(word) if word.endswith("'") else re.escape(word) + BLANK
            for word in words.link
        )
        self._link = _compile(rf"(?:{BLANK}|-)?(?:{link})?")
        self._joint = _compile(rf"{BLANK}(?:{words_slot(words.joiners).regex}{BLANK})?")
        self._next = _compile(rf"{BLANK}[0-9]")
        self._weighed = _compile(rf"{BLANK}{words_slot(words.weighed_before).regex}")
        self._between = _compile(rf"{BLANK}?{words_slot(words.between_links).regex}{BLANK}?")

    def amounts(self, text: str, numerals: Iterable[Numeral]) -> list[Amount]:
        """The amounts among `numerals`, which are those of `text` in order."""
        found: list[Amount] = []
        waiting: Numeral | None = None
        for numeral in numerals:
            if found and numeral.start < found[-1].end:
                continue
            if numeral.ordinal:
                waiting = None
                continue
            amount = self._amount(text, numeral, found[-1].end if found else 0)
            if amount is None:
                waiting = numeral
                continue
            if waiting and self._between.fullmatch(text, waiting.end, numeral.start):
                found.append(_sharing(waiting, amount))
            found.append(amount)
            waiting = None
        return found

    def _amount(self, text: str, numeral: Numeral, floor: int) -> Amount | None:
        before = self._marks.before(text, numeral.start, floor)
        short = self._short.match(text, numeral.end) if numeral.scale == 1 else None
        if short:
            power = 10 ** self._words.short_scales[(short.group(1) or short.group(2)).lower()]
            scaled = replace(numeral, end=short.end(), value=numeral.value * power, scale=power)
            amount = self._whole(text, scaled, before)
            if amount:
                return amount
        return self._whole(text, numeral, before) or self._cents(text, numeral)

    def _whole(self, text: str, numeral: Numeral, before: tuple[int, str] | None) -> Amount | None:
        link = self._link.match(text, numeral.end)
        at = link.end() if link else numeral.end
        after = self._names.at(text, at)
        marked = after is None
        if marked and not numeral.article and text[numeral.end : at] != "-":
            after = self._marks.after(text, at)
        if after is None and numeral.scale > 1:
            after = self._scaled_names.at(text, at)
        if after and numeral.scale == 1 and self._weighed.match(text, after[0]):
            after = None
        if before and not numeral.article:
            start, currency = before
            end = numeral.end
            if after and after[1] in (currency, "") and not self._next.match(text, after[0]):
                end = after[0]
            return self._with_cents(text, Amount(start, end, numeral.value, currency, numeral))
        if after is None:
            return None
        end, currency = after
        amount = Amount(numeral.start, end, numeral.value, currency, numeral)
        whole = self._with_cents(text, amount)
        # "in 2016 EUR 20 million": the mark is that of the number behind it.
        if whole is amount and marked and self._next.match(text, end):
            return None
        return whole

    def _with_cents(self, text: str, amount: Amount) -> Amount:
        """The amount with the hundredths that follow it: "15 dollars and 50 cents"."""
        joint = self._joint.match(text, amount.end)
        cents = self._numerals.at(text, joint.end()) if joint and joint.end() < len(text) else None
        name = self._minor(text, cents) if cents and not cents.ordinal else None
        if cents is None or name is None or cents.value >= 100:
            return amount
        return replace(amount, end=name[0], value=amount.value + cents.value * _HUNDREDTHS)

    def _cents(self, text: str, numeral: Numeral) -> Amount | None:
        name = self._minor(text, numeral)
        if name is None:
            return None
        return Amount(numeral.start, name[0], numeral.value * _HUNDREDTHS, name[1], numeral)

    def _minor(self, text: str, numeral: Numeral) -> tuple[int, str] | None:
        blank = re.compile(rf"{BLANK}|-").match(text, numeral.end)
        return self._minor_names.at(text, blank.end()) if blank else None


class _Marks:
    """Signs, codes and abbreviations before and after a number."""

    def __init__(self, marks: CurrencyMarks) -> None:
        codes = {code: code for code in marks.codes}
        loose = {code.lower(): marks.abbreviations.get(code, code) for code in marks.any_case}
        self._exact: dict[str, str] = {**codes, **marks.abbreviations, **loose, **marks.symbols}
        self._dollars = {key.lower(): code for key, code in marks.dollars.items()}
        self._after_dollar = {key.lower(): code for key, code in marks.dollars_after.items()}
        word = _alternatives([*codes, *marks.abbreviations, *loose])
        sign = _alternatives(marks.symbols)
        attached = _alternatives(marks.dollars)
        apart = _alternatives(marks.dollars_apart)
        behind = _alternatives(marks.dollars_after)
        dollar = rf"(?<!\w)(?i:(?P<attached>{attached})|(?P<apart>{apart}){BLANK})\$"
        self._before = re.compile(rf"(?:{dollar}|(?P<mark>(?<!\w)(?:{word})|{sign})){BLANK}?\Z")
        self._after = re.compile(
            rf"(?:(?i:(?P<attached>{attached}))\$|\$(?:{BLANK}?(?i:(?P<behind>{behind}))(?![\w']))"
            rf"|(?P<mark>(?:{word})(?!\w)|{sign}))(?![0-9])"
        )

    def before(self, text: str, end: int, floor: int) -> tuple[int, str] | None:
        """Where the mark that ends before `end`, and not before `floor`, begins; its currency."""
        floor = max(floor, end - _BEHIND)
        match = self._before.search(text[floor:end])
        if not match:
            return None
        if match["mark"]:
            return floor + match.start(), self._exact[match["mark"]]
        return floor + match.start(), self._dollars[(match["attached"] or match["apart"]).lower()]

    def after(self, text: str, start: int) -> tuple[int, str] | None:
        """Where the mark that begins at `start` ends, and its currency."""
        match = self._after.match(text, start)
        if not match:
            return None
        if match["mark"]:
            return match.end(), self._exact[match["mark"]]
        if match["behind"]:
            return match.end(), self._after_dollar[match["behind"].lower()]
        return match.end(), self._dollars[match["attached"].lower()]


class _Names:
    """Names of currencies in words, looked up by their first word; the longest that fits counts."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._forms: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for pattern, code in names.items():
            form = compile_form(pattern.lower(), {})
            for first in form.firsts:
                self._forms.setdefault(first, []).append((form.regex, code))
        self._word = re.compile(r"\w+")

    def at(self, text: str, start: int) -> tuple[int, str] | None:
        word = self._word.match(text, start)
        best: tuple[int, str] | None = None
        for regex, code in self._forms.get(word.group().lower(), ()) if word else ():
            match = regex.match(text, start)
            if match and (best is None or match.end() > best[0]):
                best = match.end(), code
        return best


def _sharing(numeral: Numeral, amount: Amount) -> Amount:
    """The number before "to" or "and" as an amount in the currency, and scale, of the next."""
    scale = amount.numeral.scale if numeral.scale == 1 else 1
    value = numeral.value * scale
    if value > amount.value:
        value = numeral.value
    return Amount(numeral.start, numeral.end, value, amount.currency, numeral)


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
