"""The title: what several parts of the page call the article, without the site's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dragoman.articles.html.cues import cues
from dragoman.articles.html.jsonld import Object, squeezed, text_in
from dragoman.articles.html.nodes import ancestors, called, text_of, words_of
from dragoman.articles.html.said import Said

# How far each place is believed: the headline that editors give to machines and the one that they
# give to networks before the heading and the window's title, which are often rewritten for search.
_WEIGHTS = {
    "json-ld": 2.7,
    "og:title": 2.4,
    "json-ld alternativeHeadline": 1.5,
    "json-ld name": 1.5,
    "itemprop headline": 1.5,
    "h1": 0.5,
}
_OTHERS = 0.3
_SEPARATOR = re.compile(
    r"\s+[|\-–—:·•»«/\\~]{1,2}\s+|\s*[|｜»]\s*|\s+::\s+|(?<=\w)\s+[-–—]\s*|[_＿](?=\S+$)"
)
# Separators without spaces, which part a title from a name only at its end.
_TIGHT = re.compile(r"(?<=\w)[\W_]?[-_|ㅣ–—·]([^-_|ㅣ–—·]{2,40})$")
_LONGEST = 400
_LEAST_WHOLE = 8  # letters of a candidate that tell it from a label
_MOST_H1 = 8


@dataclass(frozen=True)
class Titles:
    """`title` is the one taken, `said` every candidate, `kicker` the line above the headline where
    it stands inside the heading."""

    title: str | None
    said: tuple[Said, ...]


def titles_said(
    tree: LexborHTMLParser, meta: dict[str, list[str]], article: Object | None
) -> list[Said]:
    """What each part of the page calls the article, as it stands there."""
    found: list[Said] = []
    if article:
        for key in ("headline", "name", "alternativeHeadline"):
            text = text_in(article.get(key))
            if text:
                found.append(Said(text, "json-ld" if key == "headline" else f"json-ld {key}"))
    for h1 in headings(tree):
        found.append(Said(heading_text(h1), "h1"))
    for node in tree.css('[itemprop~="headline"]')[:3]:
        if node.tag not in ("meta", "h1"):
            found.append(Said(text_of(node), "itemprop headline"))
    for name in cues().meta["title"]:
        found += (Said(value, name) for value in meta.get(name, ())[:2])
    head = tree.css_first("head title") or tree.css_first("title")
    if head:
        found.append(Said(head.text(deep=True), "title"))
    tidy = (Said(words_of(one.value[:_LONGEST]), one.where) for one in found)
    return [one for one in tidy if one.value]


def headings(tree: LexborHTMLParser) -> list[LexborNode]:
    """The h1 elements that may be the article's: those in headers of the site and in lists of other
    articles come last."""
    nodes = tree.css("h1")[:_MOST_H1]
    return sorted(nodes, key=lambda node: not _is_inside(node))


def _is_inside(node: LexborNode) -> bool:
    return any(a.tag in ("article", "main") for a in ancestors(node))


def heading_text(h1: LexborNode) -> str:
    """A heading's words without a kicker that stands in it."""
    apart = frozenset(
        node.mem_id
        for node in h1.css("span, small, div, a, p, strong")
        if called(node) & cues().kicker and node.mem_id != h1.mem_id
    )
    return text_of(h1, without=apart) or text_of(h1)


def take_title(
    said: Sequence[Said], site: Collection[str], sections: Collection[str] = ()
) -> Titles:
    """The title that the parts bear out most, without the names of the site and of its sections,
    as the page writes them elsewhere."""
    names = {squeezed(name) for name in site} - {""}
    labels = {squeezed(name) for name in sections} - {""}
    wholes = {squeezed(one.value) for one in said}
    candidates = [
        (clean, one)
        for one in said
        if (clean := without_site(one.value, names, wholes, labels))
        and squeezed(clean) not in names
    ]
    if not candidates:
        return Titles(None, tuple(said))
    places: dict[str, dict[str, str]] = {}
    for clean, one in candidates:
        places.setdefault(squeezed(clean), {}).setdefault(one.where, clean)
    # Candidates of one wording speak for each other; the first in the page's order wins a tie.
    wording = max(places.values(), key=lambda by: sum(_WEIGHTS.get(where, _OTHERS) for where in by))
    best = max(wording, key=lambda where: (not wording[where].isupper(), _WEIGHTS.get(where, 0.0)))
    return Titles(wording[best], tuple(Said(clean, one.where) for clean, one in candidates))


def without_site(
    text: str, names: set[str], wholes: set[str], labels: Collection[str] = frozenset()
) -> str:
    """A title without the site's name, section or slogan before or after it.

    What goes is a part between separators that is one of `names` (or holds one and little else) or
    of `labels`, or whatever stands beside a part that is one of the other candidates whole.
    """
    for _ in range(4):
        tight = _TIGHT.search(text)
        if tight:
            head = text[: tight.start()].strip()
            whole = squeezed(head) in wholes and len(squeezed(head)) > _LEAST_WHOLE
            if whole or squeezed(tight[1]) in (names | set(labels)):
                text = head
                continue
        cuts = list(_SEPARATOR.finditer(text))
        if not cuts:
            return text
        for cut in cuts:
            head, tail = text[: cut.start()].strip(), text[cut.end() :].strip()
            if squeezed(head) in wholes and len(squeezed(head)) > _LEAST_WHOLE:
                return head
            if squeezed(tail) in wholes and len(squeezed(tail)) > _LEAST_WHOLE:
                return tail
        last, first = cuts[-1], cuts[0]
        head, tail = text[: last.start()].strip(), text[last.end() :].strip()
        if head and (_is_site(tail, names) or squeezed(tail) in labels):
            text = head
            continue
        head, tail = text[: first.start()].strip(), text[first.end() :].strip()
        if tail and (_is_site(head, names) or squeezed(head) in labels):
            text = tail
            continue
        return text
    return text


def _is_site(part: str, names: set[str]) -> bool:
    bare = squeezed(part)
    if not bare:
        return True
    if bare in names:
        return True
    return any(
        len(name) > 2
        and (bare in name or (name in bare and len(bare) <= len(name) + 12))
        and len(bare) >= 3
        for name in names
    )
