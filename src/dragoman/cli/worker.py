"""The process that reads pages for a command, so that a page that hangs or fills the memory can be
ended without ending the command. Started by `dragoman.cli.guard`; it says what it does on a socket:

- ("ready", memory) once, when it can take work, with the bytes that it may ask for, null where
  nothing bounds them;
- ("begun", name) before it reads a page, whose time counts from then;
- ("outcome", outcome) for what came of it;
- ("done",) when a task is through.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from dragoman.cli.overlay import laid_over
from dragoman.cli.settings import Settings

MEMORY = 4 * 1024**3
"""Bytes of memory that this process may ask for: with both models and a large page it has 1.2 GB."""
OUT_OF_MEMORY = 77
"""The status that it ends with where it asked for more."""
_SURE = 30
"""Seconds over its limit after which a page ends this process even where nobody is left to do it."""

Read = Callable[..., Iterator[Any]]


def serve(
    connection: Connection[Any, Any], settings: Settings, read: Read, *, memory: int | None
) -> None:
    """Read what comes until nobody sends any more; `read` is as `outcomes.outcomes`."""

    def send(*message: object) -> None:
        _alarm(0)  # the command may take its time before it listens
        connection.send(message)
        _alarm(settings.seconds + _SURE)

    connection.send(("ready", memory))
    while True:
        _alarm(0)
        try:
            task, skip = connection.recv()
        except EOFError:
            return
        for outcome in read(task, settings, begin=lambda name: send("begun", name), skip=skip):
            send("outcome", outcome)
        send("done")


def _alarm(seconds: int) -> None:
    """End this process after so many seconds, whatever it is in by then; 0: do not."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _confine(memory: int) -> int | None:
    """Take no more memory than is ours, and do not outlive the command. What comes out are the bytes
    that we may ask for, null where the system does not bound them."""
    limit: int | None = None
    try:
        import resource

        # What is asked for, not what is mapped: the models' files and the stacks of threads that
        # never run are mapped and cost nothing.
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        least = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_DATA, (least, most))
        limit = least
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass
    if sys.platform == "linux":
        import ctypes

        die_with_parent = 1  # PR_SET_PDEATHSIG
        ctypes.CDLL(None).prctl(die_with_parent, int(signal.SIGKILL), 0, 0, 0)
    return limit


def run(read: Read, *, memory: int = MEMORY) -> None:
    """Serve on the socket whose number is the program's first argument, until it is closed."""
    limit = _confine(memory)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which then ends us
    connection: Connection[Any, Any] = Connection(int(sys.argv[1]))
    try:
        settings: Settings = connection.recv()
        with laid_over(settings):
            serve(connection, settings, read, memory=limit)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the command is gone
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def main() -> None:
    """The worker of `dragoman read` and `dragoman add`."""
    import dragoman.reader  # noqa: F401 (loaded before the first page's time begins)
    from dragoman.cli.collecting import collect_rarely
    from dragoman.cli.outcomes import outcomes

    collect_rarely()
    run(outcomes)


if __name__ == "__main__":
    main()
