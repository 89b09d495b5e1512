from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.inputs import Typed
from dragoman.cli.options import (
    PAGE_SECONDS,
    AsJson,
    Gazetteer,
    Language,
    OwnLexicon,
    PageSeconds,
    Plain,
    Published,
)
from dragoman.cli.spread import spread
from dragoman.cli.tell import tell
from dragoman.errors import DragomanError, ProgramFault


@spread
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|-...",
            help="Pages, corpora, mails, PDF, agencies' records, folders of them; - is standard "
            "input.",
        ),
    ],
    typed: Typed,
    as_json: AsJson = False,
    published: Published = None,
    language: Language = None,
    plain: Plain = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Say of each claim how it was read: predicate, frame, who fills which role and why.",
        ),
    ] = False,
    gazetteer: Gazetteer = None,
    lexicon: OwnLexicon = None,
    page_seconds: PageSeconds = PAGE_SECONDS,
) -> None:
    """Read pages and show what they say; store nothing.

    [bold]Examples[/bold]

      dragoman read page.txt

      dragoman read page.html mail.eml report.pdf agency.xml --json

      dragoman read corpus.csv --text-field body --date-format dmy --json

      dragoman read page.txt --explain

      dragoman read page.txt --gazetteer mine.toml --lexicon frames.toml

      dragoman read - --plain --language fr < article.txt
    """
    from dragoman.cli.json_lines import in_utf8, print_line
    from dragoman.cli.overlay import check_gazetteer, check_lexicon
    from dragoman.cli.pages import read_targets
    from dragoman.cli.progress import progress
    from dragoman.cli.settings import Settings

    settings = Settings(
        published=published,
        language=language,
        plain=plain,
        seconds=page_seconds,
        explained=explain,
        gazetteer=tuple(gazetteer or ()),
        lexicon=tuple(lexicon or ()),
    )
    check_gazetteer(settings.gazetteer)
    check_lexicon(settings.lexicon)
    if as_json:
        in_utf8()
    fault: DragomanError | None = None
    passed: DragomanError | None = None
    shown = 0
    for name, outcome in progress(read_targets(paths, typed, settings)):
        from dragoman.sources import Passed  # loaded while the process that reads is loading

        if isinstance(outcome, Passed):
            tell(outcome.why, about=name)
            passed = passed or outcome.why
            fault = fault or (outcome.why if outcome.fault else None)
            continue
        if isinstance(outcome, ProgramFault):
            tell(outcome, about=name)
            fault = fault or outcome
            continue
        if isinstance(outcome, DragomanError):
            raise outcome
        for notice in outcome.notices:
            tell(notice, about=name)
        if as_json:
            print_line(outcome.model_dump_json())
        else:
            from dragoman.cli.tables.reading import print_reading

            if shown:
                typer.echo()
            print_reading(outcome)
            if explain:
                from dragoman.cli.tables.explanation import print_explanations

                print_explanations(outcome)
        shown += 1
    fault = fault or (passed if not shown else None)
    if fault is not None:
        raise typer.Exit(fault.exit_status)
