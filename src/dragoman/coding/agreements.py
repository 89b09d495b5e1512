"""Agreements: how many, of what kind, between whom, worth what, and how far along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.agreement_earlier import Earlier, earlier
from dragoman.coding.agreement_nouns import Noun, nouns
from dragoman.coding.agreement_parties import Involved, involved
from dragoman.coding.agreement_sides import sides
from dragoman.coding.agreement_slots import Reading
from dragoman.coding.agreement_status import Standing, spoken_of, status_of
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
from dragoman.coding.slots import fill
from dragoman.languages.agreements import AgreementWords, agreement_words
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.records import Agreement, Instrument, Party

SIGNED = ("signed", "ratified", "agreed")
FIRM = ("signed", "ratified", "suspended", "terminated", "violated", "rejected")
ENDURING: tuple[Instrument, ...] = ("treaty", "truce")  # of states and armed groups alone


@dataclass(frozen=True, slots=True)
class _Place:
    """What one sentence's agreements are read with."""

    sentence: Sentence
    document: Document
    words: AgreementWords
    lex: Lexicon


def agreements(document: Document) -> Iterator[Agreement]:
    """Every agreement that a sentence tells: between two sides or more, or one that has a name of its
    own, or a treaty or truce of which one side is named."""
    words, lex = agreement_words(document.language), lexicon(document.language)
    made: list[Agreement] = []
    for sentence in document.sentences:
        place = _Place(sentence, document, words, lex)
        here = nouns(sentence, words)
        for noun in here:
            found = _of_noun(noun, place, made)
            if found is not None:
                made.append(found)
                yield found
        for found in _acts(here, place):
            made.append(found)
            yield found


def _of_noun(noun: Noun, place: _Place, made: Sequence[Agreement]) -> Agreement | None:
    node, words = noun.node, place.words
    counted = partitive(node)
    before = None if noun.named else earlier(node, noun.instrument, made, words)
    status = status_of(counted or node, place.sentence, words) or spoken_of(node, words)
    if status is None:
        status = Standing("in_force", node, assumed=True)
    name = place.sentence.start
    treaty = noun.named.treaty if noun.named else None
    span = (name + noun.named.start, name + noun.named.end) if noun.named else (0, 0)
    reading = Reading(
        node, status, place.sentence, place.document, place.lex, words, treaty, span, before
    )
    found = involved(reading)
    if not _is_told(noun, status, found, before, place):
        return None
    return _agreement(noun, counted, status, found, before, place, made)


def _is_told(
    noun: Noun, status: Standing, found: Involved, before: Earlier | None, place: _Place
) -> bool:
    """Whether enough is known to call it an agreement between states and their like."""
    if noun.named is not None:
        return not status.assumed or status.node is not noun.node or bool(found.parties)
    if status.assumed and status.node is noun.node:
        # no word says anything of it: its sides must stand by it
        return (
            len(sides(found.parties)) > 1
            and not found.inferred
            and noun.instrument != "declaration"
            and _is_strong(noun, place.words)
        )
    if status.assumed:
        if before is not None:
            return True
        return len(sides(found.parties)) > 1 and _is_strong(noun, place.words)
    if len(sides(found.parties)) > 1:
        return True
    if not any(_is_state_like(p) for p in found.parties):
        return False
    return noun.instrument in ENDURING or (found.acting == 1 and _is_foreign(noun, status, place))


def _is_foreign(noun: Noun, status: Standing, place: _Place) -> bool:
    """Of one side a state does something about an agreement with others who are not named: unless the
    noun may be much else, or the sentence speaks of those with whom a state agrees at home."""
    firm = status.status in FIRM and status.node.pos == "VERB"
    at_home = any(n.lemma in place.words.words["domestic"] for n in place.sentence.nodes)
    return firm and not at_home and noun.node.lemma not in place.words.weak


def _is_strong(noun: Noun, words: AgreementWords) -> bool:
    """Whether the noun is an agreement by itself: "an accord", "a contract *with* ...", not "a document"."""
    cases = {*words.words["with"], *words.words["between"]}
    return noun.node.lemma not in words.weak or any(n.case in cases for n in noun.node.children)


