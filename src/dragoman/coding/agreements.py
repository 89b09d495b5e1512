"""Agreements: how many, of what kind, between whom, worth what, and how far along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.coding.agreement_parties import parties_of, sides
from dragoman.coding.agreement_status import Standing, status_of
from dragoman.coding.agreement_terms import (
    count_of,
    forum_of,
    name_of,
    partitive,
    subject_of,
    value_of,
)
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.modality import modality
from dragoman.languages.agreements import AgreementWords, agreement_words
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.records import Agreement, Instrument


def agreements(document: Document) -> Iterator[Agreement]:
    """Every agreement between two parties or more that a sentence gives a status."""
    words, lex = agreement_words(document.language), lexicon(document.language)
    made: list[Agreement] = []
    for sentence in document.sentences:
        for node in sentence.nodes:
            found = _agreement(node, sentence, document, words, lex, made)
            if found is not None:
                made.append(found)
                yield found


def _agreement(
    node: Node,
    sentence: Sentence,
    document: Document,
    words: AgreementWords,
    lex: Lexicon,
    made: list[Agreement],
) -> Agreement | None:
    instrument = instrument_of(node, sentence, words)
    if instrument is None or is_excluded(node, sentence, words):
        return None
    count_node = partitive(node)
    status = status_of(count_node or node, sentence, words)
    if status is None:
        return None
    involved, signatories, inferred = parties_of(node, status, sentence, document, lex, words)
    if len(sides(involved)) < 2:
        return None
    count, part_of = count_of(node, count_node, sentence, words, made)
    reading = modality(_told_by(status, node), sentence, lex)
    moment = when(time_of(status.node, sentence), document)
    speaker = attribution(status.node, sentence, lex)
    passage = evidence(document, sentence)
    subject_text = subject_of(node, status, sentence, words)
    names = {
        "parties": keys(involved),
        "status": status.status,
        "instrument": instrument,
        "at": [node.start, node.end],
    }
    return Agreement(
        id=identity(document, "agreement", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(reading.modality, historical=is_history(moment, document)),
        attributed_to=speaker,
        when=moment,
        inferred=inferred,
        confidence=0.6 if inferred else 0.75,
        coder=CODER,
        parties=involved,
        count=count,
        value=value_of(node, count_node, status, sentence),
        instrument=instrument,
        name=name_of(node, document),
        subject=subject_text,
        status=status.status,
        forum=forum_of(node, sentence, document, words),
        signatories=signatories if status.status in ("signed", "ratified", "agreed") else (),
        part_of=part_of,
    )


def instrument_of(node: Node, sentence: Sentence, words: AgreementWords) -> Instrument | None:
    """The kind of instrument that a noun names; null where it names none."""
    if node.pos not in ("NOUN", "PROPN"):
        return None
    for length in (3, 2):
        run = sentence.nodes[node.index : node.index + length]
        phrase = " ".join(n.text.lower() for n in run).replace("' ", "'").replace("’ ", "'")
        if len(run) == length and phrase in words.instruments:
            return words.instruments[phrase]
    return words.instruments.get(node.lemma) or words.instruments.get(node.text.lower())


def is_excluded(node: Node, sentence: Sentence, words: AgreementWords) -> bool:
    text = sentence.text.lower().replace("’", "'")
    before, after = text[: node.start - sentence.start], text[node.end - sentence.start :]
    return any(
        re.search(rf"(?<![\w']){re.escape(w)}\s?$", before) for w in words.never_before
    ) or any(after.lstrip().startswith(w) for w in words.never_after)


def _told_by(status: Standing, node: Node) -> Node:
    return status.node if status.node.pos in ("VERB", "AUX") else node
