"""Options that several commands share, with their words of help."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, get_args

import typer

from dragoman.cli.days import first_day, last_day, one_day
from dragoman.errors import one_of

DEFAULT_LEDGER = "dragoman.db"

_CHOOSING, _OUTPUT = "Choice", "Output"


def modality(typed: str) -> str:
    """A modality, or BadParameter that lists them."""
    from dragoman.records import Modality

    return valid(typed.lower(), Modality, "modality")


def valid(typed: str, literal: Any, what: str) -> str:
    """`typed` where it is one of the values of a `Literal` type; else BadParameter lists them."""
    if typed not in get_args(literal):
        raise typer.BadParameter(f"{typed!r} is no {what}; {one_of(get_args(literal))}")
    return typed


Parties = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="A [B]",
        show_default=False,
        help="One party, or two to see what is between them: a code (CHN), a name in French or "
        "English, an organisation (OTAN, org:SCO) or a person.",
    ),
]
LedgerFile = Annotated[
    str,
    typer.Option("--ledger", envvar="DRAGOMAN_LEDGER", metavar="FILE", help="The ledger's file."),
]
Since = Annotated[
    date | None,
    typer.Option(
        parser=first_day,
        metavar="DAY",
        rich_help_panel=_CHOOSING,
        help="From this day on; also a month (2024-03) or a year (2024).",
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        parser=last_day,
        metavar="DAY",
        rich_help_panel=_CHOOSING,
        help="Up to this day; a month or a year to its last day.",
    ),
]
Modalities = Annotated[
    list[str] | None,
    typer.Option(
        "--modality",
        parser=modality,
        metavar="WORD",
        rich_help_panel=_CHOOSING,
        help="asserted, planned, possible, denied or historical; may be given again.",
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="N",
        rich_help_panel=_CHOOSING,
        help="Show no more than N; a table shows 50 unless told, --json and --csv all.",
    ),
]
AsJson = Annotated[
    bool,
    typer.Option("--json", rich_help_panel=_OUTPUT, help="One JSON object a line."),
]
AsCsv = Annotated[
    bool, typer.Option("--csv", rich_help_panel=_OUTPUT, help="Comma-separated, with a header.")
]
Published = Annotated[
    date | None,
    typer.Option(
        parser=one_day, metavar="DAY", help="The day of publication, where the page says none."
    ),
]
Language = Annotated[
    str | None,
    typer.Option(metavar="XX", help="The page's language (fr, en) instead of a guess."),
]
