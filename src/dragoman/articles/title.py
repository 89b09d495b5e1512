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
    best: tuple[float, int] | None = None
    for i in range(max(0, before - _LOOKED_AT), before):
        line = lines[i]
        if i in not_title or kinds[i] not in (Kind.SHORT, Kind.TEXT):
            continue
        score = _score(line, text, times[line.text], before - i)
        if score is not None and (best is None or score > best[0]):
            best = (score, i)
    return best[1] if best else None


def _score(line: Line, body: Counter[str], times: int, distance: int) -> float | None:
    units = line.units
    if not 12 <= units <= _LONGEST or (len(line.text.split()) < 2 and line.text.isascii()):
        return None
    stems = _stems(line.text)
    if not stems:
        return None
    borne_out = sum(min(body[s], 2) / 2 for s in stems)
    score = 2.0 * borne_out / (len(stems) + 1)
    score += min(units, 70) / 70
    score += 0.3 if times > 1 else 0.0
    score -= 0.5 if line.bullet else 0.0
    score -= 0.7 if line.ends_sentence and line.text[-1] not in "?!»”\"'" else 0.0
    score -= 0.02 * distance
    return score
