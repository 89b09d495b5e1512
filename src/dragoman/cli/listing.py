"""What every list command does: choose, show, and say what stands behind it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import typer

from dragoman.cli.options import (
    DEFAULT_LEDGER,
    AsCsv,
    AsJson,
    LedgerFile,
    Limit,
    Modalities,
    Parties,
    Since,
    Until,
)
from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.ledger import Ledger, Query
    from dragoman.records import ClaimType, EventType, Modality

TABLE_LIMIT = 50
"""How many claims a table shows unless `--limit` says otherwise."""


@dataclass(frozen=True)
class Asked:
    """The options of every list command."""

    parties: Parties = None
    modality: Modalities = None
    since: Since = None
    until: Until = None
    limit: Limit = None
    as_json: AsJson = False
    as_csv: AsCsv = False
    ledger: LedgerFile = DEFAULT_LEDGER


@dataclass(frozen=True)
class Choice:
    """What was typed: parties and a speaker as names, the rest as `Query` has it."""

    kind: ClaimType
    asked: Asked
    speaker: str | None = None
    statuses: Sequence[str] = ()
    event_types: Sequence[str] = ()


def show(choice: Choice, *, title: str) -> None:
    """Print the chosen claims as a table, as JSON lines or as CSV.

    How many claims, articles and origins stand behind them is in the table's foot, or else on
    standard error. Raises LedgerError and NotFound.
    """
    asked = choice.asked
    check(as_json=asked.as_json, as_csv=asked.as_csv, since=asked.since, until=asked.until)
    from dragoman.ledger import open_ledger

    with open_ledger(asked.ledger, write=False) as ledger:
        query = _query(ledger, choice)
        if asked.as_json or asked.as_csv:
            _print_all(ledger, query, choice.kind, limit=asked.limit, as_json=asked.as_json)
        else:
            _print_table(ledger, query, title, limit=asked.limit or TABLE_LIMIT)


def check(*, as_json: bool, as_csv: bool, since: date | None, until: date | None) -> None:
    """Raise BadParameter for options that do not go together."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv do not go together")
    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is after --until {until}")


def _query(ledger: Ledger, choice: Choice) -> Query:
    from dragoman.ledger import Query

    asked = choice.asked
    names = asked.parties or ()
    if len(names) > 2:
        raise typer.BadParameter("one party or two can be asked for, not more")
    parties = tuple(ledger.party(name) for name in names)
    if len(parties) == 2 and parties[0] == parties[1]:
        raise typer.BadParameter(f"both parties are {parties[0].name}")
    return Query(
        types=(choice.kind,),
        parties=parties,
        speaker=ledger.party(choice.speaker) if choice.speaker else None,
        since=asked.since,
        until=asked.until,
        modalities=cast("tuple[Modality, ...]", tuple(asked.modality or ())),
        statuses=tuple(choice.statuses),
        event_types=cast("tuple[EventType, ...]", tuple(choice.event_types)),
    )


def _print_all(
    ledger: Ledger, query: Query, kind: ClaimType, *, limit: int | None, as_json: bool
) -> None:
    from dragoman.cli.counted import footer
    from dragoman.cli.json_lines import in_utf8, print_line

    in_utf8()
    found = ledger.find(query, limit=limit)
    if as_json:
        shown = 0
        for shown, one in enumerate(found, start=1):  # noqa: B007 (counted for the foot)
            print_line(one.claim.model_dump_json())
    else:
        from dragoman.cli.tables import csv_rows

        shown = csv_rows.write(sys.stdout, csv_rows.header(kind), map(csv_rows.row, found))
    sys.stdout.flush()
    tell(footer(ledger.standing(query), shown))


def _print_table(ledger: Ledger, query: Query, title: str, *, limit: int) -> None:
    from dragoman.cli.counted import footer
    from dragoman.cli.tables.claims import claim_table
    from dragoman.cli.tables.console import console

    claims = [found.claim for found in ledger.find(query, limit=limit)]
    if query.parties:
        title = f"{title}: {' and '.join(party.name for party in query.parties)}"
    foot = footer(ledger.standing(query), len(claims))
    out = console()
    out.print(claim_table(title, claims, width=out.width, foot=foot))
