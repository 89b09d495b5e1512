"""Learns what the evidence for a caption weighs: `src/dragoman/articles/caption_weights.toml`.

    python -m training.captions [--check]

The cases are those of `benchmarks.captions`: each page's own captions, and those of other articles
planted under it. Only the half of the outlets that rules may be tuned on is learnt from. The least
sum that ties a caption to its article is what 2.5 % of the own captions stay under, where each
outlet is judged by a model of the others. `--check` prints that cross-validation and writes nothing.
"""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path

import numpy as np
from benchmarks.captions import OWN, Case, page_cases, short_cases
from numpy.typing import NDArray

from dragoman.articles.caption_evidence import article_words, evidence
from dragoman.articles.captions import caption_line

TARGET = Path(__file__).parents[1] / "src/dragoman/articles/caption_weights.toml"
_SET_APART = 0.025
_PAGE_WEIGHT = 3.0  # a real caption counts as so many sentences taken for one
_RIDGE = 1.0
_FOLDS = 5
_FAR_DATE, _ARCHIVE = -1.5, 2.0
# To name what the article names never speaks against a caption, whatever few pages show.
_NEVER_AGAINST = ("parties_shared", "states_shared", "names_shared")
_HEAD = """\
# What speaks for a caption's being of the article's story (above 0) and against it, and the
# least sum that ties it to the article, where it is alone on its page and where it is not. Made
# by `python -m training.captions`; the features are those of `caption_evidence.py`.
# "far_date", for a date over a year from the article's, and "archive", for an old picture, are set
# by hand: the data tell neither.

"""

Floats = NDArray[np.float64]


def fitted(x: Floats, y: Floats, weight: Floats) -> Floats:
    """The coefficients of a ridge logistic regression; the last is the bias."""
    x = np.column_stack([x, np.ones(len(x))])
    ridge = np.full(x.shape[1], _RIDGE)
    ridge[-1] = 0.0
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        slope = x.T @ (weight * (y - p)) - ridge * beta
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9)
        step = np.linalg.solve(curve, slope)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    return beta


def main() -> None:
    options = argparse.ArgumentParser(prog="python -m training.captions", description=__doc__)
    options.add_argument("--check", action="store_true")
    check = options.parse_args().check
    pages, short = page_cases(), short_cases()
    cases: list[tuple[Case, bool]] = [(c, True) for c in pages] + [(c, False) for c in short]
    rows, own, weight, outlets, single = [], [], [], [], []
    names: list[str] = []
    for case, on_page in cases:
        if case.source.half != "tuned":
            continue
        line = caption_line(0, case.caption, language=case.source.language)
        if line.language not in (None, case.source.language):
            continue
        words = article_words([case.source.title, *case.body], case.source.language)
        found = evidence(line.words, line.language, words, case.beside).features()
        names = list(found)
        rows.append(list(found.values()))
        single.append(not case.beside)
        own.append(case.condition == OWN)
        weight.append(_PAGE_WEIGHT if on_page else 1.0)
        outlets.append(case.source.name.split("_")[0])
    x, y, w = np.array(rows), np.array(own, float), np.array(weight)
    fold = np.array([zlib.crc32(o.encode()) // 7 % _FOLDS for o in outlets])
    for name in _NEVER_AGAINST:
        column = names.index(name)
        if fitted(x, y, w)[column] < 0:
            x[:, column] = 0.0  # a column of zeros comes out with the weight 0
    total = np.zeros(len(y))
    for k in range(_FOLDS):
        beta = fitted(x[fold != k], y[fold != k], w[fold != k])
        total[fold == k] = x[fold == k] @ beta[:-1] + beta[-1]
    on_pages, alone = w == _PAGE_WEIGHT, np.array(single)
    least = {
        name: float(np.quantile(total[group & (y == 1)], _SET_APART))
        for name, group in (("least_alone", alone), ("least_beside_others", ~alone))
    }
    apart = total < np.where(alone, least["least_alone"], least["least_beside_others"])
    for title, group in (("pages", on_pages), ("short articles", ~on_pages)):
        print(
            f"{title}: others apart {apart[group & (y == 0)].mean():.3f} of {(y[group] == 0).sum()}"
            f", own apart {apart[group & (y == 1)].mean():.3f} of {(y[group] == 1).sum()}"
        )
    if check:
        return
    beta = fitted(x, y, w)
    table = dict(zip([*names, "bias"], beta, strict=True))
    table |= {"far_date": _FAR_DATE, "archive": _ARCHIVE, **least}
    rows_out = "".join(f"{name} = {value:.3f}\n" for name, value in table.items())
    TARGET.write_text(_HEAD + rows_out, encoding="utf-8")


if __name__ == "__main__":
    main()
