"""Whether the words around a time expression look forward or back.

This is a guess from nearby words, for where no parse is at hand: of the words that tell, the
nearest one before the expression decides, and if there is none in the sentence, the first after it.
"""

from __future__ import annotations

import re

from dragoman.analysis.times.intervals import Sense
from dragoman.languages.times import DirectionWords

WINDOW = 160
"""Characters before and after an expression that are looked at."""

_TOKEN = re.compile(r"\w+(?:['-]\w+)*|[^\w\s]|\n")


def guess(text: str, start: int, end: int, words: DirectionWords, *, weak: bool) -> Sense:
    """The sense of the expression at `start` to `end`, null where nothing tells.

    `weak`: words that point forward only before a day of the week ("dès lundi") count too.
    """
    before = _TOKEN.findall(text[max(0, start - WINDOW) : start])
    return _before(before, words, weak) or _after(_TOKEN.findall(text[end : end + WINDOW]), words)


def _before(tokens: list[str], words: DirectionWords, weak: bool) -> Sense:
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index] in words.breaks:
            return None
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if weak and tokens[index].lower() in words.future_weak:
            leading = tokens[index - 1] if index else ""
            return "past" if _sense(leading, "", words) == "past" else "future"
        sense = _sense(tokens[index], following, words)
        if sense == "past":
            return "future" if _to_be_done(tokens[:index], words) else sense
        if sense:
            return sense
    return None


def _to_be_done(leading: list[str], words: DirectionWords) -> bool:
    """Whether a participle that ends here is governed by a future: "sera élu", "will be held"."""
    through = False
    while leading and leading[-1].lower() in words.be:
        leading, through = leading[:-1], True
    if not leading:
        return False
    if leading[-1].lower() in words.future_be:
        return True
    pair = _sense(leading[-2], leading[-1], words) if len(leading) > 1 else None
    return through and "future" in (_sense(leading[-1], "", words), pair)


def _after(tokens: list[str], words: DirectionWords) -> Sense:
    for index, token in enumerate(tokens):
        if token in words.breaks:
            return None
        sense = _sense(token, tokens[index + 1] if index + 1 < len(tokens) else "", words)
        if sense:
            return sense
    return None


def _sense(token: str, following: str, words: DirectionWords) -> Sense:
    word = token.lower()
    # "s'achèvera", "sera-t-elle": the verb stands behind the apostrophe, before the hyphen.
    core = word.rpartition("'")[2]
    forms = {word, f"{word} {following.lower()}", core, core.partition("-")[0]}
    if forms & words.future:
        return "future"
    if forms & words.past:
        return "past"
    if len(core) <= 3:
        return None
    # A name may end like a future ("Rivera"), but has a capital.
    small = token == word and core not in words.not_future
    if small and core.partition("-")[0].endswith(words.future_endings):
        return "future"
    return "past" if core not in words.not_past and core.endswith(words.past_endings) else None
