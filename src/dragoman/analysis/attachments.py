"""Words that the parsing models tie to the wrong verb, or to the right one in the wrong way."""

from __future__ import annotations

from dragoman.analysis import verb_forms
from dragoman.analysis.document import Node
from dragoman.analysis.syntax import attach
from dragoman.languages.language import Language

NOMINAL = ("NOUN", "PROPN")


def mend_attachments(nodes: list[Node], language: Language) -> None:
    """Puts subjects, objects and clauses where they belong; before prepositions are settled."""
    _mend_negated_verbs(nodes, language)
    _mend_auxiliaries(nodes)
    _mend_active_perfects(nodes, language)
    _mend_between(nodes)
    _mend_next_objects(nodes, language)
    _mend_late_objects(nodes, language)
    _mend_object_relatives(nodes)
    _mend_that_relatives(nodes)
    _mend_antecedents(nodes)


def _mend_negated_verbs(nodes: list[Node], language: Language) -> None:
    """ "ne *livre* plus": after "ne", and pronouns between, only a verb can follow."""
    for node in nodes:
        if node.text.lower().replace("’", "'") not in language.before_verb:
            continue
        after = (n for n in nodes[node.index + 1 : node.index + 4] if n.pos != "PRON")
        word = next(after, None)
        if word is None or word.pos in ("VERB", "AUX"):
            continue
        verb = verb_forms.finite(word.text, language.code)
        if verb is None:
            continue
        word.pos, word.lemma = "VERB", verb
        word.morph = {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres"}
        for child in word.all("nmod"):
            child.relation = "oblique" if child.child("case") else "object"


def _mend_auxiliaries(nodes: list[Node]) -> None:
    """ "l'Albanie n'*a* pas sanctionné": what hangs from the auxiliary is the verb's."""
    for aux in nodes:
        verb = aux.head
        if aux.relation not in ("aux", "aux:pass") or verb is None or verb.pos != "VERB":
            continue
        for child in list(aux.children):
            if child.relation in ("subject", "subject:pass", "adverb", "negation", "reflexive"):
                attach(child, verb, child.relation)


def _mend_active_perfects(nodes: list[Node], language: Language) -> None:
    """ "n'a pas encore *condamné*" read as a passive: with "avoir" and no "été" a participle is active."""
    for verb in nodes:
        if verb.pos != "VERB" or verb.child("aux:pass") is not None:
            continue
        if not any(aux.lemma in language.perfect for aux in verb.all("aux")):
            continue
        if any(aux.lemma not in language.perfect for aux in verb.all("aux")):
            continue
        for child in verb.all("subject:pass"):
            child.relation = "subject"
        if verb.morph.get("Voice") == "Pass":
            verb.morph = {k: v for k, v in verb.morph.items() if k != "Voice"}


def _mend_next_objects(nodes: list[Node], language: Language) -> None:
    """ "a arrêté *deux Irakiens*": a bare noun phrase right after an active verb that has no object is
    its object, whatever it was tied to."""
    for noun in nodes:
        if (
            noun.pos not in NOMINAL
            or noun.relation not in ("object", "oblique", "conj", "dep", "indirect")
            or noun.head is None
            or noun.child("case", "cop", "mark", "subject") is not None
        ):
            continue
        verb = _verb_before(noun, nodes)
        if verb is None or (verb is noun.head and noun.relation == "object"):
            continue
        if verb.child("object", "reflexive", "aux:pass", "subject:pass") is not None:
            continue
        if verb.lemma in language.predicative or verb.lemma in language.unaccusative:
            continue
        if noun.relation == "conj" and noun.head is not verb:
            continue
        indefinite = any(d.lemma == "un" for d in noun.all("det"))  # "a gracié des prisonniers"
        if noun.relation in ("oblique", "dep", "indirect") and not (
            noun.pos == "PROPN" or indefinite
        ):
            continue  # a date: "sanctionnera lundi"
        if any(noun is above for above in verb.ancestors()):
            continue
        attach(noun, verb, "object")


def _verb_before(noun: Node, nodes: list[Node]) -> Node | None:
    """The verb that stands before a noun phrase with nothing between; null if there is none."""
    inside = {n.index for n in noun.subtree()}
    start = noun.index
    while start - 1 in inside:
        start -= 1
    while start < noun.index and nodes[start].pos in ("CCONJ", "ADV"):
        start += 1
    before = start - 1
    while before >= 0 and nodes[before].pos in ("CCONJ", "ADV"):
        before -= 1
    if before < 0 or nodes[before].pos != "VERB":
        return None
    return nodes[before]


def _mend_object_relatives(nodes: list[Node]) -> None:
    """ "l'accord *que* l'Inde a signé tient" read as a clause of the later verb: it is the noun's."""
    for verb in nodes:
        that = verb.child("mark")
        if (
            verb.pos != "VERB"
            or verb.relation != "adverbial"
            or that is None
            or that.text.lower().replace("’", "'") not in ("que", "qu'")
            or that.index == 0
            or verb.child("object") is not None
            or verb.head is None
            or verb.head.index < verb.index
        ):
            continue
        noun = nodes[that.index - 1]
        if noun.pos in NOMINAL and noun.head is verb.head and noun.relation.startswith("subject"):
            attach(verb, noun, "relative")
            that.pos, that.relation = "PRON", "object"


def _mend_that_relatives(nodes: list[Node]) -> None:
    """ "exige de la Grèce *qu*'elle retire ses soldats": a verb with another object has no use for the
    pronoun, which then only opens a clause of the verb above."""
    for verb in nodes:
        if verb.pos != "VERB" or verb.relation != "relative" or verb.head is None:
            continue
        that = next(
            (c for c in verb.all("object") if c.text.lower().replace("’", "'") in ("que", "qu'")),
            None,
        )
        above = next((n for n in verb.ancestors() if n.pos == "VERB"), None)
        if (
            that is None
            or above is None
            or len(verb.all("object")) < 2
            or above.child("complement")
        ):
            continue
        attach(verb, above, "complement")
        that.pos, that.relation = "SCONJ", "mark"


def _mend_antecedents(nodes: list[Node]) -> None:
    """ "la colère de Belgrade, *qui* a rappelé ...": the name right before the pronoun is who acts."""
    for verb in nodes:
        who = verb.child("subject", "subject:pass")
        noun = verb.head
        if (
            verb.pos != "VERB"
            or verb.relation != "relative"
            or who is None
            or who.text.lower() not in ("qui", "who", "which")
            or noun is None
            or who.index < 2
        ):
            continue
        name = nodes[who.index - 2] if nodes[who.index - 1].text == "," else nodes[who.index - 1]
        between = nodes[min(noun.index, name.index) : name.index]
        if (
            name.pos == "PROPN"
            and name is not noun
            and any(a is noun for a in name.ancestors())
            and not any(n.text == "," for n in between)
        ):
            attach(verb, name, "relative")


def _mend_late_objects(nodes: list[Node], language: Language) -> None:
    """ "a expulsé vers le Cambodge *quarante travailleurs*": a noun phrase without a preposition inside a
    prepositional one is the verb's object."""
    for noun in nodes:
        phrase = noun.head
        verb = phrase.head if phrase is not None else None
        if (
            noun.pos not in NOMINAL
            or noun.relation != "nmod"
            or phrase is None
            or verb is None
            or verb.pos != "VERB"
            or phrase.relation not in ("oblique", "indirect")
            or not verb.index < phrase.index < noun.index
            or phrase.child("case") is None
            or noun.child("case") is not None
            or noun.child("det", "number") is None
            or verb.child("object", "reflexive", "aux:pass", "subject:pass") is not None
            or verb.lemma in language.predicative
            or verb.lemma in language.unaccusative
        ):
            continue
        attach(noun, verb, "object")


def _mend_between(nodes: list[Node]) -> None:
    """ "la rencontre entre l'Inde *et le Pakistan a eu lieu*", read as two clauses: the second name belongs to
    the first, and the encounter is the verb's subject."""
    for word in nodes:
        first = word.head
        if word.text.lower() not in ("entre", "between") or word.relation != "case":
            continue
        noun = first.head if first is not None else None
        if first is None or noun is None or noun.pos != "NOUN" or first.child("conj") is not None:
            continue
        end = max(n.index for n in first.subtree())
        link = nodes[end + 1] if end + 1 < len(nodes) else None
        if link is None or link.pos != "CCONJ":
            continue
        second = next((n for n in nodes[link.index + 1 : link.index + 5] if n.pos in NOMINAL), None)
        verb = second.head if second is not None else None
        if (
            second is None
            or verb is None
            or second.relation not in ("subject", "subject:pass")
            or verb.index < second.index
            or not any(a is noun for a in verb.ancestors())
        ):
            continue
        relation = second.relation
        attach(second, first, "conj")
        attach(link, second, "cc")
        if noun.head is None:
            noun.children.remove(verb)
            verb.head, verb.relation = None, "root"
        else:
            attach(verb, noun.head, noun.relation)
        attach(noun, verb, relation)
