"""Finds the time expressions of a text: forms, guards, and the words that open an interval."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from dragoman.analysis.forms import BLANK, DIGIT, TOKEN, Form, Slot, compile_form, words_slot
from dragoman.analysis.numerals import numeral_reader
from dragoman.analysis.times import direction, ranges
from dragoman.analysis.times.expression import TimeExpression
from dragoman.analysis.times.intervals import Sense
from dragoman.analysis.times.readings import READINGS, Reading, Reckoned
from dragoman.errors import DataError, one_of
from dragoman.languages.numbers import NumberWords, number_words
from dragoman.languages.times import TimeForm, TimeWords, time_words

LooksForward = Callable[[int, int], bool]

_BEHIND = 28
"""Characters before an expression in which its guards and leads are looked for."""

_FIGURE_SLOTS = {
    "day": r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])",
    "month_number": r"(?:0?[1-9]|1[0-2])(?![0-9])",
    "year": r"(?:1[5-9][0-9]{2}|2[01][0-9]{2})(?![0-9]|[.,][0-9])",
    "recent_year": r"(?:19[0-9]{2}|20[0-9]{2})(?![0-9]|[.,][0-9])",
    "short_year": r"[0-9]{2}(?![0-9])",
    "decade": r"(?:(?:1[89]|20)[0-9]0|[2-9]0)",
    "long_decade": r"(?:1[89]|20)[0-9]0",
}


_BLANK = re.compile(BLANK)


@dataclass(frozen=True, slots=True)
class _Compiled:
    form: Form
    source: TimeForm


class TimeFinder:
    """The time expressions of one language."""

    def __init__(self, words: TimeWords, numbers: NumberWords, language: str) -> None:
        self._words = words
        self._numerals = numeral_reader(language)
        self._ordinals = numbers.ordinals
        slots = _slots(words, numbers)
        self._forms: dict[str, list[_Compiled]] = {}
        for source in words.forms:
            if source.read not in READINGS:
                raise DataError(
                    f"languages/{language}/times.toml: read {source.read!r}; {one_of(READINGS)}"
                )
            form = compile_form(source.pattern, slots)
            for first in form.firsts:
                self._forms.setdefault(first, []).append(_Compiled(form, source))
        self._behind = {name: _ends_with(guard) for name, guard in words.guards.items()}
        self._ahead = {name: _begins_with(guard) for name, guard in words.guards.items()}
        self._since = _ends_with(words.since)
        self._until = _ends_with(words.until)
        self._by = _ends_with(words.by)

    def find(
        self,
        text: str,
        anchor: date | None,
        verb: Literal["past", "future"] | None,
        looks_forward: LooksForward | None,
    ) -> list[TimeExpression]:
        plain = text.replace("\u2019", "'")
        found: list[TimeExpression] = []
        at = 0
        for token in TOKEN.finditer(plain):
            start = token.start()
            if start < at:
                continue
            first = token.group().lower()
            forms = self._forms.get(DIGIT if first[0].isdigit() else first)
            best = self._longest(plain, start, forms) if forms else None
            if best is None:
                continue
            match, source = best
            expression = self._read(text, plain, match, source, found, anchor, verb, looks_forward)
            if expression is not None:
                found.append(expression)
                at = expression.end_char
        return ranges.join(text, found, self._words)

    def _following(
        self,
        text: str,
        plain: str,
        end: int,
        found: list[TimeExpression],
        anchor: date | None,
        verb: Literal["past", "future"] | None,
        looks_forward: LooksForward | None,
    ) -> TimeExpression | None:
        """The expression that begins right behind `end`, which is no offset itself."""
        blank = _BLANK.match(plain, end)
        token = TOKEN.match(plain, blank.end() if blank else end)
        if token is None:
            return None
        first = token.group().lower()
        forms = self._forms.get(DIGIT if first[0].isdigit() else first, [])
        plainly = [form for form in forms if form.source.read not in ("offset", "narrative")]
        best = self._longest(plain, token.start(), plainly)
        if best is None:
            return None
        return self._read(text, plain, *best, found, anchor, verb, looks_forward)

    def _longest(
        self, plain: str, start: int, forms: Iterable[_Compiled]
    ) -> tuple[re.Match[str], TimeForm] | None:
        best: re.Match[str] | None = None
        source: TimeForm | None = None
        for compiled in forms:
            match = compiled.form.regex.match(plain, start)
            if (
                match
                and match.end() > (best.end() if best else start)
                and self._allowed(plain, match, compiled.source)
            ):
                best, source = match, compiled.source
        return (best, source) if best and source else None

    def _allowed(self, plain: str, match: re.Match[str], source: TimeForm) -> bool:
        behind = plain[max(0, match.start() - _BEHIND) : match.start()]
        ahead = plain[match.end() : match.end() + _BEHIND]
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
        if month is None or any(slots.get(name) for name in ("day", "ordinal_day", "year")):
            return True
        word = month.lower()
        if word in self._words.months_small:
            return month == word
        return word not in self._words.months_capital or month != word

    def _read(
        self,
        text: str,
        plain: str,
        match: re.Match[str],
        source: TimeForm,
        found: list[TimeExpression],
        anchor: date | None,
        verb: Literal["past", "future"] | None,
        looks_forward: LooksForward | None,
    ) -> TimeExpression | None:
        start, end = match.span()
        floor = max(found[-1].end_char if found else 0, start - _BEHIND)
        behind = plain[floor:start]
        since, until = self._since.search(behind), self._until.search(behind)
        by = self._by.search(behind)

        def sense() -> Sense:
            if since or by:
                return "past" if since else "future"
            if verb:
                return verb
            guess: Sense = None
            if looks_forward:
                guess = "future" if looks_forward(start, end) else None
            else:
                guess = direction.guess(plain, start, end, self._words.direction)
            # A limit lies ahead unless something says that it is over.
            return "future" if guess is None and until else guess

        said = next((one.start for one in reversed(found) if _names_a_day(one)), None)
        if source.read == "offset":
            base = self._following(text, plain, end, found, anchor, verb, looks_forward)
            if base is None:
                return None
            end, said = base.end_char, base.start
        reading = Reading(
            slots={
                name: " ".join(value.lower().split())
                for name, value in match.groupdict().items()
                if value is not None
            },
            settings=source.settings,
            words=self._words,
            numbers=self._numerals,
            ordinals=self._ordinals,
            anchor=anchor,
            said=said,
            ask=sense,
        )
        try:
            reckoned = READINGS[source.read](reading)
        except (ValueError, OverflowError):
            reckoned = Reckoned(None, "unknown")
        if reckoned is None:
            return None
        expression = TimeExpression(
            start_char=start,
            end_char=end,
            text=text[start:end],
            start=reckoned.days[0] if reckoned.days else None,
            end=reckoned.days[1] if reckoned.days else None,
            precision=reckoned.precision,
            basis="expression" if reckoned.absolute else "anchor",
            kind=reckoned.kind,
            bare_weekday=reckoned.bare_weekday,
            since=reckoned.kind == "since",
        )
        lead = since or by or until
        if lead is None or reckoned.kind not in ("point", "since"):
            return expression
        start = floor + lead.start(1)
        led = replace(expression, start_char=start, text=text[start:end])
        if since:
            return ranges.opened(led, anchor)
        return ranges.limited(led, anchor) if by else replace(led, kind="until")


def _names_a_day(expression: TimeExpression) -> bool:
    return (
        expression.kind == "point"
        and expression.start is not None
        and expression.start == expression.end
    )


@lru_cache(maxsize=32)
def time_finder(language: str) -> TimeFinder:
    """The finder of a language; raises `DataError` where it has no tables."""
    return TimeFinder(time_words(language), number_words(language), language)


def _slots(words: TimeWords, numbers: NumberWords) -> dict[str, Slot]:
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
        "ordinal": Slot(
            rf"(?:[1-4](?:{suffixes})|{ordinal_words.regex})", ordinal_words.firsts | {DIGIT}
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
        "season": words_slot(words.seasons),
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


def _ends_with(words: Iterable[str]) -> re.Pattern[str]:
    alternatives = [
        (r"(?<!\w)" if word[0].isalnum() else "") + words_slot([word]).regex
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(rf"({'|'.join(alternatives) or '(?!)'}){BLANK}?\Z", re.IGNORECASE)


def _begins_with(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}?{words_slot(words).regex}", re.IGNORECASE)
