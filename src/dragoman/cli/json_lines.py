"""JSON that is one line to every program that splits lines."""

from __future__ import annotations

import io
import sys

# Valid inside JSON strings, and yet line ends to many programs.
_LINE_ENDS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def print_line(json: str) -> None:
    """Print one JSON text, that has no line break of its own, as one line on standard output."""
    for character, escaped in _LINE_ENDS.items():
        json = json.replace(character, escaped)
    sys.stdout.write(json + "\n")


def in_utf8() -> None:
    """From here on standard output is UTF-8, as JSON and our CSV are, whatever the terminal is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
