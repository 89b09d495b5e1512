from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer

from dragoman.cli.days import one_day
from dragoman.cli.listing import Asked, Choice, Stall, show
from dragoman.cli.options import several, valid
from dragoman.cli.rates import currency, rate
from dragoman.cli.spread import spread

STALLED = "stalled"
QUIET_DAYS = 180


def _status(typed: str) -> str:
    from dragoman.records import AgreementStatus

    if typed == STALLED:
        return typed
    return valid(typed.replace(" ", "_"), AgreementStatus, "status of an agreement")


@spread
def agreements(
    asked: Asked,
    status: Annotated[
        list[str] | None,
        typer.Option(
            parser=lambda typed: several(typed, _status),
            metavar="WORD[,WORD]",
            help="proposed, negotiating, agreed, signed, ratified, in_force, implementing, "
            "suspended, terminated, violated or rejected; or stalled: not come further for --quiet "
            "days. May be given again.",
        ),
    ] = None,
    quiet: Annotated[
        int,
        typer.Option(min=1, metavar="DAYS", help="How long nothing was heard of a stalled one."),
    ] = QUIET_DAYS,
    on: Annotated[
        date | None,
        typer.Option(
            parser=one_day, metavar="DAY", help="The day up to which nothing was heard; today."
        ),
    ] = None,
    rates: Annotated[
        list[str] | None,
        typer.Option(
            "--rate",
            metavar="CUR=N@DAY",
            help="What one unit of a currency was worth, and on which day: sums are then also told "
            "in one currency. May be given again.",
        ),
    ] = None,
    into: Annotated[
        str,
        typer.Option("--in", parser=currency, metavar="CUR", help="The currency of the rates."),
    ] = "USD",
) -> None:
    """List agreements: between whom, on what, for how much, and how far they have come.

    Values stand in their own currency. How many agreements there are and what they are worth is told
    below, each counted once however many articles tell of it.

    [bold]Examples[/bold]

      dragoman agreements CHN RUS --status signed,stalled

      dragoman agreements OTAN --since 2024-03 --json

      dragoman agreements IND --rate EUR=1.08@2026-01-02 --rate INR=0.012@2026-01-02
    """
    statuses = [word for typed in status or () for word in typed.split(",")]
    choice = Choice(
        "agreement",
        asked,
        statuses=[word for word in statuses if word != STALLED],
        stalled=Stall(on or date.today(), timedelta(quiet)) if STALLED in statuses else None,
        rates=[rate(typed, into) for typed in rates or ()],
    )
    show(choice, title="Agreements")
