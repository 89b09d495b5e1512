from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.ledger import Standing


def counted(number: int, thing: str) -> str:
    """ "1 claim", "1,200 claims"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def footer(standing: Standing, shown: int | None = None) -> str:
    """What stands behind a list, in one line; `shown` is how many claims the list has, if it is a
    list."""
    line = (
        f"{counted(standing.claims, 'claim')} in {counted(standing.articles, 'article')}, "
        f"from {counted(standing.origins, 'independent origin')}"
    )
    if shown is not None and shown < standing.claims:
        line += f"; the first {shown:,} shown (--limit)"
    if standing.undated:
        line += f"; {standing.undated:,} more without a date are left out"
    return line
