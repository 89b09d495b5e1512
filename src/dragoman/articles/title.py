"""The article's title: the line before the text that the text bears out.

Which line that is a small trained model tells (`title.npz`, made by `training/lines.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.kinds import Kind
from dragoman.articles.line_parts import PARTS
from dragoman.articles.lines import Line
from dragoman.articles.marks import NAMES as LINE_MARKS
from dragoman.articles.story import story_of, story_share, subject_stems
from dragoman.articles.trees import Trees, load_trees

_SHORTEST, _LONGEST = 10, 300
_LOOKED_AT = 80
_BELOW = 3  # lines, or paragraphs, from the first on
_SHARED = 0.6  # of a candidate's subject words, for another to repeat it
_LEAST_SHARED = 2
_PLENTY, _MUCH = 35.0, 120.0  # characters: labels are shorter, leads and captions longer
_HEADING_WITHIN, _AS_HEADING = 15, 0.5  # a line this near below a paragraph is its heading
_FARTHER = 0.01
_LIKELY = 0.01

_OWN = (
    "score", "score_to_best", "score_to_above", "share", "found", "weight", "repeated",
    "to_text", "candidates_below", "candidates_above", "units", "at",
)  # fmt: skip
NAMES = (
    *_OWN,
    *(f"{part}{step:+d}" for step in (0, -1, 1) for part in PARTS),
    *LINE_MARKS,
)


@lru_cache(maxsize=1)
def _trees() -> Trees:
    return load_trees(resources.files("dragoman.articles") / "title.npz", NAMES)


def find_title(
    lines: Sequence[Line],
    kinds: Sequence[Kind],
    body: Sequence[int],
    language: str | None,
    parts: NDArray[np.float64],
    marks: NDArray[np.float32],
    not_title: Collection[int] = (),
) -> int | None:
    """The number of the title's line, or null.

    `body` are the numbers of the article's paragraphs, `parts` what `line_parts` says of each line
    and `marks` its marks; `not_title` are lines that are known to be something else.
    """
    candidates = title_candidates(lines, kinds, body, not_title)
    if not candidates:
        return None
    rows = title_marks(lines, candidates, body, language, parts, marks)
    likely = _trees().probabilities(rows)[:, 0]
    best = int(likely.argmax())
    return candidates[best] if likely[best] >= _LIKELY else None


def title_candidates(
    lines: Sequence[Line],
    kinds: Sequence[Kind],
    body: Sequence[int],
    not_title: Collection[int] = (),
) -> list[int]:
    """The lines before the text, or just in it, that have the form of a title."""
    first = body[0]
    # A title may have been taken for the first paragraph, or a line far above it for one.
    under_way = min(body[min(_BELOW, len(body)) - 1], first + _LOOKED_AT // 2)
    return [
        i
        for i in range(max(0, first - _LOOKED_AT), min(len(lines), max(under_way, first + _BELOW)))
        if kinds[i] in (Kind.SHORT, Kind.TEXT)
        and _SHORTEST <= lines[i].units <= _LONGEST
        and i not in not_title
    ]


def title_marks(
    lines: Sequence[Line],
    candidates: Sequence[int],
    body: Sequence[int],
    language: str | None,
    parts: NDArray[np.float64],
    marks: NDArray[np.float32],
) -> NDArray[np.float32]:
    """One row a candidate, one column for each of NAMES."""
    first, inside = body[0], set(body)
    story = story_of((lines[i].text for i in body), language)
    times = Counter(line.text for line in lines)
    stems = [set(subject_stems(lines[i].text, language)) for i in candidates]
    shares = [story_share(lines[i].text, story, inside=i in inside) for i in candidates]
    scores = [
        _score(lines[i], share, times[lines[i].text])
        - _FARTHER * (first - i)
        - (_AS_HEADING if any(lines[k].units > _LONGEST and k in inside
                              for k in range(max(0, i - _HEADING_WITHIN), i)) else 0.0)
        for i, share in zip(candidates, shares, strict=True)
    ]  # fmt: skip
    padded = np.vstack([np.full((1, len(PARTS)), -1.0), parts, np.full((1, len(PARTS)), -1.0)])
    rows = []
    for at, i in enumerate(candidates):
        mine = stems[at]
        repeated = sum(
            len(mine & other) >= max(_LEAST_SHARED, _SHARED * len(mine))
            for k, other in enumerate(stems)
            if k != at
        )
        above = max(scores[max(0, at - 6) : at], default=-9.0)
        rows.append(np.concatenate([
            (scores[at], scores[at] - max(scores), scores[at] - above, shares[at],
             sum(story.lines[s] > 0 for s in mine), sum(min(story.lines[s], 4) for s in mine),
             repeated, first - i, sum(i < k < first for k in candidates), at,
             lines[i].units, i / len(lines)),
            padded[i + 1], padded[i], padded[i + 2], marks[i],
        ]))  # fmt: skip
    return np.array(rows, dtype=np.float32)


def _score(line: Line, share: float, times: int) -> float:
    """How much of a title's form a line has, by rule: what the model starts from."""
    units = line.units
    score = 1.5 * share + min(units, _PLENTY) / _PLENTY - max(0.0, units - _MUCH) / _MUCH
    score += 0.6 if 1 < times <= 4 else 0.0
    score -= 0.5 if line.bullet else 0.0
    score -= 0.7 if line.ends_sentence and line.text[-1] not in "?!»”\"'" else 0.0
    return score
