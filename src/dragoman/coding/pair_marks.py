"""By what the model tells which event two marked parties have: their frames, the words between and
around them, the path through the parse. The parties themselves are masked.

Every mark is a name and a weight; the first word of a name is its family, see FAMILIES.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dragoman.analysis.document import Node
from dragoman.coding.negation import negated
from dragoman.coding.pair import Opinion, Pair
from dragoman.languages.lexicon import Lexicon

# What a mark of each family weighs: settled by cross-validation, in which little hangs on any of them.
FAMILIES = {
    "frame": 1.0,  # what the first two frames say
    "heard": 1.0,  # what any frame says that has to do with the two
    "vote": 1.0,  # which events the lexicon knows the words near the path for
    "class": 0.5,  # the lexicon's classes of these words
    "path": 1.3,  # the words on the path
    "letters": 0.3,  # their letters
    "near": 1.0,  # the words on the path and directly under it
    "word": 0.5,  # every word
    "pair": 0.5,  # two words that follow each other
    "between": 0.5,  # words, pairs and threes between the parties
}
ACTOR, RECIPIENT, PARTY, NAME = "<actor>", "<recipient>", "<party>", "<name>"
MASKS = (ACTOR, RECIPIENT, PARTY, NAME)
LEFT_OUT = ("PUNCT", "DET", "SPACE")
FUNCTION = ("ADP", "CCONJ", "SCONJ", "PRON")
PREDICATE = {"VERB": "VERB", "AUX": "VERB", "NOUN": "NOUN", "PROPN": "NOUN"}
HEARD = 2  # opinions that have a place of their own

Mark = tuple[str, str, float]


def marks(pair: Pair, told: Sequence[Opinion], lexicon: Lexicon) -> dict[str, float]:
    """The marks of a pair; `told` are the frames' opinions, weightiest first."""
    found: dict[str, float] = {}
    for family, name, share in (
        *_of_frames(told, lexicon),
        *_of_path(pair),
        *_of_near(pair, lexicon),
        *_of_words(pair),
    ):
        key = f"{family} {name}"
        found[key] = max(found.get(key, 0.0), share * FAMILIES[family])
    return found


def merged(event_type: str) -> str:
    """The marked pairs that the model learns from tell CONCEDE and RETREAT not apart: both are YIELD."""
    return "YIELD" if event_type in ("CONCEDE", "RETREAT") else event_type


def _of_frames(told: Sequence[Opinion], lexicon: Lexicon) -> Iterator[Mark]:
    if not told:
        yield "frame", "none", 1.0
    for place, opinion in enumerate(told[: HEARD + 1]):
        yield "frame", f"{min(place, 1)} {merged(opinion.event_type)}", 1.0
    if told:
        yield from _of_first(told[0], lexicon)
    for opinion in told:
        share = ((opinion.actor > 0) + (opinion.recipient > 0) + opinion.on_path) / 3
        if share:
            yield "heard", f"as {merged(opinion.event_type)}", share
            yield "heard", opinion.found.frame.event, share


def _of_first(first: Opinion, lexicon: Lexicon) -> Iterator[Mark]:
    frame, node = first.found.frame, first.found.node
    event_type, mode = merged(first.event_type), first.reading.modality
    fits = f"{int(first.actor > 0)}{int(first.recipient > 0)}{int(first.on_path)}"
    auxiliary = next((a.lemma for a in node.all("aux", "aux:pass") if a.lemma != "have"), "")
    tense = auxiliary + ("!" if negated(node, lexicon) else "")
    for name in (
        f"{frame.event} {mode}",
        f"{event_type} {fits}",
        f"{event_type} {node.pos}",
        f"{frame.event} mode {frame.mode}",
        f"{frame.event} tense {tense}",
        f"tense {tense}",
        f"embeds {frame.embeds}",
        f"cameo {frame.cameo}",
        mode,
    ):
        yield "frame", name, 1.0


def _of_path(pair: Pair) -> Iterator[Mark]:
    for node in pair.path:
        if node.pos not in ("VERB", "AUX", "NOUN", "ADJ"):
            continue
        word = _masked(node, pair)
        yield "path", word, 1.0
        yield "path", f"{word} {node.relation} {node.case}", 1.0
        if word in MASKS:
            continue
        for start in range(len(word) - 3):
            yield "letters", word[start : start + 4], 1.0
        yield "letters", f"^{word[:3]}", 1.0
        yield "letters", f"{word[-3:]}$", 1.0


def _of_near(pair: Pair, lexicon: Lexicon) -> Iterator[Mark]:
    on_path = {node.index for node in pair.path}
    near = on_path | {child.index for node in pair.path for child in node.children}
    classes = _classes(lexicon.language)
    votes: defaultdict[str, float] = defaultdict(float)
    for node in (n for n in pair.sentence.nodes if n.index in near):
        word = _masked(node, pair)
        if node.pos not in LEFT_OUT and (node.pos not in FUNCTION or word in (ACTOR, RECIPIENT)):
            yield "near", word, 1.0
        for name in classes.get(node.lemma, ()):
            yield "class", name, 1.0
        if word in (ACTOR, RECIPIENT) or node.pos not in PREDICATE:
            continue
        frames = [f for pos in ("VERB", "NOUN") for f in lexicon.frames.get((pos, node.lemma), ())]
        for frame in frames:
            share = 1.0 if node.index in on_path else 0.5
            votes[frame.event] += share / len(frames)
    for event_type, share in votes.items():
        yield "vote", event_type, share


def _of_words(pair: Pair) -> Iterator[Mark]:
    words: list[str] = []
    for node in pair.sentence.nodes:
        word = _masked(node, pair)
        if node.pos in LEFT_OUT or (word in MASKS and words[-1:] == [word]):
            continue
        words.append(word)
        if node.pos not in FUNCTION or word in (ACTOR, RECIPIENT):
            yield "word", word, 1.0
    framed = ["<start>", *words, "<end>"]
    for one, other in pairwise(framed):
        yield "pair", f"{one} {other}", 1.0
    if ACTOR in framed and RECIPIENT in framed:
        ends = sorted((framed.index(ACTOR), framed.index(RECIPIENT)))
        yield "between", f"actor first {framed[ends[0]] == ACTOR}", 1.0
        run = framed[ends[0] : ends[1] + 1]
        for length in (1, 2, 3):
            for start in range(len(run) - length + 1):
                yield "between", " ".join(run[start : start + length]), 1.0


def _masked(node: Node, pair: Pair) -> str:
    """A word's lemma, or the mask of what it is a part of."""
    for span, mask in ((pair.actor, ACTOR), (pair.recipient, RECIPIENT)):
        if span is not None and span[0] <= node.start < span[1]:
            return mask
    if node.mention is not None and node.mention.parties:
        return PARTY
    if node.pos == "PROPN":
        return NAME
    return "<number>" if node.pos == "NUM" else node.lemma


@cache
def _classes(language: str) -> dict[str, tuple[str, ...]]:
    """The lexicon's classes that each word is in."""
    from dragoman.languages.lexicon import lexicon

    found: dict[str, tuple[str, ...]] = {}
    for name, lemmas in lexicon(language).classes.items():
        for lemma in lemmas:
            found[lemma] = (*found.get(lemma, ()), name)
    return found
