from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile


def why(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A claim's id, or its first 4 digits or more.")
    ],
    as_json: AsJson = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Show the sentences behind a claim, the article they stand in and whose word it is.

    [bold]Examples[/bold]

      dragoman why 3fa9c01b

      dragoman why 3fa9 --json
    """
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=False) as held:
        found = held.why(id)
    if as_json:
        from dragoman.cli.json_lines import in_utf8, print_line
        from dragoman.cli.tables.why import json_text

        in_utf8()
        print_line(json_text(found))
        return
    from dragoman.cli.tables.why import print_why

    print_why(found)
