"""Whom a quotation is about, and how it stands to them."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.coding.passages import Passage
from dragoman.coding.quote_contents import Content
from dragoman.languages.lexicon import Lexicon
from dragoman.languages.quotations import QuotationWords
from dragoman.records import Party

WEIGHT = 0.5  # how much the content's words add to the cue's stance
REACH = 3  # words before a word of praise or blame in which a negation turns it round


def about(content: Content, passage: Passage, speaker: Party) -> tuple[Party, ...]:
    """The parties named in the content, without the speaker's own side. "The two countries" are both,
    the speaker's own among them."""
    found: dict[str, Party] = {}
    for sentence in passage.sentences:
        for mention in sentence.mentions:
            if not content.start <= mention.start < content.end or mention.form == "place":
                continue
            pair = mention.form == "pair"
            for party in mention.parties:
                if pair or not _own_side(party, speaker):
                    found.setdefault(party.key, party)
    return tuple(found.values())


def _own_side(party: Party, speaker: Party) -> bool:
    if party.key == speaker.key or (party.kind == "group" and party.name == speaker.name):
        return True
    return (
        party.country is not None
        and party.country == speaker.country
        and (party.kind != "person" or party.sector == "GOV")
    )


def stance(
    content: Content, verb: float, passage: Passage, words: QuotationWords, lexicon: Lexicon
) -> float:
    """-1..1, from the verb of saying and the words of praise and blame in the content."""
    nodes = passage.nodes_between(content.start, content.end)
    score, count = 0, 0
    for place, node in enumerate(nodes):
        sign = _sign(node, words)
        if sign:
            turned = any(_negates(n, lexicon) for n in nodes[max(0, place - REACH) : place])
            score += -sign if turned else sign
            count += 1
    tone = score / count if count else 0.0
    return round(max(-1.0, min(1.0, verb + WEIGHT * tone)), 2)


def _sign(node: Node, words: QuotationWords) -> int:
    forms = {node.lemma, node.text.lower()}
    return bool(forms & words.supportive) - bool(forms & words.hostile)


def _negates(node: Node, lexicon: Lexicon) -> bool:
    return node.text.lower() in lexicon.cues.get("negation", ())
