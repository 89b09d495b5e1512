"""The article's lead and paragraphs in an HTML page.

trafilatura's body in its precise mode is one of the marks of each block; which blocks are the
article's a small trained model tells from all of them (`block_parts.npz`, made by
`training/blocks.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray
from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.around import teasers
from dragoman.articles.html.block_marks import NAMES, block_marks
from dragoman.articles.html.blocks import Block, blocks
from dragoman.articles.html.jsonld import squeezed
from dragoman.articles.kinds import Kind
from dragoman.articles.line_parts import PARTS, line_parts
from dragoman.articles.lined import Lined, lined_rows
from dragoman.articles.marks import NAMES as LINE_MARKS
from dragoman.articles.marks import Matrix, marks
from dragoman.articles.trees import Trees, load_trees

_BODY, _LEAD = PARTS.index("body"), PARTS.index("lead")
_LIKELY, _LIKELY_LEAD = 0.5, 0.35
_LEAST_TEXT = 0.3  # of what trafilatura finds: with less the model is not believed
_MOST_TAGS = 20_000  # trafilatura takes time that grows with the square of them; pages have 7,000
_BULLETS = frozenset(("li",))


@dataclass(frozen=True)
class HtmlBody:
    """`lead` and `paragraphs` are the article's text; `teasers` and `furniture` what else stands in
    the page's running text."""

    lead: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    teasers: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeenBlocks:
    """A page's blocks as lines, with their marks; `found` is trafilatura's body."""

    blocks: list[Block]
    page: Lined
    marks: Matrix
    found: str


@lru_cache(maxsize=1)
def _trees() -> Trees:
    return load_trees(resources.files("dragoman.articles.html") / "block_parts.npz", NAMES)


def seen_blocks(
    tree: LexborHTMLParser,
    html: str,
    *,
    url: str | None,
    linked_text: str | None,
    description: str | None,
    captions: Collection[str],
) -> SeenBlocks:
    """The blocks of a page and what they show. `captions` are those of the page, as they stand."""
    import trafilatura

    found = (
        trafilatura.extract(html, url=url, favor_precision=True, include_comments=False)
        if html.count("<") <= _MOST_TAGS
        else None
    ) or ""
    some = blocks(tree)
    page = lined_rows([(block.text, block.tag in _BULLETS) for block in some])
    shown = block_marks(
        some,
        marks(page.lines, page.kinds, page.language),
        trafilatura=found,
        linked_text=linked_text or "",
        description=description or "",
        captions={squeezed(caption) for caption in captions},
    ) if some else np.zeros((0, len(NAMES)), dtype=np.float32)  # fmt: skip
    return SeenBlocks(some, page, shown, found)


def html_body(
    tree: LexborHTMLParser,
    html: str,
    *,
    url: str | None,
    title: str | None,
    captions: Collection[str],
    linked_text: str | None = None,
    description: str | None = None,
) -> HtmlBody:
    """The body of a page, without its title and captions.

    `linked_text` is the article's text in the page's linked data, `description` the page's summary
    in its meta elements; null where it has none.
    """
    seen = seen_blocks(
        tree, html, url=url, linked_text=linked_text, description=description, captions=captions
    )
    apart = {squeezed(text) for text in (title or "", *captions)}
    likely = _trees().probabilities(seen.marks)
    if not seen.found and seen.blocks:
        # Its parser gave up (levels without number), or was not asked, and the model leans on it:
        # what the lines show without markup counts as much then.
        likely = np.maximum(likely, line_parts(seen.marks[:, : len(LINE_MARKS)]))
    lead, own = chosen(seen, likely, apart)
    texts = [block.text for block in seen.blocks]
    paragraphs = tuple(texts[i] for i in own)
    if sum(map(len, paragraphs)) < _LEAST_TEXT * len(seen.found):
        # Markup that hides its text from the walk; trafilatura knows more ways to it.
        paragraphs = tuple(p for p in seen.found.split("\n") if p and squeezed(p) not in apart)
        return HtmlBody(paragraphs=paragraphs)
    told = {*lead, *own}
    rest = [i for i in range(len(texts)) if i not in told and squeezed(texts[i]) not in apart]
    other = set(teasers(seen.page.lines, seen.page.kinds, rest))
    return HtmlBody(
        lead=tuple(texts[i] for i in lead),
        paragraphs=paragraphs,
        teasers=tuple(texts[i] for i in sorted(other)),
        furniture=tuple(dict.fromkeys(texts[i] for i in rest if i not in other)),
    )


def chosen(
    seen: SeenBlocks, likely: NDArray[np.float64], apart: Collection[str]
) -> tuple[list[int], list[int]]:
    """The numbers of the lead's blocks and of the body's, by how `likely` each is each of PARTS;
    `apart` are squeezed texts that are neither."""
    usable = [
        i
        for i, (block, kind) in enumerate(zip(seen.blocks, seen.page.kinds, strict=True))
        if kind in (Kind.TEXT, Kind.SHORT) and squeezed(block.text) not in apart
    ]
    text = likely[:, _BODY] + likely[:, _LEAD]
    own = [i for i in usable if text[i] > _LIKELY and likely[i, _BODY] > likely[i, _LEAD]]
    first = own[0] if own else len(seen.blocks)
    lead = [
        i
        for i in usable
        if i < first and likely[i, _LEAD] > _LIKELY_LEAD and likely[i, _LEAD] > likely[i, _BODY]
    ]
    return lead, own
