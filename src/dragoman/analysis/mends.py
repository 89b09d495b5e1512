"""Known slips of the parsing models, and how each is put right."""

from __future__ import annotations

from itertools import pairwise

from dragoman.analysis import verb_forms
from dragoman.analysis.attachments import mend_attachments
from dragoman.analysis.document import Node
from dragoman.analysis.syntax import attach
from dragoman.languages.language import Language

NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


def mend_parse(nodes: list[Node], language: Language) -> None:
    """Puts right what the model gets wrong in ways that we know; before prepositions are settled."""
    _mend_prepositions(nodes, language)
    _mend_participles(nodes, language)
    _mend_reflexives(nodes)
    mend_attachments(nodes, language)
    _promote_finite_modifiers(nodes)
    _mend_headless(nodes, language)
    _mend_lemmas(nodes, language)
    _mend_moods(nodes, language)
    _mend_clauses(nodes)
    _mend_that_clauses(nodes)
    _mend_perfect_infinitives(nodes, language)
    _mend_bare_objects(nodes, language)
    _mend_relatives(nodes)
    _mend_tags(nodes)
    _mend_infinitives(nodes, language)
    _mend_particles(nodes, language)


def _mend_moods(nodes: list[Node], language: Language) -> None:
    """ "signeront" is a future, "signerait" a conditional, whatever the model says."""
    for node in nodes:
        if node.pos not in ("VERB", "AUX"):
            continue
        form, stem = node.text.lower(), node.lemma[:-2]
        for mood, feature in (("conditional", ("Mood", "Cnd")), ("future", ("Tense", "Fut"))):
            ending = next((e for e in language.moods[mood] if form.endswith(e)), None)
            if ending is not None and form != stem + ending[1:]:
                node.morph = {**node.morph, feature[0]: feature[1], "VerbForm": "Fin"}
                break
            if ending is not None and node.morph.get(feature[0]) == feature[1]:
                node.morph = {**node.morph, "Mood": "Ind", "Tense": "Past"}


def _mend_clauses(nodes: list[Node]) -> None:
    """ "... ses hôtes : Astana a refusé ...": a verb with a finite auxiliary is no participle of a noun."""
    for node in nodes:
        if node.relation == "participle" and any(
            aux.morph.get("VerbForm") == "Fin" for aux in node.all("aux", "aux:pass")
        ):
            node.relation = "parataxis"


def _mend_particles(nodes: list[Node], language: Language) -> None:
    """ "turned back", "look forward": an adverb that makes a verb of the lexicon with the one before it."""
    for verb, adverb in pairwise(nodes):
        if (
            verb.pos == "VERB"
            and adverb.head is verb
            and adverb.relation == "adverb"
            and verb_forms.is_known(f"{verb.lemma} {adverb.text.lower()}", language.code)
        ):
            adverb.relation = "particle"
            for child in list(adverb.children):
                attach(child, verb, "oblique" if child.relation == "nmod" else child.relation)


def _mend_that_clauses(nodes: list[Node]) -> None:
    """ "a précisé que 27 accords, d'un montant de ..., sont à l'étude" read as an object with a noun beside it:
    the noun with the copula is the clause's predicate."""
    for verb, that in pairwise(nodes):
        noun = that.head
        if (
            verb.pos != "VERB"
            or that.lemma not in ("que", "that")
            or noun is None
            or noun.head is not verb
            or noun.relation not in ("object", "complement")
        ):
            continue
        predicate = next((n for n in noun.all("conj") if n.child("cop")), None)
        if predicate is not None:
            attach(predicate, verb, "complement")
            attach(noun, predicate, "subject")
            attach(that, predicate, "mark")


def _mend_perfect_infinitives(nodes: list[Node], language: Language) -> None:
    """ "d'avoir violé la trêve", "having violated the truce" read as a verb and its object: the participle
    is the verb."""
    for auxiliary, word in pairwise(nodes):
        if auxiliary.lemma not in language.perfect or auxiliary.pos != "VERB":
            continue
        noun = word.head
        split = word.relation == "amod" and noun is not None and noun.head is auxiliary
        if not split and (word.head is not auxiliary or word.relation != "object"):
            continue
        verb = word.lemma if split and word.pos == "VERB" else None
        verb = verb or verb_forms.participle(word.text, language.code)
        above, relation = auxiliary.head, auxiliary.relation
        if above is None or verb is None:
            continue
        attach(word, above, relation)
        for child in list(auxiliary.children):
            attach(child, word, child.relation)
        attach(auxiliary, word, "aux")
        auxiliary.pos = "AUX"
        word.pos, word.lemma = "VERB", verb


