"""The console script."""

from __future__ import annotations

import io
import sys
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.cli.add import add
from dragoman.cli.agreements import agreements
from dragoman.cli.audit import audit
from dragoman.cli.collecting import collect_rarely
from dragoman.cli.diff import diff
from dragoman.cli.doctor import doctor
from dragoman.cli.dyad import dyad
from dragoman.cli.events import events
from dragoman.cli.ledger import app as ledger
from dragoman.cli.quotes import quotes
from dragoman.cli.read import read
from dragoman.cli.review import review, withdraw
from dragoman.cli.schema import schema
from dragoman.cli.tell import tell
from dragoman.cli.visits import visits
from dragoman.cli.why import why
from dragoman.errors import DragomanError

INTERRUPTED = 130
"""What a shell expects of a program that was ended by Ctrl-C."""

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
_NEED_ARGUMENTS = (read, add, dyad, why, diff, review, withdraw)
for command in (
    read,
    add,
    dyad,
    events,
    agreements,
    visits,
    quotes,
    why,
    review,
    withdraw,
    diff,
    audit,
    schema,
    doctor,
):
    app.command(no_args_is_help=command in _NEED_ARGUMENTS)(command)
app.add_typer(ledger, name="ledger")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    _version_asked: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Read press pages, and keep a sourced record of what states, leaders and organisations
    do with, to and say about each other."""


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and end the program with its exit status (see `dragoman.errors`)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter shows another one; it does not end the program.
            stream.reconfigure(errors="replace")
    collect_rarely()
    try:
        app(arguments, prog_name="dragoman")
    except DragomanError as error:
        tell(error)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(0)
