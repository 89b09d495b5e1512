"""Words of strangers, made safe for a terminal."""

from __future__ import annotations

import unicodedata

# Marks that turn the reading direction around: a page could use them to show what it does not say.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """Without control characters (line breaks and tabs apart) and without marks that turn the
    reading direction; each becomes U+FFFD, so that offsets in characters stay."""
    return "".join("\ufffd" if _is_control(character) else character for character in text)


def one_line(text: str) -> str:
    """Printable, with every run of white space as one space."""
    return " ".join(printable(text).split())


def _is_control(character: str) -> bool:
    if character in "\n\t":
        return False
    return character in _TURNING or unicodedata.category(character) in ("Cc", "Cs")
