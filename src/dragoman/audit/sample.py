from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TypeVar

One = TypeVar("One")


def sample(found: Iterable[One], number: int, *, seed: int, id: Callable[[One], str]) -> list[One]:
    """So many of what is found, each with the same chance, and each id once.

    The same seed takes the same ones whatever their order; a larger number takes these and more.
    """
    kept: dict[str, tuple[int, One]] = {}
    limit = -1
    for one in found:
        name = id(one)
        rank = int.from_bytes(sha256(f"{seed}:{name}".encode()).digest()[:8], "big")
        if name in kept or (0 <= limit < rank):
            continue
        kept[name] = (rank, one)
        if len(kept) > 2 * number:
            kept = dict(heapq.nsmallest(number, kept.items(), key=lambda item: item[1][0]))
            limit = max(rank for rank, _ in kept.values())
    ranked = heapq.nsmallest(number, kept.values(), key=lambda item: item[0])
    return [one for _, one in ranked]
