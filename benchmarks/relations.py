"""The event between two marked parties: `dragoman.relate` and the model that it asks.

    python -m benchmarks relations
    python -m benchmarks.relations    the confusion of types and the twenty worst misses too

`relations_plv_en`: macro-F1 of the fifteen root events (CONCEDE and RETREAT count as one) and of the four
quads. What is trained is measured by cross-validation in five parts, so that no sentence is judged by
a model that learnt from it; our own sentences are always learnt from. `by kin` keeps sentences that
share much of their wording in one part. `own sentences alone` learns from nothing else, which tells what
is general. The halves are the sentences of even and of odd number: only even ones were ever read by
those who wrote the lexicon.

`relations_fr`: sentences of our own in French, written before the rules, which nothing is trained on.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from training.marked import bracketed

from benchmarks.measure import Measure, f1
from dragoman.coding.pair_marks import merged
from dragoman.coding.pair_model import likeliest
from dragoman.coding.relate import decide, relate
from dragoman.languages.lexicon import NO_EVENT
from dragoman.ontology import plover

if TYPE_CHECKING:
    from training.relations import Row

FLOORS = {
    "root": 0.82,
    "quad": 0.92,
    "own root": 0.76,
    "own quad": 0.88,
    "fr root": 0.89,
    "fr quad": 0.92,
}
FRENCH = Path(__file__).with_name("relations_fr.toml")
PARTS = 5
ALIKE = 0.3  # of two sentences' threes of words, shared: kin
SEED = 1815
TYPES = sorted({merged(name) for name in plover.plover().events})
QUAD = {merged(name): event.quad for name, event in plover.plover().events.items()}
WORST = 20


class Answer(NamedTuple):
    text: str
    gold: str
    told: str
    by: str
    probability: float


def run() -> list[Measure]:
    return [*_english()[0], *_french()[0]]


def macro(gold: Sequence[object], told: Sequence[object], labels: Iterable[object]) -> float:
    """The mean of the labels' F1."""
    scores = []
    for label in labels:
        right = sum(g == t == label for g, t in zip(gold, told, strict=True))
        scores.append(f1(right, list(told).count(label), list(gold).count(label))[2])
    return sum(scores) / len(scores)


def _measures(
    name: str, answers: Sequence[Answer], root: float | None = None, quad: float | None = None
) -> list[Measure]:
    halves = " / ".join(f"{_root(answers[half::2]):.3f}" for half in (0, 1))
    right = sum(a.gold == a.told for a in answers) / len(answers)
    gold, told = ([QUAD.get(side) for side in sides] for sides in _sides(answers))
    return [
        Measure(f"{name}, root", _root(answers), root, f"halves {halves}, right {right:.3f}"),
        Measure(f"{name}, quad", macro(gold, told, (1, 2, 3, 4)), quad),
    ]


def _sides(answers: Sequence[Answer]) -> tuple[list[str], list[str]]:
    return [a.gold for a in answers], [a.told for a in answers]


def _root(answers: Sequence[Answer]) -> float:
    return macro(*_sides(answers), TYPES)


def _english() -> tuple[list[Measure], list[Answer]]:
    """The figures, and the answers of frames and model together."""
    from training.marked import development, own
    from training.relations import Space, rows_of, train

    marked = development()
    rows = rows_of([*marked, *own()])
    space = Space(rows)
    count = len(marked)
    ours = list(range(count, len(rows)))

    def unseen(part_of: Sequence[int]) -> list[dict[str, float]]:
        """How likely each event of each sentence is to a model that has not learnt from its part."""
        found: dict[int, dict[str, float]] = {}
        for part in sorted(set(part_of)):
            learnt = [i for i in range(count) if part_of[i] != part]
            model = train(space, rows, [*learnt, *ours])
            asked = (i for i in range(count) if part_of[i] == part)
            found.update((i, model.likely(rows[i].marks)) for i in asked)
        return [found[i] for i in range(count)]

    frames = [
        Answer(row.marked.text, row.marked.event_type, told, "lexicon", 1.0)
        for row in rows[:count]
        for told in [merged(row.told[0].event_type) if row.told else NO_EVENT]
    ]
    shuffled = unseen(_parts([[i] for i in range(count)]))
    kin = unseen(_parts(_kin([one.text for one in marked])))
    together = _together(rows, shuffled)
    return [
        *_measures("plv, lexicon alone", frames),
        *_measures("plv, model alone", _alone(rows, shuffled)),
        *_measures("plv, relate", together, FLOORS["root"], FLOORS["quad"]),
        Measure(
            "plv, share that the lexicon decides",
            sum(a.by == "lexicon" for a in together) / count,
        ),
        *_measures("plv, relate by kin", _together(rows, kin)),
        *_measures(
            "plv, relate, own sentences alone",
            _together(rows, unseen([0] * count)),
            FLOORS["own root"],
            FLOORS["own quad"],
        ),
    ], together


