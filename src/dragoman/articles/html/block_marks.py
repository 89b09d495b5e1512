"""What a block of a page shows by its markup, as numbers beside the marks of its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

import numpy as np

from dragoman.articles.html.blocks import Block
from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import squeezed
from dragoman.articles.marks import NAMES as LINE_MARKS
from dragoman.articles.marks import Matrix, shifted

_TAGS = ("p", "h1", "h2", "h3", "li", "div", "blockquote", "td", "figcaption", "span")
_INSIDE = (
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "blockquote", "table",
    "ul", "section",
)  # fmt: skip
_LONG = 80  # characters of a paragraph that tells where the text is
_PART = 30
_STEP = 200.0

_OWN = (
    *(f"tag_{tag}" for tag in _TAGS), *(f"in_{tag}" for tag in _INSIDE),
    "linked", "depth", "by_trafilatura", "in_linked_data", "is_description", "is_caption",
    "of_parent", "of_grandparent", "text_of_parent", "from_heading",
)  # fmt: skip
_NEAR = ("by_trafilatura", "linked", "of_parent", "in_article", "tag_p")
NAMES = (
    *LINE_MARKS,
    *_OWN,
    *(f"called_{name}" for name in cues().blocks),
    *(f"{name}{step:+d}" for step in (-2, -1, 1, 2) for name in _NEAR),
)


def block_marks(
    blocks: Sequence[Block],
    lines: Matrix,
    *,
    trafilatura: str,
    linked_text: str,
    description: str,
    captions: Collection[str],
) -> Matrix:
    """One row a block, one column for each of NAMES.

    `lines` are the marks of the blocks' text. `trafilatura` is the body that it finds,
    `linked_text` the article's in the page's linked data, `description` the page's own summary,
    `captions` the squeezed captions of the page.
    """
    found, in_data, about = map(squeezed, (trafilatura, linked_text, description))
    pieces = {squeezed(line) for line in trafilatura.split("\n")}
    mass: dict[tuple[str, int], float] = defaultdict(float)
    for block in blocks:
        if len(block.text) >= _LONG:
            mass["parent", block.grandparent] += len(block.text)
            mass["grand", block.parent] += len(block.text)
    most = max(mass.values(), default=1.0)
    heading = next((i for i, block in enumerate(blocks) if block.tag == "h1"), -1)
    rows = []
    for i, block in enumerate(blocks):
        form = squeezed(block.text)
        long = len(form) >= _PART
        rows.append((
            *(block.tag == tag for tag in _TAGS), *(tag in block.inside for tag in _INSIDE),
            block.linked, min(block.depth, 40),
            form in pieces or (long and form in found), long and form in in_data,
            long and (form in about or (len(about) >= _PART and about in form)), form in captions,
            mass["parent", block.grandparent] / most, mass["grand", block.parent] / most,
            min(mass["parent", block.grandparent] / _STEP, 50.0),
            max(-60, min(60, i - heading)) if heading >= 0 else 61,
            *block.named,
        ))  # fmt: skip
    own = np.array(rows, dtype=np.float32)
    columns = {name: at for at, name in enumerate(_OWN)}
    near = own[:, [columns[name] for name in _NEAR]]
    return np.hstack([lines, own, *(shifted(near, step) for step in (-2, -1, 1, 2))])
