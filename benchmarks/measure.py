"""What a benchmark reports, how it is shown, and where its data lie."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHARED_VARIABLE = "DRAGOMAN_SHARED"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: `floor` is the least that passes, None where the figure is only watched.

    Higher is better. What should be low (errors an article, seconds) is given with
    `at_most=True`: `floor` is then the most that passes.
    """

    name: str
    value: float
    floor: float | None = None
    note: str = ""
    at_most: bool = False

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value <= self.floor if self.at_most else self.value >= self.floor


class DataAbsentError(Exception):
    """The development data that a benchmark reads are not there; the benchmark is skipped."""


def shared_folder() -> Path:
    """The folder of development data: `$DRAGOMAN_SHARED`, or `shared` beside the project.

    It need not exist.
    """
    given = os.environ.get(SHARED_VARIABLE)
    return Path(given) if given else Path(__file__).resolve().parents[2] / "shared"


def shared_file(relative: str) -> Path:
    """A file or folder under the development data ("bench/gold_events.jsonl").

    Raises DataAbsentError, naming where it was looked for, if it is not there.
    """
    path = shared_folder() / relative
    if not path.exists():
        raise DataAbsentError(
            f"no {path}; {SHARED_VARIABLE} names the folder that holds {relative}"
        )
    return path


def read_lines(relative: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file of the development data. Raises DataAbsentError."""
    with shared_file(relative).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def f1(right: float, found: float, wanted: float) -> tuple[float, float, float]:
    """Precision, recall and F1 from counts: right ones, all found, all wanted; 0 where undefined."""
    precision = right / found if found else 0.0
    recall = right / wanted if wanted else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def table(measures: Sequence[Measure]) -> str:
    """The measures as aligned lines: name, value, floor, whether it holds, note."""
    width = max((len(measure.name) for measure in measures), default=0)
    lines = []
    for measure in measures:
        sign = "≤" if measure.at_most else "≥"
        floor = "" if measure.floor is None else f"{sign} {measure.floor:.3f}"
        verdict = "" if measure.floor is None else "ok" if measure.holds else "UNDER ITS FLOOR"
        line = f"{measure.name:<{width}}  {measure.value:>10.3f}  {floor:<12} {verdict:<3}"
        lines.append(f"{line} {measure.note}".rstrip())
    return "\n".join(lines)
