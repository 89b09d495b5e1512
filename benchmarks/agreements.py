"""Agreements from raw sentences: whether a passage tells one, between whom, how far along it is.

`gold_agreements_fr` and our own English labels: passages with and without agreements. Parties that the
passage does not name (`from_context`) are not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.measure import Measure
from benchmarks.passages import beside_texts, by_offsets, codes, measures, status_fits
from dragoman.coding.agreements import agreements
from dragoman.records import Agreement

FLOORS = {
    "fr": {"found F1": 0.85, "false alarms": 0.10, "parties": 0.73, "status": 0.80},
    "en": {"found F1": 0.74, "false alarms": 0.05, "parties": 0.93, "status": 0.90},
}


def run() -> list[Measure]:
    french = beside_texts("bench/gold_agreements_fr.jsonl", "agreement", "fr")
    english = by_offsets("agreements_en.jsonl", "agreement", "en")
    return [
        *measures("gold_agreements_fr", french, agreements, _fits, FLOORS["fr"]),
        *measures("agreements_en", english, agreements, _fits, FLOORS["en"]),
    ]


def _fits(gold: dict[str, Any], agreement: Agreement) -> Mapping[str, bool | None]:
    """Whether the parties that the passage names, the status, and the value if any, are those of ours."""
    context = gold.get("from_context", [])
    elsewhere = {c.removeprefix("parties:") for c in context if c.startswith("parties:")}
    wanted = set() if "parties" in context else set(gold["parties"]) - elsewhere
    ours = {code for party in agreement.parties for code in codes(party)}
    return {
        "parties": {w.casefold() for w in wanted} <= ours,
        "status": status_fits(gold, agreement.status),
        "value": _value_fits(gold.get("value"), agreement),
        "count": None if gold.get("count") is None else gold["count"] == agreement.count,
    }


def _value_fits(gold: dict[str, Any] | None, agreement: Agreement) -> bool | None:
    if gold is None:
        return None
    value = agreement.value
    return value is not None and (value.amount, value.currency) == (
        gold["amount"],
        gold["currency"],
    )
