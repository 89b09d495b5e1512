from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import AsJson, Language, Published
from dragoman.cli.tell import tell
from dragoman.errors import DragomanError


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH|-...", help="Text files of pages; - is standard input."),
    ],
    as_json: AsJson = False,
    published: Published = None,
    language: Language = None,
    plain: Annotated[
        bool,
        typer.Option(
            "--plain", help="The text is the article itself: nothing is taken off as furniture."
        ),
    ] = False,
) -> None:
    """Read pages and show what they say; store nothing.

    [bold]Examples[/bold]

      dragoman read page.txt

      dragoman read page.txt --published 2024-03-12 --json

      dragoman read - --plain --language fr < article.txt
    """
    from dragoman.cli.json_lines import in_utf8, print_line
    from dragoman.cli.pages import read_page

    if as_json:
        in_utf8()
    first_fault: DragomanError | None = None
    for path in paths:
        try:
            reading = read_page(path, published=published, language=language, plain=plain)
        except DragomanError as fault:
            if len(paths) == 1:
                raise
            tell(fault, about=path)
            first_fault = first_fault or fault
            continue
        if as_json:
            print_line(reading.model_dump_json())
        else:
            from dragoman.cli.tables.reading import print_reading

            print_reading(reading)
    if first_fault is not None:
        raise typer.Exit(first_fault.exit_status)
