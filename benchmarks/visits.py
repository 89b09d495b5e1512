"""Visits from raw sentences: whether a passage tells one, who goes where, how far along it is.

`gold_visits_fr`: passages with and without visits, in whole articles. A passage is found where a
visit's evidence shares at least half of the shorter of the two. On the found passages each visit
that was coded by hand (but for the optional ones) is held against the one of ours that fits it best:
the visitors' countries must be the same, and the host's where it is given.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from typing import Any

from benchmarks.measure import Measure, f1, read_lines
from dragoman.analysis.analyse import analyse
from dragoman.articles import plain_text, read_article
from dragoman.coding.visits import visits
from dragoman.records import Party, Visit

FLOORS = {"found F1": 0.88, "false alarms": 0.13, "who": 0.60, "where": 0.90, "status": 0.82}


def run() -> list[Measure]:
    counts: Counter[str] = Counter()
    for row in read_lines("bench/gold_visits_fr.jsonl"):
        _score(row, counts)
    precision, recall, found = f1(
        counts["found"], counts["found"] + counts["false"], counts["positive"]
    )
    return [
        Measure(
            "gold_visits_fr, found F1",
            found,
            FLOORS["found F1"],
            f"P {precision:.3f} R {recall:.3f}, {counts['positive']} passages",
        ),
        Measure(
            "gold_visits_fr, false alarms on passages without",
            counts["false"] / max(counts["negative"], 1),
            FLOORS["false alarms"],
            f"of {counts['negative']}",
            at_most=True,
        ),
        *(
            Measure(
                f"gold_visits_fr, {name} on the found",
                counts[name] / max(counts[f"{name} of"], 1),
                FLOORS[name],
                f"of {counts[f'{name} of']}",
            )
            for name in ("who", "where", "status")
        ),
    ]


def country(party: Party) -> str | None:
    """The country, or an organisation's short name, as the labels have them."""
    if party.country:
        return party.country
    of = party.office.of if party.office is not None else party.id or ""
    return of.removeprefix("org:") if of.startswith("org:") else None


def _score(row: dict[str, Any], counts: Counter[str]) -> None:
    published = date.fromisoformat(row["published"])
    article = read_article(row["text"], plain=True, language="fr", published=published)
    mapped = plain_text(row["text"])
    ours = [
        (visit, mapped.source_span(visit.evidence.start, visit.evidence.end))
        for visit in visits(analyse(article, "fr"))
    ]
    for label in row["labels"]:
        here = [visit for visit, span in ours if overlaps(span, (label["start"], label["end"]))]
        if os.environ.get("SHOW_VISITS"):
            _show(row["text"][label["start"] : label["end"]], label, here)
        if not label["is_visit"]:
            counts["negative"] += 1
            counts["false"] += bool(here)
            continue
        counts["positive"] += 1
        counts["found"] += bool(here)
        for gold in label["visits"] if here else ():
            if not gold.get("optional"):
                _compare(gold, here, counts)


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= min(one[1] - one[0], other[1] - other[0])


def _agreement(gold: dict[str, Any], visit: Visit) -> tuple[bool, bool, bool]:
    wanted = {v["country"] for v in gold["visitors"]}
    who = {c for p in visit.visitors if (c := country(p))}
    host = country(visit.host) if visit.host else None
    return (
        who == wanted or not wanted,
        host == gold["host_country"] or gold["host_country"] is None,
        visit.status == gold["status"],
    )


def _compare(gold: dict[str, Any], ours: list[Visit], counts: Counter[str]) -> None:
    best = max((_agreement(gold, visit) for visit in ours), key=sum)
    for name, right in zip(("who", "where", "status"), best, strict=True):
        if (name == "who" and not gold["visitors"]) or (
            name == "where" and gold["host_country"] is None
        ):
            continue
        counts[name] += right
        counts[f"{name} of"] += 1


def _show(text: str, label: dict[str, Any], ours: list[Visit]) -> None:
    print(label["is_visit"], text)
    for gold in label["visits"]:
        fields = ("host_country", "kind", "status", "ordinal", "start")
        print("  gold", [v["country"] for v in gold["visitors"]], [gold[f] for f in fields])
    for v in ours:
        hosts = [p.name for p in v.hosts]
        print("  ours", [p.name for p in v.visitors], country(v.host) if v.host else None, hosts,
              v.place and v.place.name, v.kind, v.status, v.ordinal, v.when.start)  # fmt: skip
