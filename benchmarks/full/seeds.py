"""Good inputs of every kind that is read, which the fuzzer then spoils."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.articles.html.sample import page_of_parts
from tests.sources.pdfs import pdf

from benchmarks.measure import DataAbsentError, shared_file

_PROJECT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 200_000
_NITF = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<nitf><head><title>Talks on a river</title><docdata><date.issue norm="20240312T101500Z"/>'
    "</docdata></head><body><body.head><hedline><hl1>Talks on a river</hl1></hedline>"
    "<byline>By Ann Holm</byline><dateline><location>Oslo</location></dateline></body.head>"
    "<body.content><p>Norway and Finland spoke of the river between them on Tuesday.</p>"
    "<p>They are to meet again in May.</p></body.content></body></nitf>\n"
)
_SHEETS = (
    ("Norway and Finland spoke of the river between", "them on Tuesday. They are to meet again.", ""),
    ("A second sheet, with a word that is bro-", "ken at the end of its line.", "2"),
)  # fmt: skip


@dataclass(frozen=True)
class Seed:
    """Bytes of a file and the suffix that tells its kind; `plain` is for text read as an article."""

    name: str
    suffix: str
    raw: bytes
    plain: bool = False


def seeds() -> list[Seed]:
    """The project's samples and test pages, a PDF, NITF, packed files, and the development pages
    where they are."""
    return list(_seeds())


def _seeds() -> Iterator[Seed]:
    for path in sorted((_PROJECT / "samples").iterdir()):
        suffix = path.suffix
        raw = path.read_bytes()
        if suffix in (".txt", ".md"):
            yield Seed(path.name, ".txt", raw)
            yield Seed(f"{path.name} plain", ".txt", raw, plain=True)
        else:
            yield Seed(path.name, suffix, raw)
            yield Seed(f"{path.name}.gz", f"{suffix}.gz", gzip.compress(raw, mtime=0))
    for path in sorted((_PROJECT / "tests/articles/pages").glob("*.txt")):
        yield Seed(path.name, ".txt", path.read_bytes())
    yield Seed("nitf", ".xml", _NITF.encode())
    yield Seed("pdf", ".pdf", pdf(_SHEETS, info="/Title (Talks) /CreationDate (D:20240312)"))
    yield Seed("html", ".html", page_of_parts().encode())
    try:
        folder = shared_file("bench/pages")
    except DataAbsentError:
        return
    for path in sorted((folder / "dump").glob("*.txt")):
        yield Seed(path.name, ".txt", path.read_bytes()[:_MOST_BYTES])
    for path in sorted((folder / "html").glob("*.html.gz")):
        yield Seed(path.stem, ".html", gzip.decompress(path.read_bytes())[:_MOST_BYTES])
