"""One child process and the socket to it."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from typing import Any

from dragoman.cli.settings import Settings
from dragoman.cli.worker import OUT_OF_MEMORY
from dragoman.errors import ProgramFault

START = 120.0
"""Seconds in which the process must be there: a slow disk, a busy machine."""
_ENDING = 5.0


class Child:
    """A process that is being started; `pages` counts those that it has begun."""

    def __init__(self, worker: Sequence[str], settings: Settings) -> None:
        """Raises ProgramFault where no process can be started."""
        ours, theirs = Pipe()
        self._socket: Connection[Any, Any] = ours
        self._ready = False
        self._memory: int | None = None
        self.pages = 0
        # Its last words, where it ends before it begins; what libraries print is not for the user.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the process)
        try:
            self._process = subprocess.Popen(
                [sys.executable, *worker, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self._said,
                # Out of reach of the terminal's Ctrl-C: this process hears it and ends the child.
                process_group=0,
            )
        except OSError as error:
            raise ProgramFault(f"no process can be started to read pages: {error}") from error
        finally:
            theirs.close()
        self.send(settings)

    def wait_until_ready(self) -> None:
        """Raises ProgramFault where it does not come to be ready."""
        if self._ready:
            return
        import dragoman.records  # noqa: F401 (what it will send, loaded while it loads itself)

        try:
            _, self._memory = self.receive(START)
        except (TimeoutError, EOFError):
            self._said.seek(0)
            lines = self._said.read().decode("utf-8", "replace").strip().splitlines()
            why = lines[-1] if lines else self.how_it_ended()
            self.end()
            raise ProgramFault(f"the process that reads pages does not start: {why}") from None
        self._ready = True

    def send(self, message: object) -> None:
        # Where it is gone, receiving says so.
        with suppress(BrokenPipeError, ConnectionResetError):
            self._socket.send(message)

    def receive(self, seconds: float) -> tuple[Any, ...]:
        """The next message; raises TimeoutError, or EOFError where the process is gone."""
        try:
            if not self._socket.poll(seconds):
                raise TimeoutError
            message: tuple[Any, ...] = self._socket.recv()
        except ConnectionError:
            raise EOFError from None
        return message

    def end(self) -> None:
        """Kill it, whatever it is at."""
        self._socket.close()
        self._process.kill()
        self._process.wait()
        self._said.close()

    def how_it_ended(self) -> str:
        """In words: by a signal, for its memory, or with a status."""
        try:
            status = self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            return "it closed its socket"
        if status == OUT_OF_MEMORY:
            return f"it asked for over {_in_words(self._memory)} of memory"
        if status >= 0:
            return f"status {status}"
        try:
            return signal.Signals(-status).name
        except ValueError:
            return f"signal {-status}"


def _in_words(memory: int | None) -> str:
    if memory is None:
        return "all that there is"
    return f"{memory / 1024**3:.3g} GB" if memory >= 1024**3 else f"{memory // 1024**2} MB"