def _mend_bare_objects(nodes: list[Node], language: Language) -> None:
    """ "violerait le traité", "rencontrera Joe Biden": a noun that the parser takes for a predicate of a verb
    that is none of being or calling is its object."""
    for node in nodes:
        verb = node.head
        if (
            node.relation == "complement"
            and node.pos in ("NOUN", "PROPN")
            and verb is not None
            and verb.pos == "VERB"
            and node.index > verb.index
            and verb.lemma not in language.predicative
            and not verb.child("object", "reflexive", "aux:pass")
            and not node.child("case", "cop", "mark")
            and not any(c.pos == "SCONJ" for c in node.children)
        ):
            node.relation = "object"


def _mend_relatives(nodes: list[Node]) -> None:
    """ "le Chili, qui a condamné le Pérou" read as a clause under the verb: it is the name's."""
    for verb in nodes:
        if verb.pos != "VERB" or verb.relation not in ("complement", "parataxis"):
            continue
        who = verb.child("subject")
        if who is None or who.text.lower() not in ("qui", "who", "which") or verb.child("mark"):
            continue
        before = [n for n in nodes[: who.index] if n.text != ","][-1:]
        if before and before[0].pos in ("PROPN", "NOUN") and before[0] is not verb:
            attach(verb, before[0], "relative")


def _mend_tags(nodes: list[Node]) -> None:
    """ "... au sein de l'ONU, a rappelé M. X": what stands before the comma is not the tag's."""
    for verb in nodes:
        if (
            verb.pos != "VERB"
            or verb.head is None
            or verb.relation not in ("complement", "parataxis")
        ):
            continue
        first = min([verb.index, *(c.index for c in verb.all("aux", "reflexive"))])
        if first == 0 or nodes[first - 1].text != "," or verb.head.index > first:
            continue
        if verb.child("mark") is not None or not any(c.index > verb.index for c in verb.children):
            continue
        for child in list(verb.children):
            if child.index < first - 1:
                attach(child, verb.head, child.relation)
        verb.relation = "parataxis"


def _mend_infinitives(nodes: list[Node], language: Language) -> None:
    """ "convaincre le Rwanda de négocier", "appelé les autorités à cesser": the infinitive is the verb's, not
    the noun's."""
    for node in nodes:
        noun = node.head
        if (
            node.relation == "participle"
            and node.morph.get("VerbForm") == "Inf"
            and noun is not None
            and noun.relation in ("object", "indirect", "oblique")
            and noun.head is not None
            and (noun.pos == "PROPN" or verb_forms.takes_infinitive(noun.head.lemma, language.code))
        ):
            attach(node, noun.head, "complement")


def _mend_lemmas(nodes: list[Node], language: Language) -> None:
    """ "presse/presse": a verb whose lemma the lexicon does not have, brought to one that it has."""
    for node in nodes:
        if node.pos != "VERB":
            continue
        node.lemma = language.lemmas.get(node.lemma, node.lemma)
        found = verb_forms.finite(node.text, language.code) or verb_forms.participle(
            node.text, language.code
        )
        if found is None or found == node.lemma:
            continue
        # "raped" is of "rape", whatever the model says: "rap" doubles its consonant
        if not verb_forms.is_known(node.lemma, language.code) or found == node.lemma + "e":
            node.lemma = found


def _mend_participles(nodes: list[Node], language: Language) -> None:
    """ "a téléphoné", "s'est abstenue" read as nouns: a word with an auxiliary is a verb."""
    for node in nodes:
        aux = node.child("aux", "aux:pass")
        if node.pos in ("VERB", "AUX") or aux is None or aux.pos != "AUX":
            continue
        verb = verb_forms.participle(node.text, language.code)
        if verb is not None:
            _make_verb(node, verb)


def _make_verb(node: Node, lemma: str) -> None:
    node.pos, node.lemma = "VERB", lemma
    for child in node.all("nmod"):
        prepositional = any(c.relation == "case" for c in child.children)
        child.relation = "oblique" if prepositional else "object"


