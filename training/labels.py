"""What each line of a dump truly is, by the hand-made truth of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from dragoman.articles.lines import Line

LABELS = ("other", "body", "title", "lead", "caption")
_PARTS = {"body": "body", "lead": "summary"}
_UNIT = re.compile(r"[^\W\d_\u3040-\u9fff\uac00-\ud7af]+|\d+|[\u3040-\u9fff\uac00-\ud7af]")
_GRAM = 4
_COVERED = 0.7
_LEAST_PART = 5  # units: a shorter line must be a whole paragraph or heading of the truth
_TITLE_PART, _TITLE_OVER = 0.6, 1.3


def units(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, or its single signs in scripts that part no words."""
    return tuple(_UNIT.findall(text.casefold()))


def labelled(lines: Sequence[Line], truth: dict[str, Any]) -> list[int]:
    """The number in LABELS of each line."""
    title = units((truth["title"] or "").replace("\u00ad", ""))
    parts = {name: [units(p) for p in truth[field]] for name, field in _PARTS.items()}
    parts["caption"] = [units(c["caption"]) for c in truth["captions"] if c["caption"]]
    wholes = {name: set(some) for name, some in parts.items()}
    # Joined, since a line of the dump may hold two paragraphs of the truth.
    grams = {name: _grams(tuple(u for p in some for u in p)) for name, some in parts.items()}
    result = []
    for line in lines:
        form = units(line.text)
        found = "other"
        if form and title and _is_title(form, title):
            found = "title"
        elif form:
            for name, some in grams.items():
                mine = _grams(form)
                if form in wholes[name] or (
                    len(form) >= _LEAST_PART and len(mine & some) >= _COVERED * len(mine)
                ):
                    found = name
                    break
        result.append(LABELS.index(found))
    return result


def title_like(line: str, title: str) -> bool:
    """Whether a line is the title, or most of it, or it with a little more; signs do not count."""
    form, theirs = units(line), units(title.replace("\u00ad", ""))
    return bool(form) and bool(theirs) and _is_title(form, theirs)


def _is_title(form: tuple[str, ...], title: tuple[str, ...]) -> bool:
    mine, theirs = "".join(form), "".join(title)
    if mine in theirs:
        return len(mine) >= _TITLE_PART * len(theirs)
    return theirs in mine and len(mine) <= _TITLE_OVER * len(theirs)


def _grams(form: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {form[i : i + _GRAM] for i in range(max(1, len(form) - _GRAM + 1))}
