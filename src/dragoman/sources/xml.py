"""News agencies' XML: NewsML-G2, NewsML 1 around NITF, and NITF alone.

The parser expands no entities, fetches nothing and keeps its bounds on depth and size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import BinaryInput, InputError, OtherKind
from dragoman.sources.elements import local_name
from dragoman.sources.newsml import newsml_pages
from dragoman.sources.nitf import nitf_page
from dragoman.sources.page import Page
from dragoman.sources.passed import Passed

_XHTML = re.compile(
    rb"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_READ = "NewsML-G2 and NITF are read"


def is_xhtml(raw: bytes) -> bool:
    """Whether a document is a page of the web."""
    return _XHTML.match(raw[:4096]) is not None


def xml_pages(raw: bytes, *, name: str) -> Iterator[Page | Passed]:
    """The articles of an agency's document.

    Raises InputError where it is no well-formed XML, OtherKind for XML of another kind.
    """
    root = _parsed(raw, name)
    kind = local_name(root)
    if kind == "nitf":
        yield nitf_page(root, name=name)
        return
    found = False
    for page in newsml_pages(root, name=name):
        found = True
        yield page
    if found:
        return
    articles = [one for one in root.iter() if local_name(one) == "nitf"]
    for number, one in enumerate(articles, start=1):
        yield nitf_page(one, name=name if len(articles) == 1 else f"{name} item {number}")
    if not articles:
        raise OtherKind(f"{name}: XML with the root <{kind[:40]}>; {_READ}")


def _parsed(raw: bytes, name: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name}: no well-formed XML: {getattr(error, 'msg', error)}") from None
    if root.getroottree().docinfo.internalDTD is not None and any(
        True for _ in root.getroottree().docinfo.internalDTD.iterentities()
    ):
        raise BinaryInput(f"{name}: XML that declares entities of its own; these are not expanded")
    return root
