"""From what the user names to what came of each page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Protocol

from dragoman.cli.settings import Settings

if TYPE_CHECKING:
    from dragoman.cli.inputs import Typed
    from dragoman.cli.outcomes import Outcome
    from dragoman.sources import Page, Unread


class Runner(Protocol):
    """Reads the pages of one task after the other."""

    def start(self) -> object:
        """Get ready, where that takes time, beside what the command does."""
        ...

    def read(self, task: Page | Unread) -> Iterator[tuple[str, Outcome]]:
        """Each page's name, and what came of it."""
        ...

    def close(self) -> None:
        """Nothing is read after that."""
        ...


def start_runner(settings: Settings) -> Runner:
    """One with a process of its own, where there is a limit and the system can pass it sockets."""
    if settings.seconds and os.name == "posix":
        from dragoman.cli.guard import Guarded

        return Guarded(settings)
    from dragoman.cli.here import Here

    return Here(settings)


def read_targets(
    targets: Sequence[str], typed: Typed, settings: Settings
) -> Iterator[tuple[str, Outcome]]:
    """The name of each page in what the user names, and what came of it, one by one.

    Raises ProgramFault where no process can be started to read them.
    """
    with closing(start_runner(settings)) as runner:
        if any(target == "-" or os.path.exists(target) for target in targets):  # noqa: PTH110
            runner.start()
        from dragoman.sources import Passed, gather

        options = typed.options()
        for target in targets:
            for one in gather(target, options):
                if isinstance(one, Passed):
                    yield one.name, one
                else:
                    yield from runner.read(one)
