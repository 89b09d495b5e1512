"""What follows from a promise, a plan or an agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.ontology import cameo, plover
from dragoman.ontology.table import load_table


@dataclass(frozen=True, slots=True)
class Derived:
    """An event's type, mode and CAMEO code."""

    event: str
    mode: str | None
    cameo: str


@dataclass(frozen=True, slots=True)
class Derivations:
    """`promised` and `expected` map event types; types that they lack are left to the caller.
    `agreement` is keyed by an agreement's status."""

    promised: dict[str, str]
    expected: dict[str, str]
    reciprocal: frozenset[str]
    agreement: dict[str, Derived]


@cache
def derivations() -> Derivations:
    """The table `derived.toml`. Raises DataError for a type, mode or code that PLOVER or CAMEO lack."""
    table = load_table("derived.toml")
    agreement = {}
    for status, entry in table["agreement"].items():
        plover.event(entry["event"])
        if "mode" in entry:
            plover.mode(entry["event"], entry["mode"])
        cameo.cameo(entry["cameo"])
        agreement[status] = Derived(entry["event"], entry.get("mode"), entry["cameo"])
    for section in ("promised", "expected"):
        for before, after in table[section].items():
            plover.event(before)
            plover.event(after)
    return Derivations(
        promised=table["promised"],
        expected=table["expected"],
        reciprocal=frozenset(table["reciprocal"]["types"]),
        agreement=agreement,
    )
