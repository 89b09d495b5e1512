"""Elements of a page: their words as a reader sees them, and what their markup calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from dragoman.articles.mended import mended
from dragoman.languages.remembered import remembered
from dragoman.sources.block_elements import BLOCKS as BLOCK_ELEMENTS

BLOCKS = BLOCK_ELEMENTS | {"br", "figcaption", "figure", "img", "picture", "td", "th"}
UNSEEN = frozenset(
    ["script", "style", "template", "noscript", "button", "svg", "select", "textarea", "iframe"]
)
_SPACES = re.compile(r"\s+")
_NAME = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_MOST_NODES = 2_000
_MOST_ANCESTORS = 60
_NAMING = frozenset(("class", "id", "itemprop", "data-testid", "data-component"))
_HIDDEN = frozenset(("sr", "visually", "screen"))
_HIDDEN_NAMES = frozenset(("hidden", "reader", "only"))


def words_of(text: str | None) -> str:
    """A text in one line, in the normal form of all article text; "" for none."""
    if not text:
        return ""
    if text.isascii() and text.isprintable() and "&" not in text:
        return " ".join(text.split())  # nothing else changes in it
    return _SPACES.sub(" ", mended(text).text).strip()


def text_of(node: LexborNode, *, without: frozenset[int] = frozenset()) -> str:
    """The words of an element in one line: blocks apart, no scripts, buttons or hidden labels.

    `without` holds the `mem_id` of elements that are left out with all that is in them.
    """
    return words_of("".join(_pieces(node, without)))


def _pieces(node: LexborNode, without: frozenset[int]) -> Iterator[str]:
    stack: list[LexborNode | str] = [node]
    seen = 0
    while stack and seen < _MOST_NODES:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        seen += 1
        if item.tag == "-text":
            yield item.text_content or ""
            continue
        if item.mem_id in without or item.tag in UNSEEN or item.tag == "-comment":
            continue
        if item is not node and is_hidden(item):
            continue
        block = item.tag in BLOCKS
        if block:
            yield " "
            stack.append(" ")
        stack.extend(reversed(list(item.iter(include_text=True))))


def is_hidden(node: LexborNode) -> bool:
    """Whether an element is there for screen readers only, or not shown at all."""
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    names = attributes.get("class")
    if not names:
        return False
    found = names_in(names)
    return bool(found & _HIDDEN and found & _HIDDEN_NAMES)


@remembered(8192)
def names_in(value: str) -> frozenset[str]:
    """The words that a class or id is made of: "wp-caption_textBox" gives wp, caption, text, box."""
    return frozenset(w.casefold() for w in _NAME.findall(value))


def called(node: LexborNode) -> frozenset[str]:
    """The words of an element's class, id, itemprop and data-testid."""
    attributes = node.attributes
    given = [v for k, v in attributes.items() if v and k in _NAMING]
    if len(given) == 1:
        return names_in(given[0])
    return frozenset().union(*map(names_in, given))


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """The elements that an element stands in, the nearest first; a bounded number."""
    parent = node.parent
    for _ in range(_MOST_ANCESTORS):
        if parent is None or parent.tag == "-undef":
            return
        yield parent
        parent = parent.parent
