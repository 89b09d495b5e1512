from __future__ import annotations

from rich.console import Console


def console() -> Console:
    """Standard output for people: no markup, no guessed colours, words as they are."""
    return Console(markup=False, highlight=False, emoji=False)
