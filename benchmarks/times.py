"""Time expressions: are the days right?

- `gold_dates_fr`: the labelled expressions of 35 articles; a label is right where an expression
  that overlaps it has exactly its first and last day.
- `meantime_en`: dates of 120 articles, each up to its last labelled one (they were labelled in the
  first sentences only); F1 over expressions whose TIMEX3 value is a day, week, month,
  quarter, year or decade, by overlap and value.
- `recognizers`, `duckling`: single expressions made for assistants. Counted are those of a day or
  longer that a newspaper could contain; `not_press.toml` lists the classes passed over, and the note
  says what share each has. They look forward, so "lundi" is asked for with a future verb. One exact
  day for "two years ago" counts as told where our year holds it; where each guideline draws the
  borders elsewhere (summers, ends of weeks, "the last two months") half of the days must agree.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.measure import Measure, f1, read_lines
from dragoman.analysis.times import TimeExpression, find

FLOORS = {
    "weekdays": 0.98,
    "others": 0.97,
    "meantime_en": 0.895,
    "recognizers_fr": 0.85,
    "recognizers_en": 0.86,
    "duckling_fr": 0.90,
    "duckling_en": 0.93,
}

_VALUE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d|-Q\d|-H\d)?|\d{3}")
_GRAINS = {"day", "week", "month", "quarter", "year"}
_BORDERS = re.compile(
    r"begin|start|middle|\bmid|early|\bend\b|late[r]?\b|d[ée]but|\bfin\b|milieu|\bmi-|plus t|earlier|\brest\b|all week|quinzaine"
    r"|summer|winter|spring|autumn|fall\b|[ée]t[ée]\b|hiver|printemps|automne"
    r"|(?:last|past|previous|next|following|coming|derni|prochain|pass[ée]|suivant)\w* .*s$"
    r"|\bs? (?:derni|prochain|pass[ée]|suivant|[àa] venir)|weekend|week-end",
    re.I,
)
"""Words whose borders each guideline draws elsewhere: the end of a week, a summer, the last weeks."""

_DISTANCE = re.compile(r"\bago\b|il y a|\bin (?:a|one|\d+)\b|\bdans\b", re.I)
_CLASSES = tomllib.loads((Path(__file__).parent / "not_press.toml").read_text("utf-8"))
_NOT_PRESS = {
    name: re.compile(entry["pattern"].replace("\n", ""), re.I) for name, entry in _CLASSES.items()
}
_WRITTEN_OUT = re.compile(r"(?:le )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d)")
UNTOLD = "are reckoned from a day that the data do not tell"
_RELATIVE = re.compile(
    r"today|tomorrow|yesterday|aujourd|demain|hier|prochain|derni|next|last|\bce(?:tte)?\b|this",
    re.I,
)


def run() -> list[Measure]:
    measures = [*_gold_dates(), _meantime()]
    for name, items in (("recognizers", _recognizers), ("duckling", _duckling)):
        for language in ("fr", "en"):
            passed: Counter[str] = Counter()
            judged = [told for *_, told in items(language, passed)]
            untold = passed.pop(UNTOLD, 0)
            total = len(judged) + passed.total()
            classes = ", ".join(f"{count} {words}" for words, count in passed.most_common())
            measures.append(
                Measure(
                    f"{name}_{language}, share right",
                    sum(judged) / len(judged),
                    FLOORS[f"{name}_{language}"],
                    f"{sum(judged)} of {len(judged)}; {untold} {UNTOLD}, and of the other {total}"
                    f" {passed.total() / total:.0%} are passed over: {classes}",
                )
            )
    return measures


def gold_date_misses() -> Iterator[tuple[dict[str, Any], TimeExpression | None, str]]:
    """Every label of the gold dates that is not told right, with what was found and the text."""
    for label, found, right, text in _gold_labels():
        if not right:
            yield label, found, text


def _gold_labels() -> Iterator[tuple[dict[str, Any], TimeExpression | None, bool, str]]:
    for article in read_lines("bench/gold_dates_fr.jsonl"):
        anchor = date.fromisoformat(article["published"])
        expressions = find(article["text"], language="fr", anchor=anchor)
        for label in article["labels"]:
            found = _overlapping(expressions, label["start"], label["end"])
            value = label["value"]
            right = found is not None and (str(found.start), str(found.end)) == (
                value["start"],
                value["end"],
            )
            yield label, found, right, article["text"]


def _gold_dates() -> list[Measure]:
    counts = {True: [0, 0], False: [0, 0]}
    for label, _, right, _ in _gold_labels():
        counts[label["weekday"]][0] += right
        counts[label["weekday"]][1] += 1
    return [
        Measure(f"gold_dates_fr, {name}", right / total, FLOORS[name], f"{right} of {total}")
        for name, (right, total) in (("weekdays", counts[True]), ("others", counts[False]))
    ]


def _meantime() -> Measure:
    right = found = wanted = 0
    for _, _, gold, told in meantime_pairs():
        right += gold is not None and told is not None and same_value(gold, told)
        found += told is not None
        wanted += gold is not None
    precision, recall, score = f1(right, found, wanted)
    note = f"precision {precision:.3f}, recall {recall:.3f} of {wanted}"
    return Measure("meantime_en, value F1", score, FLOORS["meantime_en"], note)


def meantime_pairs() -> Iterator[tuple[str, str, str | None, str | None]]:
    """Day of the article, words, value wanted, value told; one of the two is null where the other
    has no counterpart."""
    for article in read_lines("bench/timex_events_meantime_en.jsonl"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", article["dct"] or ""):
            continue
        anchor = date.fromisoformat(article["dct"])
        expressions = find(article["text"], language="en", anchor=anchor)
        judged: set[TimeExpression] = set()
        for timex in article["timex"]:
            expression = _overlapping(expressions, timex["start"], timex["end"])
            if timex["type"] == "DATE" and _VALUE.fullmatch(timex["value"] or ""):
                told = timex_value(expression) if expression and expression not in judged else None
                yield article["dct"], timex["text"], timex["value"], told
            if expression:
                judged.add(expression)
        coded_until = max((timex["end"] for timex in article["timex"]), default=0)
        for expression in expressions:
            told = timex_value(expression) if expression.start_char < coded_until else None
            if expression not in judged and told:
                yield article["dct"], expression.text, None, told


def same_value(gold: str, told: str) -> bool:
    """Equal values; the corpus writes "late 2006" as the year."""
    return gold == told or (len(gold) == 4 and told[:6] == f"{gold}-Q")


def timex_value(expression: TimeExpression) -> str | None:
    """The TIMEX3 value of an expression's days, null where it has none."""
    start, end = expression.start, expression.end
    if start is None or expression.kind in ("duration", "range"):
        return None
    if expression.kind == "until" and end is not None:
        if expression.precision == "month" and end.month == 12 and expression.start != end:
            return str(end.year)  # "by the end of 2006": so this corpus writes it
        start = end
    elif end is not None and expression.precision == "year" and end.year - start.year == 9:
        return str(start.year)[:3]
    if expression.precision == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    if expression.precision == "month" and end and (end - start).days > 31 and not expression.since:
        return f"{start.year}-Q{(start.month + 2) // 3}"
    return start.isoformat()[: {"year": 4, "month": 7}.get(expression.precision, 10)]


