"""Which frame a predicate calls up in its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.syntax import lemmas
from dragoman.coding.slots import OF, fill
from dragoman.languages.lexicon import Frame, Lexicon

PRESS = "JRN"  # PLOVER's sector of journalists


@dataclass(frozen=True, slots=True)
class Match:
    """A predicate with the frame that it calls up. `words` are its nodes, the trigger; `company` the words
    that its needs asked for, which tell no event of their own ("lifted its *blockade*")."""

    frame: Frame
    node: Node
    words: tuple[Node, ...]
    company: tuple[Node, ...] = ()

    @property
    def start(self) -> int:
        """Where the trigger begins, in characters of the article's text."""
        return min(word.start for word in self.words)

    @property
    def end(self) -> int:
        return max(word.end for word in self.words)


def match(node: Node, sentence: Sentence, lexicon: Lexicon) -> Match | None:
    """The most demanding frame whose conditions hold; null where the word calls up none."""
    for pos, lemma, words in _readings(node, sentence, lexicon):
        for frame in lexicon.frames.get((pos, lemma), ()):
            company = _company(frame, node, sentence, lexicon)
            if company is not None:
                return Match(frame, node, words, company)
    return None


def clauses(found: Match, lexicon: Lexicon) -> list[Node]:
    """The clauses and infinitives under a predicate, or under a noun that its frame asks for ("has expressed
    its *willingness to help*")."""
    nouns = [n for n in found.company if n.pos == "NOUN"]
    under = [c for n in (found.node, *nouns) for c in fill(n, "complement", lexicon)]
    return list({c.index: c for c in under}.values())


def accompanying(found: Iterable[Match]) -> set[int]:
    """The places in the sentence of nouns that go with a predicate, and tell nothing themselves."""
    return {n.index for m in found for n in m.company if n.pos in ("NOUN", "PROPN")}


def trigger(verb: Node) -> tuple[Node, ...]:
    """A verb with the particle or the reflexive pronoun that belongs to it, in their order."""
    return tuple(sorted([verb, *verb.all("reflexive", "particle")], key=lambda n: n.index))


def is_dated(node: Node, sentence: Sentence) -> bool:
    """Whether a word is part of a date ("in March")."""
    at = node.start - sentence.start
    return any(t.start_char <= at < t.end_char for t in sentence.times)


def _readings(
    node: Node, sentence: Sentence, lexicon: Lexicon
) -> list[tuple[str, str, tuple[Node, ...]]]:
    readings: list[tuple[str, str, tuple[Node, ...]]] = []
    if node.pos in ("VERB", "AUX"):
        words = trigger(node)
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


def _company(
    frame: Frame, node: Node, sentence: Sentence, lexicon: Lexicon
) -> tuple[Node, ...] | None:
    """The words that meet the frame's needs; null where one is not met, or a `never` is."""
    if any(_meeting(slot, w, node, sentence, lexicon) for slot, w in frame.never.items()):
        return None
    company: list[Node] = []
    for slot, wanted in frame.needs.items():
        if wanted is False:
            if fill(node, slot, lexicon):
                return None
            continue
        found = _meeting(slot, wanted, node, sentence, lexicon)
        if not found:
            return None
        company.extend(found if wanted is not True else ())
    return tuple(company)


def _meeting(
    slot: str, wanted: frozenset[str] | bool, node: Node, sentence: Sentence, lexicon: Lexicon
) -> list[Node]:
    """The words in a slot that are of the wanted lemmas; with True all of them, save dates ("on Monday")."""
    filled = fill(node, slot, lexicon)
    if isinstance(wanted, bool):
        filled = filled or [n for n in node.children if n.case == slot]
        return [n for n in filled if not is_dated(n, sentence)]
    return [
        n
        for f in filled
        for n in (f, *f.all("conj", "compound", "flat"), *_counted(f, lexicon))
        if n.lemma in wanted or n.text.lower() in wanted or _kinds(n) & wanted
    ]


def _counted(noun: Node, lexicon: Lexicon) -> list[Node]:
    """What a word of number or kind counts: "part of a military *aid program*"."""
    if noun.lemma not in lexicon.classes.get("counted", frozenset()):
        return []
    return [n for c in noun.children if c.case in OF for n in (c, *c.all("conj", "compound"))]


def _kinds(node: Node) -> set[str]:
    """What a need may ask of a name: "*state", "*organisation", "*people", "*person", "*press"."""
    if node.mention is None:
        return set()
    if node.mention.form in ("people", "office"):
        return {"*people"}
    kinds = {f"*{party.kind}" for party in node.mention.parties}
    return kinds | {"*press" for party in node.mention.parties if party.sector == PRESS}
