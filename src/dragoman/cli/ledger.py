"""`dragoman ledger ...`: keeping a ledger whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile

app = typer.Typer(no_args_is_help=True, help="Check, rebuild, copy and tidy a ledger.")

Force = Annotated[bool, typer.Option("--force", help="Write over the file if it exists.")]


@app.command()
def check(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Look for damage: in the file, in every claim, in the links between claims and facts.

    Ends with status 5 where something is wrong.

    [bold]Examples[/bold]

      dragoman ledger check

      dragoman ledger check --ledger postgresql://desk@db.example/asia
    """
    from dragoman.cli.counting import counting
    from dragoman.errors import LedgerUnreadable
    from dragoman.ledger import open_ledger

    found = 0
    with open_ledger(ledger, write=False) as held, counting("Claims checked") as step:
        try:
            for fault in held.faults(step=step):
                typer.echo(fault)
                found += 1
        except LedgerUnreadable as error:
            typer.echo(str(error))
            found += 1
    if found:
        raise LedgerUnreadable(
            f"{ledger} is not whole; restore a backup (`dragoman ledger restore`), or, where only "
            "facts are wrong, `dragoman ledger rebuild`"
        )
    typer.echo("nothing is wrong")


@app.command()
def rebuild(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Make all facts anew from the claims. The same claims give the same facts, to the byte.

    [bold]Examples[/bold]

      dragoman ledger rebuild
    """
    from dragoman.cli.counted import counted
    from dragoman.cli.counting import counting
    from dragoman.ledger import open_ledger

    _must_be_there(ledger)
    with (
        open_ledger(ledger, write=True) as held,
        counting("Readings gone through", held.entries()) as step,
    ):
        number = held.rebuild(step=step)
    typer.echo(counted(number, "fact"))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    force: Force = False,
) -> None:
    """Copy the ledger into a file, wherever it lies; `add` may go on meanwhile.

    The file stands under its name only when it is whole, and is a ledger itself.

    [bold]Examples[/bold]

      dragoman ledger backup asia-2026-03-12.db --ledger asia.db
    """
    from dragoman.cli.counted import counted
    from dragoman.cli.counting import counting
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=False) as held, counting("Rows copied, in hundreds") as step:
        number = held.backup(file, force=force, step=step)
    typer.echo(f"{counted(number, 'row')} copied to {file}")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup, or any ledger's file.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Fill a new ledger with all that a backup holds; also from a file into PostgreSQL.

    [bold]Examples[/bold]

      dragoman ledger restore asia-2026-03-12.db --ledger asia.db

      dragoman ledger restore asia.db --ledger postgresql://desk@db.example/asia
    """
    from dragoman.cli.counted import counted
    from dragoman.cli.counting import counting
    from dragoman.ledger import open_ledger

    with (
        open_ledger(file, write=False) as source,
        open_ledger(ledger, write=True) as held,
        counting("Rows copied, in hundreds") as step,
    ):
        number = held.restore(source, step=step)
    typer.echo(f"{counted(number, 'row')} restored")


@app.command()
def vacuum(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Give back the room of what was deleted, and plan queries anew.

    [bold]Examples[/bold]

      dragoman ledger vacuum --ledger asia.db
    """
    from dragoman.ledger import open_ledger

    _must_be_there(ledger)
    with open_ledger(ledger, write=True) as held:
        held.vacuum()
    typer.echo("done")


@app.command()
def runs(as_json: AsJson = False, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """List the runs of `add` that wrote something; `dragoman diff` compares two.

    [bold]Examples[/bold]

      dragoman ledger runs

      dragoman ledger runs --json
    """
    from dataclasses import asdict

    from dragoman.cli.json_lines import in_utf8, print_line
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=False) as held:
        found = held.runs()
    if as_json:
        in_utf8()
        for run in found:
            print_line(json.dumps(asdict(run), ensure_ascii=False))
        return
    from rich import box
    from rich.table import Table

    from dragoman.cli.tables.console import console

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("Run", "Coder", "Articles", "Started", "Finished"):
        table.add_column(name, justify="right" if name in ("Run", "Articles") else "left")
    for run in found:
        table.add_row(
            str(run.id),
            run.coder or "",
            f"{run.articles:,}",
            run.started[:19],
            run.finished[:19] if run.finished else "cut short",
        )
    console().print(table)


def _must_be_there(place: str) -> None:
    """What only mends a ledger makes none. Raises LedgerMissing."""
    from dragoman.ledger import open_ledger

    open_ledger(place, write=False).close()
