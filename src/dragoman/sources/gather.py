"""From what the user names to pages: one by one, in flat memory."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from dragoman.errors import InputError, MissingInput
from dragoman.sources.columns import Columns
from dragoman.sources.corpus import CorpusRow, corpus_rows
from dragoman.sources.kinds import CORPORA, Format, kind_by_head, kind_by_name
from dragoman.sources.page import Page
from dragoman.sources.passed import Passed
from dragoman.sources.stream import open_file, peeked, read_whole, unpacked
from dragoman.sources.targets import files
from dragoman.sources.unopened import Unopened

Unread = Unopened | CorpusRow
"""A page, or several, that are still to be opened: `pages()` does."""

STDIN = "standard input"


def _quiet(_: str) -> None:
    pass


@dataclass(frozen=True)
class Options:
    """How inputs are read, where their names and beginnings do not say it.

    `format` overrides the kind of every file, `columns` names the columns of corpora, and
    `date_format` the order of their dates ("dmy", "mdy", "ymd") or a pattern of `strptime`.
    `tell` is given what is guessed of a corpus.
    """

    format: Format | None = None
    columns: Columns = field(default_factory=Columns)
    date_format: str | None = None
    tell: Callable[[str], None] = _quiet


def pages(target: str, options: Options | None = None) -> Iterator[Page | Passed]:
    """The pages of a file, of a folder, of a corpus, or of standard input for "-".

    What cannot be read comes as `Passed`, in its place. Nothing is raised for a bad input. Files
    are parsed in this process: a file made for it can hang or fill the memory.
    """
    for one in gather(target, options or Options()):
        if isinstance(one, Passed):
            yield one
        else:
            yield from one.pages()


def gather(target: str, options: Options) -> Iterator[Unread | Passed]:
    """As `pages`, but nothing is opened yet beyond the rows of corpora: what remains to be done can
    hang, and can be done in another process."""
    if target == "-":
        yield from _guarded(STDIN, _standard_input(options))
        return
    try:
        for one in files(target):
            if isinstance(one, Passed):
                yield one
            else:
                yield from _guarded(one, _file(one, options))
    except InputError as error:
        yield Passed(target, error)


def _guarded(name: str, found: Iterator[Unread | Passed]) -> Iterator[Unread | Passed]:
    try:
        yield from found
    except InputError as error:
        yield Passed(name, error)


def _file(path: str, options: Options) -> Iterator[Unread | Passed]:
    kind = options.format or kind_by_name(path)
    if kind is not None and kind not in CORPORA:
        open_file(path).close()  # what is not there is said at once
        yield Unopened(path, kind if kind != "text" or options.format else None, path=path)
        return
    with open_file(path) as stream:
        yield from _stream(stream, path, kind, options, path=path)


def _standard_input(options: Options) -> Iterator[Unread | Passed]:
    yield from _stream(unpacked(sys.stdin.buffer), STDIN, options.format, options, path=None)


def _stream(
    stream: BinaryIO, name: str, kind: Format | None, options: Options, *, path: str | None
) -> Iterator[Unread | Passed]:
    if kind is None:
        head, stream = peeked(stream, name=name)
        kind = kind_by_head(head)
    if kind in CORPORA:
        yield from corpus_rows(
            stream,
            name=name,
            format=kind,
            columns=options.columns,
            date_format=options.date_format,
            tell=options.tell,
        )
    elif path is not None:
        yield Unopened(name, kind, path=path)
    else:
        yield Unopened(name, kind, raw=read_whole(stream, name=name))


def load(target: str) -> Page:
    """The one page at a path, or on standard input for "-".

    Raises MissingInput, EmptyInput, BinaryInput or another InputError, one for a folder, and for a
    file with several pages: `pages` gives them all.
    """
    found = pages(target)
    first = next(found, None)
    if first is None:
        raise MissingInput(f"{target}: nothing in it")
    if isinstance(first, Passed):
        raise first.why
    if next(found, None) is not None:
        raise InputError(
            f"{target}: holds more than one page; dragoman.sources.pages gives them all"
        )
    return first
