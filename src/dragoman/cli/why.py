from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import DEFAULT_LEDGER, AsJson, LedgerFile

if TYPE_CHECKING:
    from dragoman.cli.tables.facts import WholeFact
    from dragoman.ledger import Found, Ledger


def why(
    id: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of a claim or a fact, or its first 4 digits."),
    ],
    as_json: AsJson = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Show the sentences behind a claim, the article they stand in and whose word it is; or the
    reports behind a fact, and on what they differ.

    [bold]Examples[/bold]

      dragoman why 3fa9c01b

      dragoman why 3fa9 --json
    """
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=False) as held:
        found = _found(held, id)
    from dragoman.cli.tables.facts import WholeFact, fact_json, print_fact

    if as_json:
        from dragoman.cli.json_lines import in_utf8, print_line
        from dragoman.cli.tables.why import json_text

        in_utf8()
        print_line(fact_json(found) if isinstance(found, WholeFact) else json_text(found))
        return
    from dragoman.cli.tables.why import print_why

    if isinstance(found, WholeFact):
        print_fact(found)
    else:
        print_why(found)


def _found(held: Ledger, id: str) -> Found | WholeFact:
    """The claim with this id, or else the fact. Raises NotFound."""
    from dragoman.cli.tables.facts import WholeFact
    from dragoman.errors import NotFound

    try:
        return held.why(id)
    except NotFound as error:
        try:
            fact = held.fact(id)
        except NotFound:
            raise error from None
        told = (*fact.claims_for, *fact.claims_against)
        return WholeFact(fact, tuple(held.why(claim) for claim in told))
