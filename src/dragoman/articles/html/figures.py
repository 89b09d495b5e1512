"""The captions of a page's pictures, each with its credit, and those of other articles apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dragoman.articles.credits import split_photo_credit
from dragoman.articles.html.credits import (
    LONGEST,
    credit_name,
    is_only_credit,
    without_credit,
    without_label,
)
from dragoman.articles.html.cues import Cues, cues, selecting
from dragoman.articles.html.elsewhere import is_elsewhere, main_article
from dragoman.articles.html.jsonld import Object, squeezed, text_in
from dragoman.articles.html.nodes import ancestors, called, text_of, words_of

_LONGEST = 1_500
_SHORTEST = 4
_MOST = 300
_MOST_INSIDE = 40
_FIGURES = frozenset(("figure", "amp-img", "amp-lightbox", "amp-carousel"))
_PICTURES = "img, video, amp-img"
_FEW_WORDS = 4
_EDGES = " \t|/·•:;,–—-"


@dataclass(frozen=True)
class Figure:
    """A caption without its credit, the credit as it stands without its label, and the whole as
    it `stood`; `where` in the page; `elsewhere` where it stands with other articles."""

    text: str
    credit: str | None
    stood: str
    where: str
    elsewhere: bool = False


@lru_cache(maxsize=1)
def _selector() -> str:
    by_class = selecting(cues().caption)
    return f'figcaption, {by_class}, [itemprop~="caption"], [data-testid*="caption" i]'


def figures(
    tree: LexborHTMLParser, article: Object | None, *, title: str | None
) -> tuple[Figure, ...]:
    """The captions of the page in their order, each once, then those that only JSON-LD gives.

    Alternative texts are no captions: they say what a picture shows to who can't see it.
    """
    main = main_article(tree)
    own = squeezed(title or "")
    found: dict[str, Figure] = {}
    for node in _caption_nodes(tree):
        figure = _figure(node, main)
        if figure is None:
            continue
        key = squeezed(figure.text)
        if not key or key == own:
            continue
        known = found.get(key)
        if known is None or (known.elsewhere and not figure.elsewhere):
            found[key] = figure
        elif known.credit is None and figure.credit:
            found[key] = Figure(
                known.text, figure.credit, figure.stood, known.where, known.elsewhere
            )
    for figure in _linked(article):
        key = squeezed(figure.text)
        if key and key != own and not any(key in k or k in key for k in found):
            found[key] = figure
    return tuple(found.values())


def _caption_nodes(tree: LexborHTMLParser) -> Iterator[LexborNode]:
    """The elements that hold a caption: outermost of those that hold no picture themselves."""
    known = cues()
    taken: set[int] = set()
    for node in tree.css(_selector())[:_MOST]:
        if node.tag in (
            "img",
            "body",
            "html",
            "main",
            "article",
            "input",
            "meta",
            "button",
            "h1",
            "track",
        ):
            continue
        if node.tag == "meta" or not _is_caption(node, known):
            continue
        if any(a.mem_id in taken for a, _ in zip(ancestors(node), range(8), strict=False)):
            continue
        if node.tag != "figcaption" and not _holds_caption(node, known):
            continue
        taken.add(node.mem_id)
        yield node
    yield from _boxes(tree, taken)


def _holds_caption(node: LexborNode, known: Cues) -> bool:
    """Whether what an element called a caption says is one: no heading, no picture whose caption
    stands in an element of its own."""
    if node.css_first("h1, h2, h3, figcaption, figure"):
        return False
    return not node.css_first(_PICTURES) or not any(
        inner.mem_id != node.mem_id and _is_caption(inner, known) for inner in node.css(_selector())
    )


def _boxes(tree: LexborHTMLParser, taken: Collection[int]) -> Iterator[LexborNode]:
    """Boxes that are called a picture and hold one, and few words beside it that no element is
    marked for: `taken` are the captions known already."""
    known = cues()
    for node in tree.css(selecting(known.picture, "div"))[:_MOST]:
        if not called(node) & known.picture or len(node.css(_PICTURES)) != 1:
            continue
        if node.css_first("figure, figcaption, h1, h2, h3, h4, ul, a[href], input, table"):
            continue
        if any(inner.mem_id in taken for inner in node.css("*")[:_MOST_INSIDE]):
            continue
        if any(
            called(a) & known.not_caption for a, _ in zip(ancestors(node), range(3), strict=False)
        ):
            continue
        if len(text_of(node).split()) >= _FEW_WORDS:
            yield node


def _is_caption(node: LexborNode, known: Cues) -> bool:
    if node.tag == "figcaption":
        return True
    names = called(node)
    return bool(names & known.caption) and not names & known.not_caption


def _figure(node: LexborNode, main: LexborNode | None) -> Figure | None:
    known = cues()
    credits = list(_credit_nodes(node, known))
    apart = frozenset(n.mem_id for n in credits)
    stood = text_of(node)
    if len(stood) > _LONGEST:
        return None
    text = text_of(node, without=apart).strip(_EDGES) if apart else stood
    credit = next((c for n in credits if (c := credit_name(text_of(n)))), None)
    if credit is None:
        credit = _credit_beside(node)
    text = without_label(text, known.caption_labels)
    text, ending = without_credit(text)
    credit = credit or ending
    text = text.strip().rstrip(_EDGES)
    if len(text) < _SHORTEST or is_only_credit(text, known):
        return None
    return Figure(text, credit, stood, "figcaption" if node.tag == "figcaption" else "caption",
                  elsewhere=is_elsewhere(node, main, known))  # fmt: skip


def _credit_nodes(node: LexborNode, known: Cues) -> Iterator[LexborNode]:
    inside = node.css("span, small, cite, p, div, em, i, a, strong, figcaption, b")[:_MOST_INSIDE]
    done: set[int] = set()
    for inner in inside:
        if inner.mem_id == node.mem_id:
            continue
        names = called(inner)
        marked = names & known.credit and not names & known.caption
        if not (marked or inner.tag in ("cite", "small")):
            continue
        if any(a.mem_id in done for a, _ in zip(ancestors(inner), range(6), strict=False)):
            continue
        if len(text_of(inner)) <= LONGEST:
            done.add(inner.mem_id)
            yield inner


def _credit_beside(node: LexborNode) -> str | None:
    """The credit that stands beside the caption in the same figure."""
    for box, _ in zip(ancestors(node), range(4), strict=False):
        names = called(box)
        if box.tag in _FIGURES or names & {
            "figure",
            "image",
            "photo",
            "picture",
            "img",
            "media",
            "bild",
            "caption",
        }:
            for inner in box.css(
                '[class*="credit" i], [class*="copyright" i], [class*="source" i], [class*="photographer" i], [itemprop~="copyrightHolder"], [itemprop~="creator"], [itemprop~="author"], cite, small'
            )[:_MOST_INSIDE]:
                if inner.tag in ("source", "img", "picture", "meta"):
                    content = inner.attributes.get("content") if inner.tag == "meta" else None
                    if content and (name := credit_name(words_of(content))):
                        return name
                    continue
                # What is called a source may hold the caption too.
                text = text_of(inner, without=frozenset((node.mem_id,)))
                if 1 < len(text) <= LONGEST and (name := credit_name(text)):
                    return name
            if box.tag in _FIGURES:
                return None
    return None


def _linked(article: Object | None) -> Iterator[Figure]:
    """The captions of the article's own pictures in JSON-LD."""
    images = article.get("image") if article else None
    for image in (images if isinstance(images, list) else [images])[:_MOST_INSIDE]:
        if not isinstance(image, dict):
            continue
        text = words_of(text_in(image.get("caption")))
        if not _SHORTEST <= len(text) <= _LONGEST:
            continue
        by = text_in(image.get("creditText")) or text_in(image.get("copyrightNotice"))
        holder = image.get("creator") or image.get("author") or image.get("copyrightHolder")
        if by is None and isinstance(holder, dict):
            by = text_in(holder.get("name"))
        rest, name, certain = split_photo_credit(text)
        if name and certain:
            yield Figure(rest, name, text, "json-ld image")
        else:
            yield Figure(text, credit_name(words_of(by)) if by else None, text, "json-ld image")
