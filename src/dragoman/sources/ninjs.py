"""News agencies' items in JSON: ninjs of the International Press Telecommunications Council.

Versions 1 to 3 differ in how they spell and group the same fields; all are read alike, and fields
that are not known are let be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dragoman.errors import EmptyInput, OtherKind
from dragoman.sources.days import UnclearOrder, read_day
from dragoman.sources.fragment import fragment_text, has_tags, one_line_text
from dragoman.sources.page import Known, Page
from dragoman.sources.passed import Passed
from dragoman.sources.tongues import language_code

WHERE = "ninjs"
_ADDRESS = re.compile(r"https?://\S+", re.I)
_BODY = re.compile(r"body(?:_|$)")
_HELD_BACK = {"canceled": "withdrawn", "cancelled": "withdrawn", "withheld": "held back"}
_DEEPEST = 3
_SIGNS = ("versioncreated", "firstcreated", "pubstatus", "headlines", "bodies", "urgency")


def is_ninjs(values: Mapping[str, Any]) -> bool:
    """Whether an object is an agency's item: it has an identifier and the fields of such items."""
    item = _lower(values)
    standard = item.get("standard")
    if isinstance(standard, Mapping) and standard.get("name") == "ninjs":
        return True
    if not ("uri" in item or "guid" in item):
        return False
    has_body = any(_BODY.match(key) for key in item) or "bodies" in item
    return sum(sign in item for sign in _SIGNS) >= (1 if has_body else 2)


def ninjs_pages(values: Mapping[str, Any], *, name: str, depth: int = 0) -> Iterator[Page | Passed]:
    """The item as a page, and any whole text items that it holds; one that was withdrawn, or is no
    text, as `Passed`."""
    item = _lower(values)
    kind = _text(item.get("type")) or "text"
    status = (_text(item.get("pubstatus")) or "").rsplit(":", 1)[-1].casefold()
    body = _body(item)
    if status in _HELD_BACK:
        yield Passed(name, OtherKind(f"{name}: {_HELD_BACK[status]} by its agency ({status})"))
    elif body:
        yield _page(item, body, name=name)
    elif kind not in ("text", "composite"):
        yield Passed(name, OtherKind(f"{name}: a {kind} item without a text"), fault=False)
    elif kind == "text":
        yield Passed(name, EmptyInput(f"{name}: an item without a text"), fault=False)
    inner = item.get("associations") if kind == "composite" and depth < _DEEPEST else None
    for place, one in _members(inner):
        if isinstance(one, Mapping):
            yield from ninjs_pages(one, name=f"{name} {place}", depth=depth + 1)


def _page(item: Mapping[str, Any], body: str, *, name: str) -> Page:
    notices = []
    published = None
    for field in ("contentcreated", "versioncreated", "firstcreated"):
        try:
            published = read_day(item.get(field))
        except UnclearOrder:
            continue
        if published.day:
            break
    uri = _text(item.get("uri"))
    href = next((t for t in (_text(item.get("href")), uri) if t and _ADDRESS.fullmatch(t)), None)
    terms = _text(item.get("usageterms"))
    if terms:
        notices.append(f"usage terms: {one_line_text(terms)}")
    return Page(
        body,
        form="article",
        url=href,
        name=name,
        notices=tuple(notices),
        known=Known(
            where=WHERE,
            id=uri or _text(item.get("guid")),
            title=_headline(item),
            published=published.day if published else None,
            published_at=published.at if published else None,
            language=language_code(item.get("language")),
            agency=_agency(item),
            authors=_authors(item),
            dateline=_text(item.get("located")),
        ),
    )


def _headline(item: Mapping[str, Any]) -> str | None:
    listed = _by_role(item.get("headlines"), "main")
    return one_line_text(listed or _text(item.get("headline")) or "") or None


def _body(item: Mapping[str, Any]) -> str:
    """The text: of several forms the one with markup, which shows the paragraphs."""
    forms: dict[str, str] = {}
    for one in _listed(item.get("bodies")):
        value = _text(one.get("value"))
        if value:
            forms.setdefault((_text(one.get("contenttype")) or "").casefold(), value)
    for key, value in item.items():
        if _BODY.match(key) and isinstance(value, str) and value.strip():
            forms.setdefault(key, value)
    plain = {kind: text for kind, text in forms.items() if not has_tags(text)}
    marked = {kind: text for kind, text in forms.items() if kind not in plain}
    for text in marked.values():
        words = fragment_text(text)
        if words:
            return words
    return next(iter(plain.values()), "")


def _authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    line = _text(item.get("byline")) or _text(item.get("by"))
    if line:
        return (one_line_text(line),)
    names = [_text(one.get("name")) for one in _listed(item.get("authors"))]
    return tuple(dict.fromkeys(name for name in names if name))


def _agency(item: Mapping[str, Any]) -> str | None:
    """Who made the item: its source as it is named, else whoever holds its copyright."""
    for one in _listed(item.get("infosources") or item.get("infosource")):
        name = _text(one.get("name")) or _text(one.get("literal"))
        if name:
            return name
    for field in ("copyrightholder", "provider", "source"):
        value = item.get(field)
        name = _text(value.get("name")) if isinstance(value, Mapping) else _text(value)
        if name:
            return name
    return None


def _by_role(value: Any, role: str) -> str | None:
    found = [(_text(one.get("role")), _text(one.get("value"))) for one in _listed(value)]
    chosen = next((text for of, text in found if of and of.casefold() == role and text), None)
    return chosen or next((text for _, text in found if text), None)


def _listed(value: Any) -> list[dict[str, Any]]:
    """The objects of a list, their keys in lower case."""
    return [_lower(one) for _, one in _members(value) if isinstance(one, Mapping)]


def _members(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return [(str(key), one) for key, one in value.items()]
    if isinstance(value, list):
        return [(str(number), one) for number, one in enumerate(value, start=1)]
    return []


def _lower(values: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in values.items()}


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
