"""What a sentence says of how far along an agreement is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import coordination_head, is_passive, lemmas
from dragoman.languages.agreements import AgreementWords
from dragoman.records import AgreementStatus


@dataclass(frozen=True, slots=True)
class Standing:
    """The status, and the word that gives it."""

    status: AgreementStatus
    node: Node


def status_of(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    """What the sentence says of how far along the agreement is."""
    top = coordination_head(node)
    governed = _by_phrase(node, sentence, words) or _by_governor(top, words)
    if governed is not None and governed.status != "in_force":
        return governed
    for child in node.all("participle", "relative"):
        if child.pos in ("VERB", "AUX") and (found := _by_verb(child, "object", words)):
            return found
    return governed or _by_noun(top, words) or _by_nouns_before(node, sentence, words)


def _by_verb(verb: Node, slot: str, words: AgreementWords) -> Standing | None:
    for form in lemmas(verb):
        status = words.verbs.get((slot, form))
        if status is not None:
            return Standing(status, verb)
    return None


def _by_governor(node: Node, words: AgreementWords) -> Standing | None:
    """The verb over the agreement, through the nouns between ("signer une série d'accords")."""
    below: Node = node
    for above in node.ancestors():
        if above.pos in ("VERB", "AUX"):
            slots = _slots(below, above)
            for slot in slots:
                if found := _by_verb(above, slot, words) or _under_modal(above, slot, words):
                    return found
            if above.relation not in ("complement", "conj"):
                return None
            if below.relation not in ("complement", "conj", "object", "subject", "subject:pass"):
                return None
        elif above.child("cop"):
            # "sont en train d'être appliqués": the verb under the predicate's noun
            inner = [n for n in above.all("participle", "complement") if n.pos == "VERB"]
            return next((f for n in inner if (f := _by_verb(n, "object", words))), None)
        elif (
            above.pos in ("NOUN", "PROPN") and above.lemma in words.nouns
        ) or below.relation not in ("nmod", "conj", "appos", "compound"):
            return None
        below = above
    return None


def _under_modal(modal: Node, slot: str, words: AgreementWords) -> Standing | None:
    """ "l'accord *doit être ratifié*": the status stands in the infinitive under the verb."""
    if slot != "subject":
        return None
    for verb in modal.all("complement"):
        if verb.pos == "VERB" and (
            found := _by_verb(verb, "object" if is_passive(verb) else slot, words)
        ):
            return found
    return None


def _slots(below: Node, above: Node) -> tuple[str, ...]:
    if below.relation == "object" or (below.relation == "subject:pass"):
        return ("object",)
    if below.relation == "subject":
        return ("object",) if is_passive(above) else ("subject",)
    if below.relation in ("oblique", "indirect", "nmod") and below.case:
        return (below.case,)
    return ()


def _by_noun(node: Node, words: AgreementWords) -> Standing | None:
    """ "la signature d'un accord", "talks on a treaty"."""
    for above in node.ancestors():
        if above.pos not in ("NOUN", "PROPN"):
            return None
        if above.lemma in words.nouns:
            return Standing(words.nouns[above.lemma], above)
    return None


def _by_nouns_before(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    """ "la mise en œuvre de l'accord": nouns of several words, which the parse takes apart."""
    before = sentence.text[: node.start - sentence.start].lower().replace("’", "'")
    for phrase, status in words.nouns.items():
        at = re.search(rf"(?<!\w){re.escape(phrase)}\s(?:\w+'?\s?){{1,4}}$", before)
        if " " in phrase and at is not None:
            where = sentence.node_at(sentence.start + at.start())
            return Standing(status, where or node)
    return None


def _by_phrase(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    """ "... sont à l'ordre du jour": fixed words after the agreement in its clause."""
    after = sentence.text[node.end - sentence.start :].lower().replace("’", "'")
    for phrase, status in words.phrases:
        at = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", after)
        if at and not re.search(r"[;:]|\bqui\b|\bwhich\b", after[: at.start()]):
            where = sentence.node_at(node.end + at.start() + len(phrase) - 1) or node
            return Standing(status, _clause_head(where))
    return None


def _clause_head(node: Node) -> Node:
    if node.pos in ("VERB", "AUX") or node.child("cop"):
        return node
    for above in node.ancestors():
        if above.pos in ("VERB", "AUX") or above.child("cop"):
            return above
    return node
