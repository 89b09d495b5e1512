"""An article in NITF, the News Industry Text Format."""

from __future__ import annotations

import re
from typing import Any

from dragoman.errors import EmptyInput
from dragoman.sources.days import UnclearOrder, read_day
from dragoman.sources.elements import XML_LANG, attribute, child, children, paragraphs, text_at
from dragoman.sources.page import Known, Page
from dragoman.sources.tongues import language_code

WHERE = "NITF"
_BLOCKS = frozenset(
    {"p", "hl1", "hl2", "block", "li", "ul", "ol", "dl", "dt", "dd", "bq", "pre", "table", "tr"}
)
_LEFT_OUT = frozenset({"media", "fn", "nitf-table", "note"})
_ADDRESS = re.compile(r"https?://\S+", re.I)


def nitf_body(root: Any) -> str:
    """The article's text, paragraphs parted by blank lines; "" where there is none."""
    content = child(root, "body", "body.content")
    return "\n\n".join(paragraphs(content, _BLOCKS, _LEFT_OUT)) if content is not None else ""


def nitf_page(root: Any, *, name: str) -> Page:
    """The article of an `nitf` element; raises EmptyInput where it has no text."""
    text = nitf_body(root)
    if not text:
        raise EmptyInput(f"{name}: an article without a text")
    address = _address(root)
    return Page(text, form="article", url=address, name=name, known=nitf_known(root))


def nitf_known(root: Any) -> Known:
    """What the head of an article says of it."""
    heads = ("body", "body.head")
    hedline = (*heads, "hedline")
    title = (
        text_at(root, *hedline, "hl1") or text_at(root, *hedline) or text_at(root, "head", "title")
    )
    told = _published(root)
    language = attribute(root, XML_LANG) or attribute(child(root, "body"), XML_LANG)
    byline = text_at(root, *heads, "byline", "person") or text_at(root, *heads, "byline")
    docdata = child(root, "head", "docdata")
    return Known(
        where=WHERE,
        id=attribute(child(docdata, "doc-id"), "id-string"),
        title=title,
        published=told.day,
        published_at=told.at,
        language=language_code(language),
        outlet=attribute(child(root, "head", "pubdata"), "name"),
        agency=attribute(child(docdata, "doc-id"), "regsrc")
        or text_at(root, *heads, "distributor")
        or attribute(child(docdata, "doc.copyright"), "holder"),
        authors=(byline,) if byline else (),
        section=tuple(
            filter(None, [attribute(child(root, "head", "pubdata"), "position.section")])
        ),
        dateline=text_at(root, *heads, "dateline", "location") or text_at(root, *heads, "dateline"),
    )


def _published(root: Any) -> Any:
    docdata, pubdata = child(root, "head", "docdata"), child(root, "head", "pubdata")
    dateline = ("body", "body.head", "dateline", "story.date")
    for value in (
        attribute(child(docdata, "date.release"), "norm"),
        attribute(child(docdata, "date.issue"), "norm"),
        attribute(child(root, *dateline), "norm"),
        attribute(pubdata, "date.publication"),
        text_at(root, *dateline),
    ):
        try:
            told = read_day(value)
        except UnclearOrder:
            continue
        if told.day:
            return told
    return read_day(None)


def _address(root: Any) -> str | None:
    for one in children(root, "head", "pubdata"):
        address = attribute(one, "ex-ref")
        if address and _ADDRESS.fullmatch(address):
            return address
    return None
