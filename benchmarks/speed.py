"""How fast the reader is, on one core and in processor time, since other work may share the machine.

Plain articles of the raw sets to claims, counted as articles of 400 words; the start of `dragoman read`
and of `--help` as processor time of a new process; and the reader's peak memory. A start is to take under
5 s on a quiet machine; the floor leaves room for a busy one.

The scan of the whole gazetteer over all articles of a set, in words a second; and what linking (the scan,
titles, and whom phrases name) and coreference take beside the parse of the same articles, by one clock.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from benchmarks.measure import Measure, read_lines
from dragoman.analysis import analyse
from dragoman.articles import read_article
from dragoman.gazetteer import scan
from dragoman.reader import read

WORDS = 400
ARTICLES = 40
SETS = (("fr", "raw_orangesum_fr", "body"), ("en", "raw_wikinews_en", "text"))
LINKING = ("found_in", "strangers", "People", "stage", "phrases")
COREFERENCE = ("home", "Tracker")
SCAN = 2_000_000.0  # words a second; it takes twice as many where nothing else runs
SHARES = {"fr": 0.07, "en": 0.07}
LIMITS = {"articles a second": 6.0, "start, s": 7.0, "--help, s": 0.5, "memory, MB": 1200.0}


def run() -> list[Measure]:
    measures = [measure(*each) for measure in (_rate, _scan) for each in SETS]
    measures += [share for each in SETS for share in _shares(*each)]
    sample = Path(__file__).resolve().parents[1] / "samples" / "summit.fr.txt"
    start = _seconds("read", str(sample), "--json")
    return [
        *measures,
        Measure(
            "read a sample, from start", start, LIMITS["start, s"], "processor s", at_most=True
        ),
        Measure("--help", _seconds("--help"), LIMITS["--help, s"], "processor s", at_most=True),
        Measure("peak memory", _peak(), LIMITS["memory, MB"], "MB, both languages", at_most=True),
    ]


def _chosen(name: str, field: str) -> list[dict[str, Any]]:
    rows = [row for row in read_lines(f"bench/{name}.jsonl") if len(row[field].split()) > 150]
    return rows[:: max(len(rows) // ARTICLES, 1)][:ARTICLES]


def _rate(language: str, name: str, field: str) -> Measure:
    """Articles of 400 words a second, warm."""
    chosen = _chosen(name, field)
    for row in chosen[:3]:
        _read(row[field], row["date"], language)
    words = 0
    begun = time.process_time()
    for row in chosen:
        words += len(row[field].split())
        _read(row[field], row["date"], language)
    seconds = time.process_time() - begun
    note = f"{words / seconds:,.0f} words a second, {len(chosen)} articles"
    rate = words / WORDS / seconds
    return Measure(f"{name}, articles a second", rate, LIMITS["articles a second"], note)


def _scan(language: str, name: str, field: str) -> Measure:
    """Words a second of the scan for all names of the gazetteer, the best of three."""
    texts = [row[field] for row in read_lines(f"bench/{name}.jsonl")]
    words = sum(len(text.split()) for text in texts)
    scan(texts[0], language)
    taken = []
    for _ in range(3):
        begun = time.process_time()
        hits = sum(len(scan(text, language)) for text in texts)
        taken.append(time.process_time() - begun)
    note = f"{words:,} words, {hits:,} names"
    return Measure(f"{name}, scan, words a second", words / min(taken), SCAN, note)


def _shares(language: str, name: str, field: str) -> list[Measure]:
    """What linking and coreference take, as shares of what the parse of the same articles takes."""
    articles = [
        read_article(
            row[field],
            plain=True,
            language=language,
            published=date.fromisoformat(row["date"][:10]),
        )
        for row in _chosen(name, field)
    ]
    for article in articles[:3]:
        analyse.analyse(article, language)
    clock: Counter[str] = Counter()
    with ExitStack() as stack:
        for step in ("parse", *LINKING, "home"):
            timed = _timed(getattr(analyse, step), clock, step)
            stack.enter_context(mock.patch.object(analyse, step, timed))
        resolve = _timed(analyse.Tracker.resolve, clock, "Tracker")
        stack.enter_context(mock.patch.object(analyse.Tracker, "resolve", resolve))
        for article in articles:
            analyse.analyse(article, language)
    parse = clock["parse"]
    linking, coreference = (
        sum(clock[s] for s in steps) / parse for steps in (LINKING, COREFERENCE)
    )
    note = f"of {parse:.1f} s, {len(articles)} articles"
    return [
        Measure(f"{name}, linking to a parse", linking, SHARES[language], note, at_most=True),
        Measure(f"{name}, coreference to a parse", coreference, note=note),
    ]


def _timed(step: Callable[..., Any], clock: Counter[str], name: str) -> Callable[..., Any]:
    """The step, with the processor time that it takes added to the clock."""

    def timed(*given: Any, **named: Any) -> Any:
        begun = time.process_time()
        try:
            return step(*given, **named)
        finally:
            clock[name] += time.process_time() - begun

    return timed


def _read(text: str, day: str, language: str) -> None:
    read(text, published=date.fromisoformat(day[:10]), language=language, plain=True)


def _peak() -> float:
    """The most memory, in MB, that a process takes which reads the articles of both sets: one of its
    own, for other benchmarks of this one may have taken more. Not by `ru_maxrss`, in which Linux
    hands a new process what the one that started it had taken."""
    script = (
        "from pathlib import Path\n"
        "from benchmarks.speed import SETS, _chosen, _read\n"
        "for language, name, field in SETS:\n"
        "    for row in _chosen(name, field):\n"
        "        _read(row[field], row['date'], language)\n"
        "told = Path('/proc/self/status').read_text().split('VmHWM:')[1]\n"
        "print(int(told.split()[0]) / 1024)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).resolve().parents[1],
    )
    return float(ran.stdout)


def _seconds(*arguments: str) -> float:
    """Processor seconds of a new process that runs the command line: the least of three, since the
    machine is shared."""
    command = [sys.executable, "-c", "from dragoman.cli.main import run; run()", *arguments]
    taken = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)
