from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.listing import Asked, Choice, show
from dragoman.cli.spread import spread


@spread
def quotes(
    asked: Asked,
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="X",
            help="Only words of X: a person, a state (its leaders too) or an organisation.",
        ),
    ] = None,
) -> None:
    """List quotations: who said what, to whom, about whom.

    [bold]Examples[/bold]

      dragoman quotes TUR

      dragoman quotes --speaker Poutine --since 2024 --json
    """
    show(Choice("quotation", asked, speaker=speaker), title="Quotations")
