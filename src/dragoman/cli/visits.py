from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.listing import Asked, Choice, show
from dragoman.cli.options import several, valid
from dragoman.cli.spread import spread


def _status(typed: str) -> str:
    from dragoman.records import VisitStatus

    return valid(typed, VisitStatus, "status of a visit")


@spread
def visits(
    asked: Asked,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=lambda typed: several(typed, _status),
            metavar="WORD[,WORD]",
            help="made, ongoing, planned, cancelled, postponed or possible; may be given again.",
        ),
    ] = None,
) -> None:
    """List visits and meetings: who came to whom, as what, and whether it came about.

    Where a page counts them ("the fourth visit since 2013"), how many of them the ledger knows stands
    beside it.

    [bold]Examples[/bold]

      dragoman visits KAZ --since 2024

      dragoman visits RUS CHN --status made,ongoing --json
    """
    statuses = [word for typed in status or () for word in typed.split(",")]
    show(Choice("visit", asked, statuses=statuses), title="Visits")
