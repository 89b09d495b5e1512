"""Bytes of files and pipes: opened without hanging, unpacked, read no further than they may be."""

from __future__ import annotations

import gzip
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from dragoman.errors import InputError, MissingInput
from dragoman.sources.limits import MAX_BYTES, check_size

_GZIP = b"\x1f\x8b"
_HEAD = 65_536


@contextmanager
def faults_named(name: str) -> Iterator[None]:
    """What goes wrong while a file is opened or read becomes an InputError with its name."""
    try:
        yield
    except FileNotFoundError:
        raise MissingInput(
            f"{name}: no such file; give the path of a page, a corpus or a folder, "
            "or - for standard input"
        ) from None
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise InputError(f"{name}: damaged gzip data: {error}") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        if "null" not in str(error):
            raise
        raise MissingInput(f"{name!r}: not a path; give the path of a file") from None


def open_file(path: str) -> BinaryIO:
    """A regular file, opened for reading and unpacked where it is gzip.

    Raises InputError for a folder, and for a pipe or device without waiting for what it may send.
    """
    with faults_named(path):
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            mode = os.fstat(number).st_mode
            if stat.S_ISDIR(mode):
                raise InputError(f"{path}: a folder; a file was expected")
            if not stat.S_ISREG(mode):
                raise InputError(
                    f"{path}: {_what(mode)}, not a file; give what it sends on standard input: "
                    "dragoman read - < ..."
                )
        except BaseException:
            os.close(number)
            raise
        return unpacked(os.fdopen(number, "rb"))


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or what gzip data in it unpack to, as they are read."""
    head = read_up_to(stream, 2)
    whole = rejoined(head, stream)
    if head != _GZIP:
        return whole
    return cast("BinaryIO", io.BufferedReader(gzip.GzipFile(fileobj=whole, mode="rb"), _HEAD))


def peeked(stream: BinaryIO, *, name: str) -> tuple[bytes, BinaryIO]:
    """The first 64 KB, and the stream with them still in it."""
    with faults_named(name):
        head = read_up_to(stream, _HEAD)
    return head, rejoined(head, stream)


def read_whole(stream: BinaryIO, *, name: str) -> bytes:
    """All bytes; raises TooLarge over 20 MB, having read no more than that."""
    with faults_named(name):
        raw = read_up_to(stream, MAX_BYTES + 1)
    check_size(len(raw), name=name)
    return raw


def read_up_to(stream: BinaryIO, size: int) -> bytes:
    """As many bytes as there are, `size` at most; a pipe may give them in parts."""
    parts = []
    while size > 0 and (part := stream.read(min(size, 1 << 20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def rejoined(head: bytes, rest: BinaryIO) -> BinaryIO:
    """A stream of `head` and then the rest."""
    return cast("BinaryIO", io.BufferedReader(_Joined(head, rest), _HEAD))


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        part = self._head[: len(view)] or self._rest.read(len(view)) or b""
        self._head = self._head[len(part) :]
        view[: len(part)] = part
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self._rest.close()
        super().close()


def _what(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"
