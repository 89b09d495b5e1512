"""Visits from raw sentences: whether a passage tells one, who goes where, how far along it is.

`gold_visits_fr` and our own English labels: passages with and without visits. The visitors' countries
must be the same, and the host's where it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.measure import Measure
from benchmarks.passages import beside_texts, by_offsets, codes, country, measures, status_fits
from dragoman.coding.visits import visits
from dragoman.records import Visit

FLOORS = {
    "fr": {"found F1": 0.93, "false alarms": 0.13, "who": 0.89, "where": 0.93, "status": 0.82},
    "en": {"found F1": 0.78, "false alarms": 0.05, "who": 0.78, "where": 0.90, "status": 0.81},
}


def run() -> list[Measure]:
    french = beside_texts("bench/gold_visits_fr.jsonl", "visit", "fr")
    english = by_offsets("visits_en.jsonl", "visit", "en")
    return [
        *measures("gold_visits_fr", french, visits, _fits, FLOORS["fr"]),
        *measures("visits_en", english, visits, _fits, FLOORS["en"]),
    ]


def _fits(gold: dict[str, Any], visit: Visit) -> Mapping[str, bool | None]:
    wanted = {v if isinstance(v, str) else v["country"] for v in gold["visitors"]}
    host = gold["host_country"]
    return {
        "who": _same({w.casefold() for w in wanted}, visit) if wanted else None,
        "where": (visit.host is not None and host.casefold() in codes(visit.host))
        if host
        else None,
        "status": status_fits(gold, visit.status),
    }


def _same(wanted: set[str], visit: Visit) -> bool:
    """Every visitor that is wanted, and none of another country."""
    named = {code for party in visit.visitors for code in codes(party)}
    countries = {c for party in visit.visitors if (c := country(party))}
    return wanted <= named and countries <= wanted
