"""From what the user names to files."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import PurePath

from dragoman.errors import InputError, OtherKind
from dragoman.sources.kinds import kind_by_name
from dragoman.sources.passed import Passed

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_NAMED = 3


def files(target: str) -> Iterator[str | Passed]:
    """The file itself, or those in and under a folder, in the order of their names.

    What a folder holds and is not read comes as `Passed`: what cannot be opened, links to folders,
    pipes, and at the end the files of other kinds, one for each suffix. Raises InputError for an
    address and for an empty name.
    """
    if not target:
        raise InputError("no page was named; give the path of a file, or - for standard input")
    if _ADDRESS.match(target):
        raise InputError(
            f"{target}: addresses are not fetched yet; save the page to a file and give its path, "
            "or - for standard input"
        )
    # Not `Path.is_dir`, which raises for a name that is too long.
    if os.path.isdir(target):  # noqa: PTH112
        yield from _folder(target)
    else:
        yield target


def _folder(target: str) -> Iterator[str | Passed]:
    others: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    unread: list[OSError] = []
    seen = False
    for folder, below, names in os.walk(target, onerror=unread.append):
        below.sort()
        for name in below:
            path = os.path.join(folder, name)  # noqa: PTH118 (paths from os.walk)
            if os.path.islink(path):  # noqa: PTH114
                yield Passed(
                    path, OtherKind(f"{path}: a link to a folder; not followed"), fault=False
                )
        for name in sorted(names):
            path = os.path.join(folder, name)  # noqa: PTH118
            seen = True
            if kind_by_name(name) is None:
                suffix = PurePath(name.lower().removesuffix(".gz")).suffix
                counts[suffix] = counts.get(suffix, 0) + 1
                first = others.setdefault(suffix, [])
                if len(first) < _NAMED:
                    first.append(path)
            elif _is_special(path):
                yield Passed(
                    path, OtherKind(f"{path}: a pipe, socket or device, not a file"), fault=False
                )
            else:
                yield path
        for error in unread:
            name = str(error.filename)
            yield Passed(name, InputError(f"{name}: cannot be read: {error.strerror}"))
        unread.clear()
    if not seen:
        yield Passed(target, InputError(f"{target}: a folder without a file in it"))
    for suffix, first in sorted(others.items()):
        yield _other_kind(target, suffix, counts[suffix], first)


def _other_kind(target: str, suffix: str, count: int, first: list[str]) -> Passed:
    kind = f"{suffix} files are" if suffix else "files without a suffix are"
    more = f" and {count - len(first)} more" if count > len(first) else ""
    named = ", ".join(first)
    return Passed(
        target,
        OtherKind(f"{target}: {kind} not read: {named}{more}"),
        count=count,
        fault=False,
    )


def _is_special(path: str) -> bool:
    """Whether a path leads to a pipe, socket or device; a broken link is for the opener to name."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
    except OSError:
        return False
    return not stat.S_ISREG(mode)
