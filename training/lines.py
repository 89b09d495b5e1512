"""Train the models of a page's lines: which part of the page each is, and which is the title.

    python -m training.lines [--dumps FOLDER ...] [--cross-validate] [--write]

Needs `pip install .[train]` and the development data (see benchmarks/measure.py). `--dumps` names
folders of further dumps of the same pages (see `training.browser_dumps`). `--cross-validate` prints
how good the models are on outlets that they were not trained on; `--write` trains on all pages and
writes the models into the package.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import lightgbm
import numpy as np
from benchmarks.measure import f1
from benchmarks.pages import grams, same_title
from numpy.typing import NDArray

from dragoman.articles.body_lines import body_lines
from dragoman.articles.line_parts import PARTS
from dragoman.articles.lines import Line
from dragoman.articles.marks import NAMES, marks
from dragoman.articles.title import NAMES as TITLE_NAMES
from dragoman.articles.title import title_candidates, title_marks
from training.labels import LABELS, title_like
from training.pages import FOLDS, TrainingPage, training_pages
from training.trees_file import write_trees

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "articles"
_BODY, _LEAD = PARTS.index("body"), PARTS.index("lead")
_LONGEST = 80  # words of a line that count

COMMON = {
    "learning_rate": 0.06, "bagging_fraction": 0.7, "bagging_freq": 1, "verbose": -1, "seed": 1,
    "deterministic": True, "num_threads": 2, "force_row_wise": True,
}  # fmt: skip
OF_PARTS = COMMON | {
    "objective": "multiclass", "num_class": len(PARTS), "num_leaves": 16, "max_depth": 7,
    "min_data_in_leaf": 40, "feature_fraction": 0.4, "lambda_l2": 10,
}  # fmt: skip
OF_TITLES = COMMON | {
    "objective": "binary", "num_leaves": 8, "max_depth": 5, "min_data_in_leaf": 10,
    "feature_fraction": 0.3, "lambda_l2": 5,
}  # fmt: skip
ROUNDS = 110
CUTS = 3

Rows = NDArray[np.float32]


def part_of_label(label: int) -> int:
    """The number in PARTS; a title's line is none of them, the model of titles tells it."""
    name = LABELS[label]
    return PARTS.index(name if name in PARTS else "other")


def weights(lines: Sequence[Line], parts: NDArray[np.int64]) -> NDArray[np.float64]:
    """What each line weighs in its page's figure; each page weighs the same."""
    words = np.array([min(line.words, _LONGEST) for line in lines])
    result: NDArray[np.float64] = 0.05 + 20.0 * words / max(words[parts == _BODY].sum(), 100)
    return result


class Seen:
    """A training page with its marks, and what a model says of its lines."""

    def __init__(self, page: TrainingPage) -> None:
        self.of = page
        held = page.page
        self.rows = marks(held.lines, held.kinds, held.language)
        self.parts = np.array([part_of_label(label) for label in page.labels])
        self.weights = weights(held.lines, self.parts)
        self.said = np.zeros((len(held.lines), len(PARTS)))
        self.likely = np.zeros(0)

    @cached_property
    def body(self) -> list[int]:
        """The lines of the body, as the reader chooses them by what the model said."""
        found = body_lines(self.of.page, self.said, self.rows)
        members = found.members if found else (int(self.said[:, _BODY].argmax()),)
        own = [i for i in members if self.said[i, _BODY] >= self.said[i, _LEAD]]
        return own or list(members)

    def candidates(self) -> list[int]:
        return title_candidates(self.of.page.lines, self.of.page.kinds, self.body)

    def title_rows(self) -> Rows:
        held = self.of.page
        return title_marks(
            held.lines, self.candidates(), self.body, held.language, self.said, self.rows
        )

    def right_titles(self) -> list[bool]:
        return [
            title_like(self.of.page.lines[i].text, self.of.truth["title"] or "")
            for i in self.candidates()
        ]


