"""What every list command does: choose, show, and say what stands behind it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

import typer

from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.ledger import Ledger, Query
    from dragoman.records import ClaimType, EventType, Modality

TABLE_LIMIT = 50
"""How many claims a table shows unless `--limit` says otherwise."""


@dataclass(frozen=True)
class Choice:
    """What was typed: parties and a speaker as names, the rest as `Query` has it."""

    kind: ClaimType
    parties: Sequence[str] = ()
    speaker: str | None = None
    since: date | None = None
    until: date | None = None
    modalities: Sequence[str] = ()
    statuses: Sequence[str] = ()
    event_types: Sequence[str] = ()


def show(
    choice: Choice, *, title: str, place: str, as_json: bool, as_csv: bool, limit: int | None
) -> None:
    """Print the chosen claims as a table, as JSON lines or as CSV.

    How many claims, articles and origins stand behind them is in the table's foot, or else on
    standard error. Raises LedgerError and NotFound.
    """
    check(as_json=as_json, as_csv=as_csv, since=choice.since, until=choice.until)
    from dragoman.ledger import open_ledger

    with open_ledger(place, write=False) as ledger:
        query = _query(ledger, choice)
        if as_json or as_csv:
            _print_all(ledger, query, choice.kind, limit=limit, as_json=as_json)
        else:
            _print_table(ledger, query, title, limit=limit or TABLE_LIMIT)


def check(*, as_json: bool, as_csv: bool, since: date | None, until: date | None) -> None:
    """Raise BadParameter for options that do not go together."""
    if as_json and as_csv:
        raise typer.BadParameter("--json and --csv do not go together")
    if since and until and since > until:
        raise typer.BadParameter(f"--since {since} is after --until {until}")


def _query(ledger: Ledger, choice: Choice) -> Query:
    from dragoman.ledger import Query

    if len(choice.parties) > 2:
        raise typer.BadParameter("one party or two can be asked for, not more")
    parties = tuple(ledger.party(name) for name in choice.parties)
    if len(parties) == 2 and parties[0] == parties[1]:
        raise typer.BadParameter(f"both parties are {parties[0].name}")
    return Query(
        types=(choice.kind,),
        parties=parties,
        speaker=ledger.party(choice.speaker) if choice.speaker else None,
        since=choice.since,
        until=choice.until,
        modalities=cast("tuple[Modality, ...]", tuple(choice.modalities)),
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
