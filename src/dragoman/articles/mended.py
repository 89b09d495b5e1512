"""What pages spoil in their own words, undone before anything is read in them.

- Character references that were left over from markup ("&nbsp;", "&amp;#8217;") become characters.
- Lines of UTF-8 that were taken for another encoding ("Ã©" for "é", "â€™" for "’") are decoded
  again, where ftfy finds them clearly broken.
- Ligatures of Latin letters (ﬁ, ﬂ, ﬀ, ﬃ, ﬄ, ﬅ, ﬆ) become their letters. Letters of an alphabet
  (æ, œ) stay.

Then come the changes of `articles.normal`. Text that is no page (`--plain`) has those alone.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from dragoman.articles.mapped import MappedText
from dragoman.articles.normal import normalise

_LONGEST = 20_000  # characters of a line that are looked at together
_REFERENCE = re.compile(
    r"&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)
_NESTED = 4  # a reference in a reference in a ...
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_LINE = re.compile(f"[^\n]{{1,{_LONGEST}}}")
_OTHER = re.compile(r"[^\x00-\x7f]+")


def mended(text: str) -> MappedText:
    """A page's text with the changes above and those of `articles.normal`, mapped to what was
    given."""
    mapped = MappedText(text)
    if "&" in text:
        mapped = mapped.rewrite(_REFERENCE, _character)
    if not mapped.text.isascii():
        mapped = mapped.replace(_decoded(mapped.text))
        mapped = mapped.rewrite(_LIGATURE, lambda m: unicodedata.normalize("NFKC", m.group()))
    return normalise(mapped)


def _character(match: re.Match[str]) -> str:
    """What a reference stands for; itself where it stands for nothing."""
    text = match.group()
    for _ in range(_NESTED):
        if not _REFERENCE.fullmatch(text):
            return text
        text = html.unescape(text)
    return text


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    """The broken stretches of a text (start, end) with what they were before."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    for line in _LINE.finditer(text):
        broken = line.group()
        if broken.isascii() or not is_bad(broken):
            continue
        fixed = fix_encoding(broken)
        if fixed.count("\ufffd") <= broken.count("\ufffd"):
            for start, end, new in _differences(broken, fixed):
                yield line.start() + start, line.start() + end, new


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a line that its decoding changed.

    ASCII is the same in both, so that the rest of the one stands between the same ASCII as that of
    the other; where it does not (a space that was half of a letter) all that differs is one stretch.
    """
    if _OTHER.split(before) == _OTHER.split(after):
        for old, new in zip(_OTHER.finditer(before), _OTHER.findall(after), strict=True):
            yield old.start(), old.end(), new
        return
    first, most = 0, min(len(before), len(after))
    while first < most and before[first] == after[first]:
        first += 1
    last = 0
    while last < most - first and before[-1 - last] == after[-1 - last]:
        last += 1
    yield first, len(before) - last, after[first : len(after) - last]
