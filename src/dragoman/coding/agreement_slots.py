"""Who stands at an agreement: who does it, with whom, between whom."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.syntax import coordinated, is_passive, lemmas
from dragoman.coding.agreement_earlier import Earlier
from dragoman.coding.agreement_status import Standing
from dragoman.coding.event_parties import Scene, by_role
from dragoman.coding.frames import is_dated
from dragoman.coding.slot_parties import own_parties, parties
from dragoman.coding.slots import PLACES, fill
from dragoman.gazetteer.treaties import Treaty
from dragoman.languages.agreements import AgreementWords
from dragoman.languages.lexicon import Lexicon
from dragoman.records import Party

SECTORS = (
    "GOV",
    "MIL",
    "REB",
    "PRM",
    "UAF",
    "PRE",
    "IGO",
    "MNC",
    "BUS",
    "OPP",
)  # who agrees with states


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parties of one agreement are looked for in. `treaty` is the one it is named as, `name`
    the place of its name; `earlier` what the article told of an agreement that it may be."""

    node: Node
    status: Standing
    sentence: Sentence
    document: Document
    lex: Lexicon
    words: AgreementWords
    treaty: Treaty | None = None
    name: tuple[int, int] = (0, 0)
    earlier: Earlier | None = None


def told(one: Reading) -> tuple[list[Party], list[Party], bool]:
    """Who does it, with whom, and whether one of them is somebody who is no party to such a thing
    ("les syndicats")."""
    if one.status.assumed:
        near = beside(one.node, one)
        return (
            [],
            [p for n in near for p in named(n, one)],
            any(_is_domestic(n, one) for n in near),
        )
    verb = one.status.node if one.status.node.pos in ("VERB", "AUX") else None
    noun = one.status.node if verb is None and one.status.node is not one.node else None
    doers: list[Party] = []
    others: list[Party] = []
    foreign = False
    if verb is not None:
        for filler in fill(verb, "subject", one.lex):
            if filler is not one.node and not _only_mediates(verb, one):
                got = named(filler, one)
                doers += got
                foreign |= not got and not is_passive(verb) and _is_somebody(filler)
        for filler in beside(verb, one):
            got = named(filler, one)
            others += got
            foreign |= not got and _is_domestic(filler, one)
        offered = one.status.status == "proposed"  # "proposé à Helsinki", but "signé à Helsinki"
        for filler in fill(verb, "indirect", one.lex) if offered else verb.all("indirect"):
            others += parties(filler, places=offered)
    elif noun is not None:
        for filler in fill(noun, "subject", one.lex):
            if one.node not in (filler, *filler.subtree()) and filler not in one.node.subtree():
                doers += named(filler, one)
    for filler in beside(one.node, one):
        got = named(filler, one)
        others += got
        foreign |= not got and _is_domestic(filler, one)
    return doers, others, foreign


def _only_mediates(verb: Node, one: Reading) -> bool:
    """ "Qatar *brokered* a truce", "un accord *négocié par* Doha": who does it is no side of it."""
    forms = lemmas(verb)
    always = any(f in one.words.words["brokering"] for f in forms)
    return always or (
        is_passive(verb) and any(f in one.words.words["brokering_passive"] for f in forms)
    )


def beside(word: Node, one: Reading) -> list[Node]:
    """Those with whom, or between whom, a word says that it is."""
    cases = (*one.words.words["with"], *one.words.words["between"])
    words = [word, *_hyphened(word, one.sentence)]
    found = [n for each in words for case in cases for n in fill(each, case, one.lex)]
    return [
        n
        for n in found
        if n is not one.node
        and not is_dated(n, one.sentence)
        # "to supply the army *with* trucks": another verb's
        and (n.head in words or n.head is None or n.head.pos not in ("VERB", "AUX"))
    ]


def _hyphened(word: Node, sentence: Sentence) -> list[Node]:
    """The other parts of "accord-*cadre*", which the parsers take for words of their own."""
    found: list[Node] = []
    end = word.end
    for node in sentence.nodes[word.index + 1 :]:
        if node.start != end or not (
            node.text == "-" or sentence.text[end - sentence.start - 1] == "-"
        ):
            break
        end = node.end
        found += [node] if node.text != "-" else []
    return found


def named(filler: Node, one: Reading) -> list[Party]:
    """The parties of a slot: by name, or by what they are ("the rebels")."""
    day = one.document.article.anchor.day if one.document.article.anchor else None
    scene = Scene(one.sentence, day, one.lex)
    got: list[Party] = []
    for member in coordinated(filler):
        if in_name(member.mention, one):
            continue
        own = [p for p in own_parties(member, deep=False) if p.id or p.country or p.office]
        if not own and not _is_domestic(member, one):
            own = [
                r if r.country or r.id else r.model_copy(update={"name": r.text})
                for r in by_role(member, scene)
                if r.sector in SECTORS
            ]
        own = own or (list(own_parties(member)) if member.case not in PLACES else [])
        own = own or [p for p in (_company(member, one),) if p is not None]
        got += [p for p in own if p.key not in {g.key for g in got}]
    return got


def _company(node: Node, one: Reading) -> Party | None:
    """A name that no table knows, beside a party that one does: "the ministry's contract with *Nordvik*"."""
    if node.pos != "PROPN" or not node.text[:1].isupper() or node.mention is not None:
        return None
    if _is_domestic(node, one) or is_dated(node, one.sentence):
        return None
    run = [node, *(n for n in node.all("flat", "compound") if n.text[:1].isupper())]
    start, end = min(n.start for n in run), max(n.end for n in run)
    text = one.document.text[start:end]
    return Party(text=text, name=text, kind="organisation")


def _is_domestic(node: Node, one: Reading) -> bool:
    return any(n.lemma in one.words.words["domestic"] for n in coordinated(node))


def _is_somebody(node: Node) -> bool:
    return node.mention is None and (node.pos == "PROPN" or node.pos == "NOUN")


def in_name(mention: Mention | None, one: Reading) -> bool:
    """Whether the mention is a part of the agreement's name ("l'accord de *Paris*")."""
    return mention is not None and one.name[0] <= mention.start < one.name[1]