def _mend_headless(nodes: list[Node], language: Language) -> None:
    """A clause without any finite verb, where one word could be one ("La France finance le Mali"):
    that word is its predicate, what stands before it the subject."""
    if any(n.pos in ("VERB", "AUX") and n.morph.get("VerbForm") == "Fin" for n in nodes):
        return
    root = next((n for n in nodes if n.relation == "root"), None)
    for node in nodes:
        verb = verb_forms.finite(node.text, language.code)
        if verb is None or node.mention is not None or node.text[:1].isupper() or node.index == 0:
            continue
        before = nodes[node.index - 1]
        if (
            root is None
            or before.pos not in (*NOMINAL, "ADJ")
            or node.pos not in ("ADJ", "NOUN", "VERB", "ADV")
        ):
            continue
        subject = before
        while (
            subject.head is not None
            and subject.head.index < node.index
            and subject.head is not node
        ):
            subject = subject.head
        _make_verb(node, verb)
        _crown(node, subject, root)
        return


def _crown(verb: Node, subject: Node, root: Node) -> None:
    """Makes `verb` the root over `subject` and over what followed it under the old root."""
    if verb.head is not None:
        verb.head.children.remove(verb)
    verb.head, verb.relation = None, "root"
    verb.morph = {**verb.morph, "VerbForm": "Fin"}
    for top in {id(n): n for n in (subject, root)}.values():
        if top is not verb:
            attach(top, verb, "subject" if top is subject else "dep")
    for child in list(subject.children):
        if child.index > verb.index:
            case = any(c.relation == "case" for c in child.children)
            attach(child, verb, "oblique" if case else "object")
    for child in verb.children:
        if child.relation == "dep" and child.index > verb.index and child.pos in NOMINAL:
            child.relation = "object"


def _mend_prepositions(nodes: list[Node], language: Language) -> None:
    """ "envers" read as a verb: a preposition's object hangs from what the preposition hung from."""
    for node in nodes:
        if (
            node.pos != "VERB"
            or node.text.lower() not in language.prepositions
            or node.head is None
            or node.child("subject", "aux")
        ):
            continue
        head = node.head
        for child in list(node.children):
            if child.relation in ("object", "oblique", "nmod"):
                attach(child, head, "oblique" if head.pos in ("VERB", "AUX") else "nmod")
                attach(node, child, "case")
                node.pos = "ADP"
                break


def _mend_reflexives(nodes: list[Node]) -> None:
    """ "se" is never an object of its own."""
    for node in nodes:
        if (
            node.pos == "PRON"
            and node.text.lower() in ("se", "s'", "s’")
            and node.relation
            in (
                "object",
                "indirect",
                "dep",
            )
        ):
            node.relation = "reflexive"


def mend_passives(nodes: list[Node], language: Language) -> None:
    """ "est venue", "se sont réunies" are active."""
    for verb in nodes:
        if verb.lemma in language.unaccusative or (
            verb.child("reflexive") and verb.child("agent") is None
        ):
            for child in verb.children:
                if child.relation == "subject:pass":
                    child.relation = "subject"
                elif child.relation == "aux:pass":
                    child.relation = "aux"


def _promote_finite_modifiers(nodes: list[Node]) -> None:
    """ "La France expulse ...": a finite verb read as a modifier of the noun before it is its predicate."""
    for node in nodes:
        head = node.head
        if (
            head is not None
            and node.relation == "conj"
            and node.pos == "VERB"
            and head.relation == "root"
            and head.pos == "PROPN"
            and (partner := node.child("subject")) is not None
        ):
            # "La Suède et l'Islande collaborent" read as a name and a clause
            head.children.remove(node)
            node.head, node.relation = None, "root"
            attach(head, node, "subject")
            attach(partner, head, "conj")
            continue
        if (
            head is None
            or node.relation not in ("participle", "amod")
            or node.pos not in ("VERB", "AUX")
            or node.morph.get("VerbForm") != "Fin"
            or head.pos not in NOMINAL
            or node.index < head.index
            or head.relation not in ("root", "parataxis", "conj", "appos")
        ):
            continue
        relation, above = head.relation, head.head
        if above is None:
            head.children.remove(node)
            node.head, node.relation = None, "root"
        else:
            attach(node, above, relation)
        attach(head, node, "subject")
        for child in list(head.children):
            if child.index > node.index and child.relation in ("punct", "oblique", "adverbial"):
                attach(child, node, child.relation)
        for child in node.children:
            if child.relation == "nmod" and child.case is None and child.index > node.index:
                child.relation = "object"
