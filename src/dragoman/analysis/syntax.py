"""What a tree of nodes tells: voice, coordination, the verb over a word."""

from __future__ import annotations

from dragoman.analysis.document import Node


def attach(node: Node, head: Node, relation: str) -> None:
    """Moves a node under another head."""
    if node.head is not None:
        node.head.children.remove(node)
    node.head = head
    node.relation = relation
    head.children.append(node)
    head.children.sort(key=lambda child: child.index)


def is_passive(verb: Node) -> bool:
    return verb.child("aux:pass", "subject:pass") is not None or (
        verb.relation == "participle"
        and verb.morph.get("VerbForm") == "Part"
        and (verb.morph.get("Tense") == "Past" or verb.morph.get("Aspect") == "Perf")
        and verb.child("object") is None
    )


def is_finite(verb: Node) -> bool:
    """Whether a verb, or an auxiliary or copula of it, has a finite form."""
    forms = (verb, *verb.all("aux", "aux:pass", "cop"))
    return any(form.morph.get("VerbForm") == "Fin" for form in forms)


def is_bare_infinitive(node: Node) -> bool:
    """English "to" and an infinitive, with no "in order" before it."""
    return node.morph.get("VerbForm") == "Inf" and node.case is None and not node.child("mark")


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
