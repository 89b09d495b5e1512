"""Parses brought to one form, whatever the language's labels, and the known slips of the models mended.

After `arrange` every node has a `relation` in our own terms and, where a preposition governs it, its `case`.
"""

from __future__ import annotations

import re

from dragoman.analysis.document import Node
from dragoman.languages.language import Language

CLAUSAL = ("complement", "adverbial", "participle", "relative", "parataxis", "csubj")
NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


def attach(node: Node, head: Node, relation: str) -> None:
    """Moves a node under another head."""
    if node.head is not None:
        node.head.children.remove(node)
    node.head = head
    node.relation = relation
    head.children.append(node)
    head.children.sort(key=lambda child: child.index)


def arrange(nodes: list[Node], language: Language) -> None:
    """Brings a parsed sentence to the common form, in place."""
    if "prepositional" in language.relations.values():
        _flatten_prepositions(nodes)
    _mend_participles(nodes)
    _mend_reflexives(nodes)
    _set_cases(nodes, language)
    _promote_finite_modifiers(nodes)
    _mend_passives(nodes, language)


def _mend_participles(nodes: list[Node]) -> None:
    """"a téléphoné" read as a noun: a word with an auxiliary is a verb."""
    for node in nodes:
        if node.pos in ("VERB", "AUX") or not any(
            aux.pos == "AUX" and aux.lemma == "avoir" for aux in node.all("aux")
        ):
            continue
        ending = re.search(r"(é|i|u)e?s?$", node.text.lower())
        if ending:
            stem = node.text.lower()[: ending.start()]
            node.pos = "VERB"
            node.lemma = stem + {"é": "er", "i": "ir", "u": "re"}[ending.group(1)]
            for child in node.all("nmod"):
                child.relation = "oblique" if any(c.relation == "case" for c in child.children) else "object"


def _mend_reflexives(nodes: list[Node]) -> None:
    """"se" is never an object of its own."""
    for node in nodes:
        if node.pos == "PRON" and node.text.lower() in ("se", "s'", "s’") and node.relation in (
            "object",
            "indirect",
            "dep",
        ):
            node.relation = "reflexive"


def _mend_passives(nodes: list[Node], language: Language) -> None:
    """"est venue", "se sont réunies" are active."""
    for verb in nodes:
        if verb.lemma in language.unaccusative or (
            verb.child("reflexive") and verb.child("agent") is None
        ):
            for child in verb.children:
                if child.relation == "subject:pass":
                    child.relation = "subject"
                elif child.relation == "aux:pass":
                    child.relation = "aux"


def _flatten_prepositions(nodes: list[Node]) -> None:
    """ "prep" + "pobj" to one phrase: the noun hangs from what the preposition hung from."""
    for node in nodes:
        if node.relation not in ("case:head", "agent:head") or node.head is None:
            continue
        head, agent = node.head, node.relation == "agent:head"
        objects = [c for c in node.children if c.relation in ("prepositional", "complement")]
        node.relation = "case"
        words = [node]
        while head.relation == "case" and head.head is not None:
            # "out of Syria": a preposition under a preposition
            words.insert(0, head)
            head = head.head
        case = " ".join(w.lemma for w in words)
        for noun in objects:
            noun.case = case
            if noun.relation == "complement" and noun.pos in ("VERB", "AUX"):
                attach(noun, head, "complement")
            elif agent:
                attach(noun, head, "agent")
            else:
                attach(noun, head, "oblique" if head.pos in ("VERB", "AUX", "ADJ") else "nmod")


def _set_cases(nodes: list[Node], language: Language) -> None:
    """The preposition of each phrase: plain form, and whole where it has several words."""
    for node in nodes:
        words: list[str] = []
        for child in sorted(node.children, key=lambda c: c.index):
            if child.index > node.index:
                break
            if child.relation == "case" or (
                child.relation == "mark" and child.pos == "ADP" and node.pos in ("VERB", "AUX")
            ):
                word = child.text.lower().replace("’", "'")
                words.append(language.contracted.get(word, word))
        if words:
            node.case = " ".join(words)
    for last in nodes:
        if last.pos != "ADP":
            continue
        for phrase in language.compound:
            start = last.index - len(phrase) + 1
            run = nodes[max(start, 0) : last.index + 1]
            if start >= 0 and _same_words(run, phrase, language):
                _join_compound(last, run, " ".join(phrase).replace("' ", "'"))
                break


def _same_words(run: list[Node], phrase: tuple[str, ...], language: Language) -> bool:
    for node, word in zip(run, phrase, strict=True):
        text = node.text.lower().replace("’", "'")
        if text != word and language.contracted.get(text) != word:
            return False
    return True


def _join_compound(last: Node, run: list[Node], phrase: str) -> None:
    """"auprès de l'Iran": the noun hangs from what the preposition's first word hung from."""
    noun = last.head
    if noun is None or noun in run:
        return
    noun.case = phrase
    head = noun.head
    while head is not None and head in run:
        head = head.head
    if head is not None and head is not noun.head:
        attach(noun, head, "oblique" if head.pos in ("VERB", "AUX", "ADJ") else "nmod")


def _promote_finite_modifiers(nodes: list[Node]) -> None:
    """ "La France expulse ...": a finite verb read as a modifier of the noun before it is its predicate."""
    for node in nodes:
        head = node.head
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


def is_passive(verb: Node) -> bool:
    return verb.child("aux:pass", "subject:pass") is not None or (
        verb.relation == "participle"
        and verb.morph.get("VerbForm") == "Part"
        and (verb.morph.get("Tense") == "Past" or verb.morph.get("Aspect") == "Perf")
        and verb.child("object") is None
    )


def is_reflexive(verb: Node) -> bool:
    return verb.child("reflexive") is not None


def coordinated(node: Node) -> list[Node]:
    """The node and what is coordinated with it, itself first."""
    result = [node]
    for current in result:
        result.extend(child for child in current.children if child.relation == "conj")
    return result


def coordination_head(node: Node) -> Node:
    """The first member of the coordination that the node belongs to."""
    while node.relation == "conj" and node.head is not None:
        node = node.head
    return node


def governing_verb(node: Node) -> Node | None:
    """The nearest verb above a node."""
    return next((above for above in node.ancestors() if above.pos in ("VERB", "AUX")), None)


def lemmas(verb: Node) -> tuple[str, ...]:
    """The forms under which a lexicon may list a verb, the fullest first: "s'engager", "call off"."""
    reflexive, particle = verb.child("reflexive"), verb.child("particle")
    if reflexive is not None:
        return (f"se {verb.lemma}", f"s'{verb.lemma}")
    if particle is not None:
        return (f"{verb.lemma} {particle.lemma}", verb.lemma)
    return (verb.lemma,)
