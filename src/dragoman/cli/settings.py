from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """What is the same for all pages of a command; `seconds` is the limit for one article of them,
    0 for none; with `explained` each claim comes with how it was read; with `counted` there are no
    claims, and the predicates between two parties instead; `gazetteer` and
    `lexicon` are the user's tables."""

    published: date | None = None
    language: str | None = None
    plain: bool = False
    seconds: int = 60
    explained: bool = False
    gazetteer: tuple[Path, ...] = ()
    lexicon: tuple[Path, ...] = ()
    counted: bool = False
