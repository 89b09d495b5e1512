"""How fast the reader is, on one core and in processor time, since other work may share the machine.

Plain articles of the raw sets to claims, counted as articles of 400 words; the start of `dragoman read`
and of `--help` as processor time of a new process; and the reader's peak memory. A start is to take under
5 s on a quiet machine; the floor leaves room for a busy one.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from benchmarks.measure import Measure, read_lines
from dragoman.reader import read

WORDS = 400
ARTICLES = 40
LIMITS = {"articles a second": 6.0, "start, s": 7.0, "--help, s": 0.5, "memory, MB": 1200.0}


def run() -> list[Measure]:
    measures = [_rate("fr", "raw_orangesum_fr", "body"), _rate("en", "raw_wikinews_en", "text")]
    sample = Path(__file__).resolve().parents[1] / "samples" / "summit.fr.txt"
    start = _seconds("read", str(sample), "--json")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [
        *measures,
        Measure(
            "read a sample, from start", start, LIMITS["start, s"], "processor s", at_most=True
        ),
        Measure("--help", _seconds("--help"), LIMITS["--help, s"], "processor s", at_most=True),
        Measure("peak memory", peak, LIMITS["memory, MB"], "MB, both languages", at_most=True),
    ]


def _rate(language: str, name: str, field: str) -> Measure:
    """Articles of 400 words a second, warm."""
    rows = [row for row in read_lines(f"bench/{name}.jsonl") if len(row[field].split()) > 150]
    chosen = rows[:: max(len(rows) // ARTICLES, 1)][:ARTICLES]
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


def _read(text: str, day: str, language: str) -> None:
    read(text, published=date.fromisoformat(day[:10]), language=language, plain=True)


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
