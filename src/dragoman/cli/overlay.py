"""The user's own tables laid over ours, in a command and in the process that reads pages for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.gazetteer import Tables


def check_gazetteer(paths: Sequence[Path]) -> None:
    """Raises DataError where the user's tables are wrong, with all the other faults told before it."""
    if not paths:
        return
    from dragoman.gazetteer import examine

    _, faults = examine(*paths)
    for fault in faults[:-1]:
        tell(fault)
    if faults:
        raise faults[-1]


@contextmanager
def laid_over(paths: Sequence[Path]) -> Iterator[None]:
    """Inside, pages are read with the user's tables over ours. Raises DataError where one is wrong."""
    if not paths:
        yield
        return
    from dragoman.gazetteer import using

    with using(_tables(tuple(paths))):
        yield


@lru_cache(maxsize=1)
def _tables(paths: tuple[Path, ...]) -> Tables:
    from dragoman.gazetteer import with_overlay

    return with_overlay(*paths)


def provenance(paths: Sequence[Path]) -> list[dict[str, str]]:
    """Name and SHA-256 of each table, so that a ledger's run says with which it was made."""
    return [{"file": path.name, "sha256": sha256(path.read_bytes()).hexdigest()} for path in paths]
