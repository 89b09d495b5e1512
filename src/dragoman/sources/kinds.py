"""What kind of file a file is: by its name, else by how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Format = Literal["text", "html", "eml", "pdf", "json", "jsonl", "csv", "tsv", "xml"]

CORPORA: frozenset[Format] = frozenset({"json", "jsonl", "csv", "tsv"})
"""Kinds that hold a row after the other, and are read so."""

_SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "eml",
    ".pdf": "pdf",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".xml": "xml",
}
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_XML = re.compile(
    rb"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!DOCTYPE\s+nitf\b|"
    rb"<(?:\w{1,20}:)?(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|NewsML|nitf)\b)",
    re.S,
)
_HEADER = re.compile(
    rb"(?:From |(?:Return-Path|Received|Delivered-To|From|To|Date|Subject|Message-ID|MIME-Version|"
    rb"X-[\w-]{1,40}|DKIM-Signature|ARC-[\w-]{1,40})\s*:)",
    re.I,
)
_MAIL_MARK = re.compile(rb"^(?:MIME-Version|Message-ID|Content-Transfer-Encoding)\s*:", re.I | re.M)


def kind_by_name(path: str) -> Format | None:
    """The kind that a file's suffix stands for, a .gz behind it aside; null for another."""
    name = path.lower().removesuffix(".gz")
    return _SUFFIXES.get(PurePath(name).suffix)


def kind_by_head(head: bytes) -> Format:
    """The kind that the first bytes show; "text" where they show none."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if _JSON.match(head):
        return "json"
    if _XML.match(head):
        return "xml"
    if _HEADER.match(head):
        headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
        if _MAIL_MARK.search(headers):
            return "eml"
    return "text"
