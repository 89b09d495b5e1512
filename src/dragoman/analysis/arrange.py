"""Parses brought to one form, whatever the language's labels.

After `arrange` every node has a `relation` in our own terms and, where a preposition governs it, its `case`.
"""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.analysis.expletives import mend_expletives
from dragoman.analysis.mends import mend_parse, mend_passives
from dragoman.analysis.syntax import attach
from dragoman.languages.language import Language


def arrange(nodes: list[Node], language: Language) -> None:
    """Brings a parsed sentence to the common form, in place."""
    if "prepositional" in language.relations.values():
        _flatten_prepositions(nodes)
    mend_parse(nodes, language)
    mend_expletives(nodes, language.code)
    _set_cases(nodes, language)
    mend_passives(nodes, language)


def _flatten_prepositions(nodes: list[Node]) -> None:
    """ "prep" + "pobj" to one phrase: the noun hangs from what the preposition hung from."""
    for node in nodes:
        if node.relation == "indirect" and node.child("prepositional"):
            node.relation = "case:head"
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
                words.extend(f.text.lower() for f in child.all("fixed"))
        if words:
            node.case = " ".join(words)
    for last in nodes:
        if last.pos != "ADP":
            continue
        word = last.text.lower().replace("’", "'")
        for phrase in language.compound.get(language.contracted.get(word, word), ()):
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
    """ "auprès de l'Iran": the noun hangs from what the preposition's first word hung from."""
    noun = last.head
    if noun is not None and noun in run:
        # "on behalf of Mali": the noun hangs from a word of the preposition
        noun = next((c for c in noun.children if c.index > last.index and c.case), None)
    if noun is None:
        return
    noun.case = phrase
    head = noun.head
    while head is not None and head in run:
        head = head.head
    if head is not None and head is not noun.head:
        attach(noun, head, "oblique" if head.pos in ("VERB", "AUX", "ADJ") else "nmod")
