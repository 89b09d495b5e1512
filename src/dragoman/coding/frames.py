"""Which frame a predicate calls up in its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.slots import fill
from dragoman.languages.lexicon import Frame, Lexicon


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate with the frame that it calls up; `words` are its nodes, the trigger."""

    frame: Frame
    node: Node
    words: tuple[Node, ...]


def match(node: Node, sentence: Sentence, lexicon: Lexicon) -> Match | None:
    """The most demanding frame whose conditions hold; null where the word calls up none."""
    for pos, lemma, words in _readings(node, sentence, lexicon):
        for frame in lexicon.frames.get((pos, lemma), ()):
            if _holds(frame, node, lexicon):
                return Match(frame, node, words)
    return None


def _readings(
    node: Node, sentence: Sentence, lexicon: Lexicon
) -> list[tuple[str, str, tuple[Node, ...]]]:
    readings: list[tuple[str, str, tuple[Node, ...]]] = []
    if node.pos in ("VERB", "AUX"):
        words = tuple(sorted([node, *node.all("reflexive", "particle")], key=lambda n: n.index))
        readings.extend(("VERB", lemma, words) for lemma in lemmas(node))
    elif node.pos in ("NOUN", "PROPN"):
        readings.extend(_multiword(node, sentence, lexicon))
        readings.append(("NOUN", node.lemma, (node,)))
    elif node.pos == "ADJ":
        readings.append(("ADJ", node.lemma, (node,)))
    return readings


def _near(node: Node, sentence: Sentence) -> set[str]:
    """The words around a node, as they may begin a fixed run of words."""
    run = sentence.nodes[max(node.index - 3, 0) : node.index + 1]
    return {n.text.lower() for n in run}


def _multiword(
    node: Node, sentence: Sentence, lexicon: Lexicon
) -> list[tuple[str, str, tuple[Node, ...]]]:
    """Runs of words that the lexicon lists as one noun, and of which `node` is the head."""
    found = []
    for length in (4, 3, 2) if lexicon.multiword & _near(node, sentence) else ():
        for start in range(max(node.index - length + 1, 0), node.index + 1):
            run = sentence.nodes[start : start + length]
            if len(run) < length or any(n.head in run for n in (node,)):
                continue
            texts = [n.text.lower().replace("’", "'") for n in run]
            for last in (texts[-1], run[-1].lemma):
                phrase = " ".join([*texts[:-1], last]).replace("' ", "'")
                if ("NOUN", phrase) in lexicon.frames:
                    found.append(("NOUN", phrase, tuple(run)))
                    break
    return found


def _holds(frame: Frame, node: Node, lexicon: Lexicon) -> bool:
    for slot, wanted in frame.needs.items():
        if not _condition(slot, wanted, node, lexicon):
            return False
    return not any(_condition(slot, w, node, lexicon) for slot, w in frame.never.items())


def _condition(slot: str, wanted: frozenset[str] | bool, node: Node, lexicon: Lexicon) -> bool:
    filled = fill(node, slot, lexicon)
    if isinstance(wanted, bool):
        return bool(filled) == wanted
    return any(
        n.lemma in wanted or n.text.lower() in wanted for f in filled for n in _with_conjuncts(f)
    )


def _with_conjuncts(node: Node) -> list[Node]:
    return [node, *node.all("conj", "compound", "flat")]
