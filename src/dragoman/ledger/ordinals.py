"""Ordinals held against the ledger: "the fourth visit since 2013", of which it knows three."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.ledger.happening import side
from dragoman.records import Fact, Visit

MADE = ("made", "ongoing")
HELD = ("asserted", "historical")


@dataclass(frozen=True)
class Counted:
    """The visit that is called the so-many-th, and how many the ledger knows up to it, itself included."""

    claim: Visit
    known: int


def counted(claims: Iterable[Visit], visits: Sequence[Fact]) -> Iterator[Counted]:
    """Each claim with an ordinal, and how many of `visits`, the ledger's facts, are of the same visitors to
    the same host, made up to its day and not before the year or day from which it is counted.

    A claim without a host or a known visitor is passed over: there is nothing to count.
    """
    for claim in claims:
        if claim.ordinal is None or claim.host is None or not claim.visitors:
            continue
        who, whom = {side(p) for p in claim.visitors}, side(claim.host)
        until = claim.when.end or claim.when.start
        days = {
            fact.id
            for fact in visits
            if fact.status in MADE
            and fact.modality in HELD
            and who & {side(p) for p in fact.leading}
            and whom in {side(p) for p in fact.facing}
            and _within(fact, claim.counted_since, until)
        }
        yield Counted(claim, len(days))


def _within(fact: Fact, since: str | None, until: date | None) -> bool:
    start = fact.when.start or fact.when.end
    if start is None:
        return False
    if until is not None and start > until:
        return False
    return since is None or start.isoformat()[: len(since)] >= since
