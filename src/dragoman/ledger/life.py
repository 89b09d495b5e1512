"""How far a fact has got, from what its claims say and when they were reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.records import Modality

# What a later step of the same day goes by: the last of these holds.
ORDER = {
    "agreement": (
        "proposed", "negotiating", "agreed", "signed", "ratified", "in_force", "implementing",
        "suspended", "violated", "rejected", "terminated",
    ),
    "visit": ("possible", "planned", "postponed", "cancelled", "ongoing", "made"),
}  # fmt: skip
HAPPENED = ("asserted", "historical")
NOT_YET = ("planned", "possible")


@dataclass(frozen=True, slots=True)
class Said:
    """What one claim says of a fact, without its words. `reported` is the day of its article,
    `origin` whose word that is; `position` its place among the claims of the fact."""

    claim_id: str
    modality: Modality
    status: str | None
    kind: str | None
    quad: int | None
    start: date | None
    end: date | None
    reported: date | None
    origin: str
    position: int


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a fact stands: `disputed` where some deny what others assert."""

    modality: Modality
    status: str | None
    kind: str | None
    quad: int | None
    start: date | None
    end: date | None
    disputed: bool
    origins: int


def reached(type: str, said: Sequence[Said]) -> Reached:
    """`said` holds one claim or more, in any order; the answer does not depend on it."""
    steps = in_order(type, said)
    held = [step for step in steps if step.modality != "denied"]
    denied = [step for step in steps if step.modality == "denied"]
    told = [s for s in held if s.modality in HAPPENED] or held or denied
    kind, quad = _commonest(told)
    start, end = narrowest(told)
    return Reached(
        modality=_modality(held, told),
        status=told[-1].status,
        kind=kind,
        quad=quad,
        start=start,
        end=end,
        disputed=bool(held and denied),
        origins=len({step.origin for step in (held or denied)}),
    )


def in_order(type: str, said: Sequence[Said]) -> list[Said]:
    """By the day that the claim tells of, or of its report; within a day by how far it has got."""
    ranks = {status: rank for rank, status in enumerate(ORDER.get(type, ()))}

    def place(step: Said) -> tuple[date, int, date, int]:
        reported = step.reported or date.min
        # What is still to come is as old as the announcement, not as its date.
        day = reported if step.modality in NOT_YET else min(step.end or reported, reported)
        if type == "visit":
            day = reported
        return day, ranks.get(step.status or "", 0), reported, step.position

    return sorted(said, key=place)


def narrowest(said: Sequence[Said]) -> tuple[date | None, date | None]:
    """The shortest interval that a claim gives; of equal ones the one that most origins give, then
    the first claim's."""
    votes: dict[tuple[date, date], set[str]] = {}
    first: dict[tuple[date, date], int] = {}
    for one in said:
        start, end = one.start or one.end, one.end or one.start
        if start is None or end is None:
            continue
        votes.setdefault((start, end), set()).add(one.origin)
        first[start, end] = min(one.position, first.get((start, end), one.position))
    if not votes:
        return None, None
    return min(votes, key=lambda days: (days[1] - days[0], -len(votes[days]), first[days]))


def _modality(held: Sequence[Said], told: Sequence[Said]) -> Modality:
    if not held:
        return "denied"
    modalities = {step.modality for step in told}
    if "asserted" in modalities:
        return "asserted"
    if "historical" in modalities:
        return "historical"
    return told[-1].modality


def _commonest(said: Sequence[Said]) -> tuple[str | None, int | None]:
    """The kind that most origins give, with its quad; of equal ones the first claim's."""
    votes: dict[tuple[str | None, int | None], set[str]] = {}
    first: dict[tuple[str | None, int | None], int] = {}
    for one in said:
        votes.setdefault((one.kind, one.quad), set()).add(one.origin)
        first.setdefault((one.kind, one.quad), one.position)
    return min(votes, key=lambda kind: (-len(votes[kind]), first[kind]))
