"""The language: what the page says, against what its text is in."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import Object, text_in
from dragoman.articles.html.said import Said
from dragoman.articles.tongue import LANGUAGES, language_of

_CODE = re.compile(r"([a-zA-Z]{2,3})(?:[-_][\w-]*)?$")
# Norwegian is one code in the records; the other names of it, and old ones, are written as well.
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "ji": "yi", "zho": "zh", "chi": "zh"}
_CLOSE = (frozenset(("hr", "sr", "bs")), frozenset(("id", "ms")), frozenset(("zu", "xh")))
_ENOUGH = 300


def languages_said(
    tree: LexborHTMLParser, meta: dict[str, list[str]], article: Object | None
) -> list[Said]:
    """The languages that parts of the page say, as ISO 639-1 codes."""
    found: list[tuple[str | None, str]] = []
    root = tree.css_first("html")
    if root:
        found.append((root.attributes.get("lang") or root.attributes.get("xml:lang"), "html lang"))
    if article:
        value = article.get("inLanguage")
        if isinstance(value, dict):
            value = value.get("alternateName") or value.get("name")
        found.append((text_in(value), "json-ld"))
    for name in cues().meta["language"]:
        found += ((value, name) for value in meta.get(name, ())[:1])
    return [Said(code, where) for text, where in found if (code := _code(text))]


def _code(text: str | None) -> str | None:
    match = _CODE.match((text or "").strip())
    if not match:
        return None
    code = match[1].casefold()
    code = _SAME.get(code, code)
    return code if len(code) == 2 else None


def take_language(said: list[Said], text: str) -> str | None:
    """The language of the text; that of the page where the text is too short to say, or where the
    two are close kin."""
    stated = said[0].value if said else None
    read = language_of(text, expected=stated if stated in LANGUAGES else None)
    if read is None:
        return stated
    if stated and stated != read:
        near = any({stated, read} <= kin for kin in _CLOSE)
        if near or stated not in LANGUAGES or len(text) < _ENOUGH:
            return stated
    return read
