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
)


def quotes(
    parties: Parties = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="X",
            help="Only words of X: a person, a state (its leaders too) or an organisation.",
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
    """List quotations: who said what, to whom, about whom.

    [bold]Examples[/bold]

      dragoman quotes TUR

      dragoman quotes --speaker Poutine --since 2024 --json
    """
    from dragoman.cli.listing import Choice, show

    choice = Choice(
        "quotation",
        parties=parties or (),
        speaker=speaker,
        modalities=modality or (),
        since=since,
        until=until,
    )
    show(choice, title="Quotations", place=ledger, as_json=as_json, as_csv=as_csv, limit=limit)
