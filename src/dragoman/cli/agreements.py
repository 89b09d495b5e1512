from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.listing import Asked, Choice, show
from dragoman.cli.options import valid
from dragoman.cli.spread import spread


def _status(typed: str) -> str:
    from dragoman.records import AgreementStatus

    return valid(typed.lower().replace(" ", "_"), AgreementStatus, "status of an agreement")


@spread
def agreements(
    asked: Asked,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=_status,
            metavar="WORD",
            help="proposed, negotiating, agreed, signed, ratified, in_force, implementing, "
            "suspended, terminated, violated or rejected; may be given again.",
        ),
    ] = None,
) -> None:
    """List agreements: between whom, on what, for how much, and how far they have come.

    [bold]Examples[/bold]

      dragoman agreements CHN RUS --status signed

      dragoman agreements OTAN --since 2024-03 --json
    """
    show(Choice("agreement", asked, statuses=status or ()), title="Agreements")
