"""How many agreements, worth what, about what, where, and by what name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.quantities import CountSpan, MoneySpan
from dragoman.coding.agreement_status import Standing
from dragoman.languages.agreements import AgreementWords
from dragoman.records import Agreement, Money

MOST = 100_000  # no sentence is about more agreements


def partitive(node: Node) -> Node | None:
    """ "*12* de ces accords": the number that the noun hangs from."""
    head = node.head
    if head is not None and head.pos in ("NUM", "PRON") and node.relation == "nmod":
        return head
    return None


def count_of(
    node: Node,
    count_node: Node | None,
    sentence: Sentence,
    words: AgreementWords,
    made: Sequence[Agreement],
) -> tuple[int | None, str | None]:
    """How many, and of which earlier claim they are a part ("12 de ces accords")."""
    start = (count_node or node).start
    chosen: CountSpan | None = None
    for count in sentence.counts:
        if count.ordinal or count.value >= MOST or _in_money(count, sentence):
            continue
        at = sentence.node_at(sentence.start + count.end_char - 1)
        if at is None:
            continue
        if (
            (at is count_node)
            or (at.head is node and at.index < node.index)
            or (
                at.start <= start
                and 0 <= node.start - (sentence.start + count.end_char) <= 25
                and _only_modifiers(sentence, sentence.start + count.end_char, node.start, words)
            )
        ):
            chosen = count
    if chosen is None:
        return None, None
    between = sentence.text[chosen.end_char : node.start - sentence.start].lower()
    partitive = any(w in between for w in words.words["part_of"])
    whole = next(
        (a for a in reversed(made) if a.count is not None and a.count > chosen.value), None
    )
    return chosen.value, whole.id if partitive and whole is not None else None


def _in_money(count: CountSpan, sentence: Sentence) -> bool:
    """Whether the number is an amount of money: "a #13 billion contract"."""
    before = sentence.text[max(0, count.start_char - 2) : count.start_char]
    return "#" in before or any(
        m.start_char < count.end_char and count.start_char < m.end_char for m in sentence.money
    )


def _only_modifiers(sentence: Sentence, start: int, end: int, words: AgreementWords) -> bool:
    inside = [n for n in sentence.nodes if start <= n.start and n.end <= end]
    return (
        all(n.pos in ("ADJ", "DET", "ADP", "NOUN", "ADV") for n in inside)
        and sum(n.pos == "NOUN" for n in inside) <= 1
        and not any(n.text in (",", ";") for n in inside)
        and bool(words)
    )


def value_of(
    node: Node, count_node: Node | None, status: Standing, sentence: Sentence
) -> Money | None:
    """The amount in the agreement's phrase, or else the only one in its sentence."""
    spans = sentence.money
    inside = [m for m in spans if _under(m, sentence, (node, count_node, status.node))]
    chosen = inside[0] if inside else spans[0] if len(spans) == 1 else None
    if chosen is None:
        return None
    return Money(
        amount=chosen.amount,
        currency=chosen.currency,
        approximate=chosen.approximate,
        text=chosen.text,
    )


def _under(money: MoneySpan, sentence: Sentence, nodes: tuple[Node | None, ...]) -> bool:
    at = sentence.node_at(sentence.start + money.end_char - 1)
    return at is not None and any(n in at.ancestors() for n in nodes if n is not None)


def name_of(node: Node, document: Document) -> str | None:
    """A proper name that goes with the noun ("l'accord de Paris", "New START treaty")."""
    for place in node.all("nmod", "compound"):
        if (
            place.mention is not None
            and place.mention.form == "place"
            and place.case in (None, "de")
        ):
            start, end = min(node.start, place.start), max(node.end, place.end)
            return document.text[start:end]
    if node.pos == "PROPN" and node.text[0].isupper():
        run = [n for n in node.all("compound", "flat") if n.text[0].isupper()]
        if run:
            start, end = min(n.start for n in [node, *run]), max(n.end for n in [node, *run])
            return document.text[start:end]
    return None


def subject_of(
    node: Node, status: Standing, sentence: Sentence, words: AgreementWords
) -> str | None:
    """What it is about, in the article's words."""
    text = sentence.text
    if (own := _after_participle(node, sentence, words)) is not None:
        return own
    for holder in (node, status.node):
        for child in sorted(holder.children, key=lambda c: c.index):
            if child.index < max(holder.index, node.index) or child.relation in (
                "subject",
                "subject:pass",
                "punct",
            ):
                continue
            case = child.case or ""
            if case not in words.words["subject"] or child.mention is not None:
                continue
            span = [n for n in child.subtree() if n.relation != "punct" or n.index < child.index]
            start, end = min(n.start for n in span), max(n.end for n in span)
            phrase = text[start - sentence.start : end - sentence.start]
            if any(
                sentence.start + t.start_char <= child.start < sentence.start + t.end_char
                for t in sentence.times
            ):
                continue
            if any(
                sentence.start + m.start_char <= child.start < sentence.start + m.end_char
                for m in sentence.money
            ):
                continue
            return re.sub(rf"^{re.escape(case)}\s+", "", phrase, flags=re.IGNORECASE)
    return None


def _after_participle(node: Node, sentence: Sentence, words: AgreementWords) -> str | None:
    """ "un accord *concernant les vols*", "*regarding* flights": from the surface, for the parsers give
    what follows to the verb of the sentence."""
    following = sentence.nodes[node.index + 1 : node.index + 2]
    if not following or following[0].text.lower() not in words.words["subject"]:
        return None
    if following[0].pos != "VERB" and following[0].morph.get("VerbForm") != "Part":
        return None
    after = sentence.nodes[following[0].index + 1 :]
    noun = next((n for n in after if n.pos in ("NOUN", "PROPN")), None)
    if noun is None or noun.mention is not None:
        return None
    span = [n for n in noun.subtree() if n.index > following[0].index and n.relation != "punct"]
    start, end = min(n.start for n in span), max(n.end for n in span)
    return sentence.text[start - sentence.start : end - sentence.start]


def forum_of(
    node: Node, sentence: Sentence, document: Document, words: AgreementWords
) -> str | None:
    """The body or meeting where it happens, in the article's words."""
    for other in sentence.nodes:
        if other.lemma in words.words["forum"] and other.index > node.index and other.case:
            start = min([other.start, *(n.start for n in other.all("compound", "amod"))])
            end = other.end
            for word in sentence.nodes[other.index + 1 :]:
                if (
                    word.relation not in ("amod", "nmod", "flat", "case", "det")
                    or word.pos == "PUNCT"
                ):
                    break
                if word.relation not in ("case", "det"):
                    end = word.end
            return document.text[start:end]
    return None