def _overlapping(expressions: list[TimeExpression], start: int, end: int) -> TimeExpression | None:
    shared = {
        one: min(end, one.end_char) - max(start, one.start_char)
        for one in expressions
        if one.start_char < end and one.end_char > start
    }
    return max(shared, key=lambda one: shared[one], default=None)


Days = tuple[str | None, str | None]


def _recognizers(
    language: str, passed: Counter[str]
) -> Iterator[tuple[str, str, list[Days], list[Days], bool]]:
    """Text, reference day, the days wanted (any of), the days told, whether one is right; counts in
    `passed` the classes of those passed over."""
    for item in read_lines(f"bench/timex_recognizers_{language}.jsonl"):
        reference = item["ref"][:10] if item["ref"] else None
        for wanted in item["expected"]:
            days = [_recognizer_days(value) for value in wanted["values"]]
            if wanted["type"] not in ("date", "daterange") or not all(days):
                continue
            excluded = _excluded(wanted["text"], reference)
            if excluded:
                passed[excluded] += 1
                continue
            anchor = date.fromisoformat(reference) if reference else None
            expressions = find(item["text"], language=language, anchor=anchor)
            found = _overlapping(expressions, wanted["start"], wanted["end"])
            likely = [day for day in days if day]
            right = any(_same(found, day, wanted["text"]) for day in likely)
            yield item["text"], str(reference), likely, [_told(found)], right


