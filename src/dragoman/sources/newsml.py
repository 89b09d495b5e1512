"""Articles in NewsML-G2: a `newsItem` alone, or a `newsMessage` with a set of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dragoman.errors import EmptyInput, OtherKind
from dragoman.sources.block_elements import BLOCKS
from dragoman.sources.days import Told, UnclearOrder, read_day
from dragoman.sources.elements import (
    XML_LANG,
    attribute,
    child,
    children,
    local_name,
    paragraphs,
    text_at,
    words,
)
from dragoman.sources.fragment import fragment_text, has_tags
from dragoman.sources.nitf import nitf_body, nitf_known
from dragoman.sources.page import Known, Page
from dragoman.sources.passed import Passed
from dragoman.sources.tongues import language_code

WHERE = "NewsML-G2"
_LEFT_OUT = frozenset(
    ["script", "style", "head", "figure", "figcaption", "iframe", "form", "aside", "img"]
)
_ADDRESS = re.compile(r"https?://\S+", re.I)
_OTHERS = ("packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")


def newsml_pages(root: Any, *, name: str) -> Iterator[Page | Passed]:
    """The news items at and below an element; those without a text, that were withdrawn, or of
    another class, as `Passed`."""
    kind = local_name(root)
    if kind == "newsItem":
        yield _item(root, name)
        return
    if kind in _OTHERS:
        yield Passed(name, OtherKind(f"{name}: a {kind}; a newsItem has the text"))
    items = children(root, "itemSet") if kind == "newsMessage" else iter(())
    for number, one in enumerate((item for items_ in items for item in items_), start=1):
        yield from newsml_pages(one, name=f"{name} item {number}")


def _item(item: Any, name: str) -> Page | Passed:
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    status = (attribute(child(meta, "pubStatus"), "qcode") or "").rpartition(":")[2].casefold()
    if status in ("canceled", "withheld"):
        what = "withdrawn" if status == "canceled" else "held back"
        return Passed(name, OtherKind(f"{name}: {what} by its agency ({status})"))
    kind = (attribute(child(meta, "itemClass"), "qcode") or "text").rpartition(":")[2]
    text, inner = _text(child(item, "contentSet"))
    if not text and kind not in ("text", "composite"):
        return Passed(name, OtherKind(f"{name}: a {kind} item without a text"), fault=False)
    if not text:
        return Passed(name, EmptyInput(f"{name}: an item without a text"))
    known = _with_inner(_known(item, meta, content), inner)
    guid = attribute(item, "guid") or ""
    address = attribute(child(meta, "link"), "href") or guid
    terms = text_at(item, "rightsInfo", "usageTerms")
    return Page(
        text,
        form="article",
        url=address if _ADDRESS.fullmatch(address) else None,
        name=name,
        notices=(f"usage terms: {terms}",) if terms else (),
        known=known,
    )


def _text(contents: Any) -> tuple[str, Known | None]:
    """The text of the first rendition that has one, and what an NITF article in it says."""
    for one in children(contents, "inlineXML"):
        root = next(iter(one), None)
        if root is None:
            continue
        if local_name(root) == "nitf":
            return nitf_body(root), nitf_known(root)
        body = child(root, "body")
        found = paragraphs(root if body is None else body, BLOCKS, _LEFT_OUT)
        if found:
            return "\n\n".join(found), None
    for one in children(contents, "inlineData"):
        data = "".join(one.itertext()).strip()
        if data and (attribute(one, "encoding") or "").casefold() not in ("base64", "gzip"):
            return (fragment_text(data) if has_tags(data) else data), None
    return "", None


def _known(item: Any, meta: Any, content: Any) -> Known:
    told = _first_day(
        text_at(content, "contentCreated"),
        text_at(meta, "versionCreated"),
        text_at(meta, "firstCreated"),
    )
    language = attribute(child(content, "language"), "tag") or attribute(item, XML_LANG)
    title = _main(content, "headline") or text_at(meta, "title")
    authors = [text_at(one, "name") or words(one) for one in children(content, "by")]
    if not any(authors):
        authors = [text_at(one, "name") for one in children(content, "creator")]
    provider = child(meta, "provider")
    return Known(
        where=WHERE,
        id=attribute(item, "guid"),
        title=title,
        published=told.day,
        published_at=told.at,
        language=language_code(language),
        agency=text_at(content, "creditline")
        or text_at(content, "infoSource", "name")
        or text_at(provider, "name")
        or attribute(provider, "literal"),
        authors=tuple(dict.fromkeys(name for name in authors if name)),
        dateline=text_at(content, "dateline") or text_at(content, "located", "name"),
    )


def _main(content: Any, name: str) -> str | None:
    """The main headline, else the first."""
    heads = list(children(content, name))
    main = [one for one in heads if (attribute(one, "role") or "").rpartition(":")[2] == "main"]
    return next((text for one in (*main, *heads) if (text := words(one))), None)


def _first_day(*values: str | None) -> Told:
    for value in values:
        try:
            told = read_day(value)
        except UnclearOrder:
            continue
        if told.day:
            return told
    return Told()


def _with_inner(known: Known, inner: Known | None) -> Known:
    """What the item says, and where it is silent, what the article in it says."""
    if inner is None:
        return known
    return replace(
        known,
        **{
            field: getattr(inner, field)
            for field in (
                "title",
                "published",
                "published_at",
                "language",
                "outlet",
                "agency",
                "authors",
                "section",
                "dateline",
            )
            if not getattr(known, field)
        },
    )
