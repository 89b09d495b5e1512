"""JSON-LD in a page: read leniently, and the object that is the page's own article."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

Object = dict[str, Any]

_MOST_SCRIPTS = 60
_LONGEST = 3_000_000
_MOST_OBJECTS = 5_000
_DEEPEST = 12
_MOST_VALUES = 200
_WRAPPING = re.compile(
    r"^\s*(?:/[/*]\s*)?(?:<!--|<!\[CDATA\[)(?:\s*\*/)?|(?:/[/*]\s*)?(?:-->|\]\]>)(?:\s*\*/)?\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLES = ("article", "posting", "reportage", "report", "story")
_KINDS = {"newsarticle": 2, "reportagenewsarticle": 2, "liveblogposting": 2, "article": 1}
_PAGES = ("webpage", "itempage", "creativework")
_ELSEWHERE = frozenset(("itemlistelement", "haspart", "relatedlink", "citation", "liveblogupdate"))
_NO_LETTER = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True)
class Linked:
    """All objects of a page with the depth that they stand at, and those that have an @id."""

    objects: tuple[tuple[Object, int, bool], ...]
    by_id: dict[str, Object]

    def of_type(self, *names: str) -> Iterator[Object]:
        for one, _, _ in self.objects:
            if any(kind in names for kind in kinds_of(one)):
                yield one


def linked_data(tree: LexborHTMLParser) -> Linked:
    """The objects of all JSON-LD scripts, in order; scripts that are broken beyond mending are
    passed over, and what is nested or numerous beyond all use is cut off."""
    objects: list[tuple[Object, int, bool]] = []
    by_id: dict[str, Object] = {}
    scripts = tree.css('script[type*="ld+json" i]')[:_MOST_SCRIPTS]
    for script in scripts:
        for value in _values(script.text(deep=True) or ""):
            _walk(value, objects, by_id)
    return Linked(tuple(objects), by_id)


def _values(text: str) -> list[Any]:
    if len(text) > _LONGEST:
        return []
    text = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()).strip()).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    return _one_after_another(_TRAILING_COMMA.sub(r"\1", text))


def _one_after_another(text: str) -> list[Any]:
    """Objects with nothing or only a comma between them, up to the first that is broken."""
    decoder = json.JSONDecoder(strict=False)
    found: list[Any] = []
    at = 0
    while at < len(text) and len(found) < _MOST_VALUES:
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
    return found


def _walk(value: Any, objects: list[tuple[Object, int, bool]], by_id: dict[str, Object]) -> None:
    queue: deque[tuple[Any, int, bool]] = deque([(value, 0, False)])
    while queue and len(objects) < _MOST_OBJECTS:
        item, depth, elsewhere = queue.popleft()
        if depth > _DEEPEST:
            continue
        if isinstance(item, list):
            queue.extend((one, depth + 1, elsewhere) for one in item[:_MOST_VALUES])
        elif isinstance(item, dict):
            objects.append((item, depth, elsewhere))
            name = item.get("@id")
            if isinstance(name, str) and len(item) > 1:
                by_id.setdefault(name, item)
            for key, inner in list(item.items())[:_MOST_VALUES]:
                if isinstance(inner, (dict, list)):
                    queue.append((inner, depth + 1, elsewhere or key.casefold() in _ELSEWHERE))


def kinds_of(one: Object) -> list[str]:
    """The types of an object, in small letters, without the vocabulary's address."""
    kinds = one.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [k.rsplit("/", 1)[-1].rsplit(":", 1)[-1].casefold() for k in kinds if isinstance(k, str)]


def text_in(value: Any) -> str | None:
    """The text of a value: itself, its @value or the first of a list; entities and tags undone."""
    if isinstance(value, list):
        value = next((v for v in value if v), None)
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    text = str(value)
    for _ in range(2):  # some are escaped twice
        if "&" in text:
            text = html.unescape(text)
    return _TAG.sub("", text).strip() or None


def texts_in(value: Any) -> list[str]:
    """All the texts of a value that may be one or a list."""
    values = value[:_MOST_VALUES] if isinstance(value, list) else [value]
    return [text for v in values if (text := text_in(v))]


def article_in(linked: Linked, *, address: str | None, titles: frozenset[str]) -> Object | None:
    """The object of the page's own article, or null.

    Of several it is the one whose address is the page's or whose headline is one of `titles`
    (squeezed); then the more telling type, then the first. Those in lists of other pages are left.
    """
    best: tuple[float, Object] | None = None
    for one, depth, elsewhere in linked.objects:
        kinds = kinds_of(one)
        is_article = any(k.endswith(_ARTICLES) for k in kinds)
        is_page = any(k.endswith(_PAGES) for k in kinds)
        if not (is_article or is_page) or elsewhere:
            continue
        score = 4.0 * is_article + max((_KINDS.get(k, 0) for k in kinds), default=0) - depth / 4
        score += 3 * bool(address and address in _addresses(one))
        headline = text_in(one.get("headline")) or text_in(one.get("name"))
        score += 3 * bool(headline and squeezed(headline) in titles)
        score += bool(one.get("datePublished")) + bool(one.get("headline"))
        if best is None or score > best[0]:
            best = (score, one)
    return best[1] if best else None


def squeezed(text: str) -> str:
    """Letters and figures alone, case folded: how titles and names are compared."""
    return _NO_LETTER.sub("", text.casefold())


def bare_address(url: str | None) -> str | None:
    """An address as two are compared: no scheme, www, query, fragment or slash at the end."""
    if not url:
        return None
    bare = re.sub(r"^[a-z]+:/{0,2}", "", url.strip().casefold()).removeprefix("www.")
    return re.split(r"[?#]", bare, maxsplit=1)[0].rstrip("/") or None


def _addresses(one: Object) -> set[str]:
    found = []
    for key in ("url", "@id", "mainEntityOfPage"):
        value = one.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str):
            found.append(bare_address(value))
    return {f for f in found if f}
