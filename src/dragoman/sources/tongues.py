"""The language that a container names, as an ISO 639-1 code."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_PATH = Path(__file__).with_name("tongues.toml")
_TAG = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]{1,8}){0,4}", re.I)
_LISTED = re.compile(r"[;,/|]")


def language_code(said: object) -> str | None:
    """The code for "fr", "fr-FR", "fra", "French", "FRENCH; FRANÇAIS"; null where it is none."""
    if not isinstance(said, str):
        return None
    for part in _LISTED.split(said.strip()[:80]):
        word = part.strip().casefold()
        if word in _names():
            return _names()[word]
        tag = _TAG.fullmatch(word)
        if tag:
            return tag[1]
    return None


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    data: dict[str, list[str]] = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    return {name: code for code, names in data.items() for name in (code, *names)}
