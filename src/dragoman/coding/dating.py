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
        t for t in sentence.times if t.kind in ("point", "range") and _since(t, sentence) is None
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


def began(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The "since 2014" that hangs from what `node` tells: when it began, and it goes on; null without."""
    for time in sentence.times:
        if time.kind != "since":
            continue
        end = sentence.node_at(sentence.start + time.end_char - 1)
        at = end and _top(end, sentence, time)
        if at is not None and at.head is node:
            return time
    return None


def long_ago(node: Node, sentence: Sentence) -> bool:
    """Whether words without a date in them put what `node` tells far back ("during the Cold War")."""
    lex = lexicon(sentence.language)
    text = sentence.text.lower().replace("’", "'")
    for words in lex.cues["long_ago"]:
        for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            at = sentence.node_at(sentence.start + found.start())
            if _dates(at, node, lex):
                return True
    return False


def counted_from(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The date after "since" and after the word that is dated, from which a count or a term runs
    ("depuis sa *prise de fonction* en 2013", "the second *visit* since he took office in 2018"); read
    from the surface, for the parsers hang such dates anywhere. Null where there is none."""
    after = (t for t in sentence.times if sentence.start + t.start_char >= node.end)
    return next((t for t in after if t.kind == "since" or _since(t, sentence)), None)


def held_from(node: Node, sentence: Sentence) -> TimeExpression | None:
    """The same, where "since" stands before the word: the word's own date, and no later count's."""
    for time in sentence.times:
        lead = _since(time, sentence)
        at = sentence.start + time.start_char
        if lead is not None and lead <= node.start < at:
            return time
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
                (setting and current.morph.get("VerbForm") == "Inf")
                or _simultaneous(current, lexicon)
            ):
                break
            current = current.head
        if current is high:
            return True
    return False


def _simultaneous(clause: Node, lexicon: Lexicon) -> bool:
    """ "quand l'Éthiopie a bombardé l'Érythrée": of the time of the verb over it."""
    words = (c.text.lower().replace("’", "'") for c in clause.all("mark", "adverb"))
    return any(word in lexicon.cues["simultaneous"] for word in words)


def _since(time: TimeExpression, sentence: Sentence) -> int | None:
    """Where "since" stands before a date with no comma between ("depuis sa prise de fonction en 2013"),
    in characters of the text; null where it doesn't."""
    cues = lexicon(sentence.language).cues["since"]
    begin = max(time.start_char - SINCE_REACH, 0)
    lead = sentence.text[begin : time.start_char]
    words = "|".join(map(re.escape, cues))
    at = re.search(rf"(?<!\w)(?:{words})\s[^,;:()]*$", lead, re.IGNORECASE)
    return sentence.start + begin + at.start() if at else None
