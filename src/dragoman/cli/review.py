from __future__ import annotations

import getpass
from typing import Annotated, cast

import typer

from dragoman.cli.options import DEFAULT_LEDGER, LedgerFile, valid


def _action(typed: str) -> str:
    from dragoman.ledger.reviewing import Action

    return valid(typed.lower(), Action, "review")


def review(
    id: Annotated[str, typer.Argument(metavar="ID", help="A fact's id, or a claim's.")],
    action: Annotated[
        str,
        typer.Argument(
            metavar="ACTION",
            parser=_action,
            help="accept, correct, withdraw, split or merge; a claim: accept or withdraw.",
        ),
    ],
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT]...",
            show_default=False,
            help="correct: field=value; split: the claims that go; merge: the other fact.",
        ),
    ] = None,
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")] = "",
    author: Annotated[
        str, typer.Option("--author", metavar="NAME", help="Who says so; you, unless told.")
    ] = "",
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say what you know better. It overlays with your name and reason; no claim is ever edited.

    [bold]Examples[/bold]

      dragoman review 9f01c2aa accept --reason "read all four reports"

      dragoman review 9f01c2aa correct kind=COERCE --reason "boats were seized"

      dragoman review 9f01c2aa split 3fa9c01b 77ab01d2 --reason "two attacks"

      dragoman review 9f01c2aa merge 1b2c3d4e --reason "one visit"
    """
    from dragoman.cli.tables.facts import what as told
    from dragoman.cli.tables.facts import who
    from dragoman.ledger import open_ledger
    from dragoman.ledger.reviewing import Action

    given = what or []
    field = value = None
    if action == "correct":
        if len(given) != 1 or "=" not in given[0]:
            raise typer.BadParameter("say what is right as field=value: kind=COERCE")
        field, _, value = given[0].partition("=")
    elif action == "merge" and len(given) != 1:
        raise typer.BadParameter("name the one fact that goes into this one")
    elif action in ("accept", "withdraw") and given:
        raise typer.BadParameter(f"{action} takes nothing more than the id")
    with open_ledger(ledger, write=True) as held:
        fact = held.review(
            id,
            cast("Action", action),
            author=author or getpass.getuser(),
            reason=reason,
            field=field,
            value=value,
            claims=[held.why(claim).claim.id for claim in given] if action == "split" else (),
            other=held.fact(given[0]).id if action == "merge" else None,
        )
    if fact is None:
        typer.echo("nothing is left of the fact")
    else:
        typer.echo(f"{fact.id}  {who(fact)}: {told(fact)}, {fact.modality}")


def withdraw(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article's id.")],
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Withdraw an article that its outlet retracted: what it alone told is no longer told.

    [bold]Examples[/bold]

      dragoman withdraw 0a1b2c3d4e5f6071 --reason "retracted on 12 March"
    """
    from dragoman.ledger import open_ledger

    with open_ledger(ledger, write=True) as held:
        done = held.withdraw(article, why=reason)
    typer.echo("withdrawn" if done else "it was withdrawn already")
