"""Train the model of an HTML page's blocks: which are the article's body, its lead, a caption.

    python -m training.blocks [--cross-validate] [--write]

Needs `pip install .[train]` and the development data (see benchmarks/measure.py). `--cross-validate`
prints body F1 on outlets that the model was not trained on; `--write` trains on all pages and writes
the model into the package.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import lightgbm
import numpy as np
from benchmarks.measure import f1, read_lines, shared_file
from benchmarks.pages import grams
from numpy.typing import NDArray
from selectolax.lexbor import LexborHTMLParser

from dragoman.articles.html.block_marks import NAMES
from dragoman.articles.html.body import SeenBlocks, chosen, seen_blocks
from dragoman.articles.html.fields import fields_of
from dragoman.articles.html.jsonld import squeezed
from dragoman.articles.line_parts import PARTS
from training.labels import labelled
from training.lines import OF_PARTS, PACKAGE, part_of_label, weights
from training.pages import FOLDS, fold_of
from training.trees_file import write_trees

ROUNDS = 90


@dataclass
class SeenPage:
    """A page's blocks, what they truly are, and what a model says of them."""

    truth: dict[str, Any]
    seen: SeenBlocks
    apart: set[str]
    parts: NDArray[np.int64]
    said: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))

    @property
    def fold(self) -> int:
        return fold_of(self.truth["name"])


def pages() -> Iterator[SeenPage]:
    folder = shared_file("bench/pages/html")
    for truth in read_lines("bench/pages/index.jsonl"):
        html = gzip.decompress((folder / f"{truth['name']}.html.gz").read_bytes()).decode(
            "utf-8", "replace"
        )
        tree = LexborHTMLParser(html)
        said = fields_of(tree, url=truth["url"])
        captions = [f.stood for f in said.figures if not f.elsewhere]
        seen = seen_blocks(
            tree,
            html,
            url=truth["url"],
            linked_text=said.linked_text,
            description=said.description,
            captions=captions,
        )
        if seen.blocks:
            apart = {squeezed(text) for text in (said.title or "", *captions)}
            labels = labelled(seen.page.lines, truth)
            yield SeenPage(truth, seen, apart, np.array([part_of_label(n) for n in labels]))


def model_of(some: Sequence[SeenPage]) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.vstack([p.seen.marks for p in some]),
        np.concatenate([p.parts for p in some]),
        weight=np.concatenate([weights(p.seen.page.lines, p.parts) for p in some]),
    )
    return lightgbm.train(OF_PARTS, data, ROUNDS)


def body_f1(page: SeenPage) -> tuple[float, float, float]:
    _, own = chosen(page.seen, page.said, page.apart)
    language = page.truth["language"]
    text = "\n".join(page.seen.blocks[i].text for i in own).replace("’", "'")
    found = grams(text, language)
    wanted = grams("\n".join(page.truth["body"]).replace("’", "'"), language)
    return f1((found & wanted).total(), found.total(), wanted.total())


def cross_validate(some: Sequence[SeenPage]) -> None:
    for n in range(FOLDS):
        model = model_of([p for p in some if p.fold != n])
        for page in some:
            if page.fold == n:
                page.said = model.predict(page.seen.marks)
    figures = [body_f1(page) for page in some]
    precision, recall, both = np.array(figures).mean(axis=0)
    print(f"{len(some)} pages, body F1 {both:.3f} ({precision:.3f} / {recall:.3f})")
    for (_, _, score), page in sorted(zip(figures, some, strict=True), key=lambda one: one[0][2])[
        :15
    ]:
        print(f"  {score:.2f} {page.truth['name']}")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m training.blocks", description=__doc__)
    options.add_argument("--cross-validate", action="store_true")
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    some = list(pages())
    print(f"{len(some)} pages, {sum(len(p.parts) for p in some)} blocks", file=sys.stderr)
    if args.cross_validate:
        cross_validate(some)
    if args.write:
        write_trees(
            model_of(some), PACKAGE / "html" / "block_parts.npz", names=NAMES, classes=PARTS
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
