"""Parses brought to one form, whatever the language's labels, and the known slips of the models mended.

After `arrange` every node has a `relation` in our own terms and, where a preposition governs it, its `case`.
"""

from __future__ import annotations

from dragoman.analysis.document import Node

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


def arrange(nodes: list[Node], language: str) -> None:
    """Brings a parsed sentence to the common form, in place."""
    if language == "en":
        _flatten_prepositions(nodes)
    _set_cases(nodes)
    _promote_finite_modifiers(nodes)


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


def _set_cases(nodes: list[Node]) -> None:
    """French: the preposition is a child of its noun."""
    for node in nodes:
        if node.case is not None:
            continue
        words: list[str] = []
        for child in sorted(node.children, key=lambda c: c.index):
            if child.relation == "case" and child.index < node.index:
                words.append(child.lemma)
                words.extend(f.lemma for f in child.children if f.relation == "fixed")
            elif child.relation == "mark" and node.pos in ("VERB", "AUX") and child.pos == "ADP":
                words.append(child.lemma)
        if words:
            node.case = " ".join(words)


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
