"""What a text leaves behind to know it by: a sample of its runs of words.

Two texts that share a share of their runs share the same share of the sample, however long each is
(a "scaled" MinHash: a run is kept where its hash is divisible by the rate). So the sample tells that
a short text stands in a long one, which a MinHash signature of fixed length cannot.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

RUN = 4
"""Words in a run. Three find too much in common, five lose what an editor's hand has touched."""
CHARACTERS = 9
"""Characters in a run, where a script writes no spaces between words."""
WANTED = 48
"""A text's rate doubles until its sample is no larger than this, or the rate is `COARSEST`."""
COARSEST = 16
FEWEST = 16
"""A text of fewer runs is known by none: a line of news is written alike by many."""
ENOUGH = 4
"""Runs that the smaller sample must have for a share to say anything."""

_WORD = re.compile(r"\w+")
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sketch:
    """`runs`: hashes from 0 to 2**63 - 1, each divisible by `rate` (a power of two)."""

    rate: int
    runs: frozenset[int]

    def at(self, rate: int) -> frozenset[int]:
        """The sample as it would be at a coarser rate."""
        if rate == self.rate:
            return self.runs
        return frozenset(run for run in self.runs if run % rate == 0)


def sketch(text: str) -> Sketch:
    """The sample of a text, empty for one of a line or two; the same for the same words, whatever
    their case and punctuation."""
    hashes = {_hash(run) for run in _runs(text.casefold())}
    if len(hashes) < FEWEST:
        return Sketch(1, frozenset())
    rate = 1
    while rate < COARSEST and len(hashes) > WANTED:
        rate *= 2
        hashes = {value for value in hashes if value % rate == 0}
    return Sketch(rate, frozenset(hashes))


def shared(one: Sketch, other: Sketch) -> float:
    """Which share of the smaller text's runs stand in the other, 0 to 1; 0 where too few are known."""
    rate = max(one.rate, other.rate)
    mine, theirs = one.at(rate), other.at(rate)
    smaller = min(len(mine), len(theirs))
    return len(mine & theirs) / smaller if smaller >= ENOUGH else 0.0


def _runs(text: str) -> set[str]:
    words = _WORD.findall(text)
    if len(_NO_SPACES.findall(text)) * 2 > sum(map(len, words)):
        joined = "".join(words)
        return {joined[at : at + CHARACTERS] for at in range(max(1, len(joined) - CHARACTERS + 1))}
    return {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}


def _hash(run: str) -> int:
    digest = hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
