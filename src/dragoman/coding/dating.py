"""Which time expression dates a predicate."""

from __future__ import annotations

import re

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.times import TimeExpression
from dragoman.languages.lexicon import Lexicon, lexicon

SINCE_REACH = 120  # characters between "since" and its date
CLAUSES = ("relative", "complement", "adverbial", "parataxis")


def time_of(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The point or range that dates what `node` tells; null where the sentence gives none.

    One that hangs from the predicate itself comes first; then one that was left out of the parse (a bare
    weekday) and stands by the predicate or by the verb over it; then one deeper in its phrases. The date
    of the report ("a déclaré jeudi que ...") is not the date of what is reported.
    """
    lex = lexicon(sentence.language)
    points = [
        t
        for t in sentence.times
        if t.kind in ("point", "range") and not _is_since(t, sentence, lex)
    ]
    direct, loose, deep = [], [], []
    for time in points:
        start = sentence.start + time.start_char
        at = sentence.node_at(start)
        if at is None:
            if _dates(_verb_by(start, sentence), node, lex):
                loose.append(time)
            continue
        top = _top(at, sentence, time)
        if top.head is node or (
            top.head is not None and top.head.head is node and _is_helper(top.head)
        ):
            direct.append(time)
        elif _dates(top, node, lex):
            deep.append(time)
        elif top.head is not None and _dates(top.head, node, lex):
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


def _dates(verb: Node | None, node: Node, lexicon: Lexicon) -> bool:
    """Whether what dates `verb` dates `node`: the same word, or one in the other's own clause. The setting
    of an act ("durant la visite") is of the act's day, however deep the parser hangs it."""
    if verb is None:
        return False
    if verb is node:
        return True
    for low, high in ((node, verb), (verb, node)):
        current: Node | None = low
        setting = False
        while current is not None and current is not high:
            setting = setting or current.case in lexicon.cues["occasion"]
            if current.relation in CLAUSES and not (
                setting and current.morph.get("VerbForm") == "Inf"
            ):
                break
            current = current.head
        if current is high:
            return True
    return False


def _is_since(time: TimeExpression, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a date stands after "since" with no comma between: "depuis sa prise de fonction en 2013"."""
    words = "|".join(map(re.escape, lexicon.cues["since"]))
    lead = sentence.text[max(time.start_char - SINCE_REACH, 0) : time.start_char]
    return re.search(rf"(?<!\w)(?:{words})\s[^,;:()]*$", lead, re.IGNORECASE) is not None
