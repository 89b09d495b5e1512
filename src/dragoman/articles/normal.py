"""The only changes that are ever made to an article's words.

- Unicode NFC.
- Line ends (CR LF, CR, vertical tab, form feed, NEL, LS, PS) become LF.
- Other white space (no-break, narrow no-break, thin, ideographic space, tab, the separators
  U+001C to U+001F ...): runs become one space; none stays beside a line end.
- Soft hyphens, zero-width spaces, word joiners, byte order and direction marks go, and so do
  control characters. Half of a character (a lone surrogate) becomes U+FFFD.
- U+2010 and U+2011 become "-"; an apostrophe U+2019 or U+02BC inside a word, or between a word
  and an opening quotation mark, becomes "'". Quotation marks and dashes stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from dragoman.articles.mapped import MappedText

_SPACE = r"[\t\x1c-\x1f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_GONE = f"{_CONTROLS}\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
# Outside these there is nothing that melts but Hangul, which is added by hand.
_COMPOSING = (range(0x0080, 0x3400), range(0xA000, 0xAC00), range(0xF900, 0x1E950))
_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile(f"[{_GONE}]+")
_HALF = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(rf"{_SPACE}+")
_AROUND_LINE_END = re.compile(r" ?\n ?|^ | $")
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ](?=\w|[«“„\"])")
_HYPHEN = re.compile("[\u2010\u2011]")


def normalise(text: str | MappedText) -> MappedText:
    """The text with the changes above, mapped to what was given."""
    mapped = _composed(MappedText(text) if isinstance(text, str) else text)
    mapped = mapped.rewrite(_LINE_ENDS, lambda _: "\n")
    mapped = mapped.rewrite(_HALF, lambda _: "\ufffd")
    mapped = mapped.rewrite(_INVISIBLE, lambda _: "")
    mapped = mapped.rewrite(_SPACES, lambda _: " ")
    mapped = mapped.rewrite(_AROUND_LINE_END, lambda m: "\n" if "\n" in m.group() else "")
    mapped = _composed(mapped)  # what went may have stood between a letter and its accent
    mapped = mapped.rewrite(_APOSTROPHE, lambda _: "'")
    return mapped.rewrite(_HYPHEN, lambda _: "-")


@lru_cache(maxsize=1)
def _joiners() -> str:
    """Characters that may melt into the one before: marks and second halves of compositions."""
    second = set()
    for code in chain(*_COMPOSING):
        parts = unicodedata.decomposition(chr(code)).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            second.add(chr(int(parts[1], 16)))
        if unicodedata.combining(chr(code)):
            second.add(chr(code))
    second.update(map(chr, range(0x1161, 0x1176)))  # Hangul vowels and final consonants
    second.update(map(chr, range(0x11A8, 0x11C3)))
    return "".join(sorted(second))


def _composed(mapped: MappedText) -> MappedText:
    if unicodedata.is_normalized("NFC", mapped.text):
        return mapped
    joiners = re.escape(_joiners())
    changing = re.escape("".join(sorted(
        c for c in set(mapped.text) if not unicodedata.is_normalized("NFC", c)
    )))  # fmt: skip
    alone = f"|[{changing}]" if changing else ""
    cluster = re.compile(rf"[^{joiners}]?[{joiners}]+{alone}")
    return mapped.rewrite(cluster, lambda m: unicodedata.normalize("NFC", m.group()))
