"""The lines of a long text file, one by one, none longer than a page may be."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.errors import BinaryInput, EmptyInput, TooLarge
from dragoman.sources.decode import decode
from dragoman.sources.limits import MAX_BYTES
from dragoman.sources.stream import faults_named, peeked

_TOO_LONG = 10 * MAX_BYTES
"""How much of one line is passed over before the file is given up."""


class Text:
    """A stream as text: in UTF-8 or what its head shows, a stray byte of windows-1252 mended."""

    def __init__(self, stream: BinaryIO, *, name: str) -> None:
        """Raises EmptyInput and BinaryInput for what holds no text."""
        head, stream = peeked(stream, name=name)
        self.name = name
        self.encoding = _encoding(head, name)
        self.head = head.decode(self.encoding, errors="replace").removeprefix("\ufeff")
        mending = self.encoding in ("utf-8", "utf-8-sig")
        errors = "surrogateescape" if mending else "replace"
        self._text = io.TextIOWrapper(stream, self.encoding, errors=errors, newline="")
        self.mended = False

    def read(self, size: int) -> str:
        """The next characters, at most `size`; none at the end."""
        with faults_named(self.name):
            return self._mend(self._text.read(size))

    def line(self) -> str | None:
        """The next line with its end, null where there is none more; raises TooLarge for one over
        20 MB, which is then passed over."""
        with faults_named(self.name):
            line = self._text.readline(MAX_BYTES + 1)
            if len(line) <= MAX_BYTES:
                return self._mend(line) if line else None
            passed = len(line)
            while line and not line.endswith(("\n", "\r")):
                line = self._text.readline(MAX_BYTES)
                passed += len(line)
                if passed > _TOO_LONG:
                    raise Endless(f"{self.name}: a line that does not end; this is no corpus")
        raise TooLarge("over 20 MB, which no article is")

    def lines(self) -> Iterator[str]:
        """Line by line; raises TooLarge for one over 20 MB."""
        while (line := self.line()) is not None:
            yield line

    def _mend(self, text: str) -> str:
        if text.isascii():
            return text
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            self.mended = True
            # What is no UTF-8 in a file of it is a row from elsewhere, nearly always western.
            return (
                "".join(
                    bytes([ord(c) - 0xDC00]).decode("cp1252", "replace")
                    if "\udc80" <= c <= "\udcff"
                    else c
                    for c in text
                )
                .encode("utf-8", "replace")
                .decode("utf-8")
            )
        return text


class Endless(TooLarge):
    """A line that is longer than any file of rows would have it: nothing is read after it."""


def _encoding(head: bytes, name: str) -> str:
    if not head.strip():
        raise EmptyInput(f"{name}: empty; rows were expected")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if b"\x00" in head:
        raise BinaryInput(f"{name}: has NUL bytes, so it is not text; rows were expected")
    seen = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(head)
    strays = sum("\udc80" <= c <= "\udcff" for c in seen)
    # Some rows of another origin make no other encoding: in a file of one, nearly every letter with
    # an accent is a stray.
    if strays * 2 <= sum(c > "\x7f" for c in seen):
        return "utf-8"
    encoding = decode(head, name=name)[1]
    return {"windows-1252": "cp1252"}.get(encoding, encoding)
