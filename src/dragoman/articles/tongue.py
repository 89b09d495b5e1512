"""Which language a text is in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.languages.language import language_data, supported

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Languages with a daily press of some size; without this list short texts come out as Latin,
# Walloon or Occitan.
LANGUAGES = (
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi",
    "fr", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "mn",
    "ms", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw", "ta", "th",
    "tr", "uk", "ur", "vi", "xh", "zh", "zu",
)  # fmt: skip
_LOOKED_AT = 4_000
_LEAST = 20
_WORDS = 60
_ABOUND = 0.10  # of the words
_RIVAL = 5
_LIKELY = 0.05


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in LANGUAGES if code in known])
    return identifier


def _told_by_its_words(text: str) -> str | None:
    """A language of ours whose own small words abound in a text of some length, and no other's do; null
    where that can't be said. The identifier takes half a second to load, and most pages don't need it."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    shares = sorted(
        ((sum(w in language_data(code).telltale for w in words) / max(len(words), 1), code)
         for code in supported()),
        reverse=True,
    )  # fmt: skip
    (most, code), rest = shares[0], shares[1:]
    plain = len(words) >= _WORDS and most >= _ABOUND and all(s * _RIVAL <= most for s, _ in rest)
    return code if plain else None


def language_of(text: str, *, expected: str | None = None) -> str | None:
    """The ISO 639-1 code of a text's language; null for under 20 letters.

    Short texts full of names are often taken for another language: the `expected` one is kept
    where it is at all likely.
    """
    seen = text[:_LOOKED_AT]
    if sum(map(str.isalpha, seen)) < _LEAST:
        return None
    if (plain := _told_by_its_words(seen)) is not None:
        return plain
    ranking = _identifier().rank(seen)
    best, likelihood = ranking[0]
    if expected and dict(ranking).get(expected, 0.0) >= _LIKELY * likelihood:
        return expected
    return str(best)
