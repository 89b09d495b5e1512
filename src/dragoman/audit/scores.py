"""What a filled sheet says of the claims that it was drawn from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from dragoman.audit.verdicts import FILLED, Verdict

Z = 1.959964
"""Standard deviations on either side of the middle 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Precision:
    """How many of the judged are right, with Wilson's 95 % interval; null where none is judged."""

    name: str
    judged: int
    right: int
    unsure: int

    @property
    def value(self) -> float | None:
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        return wilson(self.right, self.judged) if self.judged else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two people agree on a column over the claims that both judged. Cohen's kappa is null
    where chance alone would make them agree on all."""

    name: str
    both: int
    same: int
    kappa: float | None


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score; `judged` is at least 1."""
    share = right / judged
    scale = 1 + Z**2 / judged
    middle = (share + Z**2 / (2 * judged)) / scale
    half = Z * sqrt(share * (1 - share) / judged + Z**2 / (4 * judged**2)) / scale
    # At the ends it is 0 and 1 but for the rounding of floats.
    low = 0.0 if right == 0 else max(middle - half, 0.0)
    return low, 1.0 if right == judged else min(middle + half, 1.0)


def by_kind(verdicts: Iterable[Verdict]) -> list[Precision]:
    """Of all claims, then by kind of claim, then by type of event, the most frequent first."""
    verdicts = list(verdicts)
    return [
        _precision("all", verdicts, "right"),
        *_groups(verdicts, lambda verdict: verdict.type),
        *_groups(verdicts, lambda v: v.event_type and f"event {v.event_type}"),
    ]


def by_part(verdicts: Iterable[Verdict]) -> list[Precision]:
    """Of the parts of a claim that somebody judged: parties, kind, modality, date."""
    verdicts = list(verdicts)
    parts = [_precision(name, verdicts, name) for name in FILLED if name != "right"]
    return [part for part in parts if part.judged or part.unsure]


def agreement(first: Sequence[Verdict], second: Sequence[Verdict]) -> list[Agreement]:
    """How far two people agree, column by column; unsure is an answer like the others."""
    others = {verdict.claim: verdict for verdict in second}
    result = []
    for name in FILLED:
        pairs = [
            (one.answers[name], other.answers[name])
            for one in first
            if (other := others.get(one.claim)) and name in one.answers and name in other.answers
        ]
        if pairs:
            same = sum(a == b for a, b in pairs)
            result.append(Agreement(name, len(pairs), same, kappa(pairs)))
    return result


def kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two people's answers; null without any, and where each gave one and the same
    answer throughout."""
    if not pairs:
        return None
    total = len(pairs)
    observed = sum(a == b for a, b in pairs) / total
    answers = {answer for pair in pairs for answer in pair}
    chance = sum(
        sum(a == answer for a, _ in pairs) * sum(b == answer for _, b in pairs)
        for answer in answers
    ) / (total * total)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def _groups(verdicts: Sequence[Verdict], name: Callable[[Verdict], str | None]) -> list[Precision]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if key := name(verdict):
            groups.setdefault(key, []).append(verdict)
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    return [_precision(key, group, "right") for key, group in ranked]


def _precision(name: str, verdicts: Iterable[Verdict], column: str) -> Precision:
    answers = [verdict.answers.get(column) for verdict in verdicts]
    right = answers.count("yes")
    return Precision(name, right + answers.count("no"), right, answers.count("unsure"))
