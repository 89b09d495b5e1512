"""The CAMEO code of an event, as deep as its sentence supports."""

from __future__ import annotations

from dragoman.analysis.document import Node
from dragoman.coding.slots import SUBJECTS
from dragoman.languages.themes import theme_cues
from dragoman.ontology import cameo
from dragoman.ontology.deeper import deepest

ASIDE = ("relative", "parataxis", "adverbial", "agent", "conj")


def cameo_code(
    node: Node, language: str, *, event_type: str, mode: str | None, code: str | None
) -> str:
    """The frame's code or the event's own, made deeper by the words under the predicate: who does
    it, clauses beside it and what is coordinated with it say nothing of that."""
    start = code or cameo.default_cameo(event_type, mode)
    themes = {theme for theme, _, _ in theme_cues(language).find(_words(node))}
    return deepest(start, event_type, mode, themes)


def _words(predicate: Node) -> str:
    under: list[Node] = []
    stack = [predicate]
    while stack:
        node = stack.pop()
        under.append(node)
        passive = node.child("aux:pass") is not None
        for child in node.children:
            acts = child.relation in SUBJECTS and not passive
            own = node is predicate and (acts or child.relation in ASIDE)
            if not own and child.relation not in ("relative", "parataxis"):
                stack.append(child)
    return " ".join(node.text for node in sorted(under, key=lambda n: n.index))