def parts_model(pages: Sequence[Seen]) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.vstack([p.rows for p in pages]),
        np.concatenate([p.parts for p in pages]),
        weight=np.concatenate([p.weights for p in pages]),
    )
    return lightgbm.train(OF_PARTS, data, ROUNDS)


def titles_model(pages: Sequence[Seen]) -> lightgbm.Booster:
    """From the pages that have their title among the candidates."""
    able = [(p.title_rows(), right) for p in pages if any(right := p.right_titles())]
    data = lightgbm.Dataset(
        np.vstack([rows for rows, _ in able]),
        np.concatenate([np.array(right, dtype=float) for _, right in able]),
    )
    return lightgbm.train(OF_TITLES, data, ROUNDS)


def say_out_of_fold(pages: Sequence[Seen]) -> None:
    """Fill `said` of each page by a model that saw no page of its outlet."""
    for fold in range(FOLDS):
        model = parts_model([p for p in pages if p.of.fold != fold])
        for page in pages:
            if page.of.fold == fold:
                page.said = model.predict(page.rows)
        print(f"parts: fold {fold + 1} of {FOLDS}", file=sys.stderr)


def cross_validate(pages: Sequence[Seen]) -> None:
    """Print by kind of dump, `said` being out of fold: body F1; titles that are the truth's, exact or
    contained; those that are one of the page's headlines; and pages with a line that would be the truth's.
    """
    figures: dict[str, list[tuple[float, float, float, bool, bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        model = titles_model([p for p in pages if p.of.fold != fold])
        for page in pages:
            if page.of.fold != fold:
                continue
            figures[page.of.kind].append((*_body_f1(page), *_titles_right(page, model)))
    print("kind     pages  body F1 (P / R)          title  a headline  in the dump")
    for kind, rows in figures.items():
        precision, recall, both, *titles = np.array(rows, dtype=float).mean(axis=0)
        figure = "  ".join(f"{value:.3f}" for value in titles)
        print(f"{kind:8} {len(rows):5}  {both:.3f} ({precision:.3f} / {recall:.3f})  {figure}")


def _titles_right(page: Seen, model: lightgbm.Booster) -> tuple[bool, bool, bool]:
    """Whether the line chosen is the truth's title, or a headline; whether any line is the title."""
    texts = [page.of.page.lines[i].text for i in page.candidates()]
    if not texts:
        return False, False, False
    title = page.of.truth["title"] or ""
    best = texts[int(model.predict(page.title_rows()).argmax())]
    right = same_title(best, title)
    headline = right or any(title_like(best, said) for said in page.of.said_titles)
    return right, headline, any(same_title(text, title) for text in texts)


def _body_f1(page: Seen) -> tuple[float, float, float]:
    lines, truth = page.of.page.lines, page.of.truth
    language = truth["language"]
    found = grams("\n".join(lines[i].text for i in page.body), language)
    if page.of.kind == "cut":
        wanted_text = "\n".join(
            line.text for line, part in zip(lines, page.parts, strict=True) if part == _BODY
        )
    else:
        wanted_text = "\n".join(truth["body"]).replace("’", "'")
    wanted = grams(wanted_text, language)
    return f1((found & wanted).total(), found.total(), wanted.total())


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    options.add_argument("--dumps", type=Path, nargs="*", default=[])
    options.add_argument("--cross-validate", action="store_true")
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    pages = [Seen(page) for page in training_pages(args.dumps, cuts=CUTS)]
    print(f"{len(pages)} dumps, {sum(len(p.rows) for p in pages)} lines", file=sys.stderr)
    # The model of titles is trained on what a model says of pages that are new to it.
    say_out_of_fold(pages)
    if args.cross_validate:
        cross_validate(pages)
    if args.write:
        write_trees(
            titles_model(pages), PACKAGE / "title.npz", names=TITLE_NAMES, classes=("title",)
        )
        write_trees(parts_model(pages), PACKAGE / "line_parts.npz", names=NAMES, classes=PARTS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
