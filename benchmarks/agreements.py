"""Agreements from raw sentences: whether a passage tells one, between whom, how far along it is.

`gold_agreements_fr`: passages with and without agreements, in whole articles. A passage is found where
an agreement's evidence shares at least half of the shorter of the two. On the found passages each
agreement that was coded by hand is held against the one of ours that fits it best. Parties that the
passage does not name (`from_context`) are not asked for.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from benchmarks.measure import Measure, f1, read_lines
from benchmarks.visits import country, overlaps
from dragoman.analysis.analyse import analyse
from dragoman.articles import plain_text, read_article
from dragoman.coding.agreements import agreements
from dragoman.records import Agreement

FLOORS = {"found F1": 0.58, "false alarms": 0.10, "parties": 0.55, "status": 0.75}


def run() -> list[Measure]:
    counts: Counter[str] = Counter()
    for row in read_lines("bench/gold_agreements_fr.jsonl"):
        _score(row, counts)
    told = counts["found"] + counts["false"]
    precision, recall, found = f1(counts["found"], told, counts["positive"])
    note = f"P {precision:.3f} R {recall:.3f}, {counts['positive']} passages"
    alarms = counts["false"] / max(counts["negative"], 1)
    return [
        Measure("gold_agreements_fr, found F1", found, FLOORS["found F1"], note),
        Measure(
            "gold_agreements_fr, false alarms on passages without",
            alarms,
            FLOORS["false alarms"],
            f"of {counts['negative']}",
            at_most=True,
        ),
        *(
            Measure(
                f"gold_agreements_fr, {name} on the found",
                counts[name] / max(counts["compared"], 1),
                FLOORS[name],
                f"of {counts['compared']}",
            )
            for name in ("parties", "status")
        ),
    ]


def _score(row: dict[str, Any], counts: Counter[str]) -> None:
    published = date.fromisoformat(row["published"])
    article = read_article(row["text"], plain=True, language="fr", published=published)
    mapped = plain_text(row["text"])
    ours = [
        (agreement, mapped.source_span(agreement.evidence.start, agreement.evidence.end))
        for agreement in agreements(analyse(article, "fr"))
    ]
    for label in row["labels"]:
        here = [a for a, span in ours if overlaps(span, (label["start"], label["end"]))]
        if not label["is_agreement"]:
            counts["negative"] += 1
            counts["false"] += bool(here)
            continue
        counts["positive"] += 1
        counts["found"] += bool(here)
        for gold in label["agreements"] if here else ():
            parties, status = max((_fits(gold, agreement) for agreement in here), key=sum)
            counts["parties"] += parties
            counts["status"] += status
            counts["compared"] += 1


def _fits(gold: dict[str, Any], agreement: Agreement) -> tuple[bool, bool]:
    """Whether the parties that the passage names, and the status, are those of ours."""
    context = gold.get("from_context", [])
    elsewhere = {c.removeprefix("parties:") for c in context if c.startswith("parties:")}
    wanted = set() if "parties" in context else set(gold["parties"]) - elsewhere
    ours = {code for party in agreement.parties if (code := country(party))}
    return wanted <= ours, agreement.status == gold["status"]
