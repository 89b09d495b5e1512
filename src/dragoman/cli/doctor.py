from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.inputs import Typed
from dragoman.cli.options import (
    PAGE_SECONDS,
    AsJson,
    Language,
    Limit,
    PageSeconds,
    Plain,
)
from dragoman.cli.spread import spread
from dragoman.errors import DataError


@spread
def doctor(
    typed: Typed,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            help="A table of your own to check with ours, or to read a corpus with; again for more.",
        ),
    ] = None,
    lexicon: Annotated[
        list[Path] | None,
        typer.Option(
            "--lexicon",
            metavar="FILE",
            help="A lexicon of your own to check, its examples too, or to read a corpus with; again "
            "for more.",
        ),
    ] = None,
    uncovered: Annotated[
        list[str] | None,
        typer.Option(
            "--uncovered",
            metavar="CORPUS",
            help="List the predicates between two parties in it that the lexicon does not know; "
            "again for more.",
        ),
    ] = None,
    as_json: AsJson = False,
    limit: Limit = None,
    language: Language = None,
    plain: Plain = False,
    page_seconds: PageSeconds = PAGE_SECONDS,
) -> None:
    """Check the tables: ours, and your own laid over them. Each fault is told with file and line.

    With --uncovered, see what the lexicon lacks for a corpus instead. The other options belong to it.

    [bold]Examples[/bold]

      dragoman doctor

      dragoman doctor --gazetteer mine.toml --lexicon frames.toml

      dragoman doctor --uncovered corpus.jsonl --language fr --limit 100
    """
    if uncovered:
        from dragoman.cli.overlay import check_gazetteer, check_lexicon
        from dragoman.cli.settings import Settings
        from dragoman.cli.uncovered import show_uncovered

        settings = Settings(
            language=language,
            plain=plain,
            seconds=page_seconds,
            gazetteer=tuple(gazetteer or ()),
            lexicon=tuple(lexicon or ()),
            counted=True,
        )
        check_gazetteer(settings.gazetteer)
        check_lexicon(settings.lexicon)
        show_uncovered(uncovered, typed, settings, as_json=as_json, limit=limit)
    else:
        _check_tables(gazetteer or [], lexicon or [])


def _check_tables(gazetteer: list[Path], lexicon: list[Path]) -> None:
    from dragoman.cli.tell import tell
    from dragoman.gazetteer.disputed import disputed
    from dragoman.gazetteer.language_words import language_words, languages
    from dragoman.gazetteer.places import cities
    from dragoman.gazetteer.tables import examine

    tables, faults = examine(*gazetteer)
    try:
        print(f"{len(cities()):>7,}  cities")
        print(f"{len(disputed()):>7,}  disputed lands")
        words = [language_words(language) for language in languages()]
        print(f"{len(words):>7,}  languages besides, with names of states")
    except DataError as wrong:
        faults.append(wrong)
    if tables is not None:
        for what, number in tables.counts.items():
            print(f"{number:>7,}  {what}")
    for path in lexicon:
        faults += _lexicon_at_fault(path)
    for fault in faults:
        tell(fault)
    if faults:
        raise typer.Exit(DataError.exit_status)
    print("no fault found")


def _lexicon_at_fault(path: Path) -> list[DataError]:
    """The faults of a lexicon of the user's; of one without any, the examples that do not come out."""
    from dragoman.languages.lexicon import using
    from dragoman.languages.own_lexicon import examine

    added, faults = examine(path)
    if added is None:
        return faults
    from dragoman.coding.examples import wrong_examples

    print(f"{len(added.entries) + len(added.reports):>7,}  entries in {path.name}")
    with using(added):
        wrong = [text for one in added.entries for text in wrong_examples(one, added.language)]
    return [DataError(text) for text in wrong]
