"""What follows from a promise, a plan or an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.ontology import cameo, plover
from dragoman.ontology.table import load_table


@dataclass(frozen=True, slots=True)
class Derived:
    """An event's type, mode and CAMEO code; `one_sided`: only where it is known who did it to whom."""

    event: str
    mode: str | None
    cameo: str
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class Derivations:
    """`promised` and `expected` map event types; types that they lack are left to the caller. `undone` are
    those whose verbs take what has not happened as their object, `answers` those that answer another's
    deed. Saying that one will do no act of the `refused` is REJECT, and not doing one of the
    `unyielding` whoever says it; doing one of the `threatened` unless another yields is THREATEN. `agreement` is keyed by an agreement's status; `broken_truce` is a violated
    truce. `told_by` gives for an event the modalities in which another act is told when the saying of it
    is that event."""

    promised: dict[str, str]
    expected: dict[str, str]
    reciprocal: frozenset[str]
    refused: frozenset[str]
    unyielding: frozenset[str]
    threatened: frozenset[str]
    undone: frozenset[str]
    answers: frozenset[str]
    agreement: dict[str, Derived]
    broken_truce: Derived
    told_by: dict[str, frozenset[str]]


@cache
def derivations() -> Derivations:
    """The table `derived.toml`. Raises DataError for a type, mode or code that PLOVER or CAMEO lack."""
    table = load_table("derived.toml")
    agreement = {status: _derived(entry) for status, entry in table["agreement"].items()}
    for section in ("promised", "expected"):
        for before, after in table[section].items():
            plover.event(before)
            plover.event(after)
    told_by = {}
    for event_type, modalities in table["told_by"].items():
        plover.event(event_type)
        told_by[event_type] = frozenset(modalities)
    return Derivations(
        promised=table["promised"],
        expected=table["expected"],
        reciprocal=frozenset(table["reciprocal"]["types"]),
        refused=frozenset(table["refused"]["types"]),
        unyielding=frozenset(table["refused"]["yielding"]),
        threatened=frozenset(table["threatened"]["types"]),
        undone=frozenset(table["undone"]["types"]),
        answers=frozenset(table["answers"]["types"]),
        agreement=agreement,
        broken_truce=_derived(table["broken_truce"]),
        told_by=told_by,
    )


def _derived(entry: dict[str, Any]) -> Derived:
    plover.event(entry["event"])
    if "mode" in entry:
        plover.mode(entry["event"], entry["mode"])
    cameo.cameo(entry["cameo"])
    one_sided = entry.get("one_sided", False)
    return Derived(entry["event"], entry.get("mode"), entry["cameo"], one_sided)
