"""Pages read in a process of their own: one that hangs, dies or fills the memory is named and passed
over, and the run goes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.cli.child import Child
from dragoman.cli.settings import Settings
from dragoman.errors import Stopped

if TYPE_CHECKING:
    from dragoman.cli.outcomes import Outcome
    from dragoman.sources import Page, Unread

WORKER = ("-P", "-m", "dragoman.cli.worker")
LOADING = 30.0
"""Seconds that a new process's first page has beside its own, for the models to load."""


class Guarded:
    """A `Runner` whose process is started with the first page, and again after each that ended it.

    `worker` are the arguments of the Python that runs there; others than ours are for tests.
    """

    def __init__(
        self, settings: Settings, *, worker: Sequence[str] = WORKER, loading: float = LOADING
    ) -> None:
        self._settings = settings
        self._worker = tuple(worker)
        self._loading = loading
        self._child: Child | None = None

    def start(self) -> Child:
        """The process, which is started where there is none, and then loads beside this one."""
        if self._child is None:
            self._child = Child(self._worker, self._settings)
        return self._child

    def read(self, task: Page | Unread) -> Iterator[tuple[str, Outcome]]:
        """Each page's name, and what came of it. A page that is stopped is a `Passed`, and those
        after it in the same file are read. Raises ProgramFault where no process can be started."""
        from dragoman.sources import Page, Passed

        done = 0
        while True:
            name, announced = task.name, False
            child = self.start()
            child.wait_until_ready()
            child.send((task, done))
            while True:
                loading = self._loading if child.pages < 2 else 0.0
                try:
                    kind, *rest = child.receive(self._settings.seconds + loading)
                except TimeoutError:
                    why = f"took over {self._settings.seconds} seconds"
                except EOFError:
                    why = f"ended the process that read it: {child.how_it_ended()}"
                else:
                    if kind == "done":
                        return
                    if kind == "begun":
                        name, announced, done = rest[0], True, done + 1
                        child.pages += 1
                    else:
                        yield name, rest[0]
                    continue
                self.close()
                yield name, Passed(name, Stopped(f"{name}: {why}; passed over"))
                break
            if isinstance(task, Page) or not announced:
                # There is no more of it, or the file cannot be opened, which another try would
                # not change.
                return

    def close(self) -> None:
        """End the process; nothing is kept of what it was at."""
        if self._child is not None:
            self._child.end()
            self._child = None
