"""From what the user names to readings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date

from dragoman.cli.tell import tell
from dragoman.errors import DragomanError, InputError, ProgramFault
from dragoman.records import Reading

SUFFIX = ".txt"


def read_page(
    target: str, *, published: date | None, language: str | None, plain: bool = False
) -> Reading:
    """Load and read one page; its notices go to standard error.

    Raises what `dragoman.sources.load` and `dragoman.reader.read` raise, an InputError with the
    page's name, and ProgramFault for anything that was not foreseen.
    """
    from dataclasses import replace

    from dragoman.reader import read_page as read_articles_of
    from dragoman.sources import load

    page = load(target)
    name = page.name or target
    try:
        if plain:
            page = replace(page, form="article")
        reading = next(read_articles_of(page, published=published, language=language))
    except InputError as error:
        if name in str(error):
            raise
        raise type(error)(f"{name}: {error}") from error
    except DragomanError:
        raise
    except Exception as error:
        # One page that the program cannot cope with ends no run of many, and no command in a traceback.
        what = f"{type(error).__name__}: {error}"
        raise ProgramFault(f"{name}: a fault of the program: {what}") from error
    for notice in reading.notices:
        tell(notice, about=name)
    return reading


def walk(targets: list[str]) -> Iterator[str]:
    """The targets, with each folder replaced by the text files in and under it, in their order.

    A folder that holds none stays as it is, for the loader to refuse by its name.
    """
    for target in targets:
        # Not `Path.is_dir`, which raises for a name that is too long.
        if target == "-" or not os.path.isdir(target):  # noqa: PTH112
            yield target
            continue
        found = sorted(
            os.path.join(folder, name)  # noqa: PTH118 (paths from os.walk)
            for folder, _, names in os.walk(target)
            for name in names
            if name.lower().endswith(SUFFIX)
        )
        yield from found or [target]
