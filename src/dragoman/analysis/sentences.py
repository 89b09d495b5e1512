"""Sentences: split by rule, before any parser, so that masks and models cannot move a boundary."""

from __future__ import annotations

import re
from functools import cache

from dragoman.languages.language import language_data

# A full stop, question or exclamation mark, with closing quotes and brackets; then a space, the end,
# or (agencies' texts lose the space) directly a capital after a lower-case word.
_END = re.compile(r"[.!?…]+(?:\s?[\"”»’')\]]+)?(?=\s+|$|[A-ZÀ-ÖØ-Þ\"«“]|-\s)")
_LINE = re.compile(r"\n+")
# "- Des appels au calme -Le président ...": an agency's intertitle, run into the text.
_INTERTITLE = re.compile(r"\s*-\s[^\n.;:]{2,90}?\s-(?=\S)")
_DASH = re.compile(r"-\s")
LOOK_BACK = 40  # characters: longer than any abbreviation
MAX_SENTENCE = 1200  # characters; a longer run is cut at a semicolon, a comma or a space


@cache
def _abbreviations(language: str) -> re.Pattern[str]:
    words = sorted(language_data(language).abbreviations, key=len, reverse=True)
    return re.compile(
        r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, words)) + r")\.$", re.IGNORECASE
    )


def _is_boundary(text: str, start: int, at: re.Match[str], language: str) -> bool:
    stop, end = at.start(), at.end()
    rest = text[end : end + LOOK_BACK]
    mark = at.group()
    glued = bool(rest) and not rest[0].isspace()
    if not rest:
        return True
    if _DASH.match(rest):
        return True
    following = rest.lstrip()[:1]
    if mark.startswith("."):
        before = text[max(start, stop - LOOK_BACK) : stop + 1]
        if _abbreviations(language).search(before):
            return False
        # initials and acronyms: "M. J. Dupont", "U.S. troops"
        if re.search(r"(?:^|[\s(\"«“'-])[A-ZÀ-Þ]\.$", before) or re.search(
            r"\b[A-Z]\.[A-Z]\.$", before
        ):
            return bool(following) and following in '"«“' and not glued
        if glued:
            # "experts.Le": a lower-case word or a closing mark, then a capital
            return (
                text[stop - 1 : stop].islower()
                or text[stop - 1 : stop] in '»")” '
                or mark[-1:] in '»")”'
            )
        if text[stop - 1 : stop].isdigit() and following.isdigit():
            return False
    elif glued:
        return following.isupper() or following in '"«“'
    return not following.islower()


def split(text: str, *, language: str, offset: int = 0) -> list[tuple[int, int]]:
    """Sentence spans of one paragraph or more, moved by `offset`; white space outside.

    A stop inside quotation marks ends a sentence too: a quotation of three sentences is three.
    """
    spans: list[tuple[int, int]] = []
    for line in _lines(text):
        start, line_end = line
        body = text[:line_end]
        position = start
        for at in _END.finditer(body, start):
            if at.start() < position or not _is_boundary(body, position, at, language):
                continue
            stop = _before_opening_quote(body, start, at)
            spans.append((position, stop))
            position = stop
        spans.append((position, line_end))
    result: list[tuple[int, int]] = []
    for begin, end in _without_intertitles(text, spans):
        stripped = text[begin:end]
        lead = len(stripped) - len(stripped.lstrip())
        begin, end = begin + lead, begin + lead + len(stripped.strip())
        result.extend(_cut(text, begin, end))
    return [(a + offset, b + offset) for a, b in result if b > a]


def _without_intertitles(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, with an intertitle at the head of one as a span of its own."""
    result = []
    for begin, end in spans:
        at = _INTERTITLE.match(text, begin, end)
        if at is not None:
            result.append((begin, at.end()))
            begin = at.end()
        result.append((begin, end))
    return result


def _before_opening_quote(body: str, start: int, at: re.Match[str]) -> int:
    """The end of the sentence: before a straight quotation mark that opens the next one, as in
    agencies' texts that lost a space ('... a-t-il dit."Nous ...')."""
    quote = at.group().find('"')
    if quote > 0 and at.group()[quote - 1].isspace():
        return at.start() + quote
    if quote > 0 and body.count('"', start, at.start() + quote) % 2 == 0:
        return at.start() + quote
    return at.end()


def _lines(text: str) -> list[tuple[int, int]]:
    position = 0
    lines = []
    for at in _LINE.finditer(text):
        lines.append((position, at.start()))
        position = at.end()
    lines.append((position, len(text)))
    return [(a, b) for a, b in lines if text[a:b].strip()]


def _cut(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - begin > MAX_SENTENCE:
        window = text[begin : begin + MAX_SENTENCE]
        at = max(window.rfind("; "), window.rfind(", "))
        if at < MAX_SENTENCE // 3:
            at = window.rfind(" ")
        at = at if at > 0 else MAX_SENTENCE - 1
        pieces.append((begin, begin + at + 1))
        begin += at + 1
        while begin < end and text[begin].isspace():
            begin += 1
    pieces.append((begin, end))
    return pieces
