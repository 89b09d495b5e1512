"""One clear line for people, on standard error."""

from __future__ import annotations

import sys

from dragoman.cli.safe import one_line


def tell(message: object, *, about: str | None = None) -> None:
    """Print "dragoman: message" on standard error, `about` (a page's name) before the message
    unless it is named there already. Whatever the message holds, it is one line."""
    text = str(message)
    if about and about not in text:
        text = f"{about}: {text}"
    print(f"dragoman: {one_line(text)}", file=sys.stderr)
