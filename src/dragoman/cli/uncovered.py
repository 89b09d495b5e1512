"""What `dragoman doctor --uncovered` does: predicates of a corpus counted by what the lexicon knows."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.cli.settings import Settings
from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.cli.inputs import Typed
    from dragoman.coding.coverage import Predicate

TABLE_LIMIT = 50


@dataclass(frozen=True)
class Lacking:
    """A predicate that nothing covers: how often it stands between two parties, and one sentence."""

    language: str
    lemma: str
    pos: str
    known: str
    count: int
    sentence: str


@dataclass
class Coverage:
    """How many predicates there are by language and by what the lexicon knows of them."""

    articles: int = 0
    known: Counter[tuple[str, str]] = field(default_factory=Counter)
    lacking: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    sentences: dict[tuple[str, str, str, str], str] = field(default_factory=dict)

    def add(self, language: str, found: Iterable[Predicate]) -> None:
        for one in found:
            self.known[language, one.known] += 1
            if not one.is_covered:
                key = language, one.lemma, one.pos, one.known
                self.lacking[key] += 1
                # The shortest is the easiest to read.
                kept = self.sentences.setdefault(key, one.sentence)
                if len(one.sentence) < len(kept):
                    self.sentences[key] = one.sentence

    def languages(self) -> list[str]:
        return sorted({language for language, _ in self.known})

    def counts(self, language: str) -> tuple[int, int]:
        """How many predicates are covered, of how many."""
        from dragoman.coding.coverage import COVERED

        told = {k: n for (one, k), n in self.known.items() if one == language}
        return sum(n for k, n in told.items() if k in COVERED), sum(told.values())

    def most(self, limit: int | None) -> list[Lacking]:
        """The predicates that nothing covers, the most frequent first."""
        ranked = sorted(self.lacking.items(), key=lambda item: (-item[1], item[0]))
        return [Lacking(*key, count, self.sentences[key]) for key, count in ranked[:limit]]


def show_uncovered(
    corpora: Sequence[str], typed: Typed, settings: Settings, *, as_json: bool, limit: int | None
) -> None:
    """Print the predicates between two parties that no frame, no list and no cue covers, and the
    share that is covered. Raises Exit with the status of the first fault where nothing was read."""
    coverage = _counted(corpora, typed, settings)
    if as_json:
        _print_json(coverage, limit)
    else:
        from dragoman.cli.tables.uncovered import print_uncovered

        print_uncovered(coverage.most(limit or TABLE_LIMIT))
    sys.stdout.flush()
    for line in _summary(coverage):
        # A table and its foot belong together; JSON is for programs, and has its own.
        tell(line) if as_json else print(line)


def _counted(corpora: Sequence[str], typed: Typed, settings: Settings) -> Coverage:
    from dragoman.cli.heard import readings

    coverage = Coverage()
    for _, reading in readings(corpora, typed, settings):
        from dragoman.coding.coverage import CountedReading

        if isinstance(reading, CountedReading):
            coverage.articles += 1
            coverage.add(reading.article.language or "unknown", reading.predicates)
    return coverage


def _summary(coverage: Coverage) -> Iterator[str]:
    from dragoman.cli.counted import counted

    if not coverage.known:
        yield f"no predicate between two parties in {counted(coverage.articles, 'article')}"
    for language in coverage.languages():
        covered, of = coverage.counts(language)
        yield f"{language}: {covered:,} of {counted(of, 'predicate')} covered ({covered / of:.1%})"


def _print_json(coverage: Coverage, limit: int | None) -> None:
    import json
    from dataclasses import asdict

    from dragoman.cli.json_lines import in_utf8, print_line

    in_utf8()
    for language in coverage.languages():
        covered, of = coverage.counts(language)
        known = {k: n for (one, k), n in sorted(coverage.known.items()) if one == language}
        told = {"kind": "coverage", "language": language, "predicates": of, "covered": covered}
        print_line(json.dumps({**told, "share": round(covered / of, 4), "known": known}))
    for lacking in coverage.most(limit):
        print_line(json.dumps({"kind": "uncovered", **asdict(lacking)}, ensure_ascii=False))
