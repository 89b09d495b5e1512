from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from dragoman.cli.safe import one_line
from dragoman.cli.tables.console import console

if TYPE_CHECKING:
    from dragoman.cli.uncovered import Lacking

WHY = {"unknown": "not listed", "listed": "no frame fits"}


_SHOWN = 200
"""Characters of a sentence in the table."""


def around(sentence: str, lemma: str) -> str:
    """A long sentence cut to the words around what looks like the lemma."""
    if len(sentence) <= _SHOWN:
        return sentence
    stem = lemma.split()[-1].rpartition("'")[2][:4].lower()
    at = max(sentence.lower().find(stem), 0)
    start = max(min(at - _SHOWN // 2, len(sentence) - _SHOWN), 0)
    end = start + _SHOWN
    return (
        f"{'…' if start else ''}{sentence[start:end].strip()}{'…' if end < len(sentence) else ''}"
    )


def print_uncovered(lacking: Sequence[Lacking]) -> None:
    """One row for each predicate that nothing covers; to a pipe, the whole sentences."""
    if not lacking:
        return
    out = console()
    if not out.is_terminal:
        for one in lacking:
            row = (str(one.count), one.language, one.pos, one.lemma, WHY[one.known], one.sentence)
            print("\t".join(map(one_line, row)))
        return
    table = Table(box=box.SIMPLE_HEAD, title="Between two parties, and not in the lexicon")
    table.add_column("count", justify="right")
    for name in ("", "part", "predicate", "why"):
        table.add_column(name)
    table.add_column("a sentence")
    for one in lacking:
        table.add_row(
            f"{one.count:,}",
            one.language,
            one.pos.lower(),
            one_line(one.lemma),
            WHY[one.known],
            one_line(around(one.sentence, one.lemma)),
        )
    out.print(table)
