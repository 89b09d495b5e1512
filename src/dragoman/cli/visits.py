from __future__ import annotations

from typing import Annotated

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
    valid,
)


def _status(typed: str) -> str:
    from dragoman.records import VisitStatus

    return valid(typed.lower(), VisitStatus, "status of a visit")


def visits(
    parties: Parties = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=_status,
            metavar="WORD",
            help="made, ongoing, planned, cancelled, postponed or possible; may be given again.",
        ),
    ] = None,
    modality: Modalities = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List visits and meetings: who came to whom, as what, and whether it came about.

    [bold]Examples[/bold]

      dragoman visits KAZ --since 2024

      dragoman visits RUS CHN --status made --json
    """
    from dragoman.cli.listing import Choice, show

    choice = Choice(
        "visit",
        parties=parties or (),
        statuses=status or (),
        modalities=modality or (),
        since=since,
        until=until,
    )
    show(choice, title="Visits", place=ledger, as_json=as_json, as_csv=as_csv, limit=limit)
