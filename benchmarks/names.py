"""People by spellings that no table has (`names.toml`): exact names first, then by likeness.

How many of those who are meant are found, and how many names of others are taken for somebody of the
tables. With `SHOW_NAMES` in the environment each fault is listed.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from benchmarks.measure import Measure
from dragoman.gazetteer import person, person_like, scan

FLOORS = {"found": 0.90, "taken": 0.03}


def run() -> list[Measure]:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))
    exact = {name: _exact(name) for name in (*table["meant"], *table["other"]["names"])}
    meant, others = table["meant"], table["other"]["names"]
    for id in meant.values():
        person(id)
    told = {name: found or person_like(name) for name, found in exact.items()}
    right = [name for name, id in meant.items() if told[name] == f"person:{id}"]
    taken = [name for name in others if told[name] and not exact[name]]
    wrong = [name for name, id in meant.items() if told[name] not in (None, f"person:{id}")]
    if os.environ.get("SHOW_NAMES"):
        for name, id in meant.items():
            if name not in right:
                print(f"  {name}: {told[name]}, not {id}")
        for name in taken:
            print(f"  {name}: taken for {told[name]}")
    by_table = sum(exact[name] == f"person:{id}" for name, id in meant.items())
    note = f"of {len(meant)}; {by_table} in just this spelling in the tables, {len(wrong)} wrong"
    return [
        Measure("names, found", len(right) / len(meant), FLOORS["found"], note),
        Measure(
            "names of others, taken for somebody",
            len(taken) / len(others),
            FLOORS["taken"],
            f"of {len(others)}",
            at_most=True,
        ),
    ]


def _exact(name: str) -> str | None:
    hits = [hit for hit in scan(name, "en") if hit.kind == "person" or hit.text == name]
    whole = [hit for hit in hits if hit.text == name and len(hit.ids) == 1]
    return whole[0].ids[0] if whole else None
