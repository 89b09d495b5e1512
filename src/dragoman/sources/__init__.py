"""Where pages come from: a file or standard input. Everything ends as a `Page`."""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.errors import InputError
from dragoman.sources.file import load_file
from dragoman.sources.page import Form, Known, Page, page_of
from dragoman.sources.stdin import load_stdin

__all__ = ["Form", "Known", "Page", "load", "load_file", "load_stdin", "page_of"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def load(target: str) -> Page:
    """The page at a path, or on standard input for "-".

    Raises MissingInput, EmptyInput, BinaryInput or another InputError; an address is an
    InputError, for pages are not fetched yet.
    """
    if target == "-":
        return load_stdin()
    if _ADDRESS.match(target):
        raise InputError(
            f"{target}: addresses are not fetched yet; save the page's text to a file "
            "(select all, copy) and give its path, or - for standard input"
        )
    if not target:
        raise InputError("no page was named; give the path of a text file, or - for standard input")
    return load_file(Path(target))
