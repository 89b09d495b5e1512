from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from dragoman.cli.settings import Settings
from dragoman.cli.tell import tell
from dragoman.errors import DragomanError, ProgramFault

if TYPE_CHECKING:
    from dragoman.cli.inputs import Typed
    from dragoman.records import Reading


def readings(
    targets: Sequence[str], typed: Typed, settings: Settings
) -> Iterator[tuple[str, Reading]]:
    """What could be read of what the user names, each with its name; the rest is told and passed over.

    Raises Exit at the end, with the status of the first fault, where nothing was read at all.
    """
    from dragoman.cli.pages import read_targets
    from dragoman.cli.progress import progress

    fault: DragomanError | None = None
    read = False
    for name, outcome in progress(read_targets(targets, typed, settings)):
        from dragoman.sources import Passed  # loaded while the process that reads is loading

        if isinstance(outcome, (Passed, ProgramFault)):
            why = outcome.why if isinstance(outcome, Passed) else outcome
            tell(why, about=name)
            fault = fault or why
            continue
        if isinstance(outcome, DragomanError):
            raise outcome
        for notice in outcome.notices:
            tell(notice, about=name)
        read = True
        yield name, outcome
    if fault is not None and not read:
        raise typer.Exit(fault.exit_status)
