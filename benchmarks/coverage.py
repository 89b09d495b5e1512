"""Does the lexicon know what verbs and nouns between two parties mean?

Over a sample of the raw articles: the share of predicates between two parties that a frame, an
operator, a verb of saying or the list of what is no event covers (`dragoman doctor --uncovered`).
Articles on even lines may have been read by those who write the lexicon, those on odd lines not.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.measure import Measure, read_lines
from dragoman.reader import count_page
from dragoman.sources import page_of

FLOORS = {("fr", "even"): 0.92, ("fr", "odd"): 0.90, ("en", "even"): 0.95, ("en", "odd"): 0.90}

SETS = (
    ("bench/raw_orangesum_fr.jsonl", "fr", "body", 11),
    ("bench/raw_wikinews_fr.jsonl", "fr", "text", 3),
    ("bench/raw_wikinews_en.jsonl", "en", "text", 3),
)
"""File, language, field of the text, and every how many articles one is taken."""


def run() -> list[Measure]:
    covered: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for file, language, field, step in SETS:
        for number, row in enumerate(read_lines(file)):
            if number % step:
                continue
            half = language, "odd" if number % 2 else "even"
            for reading in count_page(page_of(row[field], plain=True), language=language):
                total[half] += len(reading.predicates)
                covered[half] += sum(one.is_covered for one in reading.predicates)
    return [
        Measure(
            f"{language}, {half} lines",
            covered[language, half] / max(total[language, half], 1),
            FLOORS[language, half],
            f"{total[language, half]} predicates",
        )
        for language, half in sorted(total)
    ]
