from __future__ import annotations

import sys
from collections.abc import Iterator


def progress(targets: list[str]) -> Iterator[str]:
    """The targets one after the other, with a bar on standard error where somebody watches it."""
    if len(targets) < 2 or not sys.stderr.isatty():
        yield from targets
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(targets, description="Reading", console=console, transient=True)
