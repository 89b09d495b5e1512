"""Which time expression dates a predicate."""

from __future__ import annotations

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.times import TimeExpression

CLAUSES = ("relative", "complement", "adverbial", "parataxis")


def time_of(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The point or range that dates what `node` tells; null where the sentence gives none.

    One that hangs from the predicate itself comes first; then one that was left out of the parse (a bare
    weekday) and stands by the predicate or by the verb over it; then one deeper in its phrases. The date
    of the report ("a déclaré jeudi que ...") is not the date of what is reported.
    """
    points = [t for t in sentence.times if t.kind in ("point", "range")]
    direct, loose, deep = [], [], []
    for time in points:
        start = sentence.start + time.start_char
        at = sentence.node_at(start)
        if at is None:
            if _dates(_verb_by(start, sentence), node):
                loose.append(time)
            continue
        top = _top(at, sentence, time)
        if top.head is node or (
            top.head is not None and top.head.head is node and _is_helper(top.head)
        ):
            direct.append(time)
        elif _dates(top, node):
            deep.append(time)
        elif top.head is not None and _dates(top.head, node):
            loose.append(time)
    for group in (direct, loose, deep):
        if group:
            return min(group, key=lambda t: abs(sentence.start + t.start_char - node.start))
    return None


def _top(at: Node, sentence: Sentence, time: TimeExpression) -> Node:
    """The head of a time expression's words."""
    start, end = sentence.start + time.start_char, sentence.start + time.end_char
    while at.head is not None and start <= at.head.start < end:
        at = at.head
    return at


def _is_helper(node: Node) -> bool:
    return node.relation in ("aux", "aux:pass", "cop")


def _verb_by(position: int, sentence: Sentence) -> Node | None:
    """The verb nearest to a position, those before it first."""
    verbs = [n for n in sentence.nodes if n.pos == "VERB"]
    return min(
        verbs,
        key=lambda n: (position - n.end) if n.end <= position else 3 * (n.start - position),
        default=None,
    )


def _dates(verb: Node | None, node: Node) -> bool:
    """Whether what dates `verb` dates `node`: the same word, or one in the other's own clause."""
    if verb is None:
        return False
    if verb is node:
        return True
    for low, high in ((node, verb), (verb, node)):
        current: Node | None = low
        while current is not None and current is not high:
            if current.relation in CLAUSES:
                break
            current = current.head
        if current is high:
            return True
    return False
