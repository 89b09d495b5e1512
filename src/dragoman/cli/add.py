from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman import __version__
from dragoman.cli.counted import counted
from dragoman.cli.inputs import Typed
from dragoman.cli.options import (
    DEFAULT_LEDGER,
    PAGE_SECONDS,
    Gazetteer,
    Language,
    LedgerFile,
    OwnLexicon,
    PageSeconds,
    Published,
)
from dragoman.cli.spread import spread
from dragoman.cli.tell import tell
from dragoman.errors import DataError, DragomanError, LedgerError

if TYPE_CHECKING:
    from dragoman.ledger import Ledger


@spread
def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|-...",
            help="Pages, corpora, mails, PDF, agencies' records, folders of them; - is standard "
            "input.",
        ),
    ],
    typed: Typed,
    ledger: LedgerFile = DEFAULT_LEDGER,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Keep no full text: the passages of claims are kept."),
    ] = False,
    published: Published = None,
    language: Language = None,
    gazetteer: Gazetteer = None,
    lexicon: OwnLexicon = None,
    page_seconds: PageSeconds = PAGE_SECONDS,
) -> None:
    """Read pages into the ledger. What it holds already is not written again.

    [bold]Examples[/bold]

      dragoman add page.txt

      dragoman add pages/ --ledger asia.db --no-cache

      dragoman add corpus.jsonl --text-field body --date-field pubdate

      dragoman add pages/ --gazetteer mine.toml

      dragoman add - --published 2024-03-12 < page.txt
    """
    from dragoman.cli.overlay import check_gazetteer, check_lexicon, provenance
    from dragoman.cli.pages import read_targets
    from dragoman.cli.progress import progress
    from dragoman.cli.settings import Settings
    from dragoman.ledger import has_ledger, open_ledger
    from dragoman.sources import Passed

    own = tuple(gazetteer or ())
    reading = Settings(
        published=published,
        language=language,
        seconds=page_seconds,
        gazetteer=own,
        lexicon=tuple(lexicon or ()),
    )
    check_gazetteer(own)
    check_lexicon(reading.lexicon)
    coder = f"dragoman {__version__}"
    settings = {
        "published": published,
        "language": language,
        "cache": not no_cache,
        "gazetteer": provenance(own),
        "lexicon": provenance(reading.lexicon),
    }
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
        for name, outcome in progress(read_targets(paths, typed, reading)):
            if isinstance(outcome, Passed):
                tell(outcome.why, about=name)
                done["passed over"] += outcome.count
                fault = fault or outcome.why
                continue
            try:
                if isinstance(outcome, DragomanError):
                    raise outcome
                for notice in outcome.notices:
                    tell(notice, about=name)
                held = held or opened()
                added = held.add(outcome, cache=not no_cache)
            except (LedgerError, DataError):
                raise
            except DragomanError as error:
                tell(error, about=name)
                done["passed over"] += 1
                fault = fault or error
            except Exception as error:
                # One page that the program cannot cope with does not cost the others.
                tell(f"{name}: a fault of the program: {type(error).__name__}: {error}")
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
