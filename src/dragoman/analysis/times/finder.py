"""Finds the time expressions of a text: forms, guards, and the words that open an interval."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from dragoman.analysis.forms import BLANK, DIGIT, TOKEN, Form, compile_form, words_slot
from dragoman.analysis.numerals import numeral_reader
from dragoman.analysis.times import direction, ranges
from dragoman.analysis.times.expression import TimeExpression
from dragoman.analysis.times.guards import BEHIND, Guards, ends_with
from dragoman.analysis.times.intervals import Sense
from dragoman.analysis.times.reading import Reading, Reckoned
from dragoman.analysis.times.readings import READINGS
from dragoman.analysis.times.slots import CORE, core_words, form_slots
from dragoman.errors import DataError, one_of
from dragoman.languages.numbers import NumberWords, number_words
from dragoman.languages.times import TimeForm, TimeWords, time_words

LooksForward = Callable[[int, int], bool]

_BLANK = re.compile(BLANK)


_NEAR = 80
"""Characters behind its beginning in which a form has the word that makes it a time."""

_SAID = 10
"""Expressions before one among which the day last spoken of is looked for."""

_DATED = re.compile(r"[0-9]\w\w|[0-9]{1,2}[-/.][0-9]")


@dataclass(frozen=True, slots=True)
class _Compiled:
    form: Form
    source: TimeForm
    needs_core: bool


class TimeFinder:
    """The time expressions of one language."""

    def __init__(self, words: TimeWords, numbers: NumberWords, language: str) -> None:
        self._words = words
        self._numerals = numeral_reader(language)
        self._ordinals = numbers.ordinals
        slots = form_slots(words, numbers)
        self._forms: dict[str, list[_Compiled]] = {}
        self._coreless: dict[str, list[_Compiled]] = {}
        self._core = core_words(words)
        for source in words.forms:
            if source.read not in READINGS:
                raise DataError(
                    f"languages/{language}/times.toml: read {source.read!r}; {one_of(READINGS)}"
                )
            form = compile_form(source.pattern, slots)
            compiled = _Compiled(form, source, bool(form.slots & CORE))
            for first in form.firsts:
                self._forms.setdefault(first, []).append(compiled)
                if not compiled.needs_core:
                    self._coreless.setdefault(first, []).append(compiled)
        self._guards = Guards(words)
        self._and = re.compile(rf",?{BLANK}{words_slot(words.coordinators).regex}{BLANK}")
        self._since = ends_with(words.since)
        self._until = ends_with(words.until)
        self._by = ends_with(words.by)

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
        tokens = list(TOKEN.finditer(plain))
        for token, core in zip(tokens, self._next_core(plain, tokens), strict=True):
            start = token.start()
            if start < at:
                continue
            near = core - start <= _NEAR
            forms = _starting(self._forms if near else self._coreless, token.group())
            for match, source in self._matches(plain, start, forms):
                expression = self._read(
                    text, plain, match, source, found, anchor, verb, looks_forward
                )
                if expression is not None:
                    found.append(expression)
                    at = expression.end_char
                    break
                if source.read == "idiom":
                    at = match.end()
                    break
        return ranges.join(text, found, self._words)

    def _next_core(self, plain: str, tokens: list[re.Match[str]]) -> list[int]:
        """For each token, where the next word begins that can make an expression a time."""
        following = len(plain) + _NEAR + 1
        places = []
        for token in reversed(tokens):
            if token.group().lower() in self._core or _DATED.match(plain, token.start()):
                following = token.start()
            places.append(following)
        return places[::-1]

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
        forms = _starting(self._forms, token.group())
        plainly = [form for form in forms if form.source.read not in ("offset", "narrative")]
        for match, source in self._matches(plain, token.start(), plainly):
            return self._read(text, plain, match, source, found, anchor, verb, looks_forward)
        return None

    def _matches(
        self, plain: str, start: int, forms: Iterable[_Compiled]
    ) -> list[tuple[re.Match[str], TimeForm]]:
        """What fits at `start`, the longest first, among equals the form that stands first."""
        matches = []
        for compiled in forms:
            match = compiled.form.regex.match(plain, start)
            if match and self._guards.allow(plain, match, compiled.source):
                matches.append((match, compiled.source))
        return sorted(matches, key=lambda found: -found[0].end())

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
        floor = max(found[-1].end_char if found else 0, start - BEHIND)
        behind = plain[floor:start]
        since, until = self._since.search(behind), self._until.search(behind)
        by = self._by.search(behind)

        def sense() -> Sense:
            if since or by:
                return "past" if since else "ahead"
            if verb:
                return verb
            if looks_forward:
                return "future" if looks_forward(start, end) else None
            if until and source.read == "weekday":
                # "suspendu jusqu'à vendredi": the verb tells when it began, not when it ends.
                return "future"
            guess = direction.guess(
                plain, start, end, self._words.direction, weak=source.read == "weekday"
            )
            return "future" if guess is None and until else guess

        said = next((one.start for one in reversed(found[-_SAID:]) if _names_a_day(one)), None)
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
            told=next((one for one in reversed(found[-_SAID:]) if _is_told(one)), None),
            beside=_beside(plain, start, found, self._and),
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


def _starting(forms: dict[str, list[_Compiled]], word: str) -> list[_Compiled]:
    first = word.lower()
    return forms.get(DIGIT if first[0].isdigit() else first, [])


def _beside(
    plain: str, start: int, found: list[TimeExpression], linked: re.Pattern[str]
) -> date | None:
    """The day of the expression that "and" joins to what begins at `start`."""
    if not found or not linked.fullmatch(plain, found[-1].end_char, start):
        return None
    return found[-1].start if _names_a_day(found[-1]) else None


def _is_told(expression: TimeExpression) -> bool:
    return expression.kind == "point" and expression.start is not None


def _names_a_day(expression: TimeExpression) -> bool:
    return _is_told(expression) and expression.start == expression.end


@lru_cache(maxsize=32)
def time_finder(language: str) -> TimeFinder:
    """The finder of a language; raises `DataError` where it has no tables."""
    return TimeFinder(time_words(language), number_words(language), language)
