"""Contexts on PLOVER's gold records: what an event is about.

The contexts of a sentence by its words against those of the gold record. The record's names are of 2019:
`OLD` says which of today's each may be, and one of them is enough ("resource" was land too, "military"
peacekeeping); "historical" and "unknown" are no contexts. Micro precision and recall; a context of ours counts as right where the record has one that it
may be. The records mark the one or two that stand out, we all that the words tell: precision is a lower
bound. Sentences at even lines may be read by whoever writes cues, those at odd ones are only scored.
"""

from __future__ import annotations

from collections import Counter

from benchmarks.measure import Measure, f1, read_lines
from dragoman.coding.contexts import found
from dragoman.languages.contexts import context_cues

FLOORS = {"precision": 0.42, "recall": 0.73}

OLD = {
    "political": (
        "political_institutions", "executive", "pro_democracy", "pro_autocracy", "legislative", "rights_freedoms",
    ),
    "government": ("executive", "political_institutions", "legislative"),
    "refugee": ("migration", "asylum"),
    "refugees": ("migration", "asylum"),
    "resource": ("natural_resource", "environment", "territory", "human_security"),
    "military": ("military", "peacekeeping"),
    "economic": ("economic", "human_security"),
    "legal": ("legal", "human_rights", "rights_freedoms"),
    "rights": ("human_rights", "rights_freedoms"),
    "discrimination": ("religion_ethnicity", "rights_freedoms", "inequality", "gender"),
    "assets": ("human_security", "reparations"),
    "historical": (),
    "unknown": (),
}  # fmt: skip


def run() -> list[Measure]:
    counts: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(read_lines("bench/events_gsr_en.jsonl")):
        gold = [OLD.get(name, (name,)) for name in row["context"] or ()]
        gold = [names for names in gold if names]
        if not gold:
            continue
        ours = set(found(row["text"], context_cues("en")))
        allowed = {name for names in gold for name in names}
        for half in ("all", "odd lines" if number % 2 else "even lines"):
            counts[half, "wanted"] += len(gold)
            counts[half, "hit"] += sum(bool(ours & set(names)) for names in gold)
            counts[half, "told"] += len(ours)
            counts[half, "right"] += len(ours & allowed)
    measures = []
    for half in ("all", "even lines", "odd lines"):
        precision, _, _ = f1(counts[half, "right"], counts[half, "told"], 0)
        _, recall, _ = f1(counts[half, "hit"], 0, counts[half, "wanted"])
        held = half == "all"
        note = f"{counts[half, 'told']} told, {counts[half, 'wanted']} in the records"
        measures += [
            Measure(f"{half}: precision", precision, FLOORS["precision"] if held else None, note),
            Measure(f"{half}: recall", recall, FLOORS["recall"] if held else None),
        ]
    return measures
