"""Whether the words around a time expression look forward or back.

This is a guess from nearby words, for where no parse is at hand: of the words that tell, the
nearest one before the expression decides, and if there is none in the sentence, the first after it.
"""

from __future__ import annotations

import re
from itertools import pairwise

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
    pointed: Sense = None
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index] in words.breaks:
            return pointed
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        if tokens[index].lower() in words.projecting and _intends(tokens[index + 1 :], words):
            return "near" if weak else "future"
        if weak and tokens[index].lower() in words.future_weak:
            pointed = "near"
            continue
        sense = _sense(tokens[index], following, words)
        if weak and sense == "future" and _seen_from_past(tokens, index, words):
            return "near"
        if sense == "past":
            return "future" if _to_be_done(tokens[:index], words) else pointed or sense
        if sense:
            return sense
    return pointed


def _seen_from_past(tokens: list[str], index: int, words: DirectionWords) -> bool:
    """Whether the future at `index` is that of a past: "would", "was expected"."""
    if tokens[index].lower() in words.future_past:
        return True
    return index > 0 and tokens[index - 1].lower() in words.past_be


def _intends(tokens: list[str], words: DirectionWords) -> bool:
    """Whether an infinitive stands in what follows a verb that is about the future: "agreed to meet"."""
    for word, following in pairwise(tokens):
        mark, apostrophe, elided = word.partition("'")
        verb = elided if apostrophe else following
        marks = (mark + apostrophe).lower() in words.infinitive_marks
        if marks and verb.islower() and verb.endswith(words.infinitive_endings):
            return True
    return False


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
    if core in words.not_past or core.endswith(words.not_past_endings):
        return None
    return "past" if core.endswith(words.past_endings) else None
