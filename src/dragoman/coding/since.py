"""Dates as claims give them in words: a year, a month or a day as text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.times import TimeExpression

CLAUSES = ("relative", "complement", "adverbial", "parataxis", "appos", "conj", "participle")


def iso(time: TimeExpression) -> str | None:
    """ "2014", "2014-03" or "2014-03-05", as exact as the expression; null where it tells no day."""
    if time.start is None:
        return None
    day = time.start.isoformat()
    return {"year": day[:4], "month": day[:7]}.get(time.precision, day)


def own_times(node: Node, sentence: Sentence) -> list[TimeExpression]:
    """Those of `times_under` that stand in no clause, aside or party's name inside the phrase."""
    found = []
    for time in times_under(node, sentence):
        at = sentence.node_at(sentence.start + time.start_char)
        while at is not None and at is not node and at.relation not in ("subject", *CLAUSES):
            at = at.head
        if at is node:
            found.append(time)
    return found


def times_under(node: Node, sentence: Sentence) -> Iterator[TimeExpression]:
    """The time expressions that stand in a node's phrase, in the order of the text."""
    inside = list(node.subtree())
    for time in sentence.times:
        start, end = sentence.start + time.start_char, sentence.start + time.end_char
        if any(start <= n.start < end for n in inside):
            yield time