def _is_state_like(party: Party) -> bool:
    return party.kind in ("state", "group") or (party.kind == "organisation" and bool(party.id))


def _agreement(
    noun: Noun,
    counted: Node | None,
    status: Standing,
    found: Involved,
    before: Earlier | None,
    place: _Place,
    made: Sequence[Agreement],
) -> Agreement:
    node, sentence, document = noun.node, place.sentence, place.document
    count, part_of = count_of(node, counted, sentence, place.words, made)
    told = node if status.assumed else status.node
    name = sentence.text[noun.named.start : noun.named.end] if noun.named else None
    stage = before.status if before is not None and status.assumed else status.status
    inferred = (*found.inferred, *(("status",) if status.assumed else ()))
    return _claim(
        place,
        at=node,
        told=told,
        moment_at=status.node,
        found=Involved(found.parties, found.signatories, found.by, inferred),
        fields={
            "count": count,
            "part_of": part_of,
            "value": value_of(node, counted, status, sentence),
            "instrument": noun.instrument,
            "name": name or name_of(node, document),
            "subject": subject_of(node, status, sentence, place.words),
            "status": stage,
            "forum": forum_of(node, sentence, document, place.words),
        },
    )


def _acts(here: Sequence[Noun], place: _Place) -> Iterator[Agreement]:
    """Verbs that are an agreement without naming one: "X and Y agreed to ...", "se sont entendus sur"."""
    for verb in place.sentence.nodes:
        if verb.pos != "VERB":
            continue
        slots = next((s for f in lemmas(verb) if (s := place.words.acts.get(f))), None)
        if slots is None:
            slots = _phrasal(verb, place.words)
        if slots is None or not _says_on_what(verb, slots, place.lex):
            continue
        if any(verb in noun.node.ancestors() for noun in here):
            continue  # "agreed on a treaty": told by its noun
        standing = Standing("agreed", verb)
        found = involved(
            Reading(verb, standing, place.sentence, place.document, place.lex, place.words)
        )
        if len(sides(found.parties)) > 1 and not found.inferred:
            fields: dict[str, object] = {"status": "agreed", "instrument": "accord"}
            yield _claim(place, at=verb, told=verb, moment_at=verb, found=found, fields=fields)


def _says_on_what(verb: Node, slots: tuple[str, ...], lex: Lexicon) -> bool:
    """Whether a slot is filled, by a noun or a clause ("*pour rouvrir* la frontière")."""
    clauses = [n for n in verb.all("adverbial") if n.case in slots]
    return bool(clauses) or any(fill(verb, slot, lex) for slot in slots)


def _phrasal(verb: Node, words: AgreementWords) -> tuple[str, ...] | None:
    """ "se mettre *d'accord*": a verb that is an agreement with a word under it."""
    forms = [f"{f} {c.case} {c.lemma}" for f in lemmas(verb) for c in verb.children if c.case]
    return next((s for f in forms if (s := words.acts.get(f))), None)


def _claim(
    place: _Place,
    *,
    at: Node,
    told: Node,
    moment_at: Node,
    found: Involved,
    fields: dict[str, object],
) -> Agreement:
    document, sentence = place.document, place.sentence
    moment = when(time_of(moment_at, sentence), document)
    mode = modality(told, sentence, place.lex).modality
    passage = evidence(document, sentence)
    names = {
        "parties": keys(found.parties),
        "status": fields["status"],
        "instrument": fields["instrument"],
        "at": [at.start, at.end],
    }
    return Agreement.model_validate(
        {
            "id": identity(document, "agreement", passage, names),
            "evidence": passage,
            "passages": (passage,),
            "modality": settled(mode, historical=is_history(moment, document)),
            "attributed_to": attribution(moment_at, sentence, place.lex),
            "when": moment,
            "inferred": found.inferred,
            "confidence": 0.6 if found.inferred else 0.75,
            "coder": CODER,
            "parties": found.parties,
            "signatories": found.signatories if fields["status"] in SIGNED else (),
            "by": found.by,
            **fields,
        }
    )
