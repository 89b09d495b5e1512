"""Words that tell nothing of what a text is about: articles, auxiliaries, words of place and time.

The words are data: `common_words.toml`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "common_words.toml"


@cache
def _table() -> dict[str, str]:
    return tomllib.loads(_TABLE.read_text(encoding="utf-8"))


@cache
def common_words(language: str | None) -> frozenset[str]:
    """The common words of a language (ISO 639-1), in small letters; none for one without a list."""
    return frozenset(_table().get(language or "", "").split())
