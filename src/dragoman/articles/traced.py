"""An article's text back to the page that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dragoman.articles.lined import lined
from dragoman.articles.mapped import MappedText
from dragoman.articles.mended import mended
from dragoman.articles.plain import plain_text
from dragoman.records import Article


@dataclass(frozen=True)
class Stretch:
    """A paragraph of an article's text, start:end, and where it begins in the page's mended text."""

    start: int
    end: int
    at: int


@dataclass(frozen=True)
class Trace:
    """Where each paragraph and caption of an article's text stands in its page.

    `stretches` are those that stand there in one piece. A caption out of whose middle a credit was
    taken does not.
    """

    page: MappedText
    stretches: tuple[Stretch, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the page's text that text[start:end] of the article came from.

        Null where it does not lie in one paragraph, or that does not stand in the page in one piece.
        """
        at = bisect_right(self.stretches, start, key=lambda one: one.start) - 1
        if at < 0 or not start <= end <= self.stretches[at].end:
            return None
        moved = self.stretches[at].at - self.stretches[at].start
        return self.page.source_span(start + moved, end + moved)


def trace(article: Article, page_text: str, *, plain: bool = False) -> Trace:
    """The way back from `article.text` to the text that `article` was read from: a page as text, or
    with `plain` an article. (Of HTML the markup stands between, and there is no such way.)"""
    if plain:
        mapped = plain_text(page_text)
        return Trace(mapped, (Stretch(0, len(mapped.text), 0),))
    page = mended(page_text)
    places = _places(page.text, page_text)
    stretches = []
    start = line = 0
    captions = [caption.text for caption in article.captions if caption.related]
    for text in (*article.lead, *article.paragraphs, *captions):
        found = _find(text, places, line)
        if found is not None:
            line, at = found
            stretches.append(Stretch(start, start + len(text), at))
        start += len(text) + 2
    return Trace(page, tuple(stretches))


def _places(flat: str, page_text: str) -> list[tuple[str, int]]:
    """The page's lines, each with where it begins in the mended text.

    Rows that were joined had a line end where the line has a space.
    """
    rows = [0]
    for row in flat.split("\n"):
        rows.append(rows[-1] + len(row) + 1)
    flat = flat.replace("\n", " ")
    return [
        (line.text, flat.index(line.text, rows[line.number])) for line in lined(page_text).lines
    ]


def _find(text: str, places: list[tuple[str, int]], first: int) -> tuple[int, int] | None:
    """The line that holds a text and where it begins in the page: from line `first` on, else before."""
    for i in (*range(first, len(places)), *range(first)):
        line, at = places[i]
        inside = line.find(text)
        if inside >= 0:
            return i, at + inside
    return None
