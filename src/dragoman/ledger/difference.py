"""What a newer coder reads otherwise: two runs over the same articles, claim by claim."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from dragoman.errors import NotFound
from dragoman.ledger import rows
from dragoman.ledger.schema import claims, readings, runs
from dragoman.records import AnyClaim


@dataclass(frozen=True)
class Change:
    """One claim on which two runs differ. `lost`: only the first has it; `found`: only the second;
    `changed`: both have it, and `fields` say what is otherwise, as (first's value, second's)."""

    what: Literal["lost", "found", "changed"]
    claim: AnyClaim
    fields: dict[str, tuple[Any, Any]]


# What differs between any two coders, and says nothing of the reading.
_UNTOLD = ("coder", "confidence")


def difference(connection: Connection, first: int, second: int, *, place: str) -> Iterator[Change]:
    """The changes in all articles that both runs read, article by article, in the order of the text.

    Raises NotFound for a run that is not there.
    """
    for run in (first, second):
        if connection.execute(select(runs.c.id).where(runs.c.id == run)).first() is None:
            known = connection.execute(select(runs.c.id).order_by(runs.c.id)).scalars().all()
            listed = ", ".join(map(str, known[-20:])) or "none"
            raise NotFound(f"the ledger has no run {run}; it has {listed}")
    mine, theirs = _readings(connection, first), _readings(connection, second)
    for article in sorted(set(mine) & set(theirs)):
        old = _claims(connection, mine[article], place)
        new = _claims(connection, theirs[article], place)
        for id, claim in sorted(
            {**old, **new}.items(), key=lambda pair: (pair[1].evidence.start, pair[0])
        ):
            if id not in new:
                yield Change("lost", claim, {})
            elif id not in old:
                yield Change("found", claim, {})
            elif fields := _fields(old[id], new[id]):
                yield Change("changed", new[id], fields)


def _readings(connection: Connection, run: int) -> dict[str, int]:
    """The reading that a run made last of each article."""
    found = connection.execute(
        select(readings.c.article_id, readings.c.id)
        .where(readings.c.run_id == run)
        .order_by(readings.c.id)
    )
    return {row.article_id: row.id for row in found}


def _claims(connection: Connection, reading: int, place: str) -> dict[str, AnyClaim]:
    found = connection.execute(
        select(claims.c.id, claims.c.record).where(claims.c.reading_id == reading)
    )
    return {row.id: rows.claim_from_row(row.record, place=place) for row in found}


def _fields(old: AnyClaim, new: AnyClaim) -> dict[str, tuple[Any, Any]]:
    before, after = (json.loads(claim.model_dump_json()) for claim in (old, new))
    return {
        name: (before.get(name), after.get(name))
        for name in sorted({*before, *after} - set(_UNTOLD))
        if before.get(name) != after.get(name)
    }
