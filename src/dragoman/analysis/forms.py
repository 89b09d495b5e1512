"""The small language in which the tables write how an expression looks.

A form is written as it stands in a text: `[x]` is optional, `(a|b)` a choice, `{slot}` a word of a
named list; a number at the end of a slot's name tells a second one apart (`{day2}`). A space stands
for any run of up to three blanks, or for one line break. A form covers whole words.

Forms become regular expressions without unbounded repetition, and each knows the words that it can
begin with, so that a long text is looked at only where something may begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.errors import DataError

BLANK = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
DIGIT = "0"
"""The first "word" of whatever begins with a digit."""

TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Slot:
    """What may stand in a slot: a regular expression without groups, and its first words."""

    regex: str
    firsts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    regex: re.Pattern[str]
    firsts: frozenset[str]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Text:
    text: str


@dataclass(frozen=True, slots=True)
class _Filled:
    name: str


@dataclass(frozen=True, slots=True)
class _Choice:
    branches: tuple[tuple[_Node, ...], ...]
    optional: bool


_Node = _Text | _Filled | _Choice


def words_slot(words: Iterable[str]) -> Slot:
    """A slot for any of `words`, the longest first; without words it takes nothing."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    closed = [_literal(word) + (r"(?!\w)" if word[-1:].isalnum() else "") for word in ordered]
    return Slot(
        "(?:" + ("|".join(closed) or "(?!)") + ")", frozenset(first_word(word) for word in ordered)
    )


def first_word(text: str) -> str:
    """The key under which an expression that begins with `text` is looked up."""
    token = TOKEN.match(text)
    if token is None:
        return ""
    return DIGIT if token.group()[0].isdigit() else token.group().lower()


def compile_form(pattern: str, slots: Mapping[str, Slot]) -> Form:
    """The form as a regular expression whose named groups are its slots.

    Raises `DataError` where brackets do not match or a slot is not known.
    """
    nodes, end = _parse(pattern, 0, "")
    if end != len(pattern):
        raise DataError(f"form {pattern!r}: unexpected {pattern[end]!r} at character {end}")
    seen: dict[str, int] = {}
    body = _regex(nodes, slots, pattern, seen)
    regex = re.compile(rf"(?<![\w$€£]){body}(?!\w)", re.IGNORECASE)
    names = frozenset(name.rstrip("0123456789") for name in seen)
    return Form(regex, frozenset(_firsts(nodes, 0, "", slots)) - {""}, names)


def _parse(pattern: str, at: int, closing: str) -> tuple[tuple[_Node, ...], int]:
    nodes: list[_Node] = []
    while at < len(pattern):
        char = pattern[at]
        if closing and char in (closing, "|"):
            return tuple(nodes), at
        if char in "[(":
            node, at = _parse_choice(pattern, at)
            nodes.append(node)
        elif char == "{":
            close = pattern.find("}", at)
            if close < 0:
                raise DataError(f"form {pattern!r}: '{{' at character {at} is not closed")
            nodes.append(_Filled(pattern[at + 1 : close]))
            at = close + 1
        elif char in "])}|":
            break
        else:
            stop = at
            while stop < len(pattern) and pattern[stop] not in "[](){}|":
                stop += 1
            nodes.append(_Text(pattern[at:stop]))
            at = stop
    if closing:
        raise DataError(f"form {pattern!r}: {closing!r} is missing")
    return tuple(nodes), at


def _parse_choice(pattern: str, at: int) -> tuple[_Choice, int]:
    closing = "]" if pattern[at] == "[" else ")"
    branches = []
    while True:
        branch, at = _parse(pattern, at + 1, closing)
        branches.append(branch)
        if pattern[at] == closing:
            return _Choice(tuple(branches), closing == "]"), at + 1


def _literal(text: str) -> str:
    return "".join(BLANK if char == " " else re.escape(char) for char in text)


def _regex(
    nodes: tuple[_Node, ...], slots: Mapping[str, Slot], pattern: str, seen: dict[str, int]
) -> str:
    out = []
    for node in nodes:
        if isinstance(node, _Text):
            out.append(_literal(node.text))
        elif isinstance(node, _Filled):
            slot = slots.get(node.name.rstrip("0123456789"))
            if slot is None:
                raise DataError(f"form {pattern!r}: no slot {node.name!r}")
            seen[node.name] = seen.get(node.name, 0) + 1
            if seen[node.name] > 1:
                raise DataError(f"form {pattern!r}: the slot {node.name!r} stands twice")
            out.append(f"(?P<{node.name}>{slot.regex})")
        else:
            inner = "|".join(_regex(branch, slots, pattern, seen) for branch in node.branches)
            out.append(f"(?:{inner})" + ("?" if node.optional else ""))
    return "".join(out)


def _firsts(
    nodes: tuple[_Node, ...], at: int, begun: str, slots: Mapping[str, Slot]
) -> Iterable[str]:
    """Every first word of the nodes from `at` on, where `begun` has been read of it."""
    if at == len(nodes):
        yield first_word(begun)
        return
    node = nodes[at]
    if isinstance(node, _Text):
        text = begun + node.text
        word = _WORD.match(text)
        if (word and word.end() < len(text)) or (not word and text):
            yield first_word(text)
        else:
            yield from _firsts(nodes, at + 1, text, slots)
    elif isinstance(node, _Filled):
        for first in slots[node.name.rstrip("0123456789")].firsts:
            yield first_word(begun + first)
    else:
        branches: list[tuple[_Node, ...]] = list(node.branches)
        if node.optional:
            branches.append(())
        for branch in branches:
            yield from _firsts(branch + nodes[at + 1 :], 0, begun, slots)
