"""Words of the lexicon's cues in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.analysis.document import Node
from dragoman.languages.lexicon import Lexicon


def is_cue(node: Node, name: str, lexicon: Lexicon) -> bool:
    """Whether a word, as it stands or by its lemma, is among the lexicon's cues of this name."""
    cues = lexicon.cues.get(name, ())
    return node.text.lower() in cues or node.lemma in cues


def first_cue(words: Iterable[Node], name: str, lexicon: Lexicon) -> str | None:
    """The first of these words that is a cue, as it stands; null if none is."""
    return next((w.text for w in words if is_cue(w, name, lexicon)), None)
