from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

One = TypeVar("One")

_SHOWN = 60
"""Characters of a page's name."""


def progress(found: Iterable[tuple[str, One]]) -> Iterator[tuple[str, One]]:
    """What is found, one after the other, each with its name.

    Where somebody watches standard error, and there is more than one, it says how many there were,
    for how long, and the name of the last: how many there will be is not known beforehand.
    """
    found = iter(found)
    first = next(found, None)
    if first is None:
        return
    yield first
    if not sys.stderr.isatty():
        yield from found
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from dragoman.cli.safe import one_line

    with Progress(
        SpinnerColumn(),
        TextColumn("Read {task.completed}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", markup=False),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    ) as bar:
        task = bar.add_task("", total=None, completed=1, name="")
        for name, one in found:
            shown = one_line(name)
            shown = shown if len(shown) <= _SHOWN else f"…{shown[1 - _SHOWN :]}"
            bar.update(task, advance=1, name=shown)
            yield name, one