def _together(rows: Sequence[Row], likely: Sequence[dict[str, float]]) -> list[Answer]:
    answers = []
    for row, each in zip(rows, likely, strict=False):
        decision = decide(row.told, each)
        told = merged(decision.event_type or NO_EVENT)
        gold = merged(row.marked.event_type)
        answers.append(Answer(row.marked.text, gold, told, decision.by, decision.probability))
    return answers


def _alone(rows: Sequence[Row], likely: Sequence[dict[str, float]]) -> list[Answer]:
    answers = []
    for row, each in zip(rows, likely, strict=False):
        best = likeliest(each)
        gold = merged(row.marked.event_type)
        answers.append(Answer(row.marked.text, gold, merged(best), "model", each[best]))
    return answers


def _parts(groups: Sequence[Sequence[int]]) -> list[int]:
    """For each number of the groups one of five parts, whole groups together."""
    order = list(groups)
    random.Random(SEED).shuffle(order)
    part_of: dict[int, int] = {}
    sizes = [0] * PARTS
    for group in sorted(order, key=len, reverse=True):
        part = sizes.index(min(sizes))
        sizes[part] += len(group)
        part_of.update(dict.fromkeys(group, part))
    return [part_of[i] for i in range(len(part_of))]


def _kin(texts: Sequence[str]) -> list[list[int]]:
    """Numbers of the texts in groups: those that share much of their wording are in one."""
    leader = list(range(len(texts)))

    def top(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    shingles = [_threes(text) for text in texts]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, shingle in enumerate(shingles):
        shared = Counter(j for three in shingle for j in holders[three])
        for j, common in shared.items():
            if common >= ALIKE * min(len(shingle), len(shingles[j])):
                leader[top(i)] = top(j)
        for three in shingle:
            holders[three].append(i)
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(texts)):
        groups[top(i)].append(i)
    return list(groups.values())


def _threes(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + 3]) for i in range(max(len(words) - 2, 1))}


def _french() -> tuple[list[Measure], list[Answer]]:
    answers = []
    for gold, sentences in tomllib.loads(FRENCH.read_text("utf-8")).items():
        for sentence in sentences:
            one = bracketed(sentence, gold, "fr")
            event = relate(one.text, one.actor, one.recipient, language="fr")
            told = merged(event.event_type) if event else NO_EVENT
            by, sure = (event.decided_by, event.confidence) if event else ("model", 0.0)
            answers.append(Answer(sentence, merged(gold), told, by, sure))
    return _measures("relations_fr, relate", answers, FLOORS["fr root"], FLOORS["fr quad"]), answers


def show(answers: Sequence[Answer]) -> None:
    """The confusion of types, and the misses that were surest of themselves."""
    found = Counter((a.gold, a.told) for a in answers)
    columns = [*TYPES, NO_EVENT]
    print(" " * 10 + " ".join(f"{name[:4]:>4}" for name in columns))
    for gold in TYPES:
        print(f"{gold:<10}" + " ".join(f"{found[gold, told] or '.':>4}" for told in columns))
    misses = sorted((a for a in answers if a.gold != a.told), key=lambda a: -a.probability)
    for a in misses[:WORST]:
        print(f"{a.gold} told as {a.told} by the {a.by}, {a.probability:.2f}: {a.text[:200]}")


if __name__ == "__main__":
    show(_english()[1][::2])  # the half that is read
    show(_french()[1])
