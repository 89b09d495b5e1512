"""The pages that the models of `articles` are trained on: dumps of each kind, with their truth.

A kind of dump is a folder of NAME.txt: the one that comes with the development data, and any that
`--dumps` names (`training/browser_dumps.py` makes a browser's own text and that of its PDF). From
each dump smaller pages are cut, since a page may also be copied without its menus, or be short; and
teasers of other articles are planted in it, since real pages have them where no truth tells.
"""

from __future__ import annotations

import gzip
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.measure import read_lines, shared_file
from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.fields import fields_of
from dragoman.articles.lined import Lined, lined
from dragoman.articles.normal import normalise
from training.labels import LABELS, labelled

FOLDS = 5
PLANTED = 2  # pages with planted teasers, of each page
_LAYOUT = re.compile(r"^[ \t]*(?:[*+o-][ ]+|\d+\.[ ]+)?", re.MULTILINE)
_BODY, _OTHER = LABELS.index("body"), LABELS.index("other")
_LEAST_LINES = 3
_FIRST = re.compile(r".{20,400}?[.!?。](?=\s|$)|.{20,200}[。！？]", re.DOTALL)


def fold_of(name: str) -> int:
    """Of FOLDS; all pages of an outlet are in one."""
    return zlib.crc32(("fold " + name.split("_")[0]).encode()) % FOLDS


@dataclass(frozen=True)
class TrainingPage:
    """One dump: `kind` says who made it, `labels` are numbers in LABELS, one a line."""

    name: str
    kind: str
    truth: dict[str, Any]
    page: Lined
    labels: list[int]

    @property
    def fold(self) -> int:
        return fold_of(self.name)

    @property
    def said_titles(self) -> tuple[str, ...]:
        """What the page's markup calls the article."""
        return said_titles(self.name, self.truth["url"])


@cache
def said_titles(name: str, url: str) -> tuple[str, ...]:
    """What the headings and other parts of a development page's HTML call the article."""
    packed = shared_file("bench/pages/html") / f"{name}.html.gz"
    html = gzip.decompress(packed.read_bytes()).decode("utf-8", "replace")
    fields = fields_of(LexborHTMLParser(html), url=url)
    return tuple(
        dict.fromkeys(said.value for said in fields.titles if "alternative" not in said.where)
    )


def training_pages(folders: Sequence[Path], *, cuts: int) -> Iterator[TrainingPage]:
    """All dumps of all pages, and `cuts` smaller pages from each of the first kind."""
    own = shared_file("bench/pages/dump")
    truths = list(read_lines("bench/pages/index.jsonl"))
    for truth in truths:
        name = truth["name"]
        text = (own / f"{name}.txt").read_text(encoding="utf-8")
        whole = _page(truth, "dump", text)
        yield from (p for p in (whole, _page(truth, "flat", flattened(text))) if p)
        for folder in folders:
            path = folder / f"{name}.txt"
            if path.exists():
                other = _page(truth, folder.name, path.read_text(encoding="utf-8"))
                # A program without the page's letters gives none of its text.
                if other and _BODY in other.labels:
                    yield other
        if whole:
            chance = random.Random(name)
            for _ in range(PLANTED):
                planted = _planted(whole, truths, chance)
                if planted:
                    yield planted
            for _ in range(cuts):
                part = _page(truth, "cut", _cut(whole, chance))
                if part and _BODY in part.labels:
                    yield part


def flattened(dump: str) -> str:
    """A dump without indentation, bullets and blank lines."""
    return "\n".join(row for row in _LAYOUT.sub("", dump).split("\n") if row.strip())


def _page(truth: dict[str, Any], kind: str, text: str) -> TrainingPage | None:
    page = lined(text)
    if not page.lines:
        return None
    return TrainingPage(truth["name"], kind, truth, page, labelled(page.lines, truth))


def _planted(
    whole: TrainingPage, truths: Sequence[dict[str, Any]], chance: random.Random
) -> TrainingPage | None:
    """The page with teasers of other articles in its language between the paragraphs and below."""
    others = [t for t in truths if t["language"] == whole.truth["language"]
              and t["name"].split("_")[0] != whole.name.split("_")[0] and t["title"] and t["body"]]  # fmt: skip
    inside = [i for i, label in enumerate(whole.labels) if label == _BODY]
    if not others or len(inside) < _LEAST_LINES:
        return None
    at: dict[int, list[str]] = {}
    for _ in range(chance.choice((1, 2, 3))):
        other = chance.choice(others)
        place = chance.choice(inside[1:]) if chance.random() < 0.6 else inside[-1] + 1
        first = _FIRST.match(other["body"][0])
        lead = first.group() if first else other["body"][0]
        form = chance.choice(((other["title"],), (other["title"], lead), (lead,)))
        at.setdefault(place, []).extend(form)
    rows, foreign = [], set()
    for i, line in enumerate(whole.page.lines):
        for text in at.get(i, ()):
            rows += ["", text] if line.gap else [text]
            foreign.add(text)
        bullet = "* " if line.bullet else ""
        rows += ["", bullet + line.text] if line.gap else [bullet + line.text]
    page = _page(whole.truth, "planted", "\n".join(rows))
    if page is None:
        return None
    labels = [
        _OTHER if normalise(line.text).text in {normalise(t).text for t in foreign} else label
        for line, label in zip(page.page.lines, page.labels, strict=True)
    ]
    return replace(page, labels=labels)


def _cut(whole: TrainingPage, chance: random.Random) -> str:
    """The article with few or none of the lines around it, and maybe not to its end."""
    inside = [i for i, label in enumerate(whole.labels) if label == _BODY]
    if not inside:
        return ""
    first, last = inside[0], inside[-1]
    if chance.random() < 0.5:
        last = inside[min(len(inside) - 1, chance.choice((0, 1, 2, 4, 8, 16)))]
    first = max(0, first - chance.choice((0, 2, 4, 8, 16, 30)))
    last = min(len(whole.labels) - 1, last + chance.choice((0, 0, 2, 5, 12, 30)))
    rows = []
    for line in whole.page.lines[first : last + 1]:
        rows += ["", line.text] if line.gap else [line.text]
    return "\n".join(rows)
