from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.listing import Asked, Choice, show
from dragoman.cli.options import valid
from dragoman.cli.spread import spread


def _event_type(typed: str) -> str:
    from dragoman.records import EventType

    return valid(typed.upper(), EventType, "event type")


@spread
def events(
    asked: Asked,
    event_types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            parser=_event_type,
            metavar="TYPE",
            help="One of PLOVER's event types (AGREE, SANCTION, ...); may be given again.",
        ),
    ] = None,
) -> None:
    """List events: what was done, with to whom, and what was announced, wished or denied.

    [bold]Examples[/bold]

      dragoman events CHN RUS --since 2024

      dragoman events Brésil --type SANCTION --modality asserted --csv > sanctions.csv
    """
    show(Choice("event", asked, event_types=event_types or ()), title="Events")
