from __future__ import annotations

import sys

from dragoman.sources.decode import decode
from dragoman.sources.limits import MAX_BYTES, check_size
from dragoman.sources.page import Page, page_of

NAME = "standard input"


def load_stdin() -> Page:
    """The page on standard input; raises as `load_file` does."""
    raw = sys.stdin.buffer.read(MAX_BYTES + 1)
    check_size(len(raw), name=NAME)
    text, encoding, notices = decode(raw, name=NAME)
    return page_of(text, name=NAME, encoding=encoding, notices=notices)
