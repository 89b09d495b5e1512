from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """A page as text, before anything is taken off it.

    `name` says where it came from in words for people (a path, "standard input"); `encoding` is
    the one it was read with, null where the text came decoded; `notices` tell what the reader
    should know ("encoding guessed: windows-1252").
    """

    text: str
    url: str | None = None
    name: str = ""
    encoding: str | None = None
    notices: tuple[str, ...] = ()
