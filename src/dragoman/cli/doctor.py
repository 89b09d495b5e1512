from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DataError


def doctor(
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(
            "--gazetteer",
            metavar="FILE",
            help="A table of your own to check with ours; again for more.",
        ),
    ] = None,
) -> None:
    """Check the tables: ours, and your own laid over them. Each fault is told with file and line.

    [bold]Examples[/bold]

      dragoman doctor

      dragoman doctor --gazetteer mine.toml
    """
    from dragoman.cli.tell import tell
    from dragoman.gazetteer.disputed import disputed
    from dragoman.gazetteer.language_words import language_words, languages
    from dragoman.gazetteer.places import cities
    from dragoman.gazetteer.tables import examine

    tables, faults = examine(*(gazetteer or ()))
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
    for fault in faults:
        tell(fault)
    if faults:
        raise typer.Exit(DataError.exit_status)
    print("no fault found")
