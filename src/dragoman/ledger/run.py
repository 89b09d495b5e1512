"""Runs: who added what, with which version and settings."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.ledger.schema import readings, runs


@dataclass(frozen=True)
class Run:
    """One `add`: `started` and `finished` are moments (ISO 8601, UTC); `finished` is null for one
    that was cut short. `articles` is how many it read."""

    id: int
    coder: str | None
    settings: str
    started: str
    finished: str | None
    articles: int


def all_runs(connection: Connection) -> list[Run]:
    """Every run that wrote something, oldest first."""
    counted = (
        select(readings.c.run_id, func.count().label("articles"))
        .group_by(readings.c.run_id)
        .subquery()
    )
    found = connection.execute(
        select(runs, counted.c.articles)
        .join(counted, counted.c.run_id == runs.c.id)
        .order_by(runs.c.id)
    ).mappings()
    return [Run(**row) for row in found]
