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
    from dragoman.records import AgreementStatus

    return valid(typed.lower().replace(" ", "_"), AgreementStatus, "status of an agreement")


def agreements(
    parties: Parties = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=_status,
            metavar="WORD",
            help="proposed, negotiating, agreed, signed, ratified, in_force, implementing, "
            "suspended, terminated, violated or rejected; may be given again.",
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
    """List agreements: between whom, on what, for how much, and how far they have come.

    [bold]Examples[/bold]

      dragoman agreements CHN RUS --status signed

      dragoman agreements OTAN --since 2024-03 --json
    """
    from dragoman.cli.listing import Choice, show

    choice = Choice(
        "agreement",
        parties=parties or (),
        statuses=status or (),
        modalities=modality or (),
        since=since,
        until=until,
    )
    show(choice, title="Agreements", place=ledger, as_json=as_json, as_csv=as_csv, limit=limit)
