"""Options that several commands share, with their words of help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dragoman.cli.days import first_day, last_day, one_day
from dragoman.errors import DragomanError, one_of

DEFAULT_LEDGER = "dragoman.db"

_CHOOSING, _OUTPUT, _CORPORA = "Choice", "Output", "Corpora"

PAGE_SECONDS = 60


def modality(typed: str) -> str:
    """A modality, or BadParameter that lists them."""
    from dragoman.records import Modality

    return valid(typed.lower(), Modality, "modality")


def several(typed: str, one: Callable[[str], str]) -> str:
    """Words with commas between them, each as `one` takes it, in small letters."""
    return ",".join(one(word.strip()) for word in typed.lower().split(","))


def valid(typed: str, literal: Any, what: str) -> str:
    """`typed` where it is one of the values of a `Literal` type; else BadParameter lists them."""
    if typed not in get_args(literal):
        raise typer.BadParameter(f"{typed!r} is no {what}; {one_of(get_args(literal))}")
    return typed


def input_format(typed: str) -> str:
    """A kind of file, or BadParameter that lists them."""
    from dragoman.sources.kinds import Format

    return valid(typed.lower(), Format, "kind of file that is read")


def date_format(typed: str) -> str:
    """An order or pattern of dates, or BadParameter."""
    from dragoman.sources.days import check_order

    try:
        return check_order(typed)
    except DragomanError as error:
        raise typer.BadParameter(str(error)) from None


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
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=last_day,
        metavar="DAY",
        rich_help_panel=_CHOOSING,
        help="What the ledger held at the end of that day (UTC), not what it holds now.",
    ),
]
AsFacts = Annotated[
    bool,
    typer.Option(
        "--facts",
        rich_help_panel=_OUTPUT,
        help="One row a happening, however many reports tell of it.",
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
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help="The text is the article itself: nothing is taken off as furniture."
    ),
]
Gazetteer = Annotated[
    list[Path] | None,
    typer.Option(
        "--gazetteer",
        metavar="FILE",
        help="Actors, names, offices and memberships of your own, laid over ours; again for more.",
    ),
]
OwnLexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Frames, operators and verbs of saying of your own, laid over ours; again for more.",
    ),
]
PageSeconds = Annotated[
    int,
    typer.Option(
        min=0,
        metavar="N",
        help="A page that takes longer is passed over; 0: no limit, and no process of its own.",
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=input_format,
        metavar="KIND",
        help="What the files are, whatever they are called: text, html, eml, pdf, json, jsonl, "
        "csv, tsv or xml.",
    ),
]


def _column(name: str, what: str) -> Any:
    return typer.Option(
        name, metavar="NAME", rich_help_panel=_CORPORA, help=f"The column with {what}."
    )


TextField = Annotated[
    list[str] | None,
    typer.Option(
        "--text-field",
        metavar="NAME",
        rich_help_panel=_CORPORA,
        help="The column with the text; given again, the texts are joined. a.b leads into objects.",
    ),
]
TitleField = Annotated[str | None, _column("--title-field", "the title")]
DateField = Annotated[str | None, _column("--date-field", "the day of publication")]
UrlField = Annotated[str | None, _column("--url-field", "the address")]
LanguageField = Annotated[str | None, _column("--language-field", "the language")]
OutletField = Annotated[str | None, _column("--outlet-field", "the outlet's name")]
IdField = Annotated[str | None, _column("--id-field", "the identifier")]
AuthorField = Annotated[str | None, _column("--author-field", "the author")]
DateFormat = Annotated[
    str | None,
    typer.Option(
        parser=date_format,
        metavar="ORDER",
        rich_help_panel=_CORPORA,
        help="How dates in figures are written: dmy, mdy, ymd, or a pattern such as %d/%m/%Y.",
    ),
]
