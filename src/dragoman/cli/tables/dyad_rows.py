"""A dyad as JSON and as rows for a spreadsheet."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dragoman.cli.tables.csv_rows import Cell
from dragoman.ledger import Dyad, Whom

HEADER = (
    "first",
    "second",
    "direction",
    "type",
    "event_type",
    "quad",
    "status",
    "modality",
    "facts",
)


def rows(dyad: Dyad) -> Iterator[list[Cell]]:
    """One row a kind of fact; `direction` is forth (first to second), back or mutual."""
    for count in dyad.counts:
        yield [
            dyad.first.key,
            dyad.second.key,
            count.direction,
            count.type,
            count.event_type,
            count.quad,
            count.status,
            count.modality,
            count.facts,
        ]


def json_text(dyad: Dyad) -> str:
    """The dyad as one JSON object on one line."""
    contact = dyad.last_contact
    told = {
        "first": _party(dyad.first),
        "second": _party(dyad.second),
        "since": dyad.since,
        "until": dyad.until,
        "counts": [dict(zip(HEADER[2:], row[2:], strict=True)) for row in rows(dyad)],
        "types": _nested(dyad.types()),
        "event_types": _nested(dyad.event_types()),
        "agreements": _nested(dyad.agreements()),
        "visits": _nested(dyad.visits()),
        "last_contact": contact
        and {"day": contact.day, "claim": json.loads(contact.claim.model_dump_json())},
        "claims": dyad.standing.claims,
        "articles": dyad.standing.articles,
        "origins": dyad.standing.origins,
        "undated": dyad.standing.undated,
    }
    return json.dumps(told, ensure_ascii=False, default=str)


def _party(whom: Whom) -> dict[str, str]:
    return {"id": whom.key, "kind": whom.kind, "name": whom.name}


def _nested(counter: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    nested: dict[str, Any] = {}
    for (what, modality), number in counter.items():
        nested.setdefault(what, {})[modality] = number
    return nested
