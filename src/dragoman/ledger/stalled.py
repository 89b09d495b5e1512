"""Agreements on which nothing more was heard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from dragoman.records import Fact

OPEN = ("proposed", "negotiating", "agreed", "signed", "suspended")
"""Statuses after which something more is to come: a signed treaty is to be ratified or carried out."""


def stalled(found: Iterable[Fact], *, on: date, quiet: timedelta) -> Iterator[Fact]:
    """Those that had not come further when last heard of, for longer than `quiet` before the day `on`.

    What was only possible, or denied, is none; nor is what was first heard of after that day.
    """
    for fact in found:
        reported = [step.reported for step in fact.life if step.reported and step.reported <= on]
        waiting = fact.status in OPEN and fact.modality not in ("denied", "possible")
        if waiting and reported and on - max(reported) > quiet:
            yield fact
