"""The user's own tables laid over ours, in a command and in the process that reads pages for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.tell import tell

if TYPE_CHECKING:
    from dragoman.cli.settings import Settings
    from dragoman.gazetteer import Tables
    from dragoman.languages.lexicon import Additions


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


def check_lexicon(paths: Sequence[Path]) -> None:
    """Raises DataError where a lexicon of the user's is wrong, with all the other faults told before
    it."""
    if not paths:
        return
    from dragoman.languages.own_lexicon import examine

    faults = [fault for path in paths for fault in examine(path)[1]]
    for fault in faults[:-1]:
        tell(fault)
    if faults:
        raise faults[-1]


@contextmanager
def laid_over(settings: Settings) -> Iterator[None]:
    """Inside, pages are read with the user's tables over ours. Raises DataError where one is wrong."""
    with ExitStack() as stack:
        if settings.gazetteer:
            from dragoman.gazetteer import using

            stack.enter_context(using(_tables(settings.gazetteer)))
        if settings.lexicon:
            from dragoman.languages import lexicon

            stack.enter_context(lexicon.using(*_lexicons(settings.lexicon)))
        yield


@lru_cache(maxsize=1)
def _lexicons(paths: tuple[Path, ...]) -> tuple[Additions, ...]:
    from dragoman.languages.own_lexicon import own_lexicon

    return tuple(own_lexicon(path) for path in paths)


@lru_cache(maxsize=1)
def _tables(paths: tuple[Path, ...]) -> Tables:
    from dragoman.gazetteer import with_overlay

    return with_overlay(*paths)


def provenance(paths: Sequence[Path]) -> list[dict[str, str]]:
    """Name and SHA-256 of each table, so that a ledger's run says with which it was made."""
    return [{"file": path.name, "sha256": sha256(path.read_bytes()).hexdigest()} for path in paths]
