"""PLOVER's gold records: from the raw sentence to one coded event.

A gold record is found where an event of ours has its type (the old names of 2019 brought to those of
today; CONCEDE and RETREAT are one) and a pair of its parties. Records without recipient and with
several actors ask for any two of them; those with one ask for none. Sentences at even lines may be read by
whoever writes rules, those at odd ones are only scored: the gap shows what is tuned.

`python -m benchmarks.gold_records` prints the confusion of types and the twenty worst misses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any

from benchmarks.measure import Measure, read_lines
from dragoman.reader import read
from dragoman.records import Event, Party

FLOORS = {"event + dyad recall": 0.48, "strict precision": 0.46}

TYPES = {
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}
COUNTRIES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "KOS": "XKX"}
ORGANISATIONS = ("IGO", "NGO", "IMG")
NO_HEADS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "and",
        "by",
        "for",
        "to",
        "from",
        "at",
        "on",
        "his",
        "her",
        "its",
        "their",
    ]
)
WORST = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found of one gold record; `told` the types of our events, `matching` how many are it."""

    line: int
    text: str
    wanted: str
    told: tuple[str, ...]
    matching: int
    event: bool
    actor: bool
    recipient: bool | None
    dyad: bool
    ours: tuple[str, ...]


def run() -> list[Measure]:
    outcomes = list(score())
    return [m for half in (None, 0, 1) for m in _measures(outcomes, half)]


def score() -> Iterator[Outcome]:
    """The outcome of every gold record, in the file's order."""
    for line, row in enumerate(read_lines("bench/events_gsr_en.jsonl")):
        text = row["text"].strip(" {}")
        claims = read(text, language="en", plain=True).claims
        events = [claim for claim in claims if isinstance(claim, Event)]
        yield _outcome(line, row, text, events)


def _outcome(line: int, row: dict[str, Any], text: str, events: Sequence[Event]) -> Outcome:
    wanted = event_type(row["event"])
    dyads = [_has_dyad(event, row) for event in events]
    typed = [event_type(event.event_type) == wanted for event in events]
    targets = row["targets"] or (row["sources"] if len(row["sources"]) > 1 else [])
    return Outcome(
        line=line,
        text=text,
        wanted=wanted,
        told=tuple(event_type(event.event_type) for event in events),
        matching=sum(t and d for t, d in zip(typed, dyads, strict=True)),
        event=any(typed),
        actor=any(_any(ours, row["sources"]) for event in events for ours, _ in pairs(event)),
        recipient=any(_any(ours, targets) for event in events for _, ours in pairs(event))
        if targets
        else None,
        dyad=any(dyads),
        ours=tuple(map(shown, events)),
    )


def event_type(name: str) -> str:
    return TYPES.get(name, name)


def pairs(event: Event) -> list[tuple[Party | None, Party | None]]:
    """Every actor with every recipient; among equals everyone with every other."""
    if event.reciprocal:
        return list(permutations(event.actors, 2))
    return list(product(event.actors or (None,), event.recipients or (None,)))


def _has_dyad(event: Event, row: dict[str, Any]) -> bool:
    sources, targets = row["sources"], row["targets"]
    wanted = list(product(sources or [None], targets or [None]))
    if len(sources) > 1 and not targets:
        wanted = list(permutations(sources, 2))
    if row["reciprocal"]:
        wanted += [(b, a) for a, b in wanted]
    return any(
        is_same(ours[0], gold[0]) and is_same(ours[1], gold[1])
        for ours, gold in product(pairs(event), wanted)
    )


def _any(ours: Party | None, gold: list[dict[str, Any]]) -> bool:
    return any(is_same(ours, each) for each in gold or [None])


def is_same(ours: Party | None, gold: dict[str, Any] | None) -> bool:
    """By country; an organisation's code matches any organisation; a party of ours without a country
    matches where its words and the gold record's overlap."""
    if ours is None or gold is None:
        return ours is None and gold is None
    code = COUNTRIES.get(gold["code"], gold["code"])
    if ours.country:
        return ours.country == code
    of = ours.office.of if ours.office else ours.id or ""
    if code in ORGANISATIONS and (ours.kind == "organisation" or of.startswith("org:")):
        return True
    return bool(_heads(ours.text) & _heads(gold["text"]))


def _heads(text: str) -> set[str]:
    words = re.findall(r"[\w'-]+", text.lower())
    return {word.removesuffix("'s").rstrip("s") for word in words} - NO_HEADS


def shown(event: Event) -> str:
    """ "ACCUSE(RUS > USA)" """
    actors, recipients = (
        "+".join(p.country or p.name for p in side) for side in (event.actors, event.recipients)
    )
    sign = "=" if event.reciprocal else ">"
    return f"{event.event_type}({actors} {sign} {recipients}: {event.trigger.text})"


def _measures(outcomes: list[Outcome], half: int | None) -> list[Measure]:
    chosen = [o for o in outcomes if half is None or o.line % 2 == half]
    name = "gold records" + ("" if half is None else (", even lines", ", odd lines")[half])
    told = sum(len(o.told) for o in chosen)
    with_recipient = [o.recipient for o in chosen if o.recipient is not None]

    def share(hits: int, of: int) -> float:
        return hits / max(of, 1)

    total = len(chosen)
    found = {
        "event recall": share(sum(o.event for o in chosen), total),
        "actor recall": share(sum(o.actor for o in chosen), total),
        "recipient recall": share(sum(map(bool, with_recipient)), len(with_recipient)),
        "dyad recall": share(sum(o.dyad for o in chosen), total),
        "event + dyad recall": share(sum(o.matching > 0 for o in chosen), total),
        "strict precision": share(sum(o.matching for o in chosen), told),
    }
    notes = {"strict precision": f"of {told} events", "event recall": f"{total} records"}
    return [
        Measure(
            f"{name}: {each}",
            value,
            FLOORS.get(each) if half is None else None,
            notes.get(each, ""),
        )
        for each, value in found.items()
    ]


def confusion(outcomes: Sequence[Outcome]) -> str:
    """A line for each gold type: found, and what was told in its place where it was not."""
    lines = []
    for wanted in sorted({o.wanted for o in outcomes}):
        chosen = [o for o in outcomes if o.wanted == wanted]
        instead = Counter(t for o in chosen if not o.event for t in dict.fromkeys(o.told))
        silent = sum(not o.told for o in chosen)
        others = "  ".join(f"{name} {count}" for name, count in instead.most_common())
        right = sum(o.event for o in chosen)
        lines.append(f"{wanted:<10} {right:>3} of {len(chosen):<3} silent {silent:<3} {others}")
    return "\n".join(lines)


def worst(outcomes: Sequence[Outcome], count: int = WORST) -> list[Outcome]:
    """The records of which least was found, among those that may be read."""
    missed = [o for o in outcomes if o.line % 2 == 0 and not o.matching]
    return sorted(missed, key=lambda o: (o.event + o.dyad + o.actor, o.line))[:count]


def main() -> None:
    outcomes = list(score())
    print(confusion(outcomes))
    for outcome in worst(outcomes):
        print(f"\n{outcome.line} {outcome.wanted}: {outcome.text}\n  {'; '.join(outcome.ours)}")


if __name__ == "__main__":
    main()
