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


def _event_type(typed: str) -> str:
    from dragoman.records import EventType

    return valid(typed.upper(), EventType, "event type")


def events(
    parties: Parties = None,
    event_types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            parser=_event_type,
            metavar="TYPE",
            help="One of PLOVER's event types (AGREE, SANCTION, ...); may be given again.",
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
    """List events: what was done, with to whom, and what was announced, wished or denied.

    [bold]Examples[/bold]

      dragoman events CHN RUS --since 2024

      dragoman events Brésil --type SANCTION --modality asserted --csv > sanctions.csv
    """
    from dragoman.cli.listing import Choice, show

    choice = Choice(
        "event",
        parties=parties or (),
        event_types=event_types or (),
        modalities=modality or (),
        since=since,
        until=until,
    )
    show(choice, title="Events", place=ledger, as_json=as_json, as_csv=as_csv, limit=limit)
