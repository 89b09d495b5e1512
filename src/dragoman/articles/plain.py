"""Article text with no page around it: nothing goes but white space."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from dragoman.articles.lines import continues, wrap_widths
from dragoman.articles.mapped import MappedText
from dragoman.articles.normal import normalise

_LINE_ENDS = re.compile(r"\n+")


def plain_text(text: str) -> MappedText:
    """The text with the changes of `articles.normal`, its paragraphs joined by a blank line.

    A blank line parts paragraphs, and so does a line end, unless the text was wrapped at a fixed
    width: there the lines of one paragraph are joined by a space. No character that is not white
    space comes or goes beyond what `articles.normal` says; `source_span` maps offsets back.
    """
    mapped = normalise(text)
    mapped = mapped.rewrite(re.compile(r"\A\n+|\n+\Z"), lambda _: "")
    rows = mapped.text.split("\n")
    breaks = iter(_breaks(rows, wrap_widths(rows)))
    return mapped.rewrite(_LINE_ENDS, lambda m: " " if _joined(m.group(), breaks) else "\n\n")


def _breaks(rows: list[str], widths: list[int] | None) -> list[bool]:
    """For each line end whether the paragraph goes on after it."""
    return [
        widths is not None and continues(row, after, widths[i])
        for i, (row, after) in enumerate(itertools.pairwise(rows))
    ]


def _joined(ends: str, breaks: Iterator[bool]) -> bool:
    goes_on = [next(breaks) for _ in ends]
    return len(goes_on) == 1 and goes_on[0]


def paragraphs_of(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n\n")) if text else ()
