"""A process that does to itself what the first word of each page says: for tests of the guard."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator

from dragoman.cli.settings import Settings
from dragoman.cli.worker import run
from dragoman.errors import EmptyInput
from dragoman.sources import Page, Passed, Unread

MEMORY = 700 * 1024**2


def read(
    task: Page | Unread, _: Settings, *, begin: Callable[[str], None], skip: int = 0
) -> Iterator[Passed]:
    pages = task.pages() if not isinstance(task, Page) else iter((task,))
    for number, page in enumerate(pages, start=1):
        if number <= skip:
            continue
        begin(page.name)
        assert isinstance(page, Page)
        word, _, rest = page.text.partition(" ")
        if word == "sleep":
            time.sleep(600)
        elif word == "loop":
            re.match(r"(a+)+$", "a" * 64 + "b")  # inside C, where no other thread runs
        elif word == "leave":
            os._exit(9)
        elif word == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif word == "grow":
            held = []
            while True:
                held.append(bytes(50_000_000))  # asked for and not touched: no time
        elif word == "print":
            print("noise", flush=True)
            print("noise", file=sys.stderr, flush=True)
        yield Passed(page.name, EmptyInput(rest or word))


if __name__ == "__main__":
    run(read, memory=MEMORY)
