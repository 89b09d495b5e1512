from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.listing import Asked, Choice, show
from dragoman.cli.options import valid
from dragoman.cli.spread import spread


def _status(typed: str) -> str:
    from dragoman.records import VisitStatus

    return valid(typed.lower(), VisitStatus, "status of a visit")


@spread
def visits(
    asked: Asked,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=_status,
            metavar="WORD",
            help="made, ongoing, planned, cancelled, postponed or possible; may be given again.",
        ),
    ] = None,
) -> None:
    """List visits and meetings: who came to whom, as what, and whether it came about.

    [bold]Examples[/bold]

      dragoman visits KAZ --since 2024

      dragoman visits RUS CHN --status made --json
    """
    show(Choice("visit", asked, statuses=status or ()), title="Visits")
