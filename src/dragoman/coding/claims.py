"""What every claim needs: evidence, date, identity."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from dragoman import __version__
from dragoman.analysis.document import Document, Sentence
from dragoman.analysis.times import TimeExpression
from dragoman.records import Evidence, Modality, Party, When, claim_id

CODER = f"dragoman {__version__}"
HISTORY = timedelta(days=365)


def evidence(document: Document, first: Sentence, last: Sentence | None = None) -> Evidence:
    """The passage from one sentence's start to another's end (the same one by default)."""
    end = (last or first).end
    return Evidence(
        article_id=document.article.id or None,  # a sentence read alone has no article
        start=first.start,
        end=end,
        text=document.text[first.start : end],
    )


def when(time: TimeExpression | None, document: Document) -> When:
    """The record of a time expression; without one all is null."""
    if time is None:
        return When()
    anchor = document.article.anchor
    reckoned = time.basis != "expression" and anchor is not None
    return When(
        start=time.start,
        end=time.end,
        precision=time.precision if time.start else "unknown",
        text=time.text,
        basis=anchor.basis if reckoned and anchor else "expression" if time.start else "none",
    )


def is_history(moment: When, document: Document) -> bool:
    """Whether a date lies over a year before the article."""
    return is_old(moment.end or moment.start, document)


def is_old(day: date | None, document: Document) -> bool:
    """Whether a day lies over a year before the article; false where either is unknown."""
    now = document.article.anchor.day if document.article.anchor else None
    return now is not None and day is not None and now - day > HISTORY


def keys(parties: Iterable[Party]) -> list[str]:
    return [party.key for party in parties]


def side_of(party: Party) -> str:
    """What a party counts for: its country, or itself where it has none."""
    return party.country or party.key


def sides_of(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(map(side_of, parties))


def unique(found: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in the order in which they stand."""
    return tuple({p.key: p for p in reversed(list(found))}.values())[::-1]


def identity(document: Document, kind: str, passage: Evidence, roles: dict[str, Any]) -> str:
    return claim_id(document.article.id or None, kind, passage, roles)


@cache
def settled(modality: Modality, *, historical: bool) -> Modality:
    """An asserted thing of over a year ago is historical; the rest stays what it is."""
    return "historical" if historical and modality == "asserted" else modality
