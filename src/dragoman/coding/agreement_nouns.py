"""Which nouns name an agreement, and of what kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.gazetteer.treaties import Named, named_treaties
from dragoman.languages.agreements import AgreementWords
from dragoman.records import Instrument

REACH = 60  # characters back from a word's end in which its phrase begins ("joint statement")
SPECIFIC = ("truce", "treaty", "contract", "memorandum", "declaration")


@dataclass(frozen=True, slots=True)
class Noun:
    """The head of a phrase that names an agreement; `named` where it has a name of its own."""

    node: Node
    instrument: Instrument
    named: Named | None = None


def nouns(sentence: Sentence, words: AgreementWords) -> list[Noun]:
    """The agreements that a sentence names, in its order; of "a ceasefire agreement" one."""
    found = _named(sentence, words)
    taken = {n.index for noun in found for n in (noun.node, *_within(noun.named, sentence))}
    kinds = {
        node.index: kind
        for node in sentence.nodes
        if node.index not in taken
        and (kind := _instrument(node, sentence, words)) is not None
        and not _is_excluded(node, sentence, words)
        and not _is_consent(node, words)
    }
    for index, kind in kinds.items():
        node = sentence.nodes[index]
        above = node.head
        if above is not None and above.index in kinds and _is_part(node, above, words):
            continue
        below = next(
            (
                kinds[n.index]
                for n in node.children
                if n.index in kinds and _is_part(n, node, words)
            ),
            kind,
        )
        found.append(Noun(node, below if below in SPECIFIC else kind))
    return sorted(found, key=lambda noun: noun.node.index)


def _named(sentence: Sentence, words: AgreementWords) -> list[Noun]:
    found = []
    for named in named_treaties(sentence.text, sentence.language):
        inside = _within(named, sentence)
        top = next((n for n in inside if n.head is None or n.head not in inside), None)
        if top is None:
            continue
        above = top.head
        if above is not None and top.relation in ("appos", "nmod", "flat", "compound"):
            kind = _instrument(above, sentence, words)
            if kind is not None and top.case in (None, *words.words["of"]):
                found.append(Noun(above, kind, named))  # "the trade *deal* (NAFTA)"
                continue
        found.append(Noun(top, named.treaty.instrument, named))
    return found


def _within(named: Named | None, sentence: Sentence) -> list[Node]:
    if named is None:
        return []
    start, end = sentence.start + named.start, sentence.start + named.end
    return [n for n in sentence.nodes if start <= n.start < end]


def _is_part(node: Node, above: Node, words: AgreementWords) -> bool:
    """ "a *ceasefire* agreement", "un accord de *cessez-le-feu*"."""
    return (node.relation == "compound" and node.index < above.index) or (
        node.relation in ("nmod", "compound", "flat", "amod")
        and node.case in (None, *words.words["of"])
        and node.child("det") is None
        and node.index > above.index
    )


def _instrument(node: Node, sentence: Sentence, words: AgreementWords) -> Instrument | None:
    """The kind of instrument that a noun names; null where it names none."""
    if node.pos not in ("NOUN", "PROPN"):
        return None
    end = node.end - sentence.start
    before = sentence.text[max(0, end - REACH) : end].lower().split()
    for length in (4, 3, 2):
        run = sentence.nodes[node.index : node.index + length]
        phrase = " ".join(n.text.lower() for n in run).replace("' ", "'").replace("’ ", "'")
        for form in (phrase, " ".join(before[-length:])):
            if form in words.instruments:
                return words.instruments[form]
    whole = re.search(r"[\w-]+$", sentence.text[:end])
    last = whole.group().lower() if whole else ""
    if "-" in last and last.partition("-")[0] in words.instruments:
        return None  # "accord-*cadre*": told by its first part
    for form in (node.lemma, node.text.lower(), last):
        if form in words.instruments:
            return words.instruments[form]
    return None


def _is_consent(node: Node, words: AgreementWords) -> bool:
    """ "a donné son *accord*": one party's consent."""
    above = node.head
    return (
        above is not None
        and node.relation == "object"
        and any(form in words.words["consenting"] for form in lemmas(above))
    )


def _is_excluded(node: Node, sentence: Sentence, words: AgreementWords) -> bool:
    text = sentence.text.lower().replace("’", "'")
    before, after = text[: node.start - sentence.start], text[node.end - sentence.start :]
    return any(
        re.search(rf"(?<![\w']){re.escape(w)}[\s-]?$", before) for w in words.never_before
    ) or any(re.match(rf"[\s-]*{re.escape(w)}(?!\w)", after) for w in words.never_after)
