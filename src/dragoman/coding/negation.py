"""Whether a predicate is negated, and by which word."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.analysis.syntax import coordinated, is_finite
from dragoman.coding.cues import first_cue, is_cue
from dragoman.languages.lexicon import Lexicon

ARGUMENTS = ("subject", "subject:pass", "object", "agent")


def negated(node: Node, lexicon: Lexicon) -> str | None:
    """The negating word of a predicate; null if there is none.

    It stands under the predicate ("ne ... pas", "never", "no longer"), before it ("sans aider"), or with
    one of its arguments ("aucun diplomate", "neither France nor Germany").
    """
    if node.case in lexicon.cues["negation"] and not is_finite(node):
        return node.case
    for child in node.children:
        if (
            child.relation in ("negation", "adverb", "dep", "det", "aux")
            or (child.relation == "cc" and child.index < node.index)
        ) and _negates(child, node, lexicon):
            return child.text
        if child.relation == "adverb":
            for no in child.all("negation", "adverb"):
                if is_cue(no, "negation", lexicon):
                    return f"{no.text} {child.text}"
    if has_bare_ne(node) and (word := first_cue(node.children, "negation_after_ne", lexicon)):
        return word
    arguments = [n for argument in node.all(*ARGUMENTS) for n in coordinated(argument)]
    nobody = next((n.text for n in arguments if is_nobody(n, lexicon)), None)
    return nobody or next((w for n in arguments if (w := _no(n, lexicon))), None)


def has_bare_ne(verb: Node) -> bool:
    """French "ne" without "pas": "ne cesse de", "n'ose"; with "que" it is no negation."""
    words = {c.text.lower().replace("’", "'") for c in verb.children}
    only = any(c.text.lower() == "que" and c.index > verb.index for c in verb.children)
    return bool(words & {"ne", "n'"}) and not only


def is_nobody(noun: Node, lexicon: Lexicon) -> bool:
    """ "rien", "nobody" as an argument."""
    return noun.pos == "PRON" and is_cue(noun, "nobody", lexicon)


def _negates(word: Node, predicate: Node, lexicon: Lexicon) -> bool:
    """A word of negation, unless "only" follows it: "non seulement", "not only"."""
    if not is_cue(word, "negation", lexicon):
        return False
    if is_cue(word, "negation_after_ne", lexicon) and not has_bare_ne(predicate):
        return False  # "pas à pas"
    return not any(
        n.index == word.index + 1 and is_cue(n, "only", lexicon) for n in predicate.subtree()
    )


def _no(noun: Node, lexicon: Lexicon) -> str | None:
    """The word that makes a noun phrase none at all ("aucun", "no", "ni")."""
    words = [c for c in noun.all("det", "cc") if c.index < noun.index]
    return first_cue(words, "negation", lexicon)
