"""Masked sentences to nodes in our own terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.analysis.arrange import arrange
from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.masks import Masked
from dragoman.analysis.models import model
from dragoman.languages.language import language_data

BATCH = 64


def parse(items: Iterable[tuple[Sentence, Masked]], language: str) -> None:
    """Parses each masked sentence and sets `sentence.nodes`, with offsets in the article's text."""
    nlp = model(language)
    data = language_data(language)

    def docs() -> Iterator[tuple[Any, tuple[Sentence, Masked]]]:
        for sentence, masked in items:
            doc = nlp.make_doc(masked.text)
            for token in doc[1:]:
                token.is_sent_start = False  # our sentences stand; the parser may not split them
            yield doc, (sentence, masked)

    for doc, (sentence, masked) in nlp.pipe(docs(), as_tuples=True, batch_size=BATCH):
        sentence.nodes = _nodes(doc, sentence, masked, data.relations)
        arrange(sentence.nodes, data)


_MORPHS: dict[str, dict[str, str]] = {}


def _morph(token: Any) -> dict[str, str]:
    """A token's features; the same features share one dictionary, which nobody changes."""
    key = str(token.morph)
    if key not in _MORPHS:
        _MORPHS[key] = token.morph.to_dict()
    return _MORPHS[key]


def _nodes(doc: Any, sentence: Sentence, masked: Masked, relations: dict[str, str]) -> list[Node]:
    nodes: list[Node] = []
    at: dict[int, Node] = {}
    for token in doc:
        if token.is_space:
            continue
        start, end = masked.source(token.idx, token.idx + len(token.text))
        node = Node(
            index=len(nodes),
            text=sentence.text[start:end],
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            relation=relations.get(token.dep_, "dep"),
            morph=_morph(token),
            start=sentence.start + start,
            end=sentence.start + end,
        )
        at[token.i] = node
        nodes.append(node)
    for position, node in at.items():
        above = doc[position].head.i
        if above != position and above in at:
            node.head = at[above]
            node.head.children.append(node)
    return nodes
