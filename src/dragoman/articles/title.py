"""The article's title: the line before the text that the text bears out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dragoman.articles.kinds import Kind
from dragoman.articles.lines import Line

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u9fff\uac00-\ud7af]{2}")
_STEM = 5
_LONGEST = 260
_LOOKED_AT = 80
_FARTHER = 0.01  # a line's distance from the text speaks against it
_HEADING_WITHIN, _AS_HEADING = 15, 0.5  # a line this near below a paragraph is its heading
_TO_LEAD = 6  # lines between a title and the lead below it
_NEARLY = 0.75
_MOST_TIMES = 4
_PLENTY = 35.0  # characters: shorter lines are rather labels
_MUCH = 120.0  # and longer ones rather leads or captions


def _stems(text: str) -> set[str]:
    return {w.casefold()[:_STEM] for w in _WORD.findall(text)}


def find_title(
    lines: Sequence[Line],
    kinds: Sequence[Kind],
    before: int,
    body: Sequence[str],
    not_title: frozenset[int] = frozenset(),
) -> int | None:
    """The number of the title's line among those before line `before`, or null.

    `body` are the article's paragraphs; `not_title` lines that are known to be something else.
    """
    text = Counter(stem for paragraph in body for stem in _stems(paragraph))
    times = Counter(line.text for line in lines)
    scores: dict[int, float] = {}
    below_text = 0
    for i in range(max(0, before - _LOOKED_AT), before):
        line = lines[i]
        if kinds[i] is Kind.TEXT and line.units >= _LONGEST:
            below_text = i + _HEADING_WITHIN
        if i in not_title or kinds[i] not in (Kind.SHORT, Kind.TEXT):
            continue
        score = _score(line, text, times[line.text])
        if score is not None:
            heading = _AS_HEADING if i < below_text else 0.0
            scores[i] = score - heading - _FARTHER * (before - i)
    best = max(scores, key=lambda i: (scores[i], -i), default=None)
    if best is None or scores[best] <= 0:
        return None
    # The lead below a title says the same at more length, and so often scores higher.
    for i in range(best - _TO_LEAD, best):
        if scores.get(i, 0.0) >= _NEARLY * scores[best] and not lines[i].bullet:
            return i
    return best


def _score(line: Line, body: Counter[str], times: int) -> float | None:
    units = line.units
    if not 12 <= units <= _LONGEST or line.words < 2 or times > _MOST_TIMES:
        return None
    stems = _stems(line.text)
    if not stems:
        return None
    share = sum(min(body[s], 2) / 2 for s in stems) / max(len(stems), 3)
    score = 1.5 * share if share else -0.5
    score += min(units, _PLENTY) / _PLENTY - max(0.0, units - _MUCH) / _MUCH
    score += 0.6 if times > 1 else 0.0
    score -= 0.5 if line.bullet else 0.0
    score -= 0.7 if line.ends_sentence and line.text[-1] not in "?!»”\"'" else 0.0
    return score
