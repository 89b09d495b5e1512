"""What stands around a title that says neither whose it is nor who holds it: articles, owners, names, verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.scene import Phrase
from dragoman.languages.coreference import Coreference
from dragoman.languages.titles import Title


def has_name(phrase: Phrase, sentence: Sentence, phrases: Iterable[Phrase]) -> bool:
    """ "le ministre chargé du Commerce, Ada Martin": a name after a comma, in the same noun phrase."""
    for other in phrases:
        if other.start < phrase.end or not other.parties or other.parties[0].kind != "person":
            continue
        begin, end = sentence.start + phrase.end, sentence.start + other.start
        between = [n for n in sentence.nodes if begin <= n.start < end]
        if any(n.morph.get("VerbForm") == "Fin" for n in between):
            return False
        if between and between[-1].text == ",":
            return True
    return False


def phrase_above(node: Node) -> Iterator[Node]:
    """What a node hangs from, up to the verb of its clause."""
    for above in node.ancestors():
        yield above
        if above.pos in ("VERB", "AUX"):
            return


def verb_above(node: Node) -> Node | None:
    """The verb of the clause that a node stands in, over its phrase."""
    return next((above for above in phrase_above(node) if above.pos in ("VERB", "AUX")), None)


def is_possessed(head: Node, words: Coreference) -> bool:
    """ "ses soldats", "our troops": they are somebody's, whoever that is."""
    return any(c.text.lower() in words.possessive | words.first_person for c in head.children)


def is_definite(phrase: Phrase, sentence: Sentence, words: Coreference) -> bool:
    """Whether a title has the article that takes somebody up: "the president", not "as president"."""
    if words.idioms.search(sentence.text[: phrase.end]):
        return False
    lead = sentence.text[: phrase.start].lower().replace("’", "'").rstrip()
    before = re.search(r"[\w']+$", lead)
    if before and (before.group() in words.definite or before.group().endswith(words.elided)):
        return True
    lowered = before is None or sentence.text[before.start()].islower()
    capital = words.capital_is_definite and sentence.text[phrase.start].isupper() and lowered
    if capital and phrase.pending[0].institution:
        return True  # "obstruction of Congress", but "the Unity Party"
    start, end = phrase.start + sentence.start, phrase.end + sentence.start
    return any(
        child.text.lower() in words.definite
        for node in sentence.nodes
        if start <= node.start < end
        for child in node.all("det", "poss")
        if child.start < start
    )


def has_owner(rest: str, node: Node | None, title: Title, words: Coreference) -> bool:
    """Whether what follows a title says whose it is, though nobody that the tables know: "l'armée
    d'Erdogan", "les forces kurdes"."""
    if words.owner.match(rest):
        return True
    return (
        title.institution
        and node is not None
        and any(
            a.start > node.start and a.pos == "ADJ" and a.text.lower() not in words.own_adjectives
            for a in node.all("amod")
        )
    )
