from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.options import (
    DEFAULT_LEDGER,
    AsCsv,
    AsJson,
    LedgerFile,
    Since,
    Until,
)
from dragoman.cli.tell import tell


def dyad(
    first: Annotated[
        str,
        typer.Argument(metavar="A", help="A code (CHN), a name, an organisation or a person."),
    ],
    second: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    since: Since = None,
    until: Until = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Show how two parties stand to each other: what they did, signed and visited.

    What is planned, possible, denied or history is counted apart from what is asserted.

    [bold]Examples[/bold]

      dragoman dyad CHN RUS

      dragoman dyad France OTAN --since 2023 --until 2024-06
    """
    from dragoman.cli.counted import footer
    from dragoman.cli.json_lines import in_utf8, print_line
    from dragoman.cli.listing import check

    check(as_json=as_json, as_csv=as_csv, since=since, until=until)
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=False) as held:
        try:
            found = held.dyad(first, second, since=since, until=until)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    if not (as_json or as_csv):
        from dragoman.cli.tables.dyad import print_dyad

        print_dyad(found)
        return
    from dragoman.cli.tables import csv_rows, dyad_rows

    in_utf8()
    if as_json:
        print_line(dyad_rows.json_text(found))
    else:
        csv_rows.write(sys.stdout, dyad_rows.HEADER, dyad_rows.rows(found))
    sys.stdout.flush()
    tell(footer(found.standing))