def _excluded(words: str, reference: str | None) -> str | None:
    """The class for which an expression is passed over; null where a newspaper could write so."""
    if reference is None and (
        not re.search(r"\b(?:1[5-9]|20)\d\d\b", words) or _RELATIVE.search(words)
    ):
        return UNTOLD
    if _WRITTEN_OUT.fullmatch(words):
        return None
    return next((name for name, form in _NOT_PRESS.items() if form.search(words)), None)


def _recognizer_days(value: dict[str, Any]) -> Days | None:
    iso = re.compile(r"\d{4}-\d\d-\d\d")
    if value.get("type") == "date" and iso.fullmatch(value.get("value") or ""):
        return value["value"], value["value"]
    start, end = value.get("start"), value.get("end")
    if not all(iso.fullmatch(day or "") for day in (start, end)):
        return None
    return start, _day_before(end)


def _duckling(
    language: str, passed: Counter[str]
) -> Iterator[tuple[str, str, list[Days], list[Days], bool]]:
    for item in read_lines(f"bench/timex_duckling_{language}.jsonl"):
        if item["kind"] not in ("datetime", "datetimeInterval") or item["grain"] not in _GRAINS:
            continue
        excluded = "holidays and feasts" if item["holiday"] else _excluded(item["text"], "told")
        if excluded or item["start"].startswith("-"):
            passed[excluded or "before our era"] += 1
            continue
        wanted = _duckling_days(item)
        anchor = date.fromisoformat(item["ref"][:10])
        expressions = find(item["text"], language=language, anchor=anchor, verb="future")
        found = _overlapping(expressions, 0, len(item["text"]))
        right = _same(found, wanted, item["text"])
        yield item["text"], item["ref"][:10], [wanted], [_told(found)], right


def _duckling_days(item: dict[str, Any]) -> Days:
    start = item["start"][:10].replace("-00", "-01")
    if item["end"]:
        return start, _day_before(item["end"][:10].replace("-00", "-01"))
    first = date.fromisoformat(start)
    months = {"month": 1, "quarter": 3, "year": 12}.get(item["grain"])
    if months is None:
        return start, str(first + timedelta(days=6 if item["grain"] == "week" else 0))
    after = first.year * 12 + first.month - 1 + months
    return start, str(date(after // 12, after % 12 + 1, 1) - timedelta(days=1))


def _day_before(day: str) -> str:
    return str(date.fromisoformat(day[:10]) - timedelta(days=1))


def _told(found: TimeExpression | None) -> Days:
    if found is None:
        return None, None
    return str(found.start), str(found.end)


def _same(found: TimeExpression | None, wanted: Days, words: str) -> bool:
    if found is None or found.start is None or found.end is None:
        return False
    if wanted[0] is None or wanted[1] is None:
        return False
    start, end = date.fromisoformat(wanted[0]), date.fromisoformat(wanted[1])
    if (found.start, found.end) == (start, end):
        return True
    if (
        found.precision != "day"
        and found.kind == "point"
        and (start == end or _DISTANCE.search(words))
    ):
        return found.start <= start and end <= found.end
    if _BORDERS.search(words):
        shared = (min(end, found.end) - max(start, found.start)).days + 1
        spanned = (max(end, found.end) - min(start, found.start)).days + 1
        return 2 * shared >= spanned
    if found.kind in ("range", "since"):
        # These data count "from 2010 to 2014" up to the first of 2014, and count from the next day.
        told = str(found.end)
        shown = {"year": 4, "month": 7}.get(found.precision, 10)
        after = str(end + timedelta(days=1))
        begins = {start, start - timedelta(days=1)}
        return found.start in begins and told[:shown] in (wanted[1][:shown], after[:shown])
    return False
