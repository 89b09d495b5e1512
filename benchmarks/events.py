"""Events from raw sentences: who, to whom, of which kind.

- `gold_events`: dyad + quad F1 over the part of each article that was coded by hand (quads 1-2
  undirected, 3-4 directed), modality on the dyads that match, and dyads told of articles that have
  none.
- `parallel_ntrex`: the same sentences in French and English: mean Jaccard of the sets of
  (event type, actor, recipient) over sentences with an event in either, and the ratio of the counts.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from typing import Any

from benchmarks.measure import Measure, f1, read_lines
from dragoman.articles import read_article
from dragoman.reader import read
from dragoman.records import Event, Party

FLOORS = {
    "dyad + quad F1": 0.45,
    "false dyads an article": 0.3,
    "modality": 0.80,
    "Jaccard": 0.43,
    "ratio": 0.82,
}

Dyad = tuple[str, str, int]


def run() -> list[Measure]:
    return [*_gold(), *_parallel()]


def side(party: Party) -> str | None:
    """The country or organisation that a party counts for."""
    if party.country:
        return party.country
    if party.office is not None and party.office.of.startswith("org:"):
        return party.office.of.removeprefix("org:")
    return party.id.removeprefix("org:") if party.id and party.id.startswith("org:") else None


def dyads(event: Event) -> set[Dyad]:
    """Every pair of different sides that an event joins; undirected ones in alphabetical order."""
    actors = {s for p in event.actors if (s := side(p))}
    recipients = {s for p in event.recipients if (s := side(p))}
    pairs = combinations(sorted(actors), 2) if event.reciprocal else product(actors, recipients)
    return {_undirected(a, b, event.quad) for a, b in pairs if a != b}


def _undirected(actor: str, recipient: str, quad: int) -> Dyad:
    if quad <= 2 and recipient < actor:
        actor, recipient = recipient, actor
    return actor, recipient, quad


def _gold() -> list[Measure]:
    right = told = wanted = 0
    modality_right = false = controls = 0
    for row in read_lines("bench/gold_events.jsonl"):
        labels: dict[str, Any] = row["labels"][0]
        gold: dict[Dyad, set[str]] = {}
        for actor, recipient, quad, modality in labels["dyads"]:
            key = _undirected(_iso(actor), _iso(recipient), quad)
            gold.setdefault(key, set()).add(modality)
        reading = read(
            row["text"],
            published=date.fromisoformat(row["published"]),
            language=labels["lang"],
            plain=True,
        )
        until = _mapped(row["text"], labels["coded_until"])
        ours: dict[Dyad, set[str]] = {}
        for claim in reading.claims:
            if isinstance(claim, Event) and claim.trigger.start < until:
                for dyad in dyads(claim):
                    ours.setdefault(dyad, set()).add(claim.modality)
        if not gold:
            controls += 1
            false += len(ours)
        matched = gold.keys() & ours.keys()
        right, told, wanted = right + len(matched), told + len(ours), wanted + len(gold)
        modality_right += sum(bool(gold[d] & ours[d]) for d in matched)
    precision, recall, score = f1(right, told, wanted)
    note = f"P {precision:.3f} R {recall:.3f}, {wanted} dyads"
    return [
        Measure("gold_events, dyad + quad F1", score, FLOORS["dyad + quad F1"], note),
        Measure(
            "gold_events, false dyads an article",
            false / max(controls, 1),
            FLOORS["false dyads an article"],
            f"{controls} articles without any",
            at_most=True,
        ),
        Measure(
            "gold_events, modality of matched dyads",
            modality_right / max(right, 1),
            FLOORS["modality"],
            f"of {right}",
        ),
    ]


def _iso(code: str) -> str:
    return {"KOS": "XKX"}.get(code, code)


def _mapped(text: str, position: int) -> int:
    """Where a position of the raw text lies in the cleaned one."""
    return len(read_article(text[:position], plain=True, language="en").text)


def _parallel() -> list[Measure]:
    scores: list[float] = []
    counts = {"fr": 0, "en": 0}
    for row in read_lines("bench/parallel_ntrex.jsonl"):
        told: dict[str, set[tuple[str, str, str]]] = {}
        for language in counts:
            reading = read(row["text"][language], language=language, plain=True)
            told[language] = {
                (claim.event_type, a, b)
                for claim in reading.claims
                if isinstance(claim, Event)
                for a, b, _ in dyads(claim) or {(side(claim.actors[0]) or "", "", 0)}
            }
            counts[language] += len(told[language])
        either = told["fr"] | told["en"]
        if either:
            scores.append(len(told["fr"] & told["en"]) / len(either))
    ratio = min(counts.values()) / max(*counts.values(), 1)
    mean = sum(scores) / max(len(scores), 1)
    return [
        Measure(
            "parallel_ntrex, Jaccard fr-en", mean, FLOORS["Jaccard"], f"{len(scores)} sentences"
        ),
        Measure("parallel_ntrex, ratio of counts", ratio, FLOORS["ratio"], str(counts)),
    ]
