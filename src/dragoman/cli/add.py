from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman import __version__
from dragoman.cli.counted import counted
from dragoman.cli.options import DEFAULT_LEDGER, Language, LedgerFile, Published
from dragoman.cli.tell import tell
from dragoman.errors import DataError, DragomanError, LedgerError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|-...",
            help="Text files of pages, folders of *.txt files, or - for standard input.",
        ),
    ],
    ledger: LedgerFile = DEFAULT_LEDGER,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Keep no full text: the passages of claims are kept."),
    ] = False,
    published: Published = None,
    language: Language = None,
) -> None:
    """Read pages into the ledger. What it holds already is not written again.

    [bold]Examples[/bold]

      dragoman add page.txt

      dragoman add pages/ --ledger asia.db --no-cache

      dragoman add - --published 2024-03-12 < page.txt
    """
    from dragoman.cli.pages import read_page, walk
    from dragoman.cli.progress import progress
    from dragoman.ledger import has_ledger, open_ledger

    coder = f"dragoman {__version__}"
    settings = {"published": published, "language": language, "cache": not no_cache}
    done: Counter[str] = Counter()
    fault: Exception | None = None

    with ExitStack() as stack:

        def opened() -> Ledger:
            return stack.enter_context(
                open_ledger(ledger, write=True, coder=coder, settings=settings)
            )

        # A ledger that cannot be written is found out before the reading; a new one is made only
        # when there is something to put into it.
        held = opened() if has_ledger(ledger) else None
        targets = list(walk(paths))
        for target in progress(targets):
            try:
                reading = read_page(target, published=published, language=language)
                held = held or opened()
                added = held.add(reading, cache=not no_cache)
            except (LedgerError, DataError):
                raise
            except DragomanError as error:
                tell(error, about=target)
                done["passed over"] += 1
                fault = fault or error
            except Exception as error:
                # One page that the program cannot cope with does not cost the others.
                tell(f"{target}: a fault of the program: {type(error).__name__}: {error}")
                done["passed over"] += 1
                fault = fault or error
            else:
                done[added.outcome] += 1
                if added.outcome != "known":
                    done["claims"] += added.claims

    typer.echo(_summary(done))
    if fault is not None and not (done["new"] or done["known"] or done["renewed"]):
        raise typer.Exit(fault.exit_status if isinstance(fault, DragomanError) else 1)


def _summary(done: Counter[str]) -> str:
    renewed = f", {done['renewed']} read anew" if done["renewed"] else ""
    return (
        f"{done['new']} added{renewed}, {done['known']} already known, "
        f"{done['passed over']} passed over; {counted(done['claims'], 'claim')}"
    )
