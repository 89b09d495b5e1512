"""Several articles in one text: a database's export, a digest by mail, clippings one after another.

An article begins at a head: a line that has the form of a title, with a date, a byline or a dateline
right below it or a dividing line right above it, and running text of its own after that. Two heads
part articles where dividing marks say so; else only in a text that is nearly all running text, as no
page of a site is, and where what follows shares few subject words with what stands before: a page
lists other articles too, and an article has headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.articles.dateline import dateline
from dragoman.articles.kinds import Kind
from dragoman.articles.lined import Lined
from dragoman.articles.lines import Line
from dragoman.articles.story import story_of, story_share
from dragoman.languages.furniture import bare_form, page_furniture

_RULE = re.compile(r"([-=_*#~+•·–—])(?:\s?\1){2,}$")
_NUMBERED = re.compile(r"(?:\w+\s)?\d{1,5}\s(?:of|sur|von|de|di|van|из)\s\d{1,5}(?:\s\w+)?$", re.I)
_TITLE = 15.0, 220.0
_WITHIN = 5  # lines below a title in which its date or byline stands
_TEXT_WITHIN = 9
_LEAST_TEXT, _LEAST_LINES = 200.0, 2
_SHARED = 0.45
_BARE_TEXT, _BARE_LINES = 0.8, 0.5


def article_spans(page: Lined) -> list[tuple[int, int]]:
    """Where each article's lines begin and end (end-exclusive); the whole page where it has one."""
    heads = _with_text(page, [i for i in range(len(page.lines)) if _is_head(page, i)])
    if len(heads) < 2:
        return [(0, len(page.lines))]
    bare = _is_bare(page)
    kept = heads[:1]
    for head in heads[1:]:
        if _parted(page, kept[-1], head) or (bare and _other_story(page, kept[-1], head, heads)):
            kept.append(head)
    starts = [0, *(_start(page, head) for head in kept[1:])]
    return list(zip(starts, [*starts[1:], len(page.lines)], strict=True))


def is_divider(line: Line, language: str | None) -> bool:
    """Whether a line parts texts: a row of signs, "12 of 40 DOCUMENTS", "End of document"."""
    text = line.text
    if _RULE.fullmatch(text) or _NUMBERED.fullmatch(text):
        return True
    return bare_form(text) in page_furniture(language).dividers


def _is_head(page: Lined, i: int) -> bool:
    line, kinds = page.lines[i], page.kinds
    if kinds[i] not in (Kind.SHORT, Kind.TEXT) or line.bullet or is_divider(line, page.language):
        return False
    if not _TITLE[0] <= line.units <= _TITLE[1]:
        return False
    if line.ends_sentence and line.text[-1] not in "?!»”\"'":
        return False
    return _signed_below(page, i) or (i > 0 and is_divider(page.lines[i - 1], page.language))


def _signed_below(page: Lined, i: int) -> bool:
    """Whether a date, a byline or a dateline stands right below line i."""
    kinds = page.kinds
    for k in range(i + 1, min(len(page.lines), i + 1 + _WITHIN)):
        if kinds[k] in (Kind.DATE, Kind.BYLINE):
            return True
        if kinds[k] is Kind.TEXT:
            return dateline(page.lines[k].text, page.language) is not None
    return False


def _with_text(page: Lined, heads: Sequence[int]) -> list[int]:
    """The heads that running text follows before the next; of two above one text the first."""
    found: list[int] = []
    open_head: int | None = None
    for at, head in enumerate(heads):
        end = heads[at + 1] if at + 1 < len(heads) else len(page.lines)
        open_head = head if open_head is None else open_head
        text = [i for i in range(head + 1, end) if page.kinds[i] is Kind.TEXT]
        near = text and text[0] - head <= _TEXT_WITHIN
        mass = sum(page.lines[i].units for i in text)
        if near and len(text) >= _LEAST_LINES and mass >= _LEAST_TEXT:
            # A section's name, say, may look like a head above the true one.
            found.append(open_head if head - open_head <= _WITHIN else head)
            open_head = None
        elif text:
            open_head = None
    return found


def _start(page: Lined, head: int) -> int:
    """The first line of an article: its head, or what stands between a divider above and it."""
    for i in range(head - 1, max(-1, head - 1 - _WITHIN), -1):
        if is_divider(page.lines[i], page.language):
            return i
        if page.kinds[i] is Kind.TEXT:
            break
    return head


def _parted(page: Lined, before: int, head: int) -> bool:
    """Whether a mark of documents stands between two heads; or a row of signs, where the second
    head has its date or byline: a row alone may part an article's own sections."""
    dividers = [line for line in page.lines[before + 1 : head] if is_divider(line, page.language)]
    if any(not _RULE.fullmatch(line.text) for line in dividers):
        return True
    return bool(dividers) and _signed_below(page, head)


def _is_bare(page: Lined) -> bool:
    """Whether a text has little in it but running text, and so no page of a site around it."""
    text = sum(line.units for line, kind in zip(page.lines, page.kinds, strict=True)
               if kind is Kind.TEXT)  # fmt: skip
    others = sum(kind in (Kind.SHORT, Kind.FURNITURE, Kind.POINTER) for kind in page.kinds)
    return text >= _BARE_TEXT * sum(
        line.units for line in page.lines
    ) and others <= _BARE_LINES * len(page.lines)


def _other_story(page: Lined, before: int, head: int, heads: Sequence[int]) -> bool:
    """Whether the text below a head has few of the subject words of the text before it."""
    later = [h for h in heads if h > head]
    end = later[0] if later else len(page.lines)
    told = story_of(_texts(page, before, head), page.language)
    shares = [story_share(text, told) for text in _texts(page, head, end)]
    return bool(shares) and sum(shares) / len(shares) < _SHARED


def _texts(page: Lined, start: int, end: int) -> list[str]:
    return [page.lines[i].text for i in range(start, end)
            if page.kinds[i] is Kind.TEXT or i == start]  # fmt: skip
