"""What a sentence says of how far along an agreement is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import coordination_head, is_passive, lemmas
from dragoman.languages.agreements import AgreementWords
from dragoman.records import AgreementStatus

REACH = 14  # words after an agreement in which the comma of its participle stands


@dataclass(frozen=True, slots=True)
class Standing:
    """The status, and the word that gives it; `assumed` where no word does: what is spoken of as there
    is in force. `wished`: proposed only because a word over "sign" or "reach" asks for it."""

    status: AgreementStatus
    node: Node
    assumed: bool = False
    wished: bool = False


def status_of(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    """What the sentence says of how far along the agreement is; null where it says nothing of that."""
    found = _status(node, sentence, words)
    if found is None or found.status in ("agreed", "signed"):
        future = next((n for n in node.all("amod") if n.lemma in words.words["future"]), None)
        if future is not None:
            return Standing("proposed", found.node if found is not None else future)
    return found


def _status(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    top = coordination_head(node)
    if node.case in words.words["without"]:
        return Standing("agreed", node)  # "to leave without an agreement"
    governed = _by_phrase(node, sentence, words) or _by_governor(top, words)
    if governed is not None and governed.status not in ("in_force", "negotiating"):
        return governed
    for child in node.all("participle", "relative"):
        slot = "subject" if _is_own_subject(child) else "object"
        if child.pos in ("VERB", "AUX") and (found := _by_verb(child, slot, words)):
            if (
                found.status == "negotiating"
                and is_passive(child)
                and child.relation == "participle"
            ):
                return Standing("agreed", child)  # "un accord négocié par": it was reached
            return found
    if (found := _after_it(node, sentence, words)) is not None:
        return found
    return governed or _by_noun(top, words) or _by_nouns_before(node, sentence, words)


def _after_it(node: Node, sentence: Sentence, words: AgreementWords) -> Standing | None:
    """ "the pact on fishing, *abandoned* in 2019", "l'accord commercial non encore *ratifié*": a participle
    that the parser tied to another word."""
    for word in sentence.nodes[node.index + 1 : node.index + REACH]:
        if word.text == ",":
            following = sentence.nodes[word.index + 1 : word.index + 2]
            return _by_participle(following[0], words) if following else None
        if word.pos not in ("ADJ", "ADV", "DET", "ADP", "NOUN", "PROPN", "CCONJ"):
            return _by_participle(word, words) if _only_modified(node, word, sentence) else None
    return None


def _only_modified(node: Node, participle: Node, sentence: Sentence) -> bool:
    between = sentence.nodes[node.index + 1 : participle.index]
    return all(n.pos in ("ADJ", "ADV") for n in between)


def _by_participle(word: Node, words: AgreementWords) -> Standing | None:
    past = word.morph.get("VerbForm") == "Part" and (
        word.morph.get("Tense") == "Past" or word.morph.get("Aspect") == "Perf"
    )
    finite = word.child("aux", "aux:pass", "cop") is not None
    return _by_verb(word, "object", words) if past and not finite else None


def _is_own_subject(clause: Node) -> bool:
    """ "the treaty *that ended* the war": the agreement is what acts."""
    if clause.relation != "relative" or is_passive(clause):
        return False
    subjects = clause.all("subject")
    return bool(subjects) and all(n.pos == "PRON" and n.index < clause.index for n in subjects)


def _wished(verb: Node, words: AgreementWords) -> bool:
    """ "must reach", "souhaite conclure", "urged them to sign": asked for, and not there."""
    auxiliaries = [n.lemma for n in verb.all("aux")]
    if set(auxiliaries) & set(words.words["must"]):
        return True
    below = verb
    while below.relation in ("complement", "conj") and below.head is not None:
        below = below.head
        if any(words.verbs.get(("object", form)) == "proposed" for form in lemmas(below)):
            return True
        if any(form in words.words["asking"] for form in lemmas(below)):
            return True
    return False


def spoken_of(node: Node, words: AgreementWords) -> Standing | None:
    """An agreement that is praised, blamed, kept to: it is there, and nothing is said of how far along."""
    above = coordination_head(node).head
    if above is None:
        return None
    copular = above.child("cop") is not None or (above.pos == "AUX" and above.all("attribute"))
    if copular and coordination_head(node).relation == "subject":
        return Standing("in_force", above, assumed=True)  # "the deal is a framework"
    if above.pos not in ("VERB", "AUX"):
        return None
    slots = _slots(coordination_head(node), above)
    if any((slot, form) in words.standing for slot in slots for form in lemmas(above)):
        return Standing("in_force", above, assumed=True)
    return None


def _by_verb(verb: Node, slot: str, words: AgreementWords) -> Standing | None:
    for form in lemmas(verb):
        status = words.verbs.get((slot, form))
        if status is not None:
            wished = status in ("agreed", "signed") and _wished(verb, words)
            return Standing("proposed" if wished else status, verb, wished=wished)
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
    if slot not in ("subject", "object"):
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
