"""The blocks of text that a page is made of, in their order, with what their markup says of them."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dragoman.articles.html.cues import cues
from dragoman.articles.html.nodes import BLOCKS, UNSEEN, called, is_hidden, words_of

FAR = 9.0  # levels up, for a name that no element above has
_MOST_BLOCKS = 20_000
_SKIPPED = UNSEEN - {"noscript"} | {"head", "audio", "video", "canvas", "object", "map"}
_INSIDE = (
    "article", "main", "aside", "nav", "footer", "header", "form", "figure", "blockquote", "table",
    "ul", "ol", "section", "a",
)  # fmt: skip


@dataclass(frozen=True)
class Block:
    """One run of text with no block inside it.

    `tag` is the element that it is the text of, `parent` and `grandparent` number the elements
    around it; `inside` are tags of elements around it; `named` gives for each list of names in
    `cues.toml` how many levels up an element is called so (FAR where none is); `linked` is the
    share of its characters that are a link's.
    """

    text: str
    tag: str
    parent: int
    grandparent: int
    depth: int
    inside: frozenset[str]
    named: tuple[float, ...]
    linked: float


@dataclass(frozen=True)
class _Place:
    """An element on the way down: what holds for all that is in it."""

    tag: str
    number: int
    above: int
    depth: int
    inside: frozenset[str]
    named: tuple[float, ...]


class _Walk:
    """Collects the text of each innermost block while going through the tree once."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.link = 0

    def flush(self, place: _Place) -> None:
        text = words_of("".join(self.pieces))
        if text and len(self.blocks) < _MOST_BLOCKS:
            share = min(self.link / max(sum(map(len, self.pieces)), 1), 1.0)
            self.blocks.append(Block(
                text, place.tag, place.number, place.above, place.depth, place.inside, place.named,
                share,
            ))  # fmt: skip
        self.pieces.clear()
        self.link = 0


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """The blocks of a page's body, without scripts and what no reader sees; 20,000 at most."""
    if tree.body is None:
        return []
    lists = tuple(cues().blocks.values())
    walk = _Walk()
    root = _Place("body", 0, 0, 0, frozenset(), (FAR,) * len(lists))
    # Each entry is an element to enter, or the place whose block ends here.
    stack: list[tuple[LexborNode | None, _Place]] = [(None, root), (tree.body, root)]
    number = 0
    while stack:
        node, place = stack.pop()
        if node is None:
            walk.flush(place)
            continue
        if node.tag == "-text":
            piece = node.text_content or ""
            walk.pieces.append(piece)
            walk.link += len(piece) if "a" in place.inside else 0
            continue
        if node.tag in _SKIPPED or node.tag == "-comment" or is_hidden(node):
            continue
        if node.tag == "br":
            # Two in a row part paragraphs, and one mostly does in the pages that use them.
            walk.flush(place)
            continue
        number += 1
        here = _enter(node, place, number, lists)
        if node.tag in BLOCKS:
            walk.flush(place)
            stack.append((None, here))
        stack.extend((child, here) for child in reversed(list(node.iter(include_text=True))))
    return walk.blocks


def _enter(
    node: LexborNode, place: _Place, number: int, lists: tuple[frozenset[str], ...]
) -> _Place:
    tag = node.tag or ""
    inside = place.inside | {tag} if tag in _INSIDE else place.inside
    names = called(node)
    if names:
        named = tuple(
            0.0 if names & words else min(up + 1.0, FAR)
            for words, up in zip(lists, place.named, strict=True)
        )
    else:
        named = tuple(min(up + 1.0, FAR) for up in place.named)
    if tag not in BLOCKS:
        # Inline: its text is the block's around it.
        return _Place(place.tag, place.number, place.above, place.depth, inside, named)
    return _Place(tag, number, place.number, place.depth + 1, inside, named)
