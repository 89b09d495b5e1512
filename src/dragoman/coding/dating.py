"""Which time expression dates a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.times import TimeExpression


def time_of(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The point or range in the predicate's own clause, nearest to it; else the nearest that stands in
    no other clause; null where the sentence gives none."""
    points = [t for t in sentence.times if t.kind in ("point", "range")]
    if not points:
        return None

    def distance(time: TimeExpression) -> int:
        return abs(sentence.start + time.start_char - node.start)

    inside, loose = [], []
    for time in points:
        at = sentence.node_at(sentence.start + time.start_char)
        if at is None:
            loose.append(time)  # left out of the parse: a bare weekday
        elif node in at.ancestors() and not _crosses_clause(at, node):
            inside.append(time)
        elif not _in_other_clause(at, node):
            loose.append(time)
    chosen = inside or loose
    return min(chosen, key=distance) if chosen else None


def _crosses_clause(low: Node, high: Node) -> bool:
    return any(n.relation in ("relative", "complement", "adverbial") for n in _up(low, high))


def _in_other_clause(at: Node, node: Node) -> bool:
    """Whether the expression belongs to a clause beside or under the predicate's own."""
    verb = next((a for a in at.ancestors() if a.pos in ("VERB", "AUX")), None)
    return verb is not None and verb is not node and verb not in node.ancestors() and (
        verb.relation in ("relative", "complement", "adverbial", "participle")
    )


def _up(low: Node, high: Node) -> Iterator[Node]:
    current: Node | None = low
    while current is not None and current is not high:
        yield current
        current = current.head
