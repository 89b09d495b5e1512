"""Between whom an agreement is, and who of them does what its status tells."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import party
from dragoman.analysis.syntax import coordinated, is_passive, lemmas
from dragoman.coding.agreement_earlier import Earlier, is_definite
from dragoman.coding.agreement_sides import side, sided, sides, unique
from dragoman.coding.agreement_status import Standing
from dragoman.coding.event_parties import Scene, by_role
from dragoman.coding.slots import PLACES, fill, own_parties, parties
from dragoman.gazetteer.treaties import Treaty
from dragoman.languages.agreements import AgreementWords
from dragoman.languages.lexicon import Lexicon
from dragoman.records import Party

SIDED = ("proposed", "ratified", "suspended", "terminated", "violated", "rejected")  # by one side
TOGETHER = ("ratified", "violated", "proposed")  # what all sides may do
NEAR = 1  # sentences back in which two states alone are taken for the parties
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
INSIDE = (
    "nmod",
    "amod",
    "poss",
    "det",
    "appos",
    "conj",
    "compound",
    "participle",
    "oblique",
    "agent",
)


@dataclass(frozen=True, slots=True)
class Involved:
    """The sides; who of the people signed; who did what the status tells, as far as one side did;
    fields not in the passage; and how many sides the verb itself has."""

    parties: tuple[Party, ...]
    signatories: tuple[Party, ...] = ()
    by: tuple[Party, ...] = ()
    inferred: tuple[str, ...] = ()
    acting: int = 0


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


def involved(one: Reading) -> Involved:
    """The parties of an agreement; no parties where none can be told."""
    doers, others, foreign = _told(one)
    own = _own(one)
    if len(sides(sided(own))) >= 2 and _names_both(one):
        third = [p for p in doers if side(p) not in {side(o) for o in own}]
        doers = [
            p for p in doers if p not in third
        ]  # "Qatar brokered a truce between Chad and Niger"
        others = []
    if len(sides(sided(doers))) >= 2:
        own = []  # they stand at the verb; what hangs from the noun is told of them
    found = sided([*doers, *others, *own])
    signatories = tuple(
        p for p in unique([*doers, *others]) if p.kind == "person" or p.sector == "GOV"
    )
    by = sided(doers) if one.status.status in SIDED and not one.status.wished else ()
    if sides(by) >= sides(found) and one.status.status not in TOGETHER:
        by = ()  # nobody withdraws from all of it at once: the words were taken for too many
    if one.treaty is not None:
        return _of_treaty(one.treaty, found, by)
    if len(sides(found)) >= 2:
        return Involved(found, signatories, by)
    if foreign:
        return Involved((), (), ())  # between others than states: their names are not known
    known = [p for p in found if p.country or p.id]
    if one.earlier is not None and sides(known) <= sides(one.earlier.parties):
        return Involved(one.earlier.parties, signatories, by, ("parties",))
    wider = _wider(one, found, doers) if not _is_bare(one) else None
    if wider is not None:
        return Involved(wider[0], signatories, by, wider[1])
    return Involved(found, signatories, by, acting=len(sides(sided(doers))))


def _told(one: Reading) -> tuple[list[Party], list[Party], bool]:
    """Who does it, with whom, and whether one of them is somebody who is no party to such a thing
    ("les syndicats")."""
    if one.status.assumed:
        beside = _with(one.node, one)
        return (
            [],
            [p for n in beside for p in _named(n, one)],
            any(_is_domestic(n, one) for n in beside),
        )
    verb = one.status.node if one.status.node.pos in ("VERB", "AUX") else None
    noun = one.status.node if verb is None and one.status.node is not one.node else None
    doers: list[Party] = []
    others: list[Party] = []
    foreign = False
    if verb is not None:
        for filler in fill(verb, "subject", one.lex):
            if filler is not one.node and not _only_mediates(verb, one):
                got = _named(filler, one)
                doers += got
                foreign |= not got and not is_passive(verb) and _is_somebody(filler)
        for filler in _with(verb, one):
            got = _named(filler, one)
            others += got
            foreign |= not got and _is_domestic(filler, one)
        offered = one.status.status == "proposed"  # "proposé à Helsinki", but "signé à Helsinki"
        for filler in fill(verb, "indirect", one.lex) if offered else verb.all("indirect"):
            others += parties(filler, places=offered)
    elif noun is not None:
        for filler in fill(noun, "subject", one.lex):
            if one.node not in (filler, *filler.subtree()) and filler not in one.node.subtree():
                doers += _named(filler, one)
    for filler in _with(one.node, one):
        got = _named(filler, one)
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


def _with(word: Node, one: Reading) -> list[Node]:
    cases = (*one.words.words["with"], *one.words.words["between"])
    words = [word, *_hyphened(word, one.sentence)]
    found = [n for each in words for case in cases for n in fill(each, case, one.lex)]
    return [
        n
        for n in found
        if n is not one.node
        and not _is_time(n, one.sentence)
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


def _named(filler: Node, one: Reading) -> list[Party]:
    """The parties of a slot: by name, or by what they are ("the rebels")."""
    day = one.document.article.anchor.day if one.document.article.anchor else None
    scene = Scene(one.sentence, day, one.lex)
    got: list[Party] = []
    for member in coordinated(filler):
        if _in_name(member.mention, one):
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
    if _is_domestic(node, one) or _is_time(node, one.sentence):
        return None
    run = [node, *(n for n in node.all("flat", "compound") if n.text[:1].isupper())]
    start, end = min(n.start for n in run), max(n.end for n in run)
    text = one.document.text[start:end]
    return Party(text=text, name=text, kind="organisation")


def _is_domestic(node: Node, one: Reading) -> bool:
    return any(n.lemma in one.words.words["domestic"] for n in coordinated(node))


def _is_somebody(node: Node) -> bool:
    return node.mention is None and (node.pos == "PROPN" or node.pos == "NOUN")


def _is_time(node: Node, sentence: Sentence) -> bool:
    return any(
        sentence.start + t.start_char <= node.start < sentence.start + t.end_char
        for t in sentence.times
    )


def _own(one: Reading) -> list[Party]:
    """The parties inside the agreement's own phrase, and in that of the noun that gives its status."""
    nodes = [one.node] if one.status.node.pos != "NOUN" else [one.node, one.status.node]
    return [
        p
        for top in nodes
        for n in _inside(top)
        if n.mention is not None and not _in_name(n.mention, one) and not _is_its_town(n, top, one)
        for p in _not_place(n.mention, n)
    ]


def _is_its_town(node: Node, noun: Node, one: Reading) -> bool:
    """ "l'accord *de Vienne*", "the *Minsk* agreement": where it was made, not who made it."""
    called = node.relation == "compound" or node.case in one.words.words["of"]
    alone = len(coordinated(node)) == 1 and node.head is noun
    return node.mention is not None and node.mention.form == "metonym" and called and alone


def _of_treaty(treaty: Treaty, found: tuple[Party, ...], by: tuple[Party, ...]) -> Involved:
    """A treaty that has a name is between its parties, as far as these are few; otherwise, those who do
    something about it."""
    if not treaty.parties:
        return Involved(by or found, (), by)
    known = tuple(party(id, "", None) for id in treaty.parties)
    named = {side(p): p for p in found}
    full = tuple(named.get(side(p), p.model_copy(update={"text": p.name})) for p in known)
    rest = () if sides(known) <= set(named) else ("parties",)
    return Involved(full, (), tuple(p for p in by if side(p) in sides(known)), rest)


def _wider(
    one: Reading, found: tuple[Party, ...], doers: list[Party]
) -> tuple[tuple[Party, ...], tuple[str, ...]] | None:
    """The parties out of the rest of the sentence, or of what stands before it."""
    verb = one.status.node if one.status.node.pos in ("VERB", "AUX") else None
    if verb is not None and not doers and not is_passive(verb):
        own = [n for n in verb.all("subject") if n is not one.node]
        if own:
            return None  # somebody does it, but no party that is named
    if verb is None or not doers:
        rest = [
            p
            for m in one.sentence.mentions
            if not _in_name(m, one) and not (one.status.assumed and m.form == "demonym")
            for p in _not_place(m, one.sentence.node_at(m.start))
        ]
        wider = sided([*found, *rest])
        pair = [m for m in one.sentence.mentions if len(sides(m.parties)) == 2]
        if pair and not sides(found):
            wider = sided(pair[0].parties)
        if len(sides(wider)) == 2:
            return wider, ()
    before = _pair_before(one.sentence, one.document)
    if before and (not found or {p.country for p in found} & {p.country for p in before}):
        return before, ("parties",)
    return None


def _is_bare(one: Reading) -> bool:
    """Nothing is said of it, and it is not one that the reader is taken to know ("the treaty")."""
    known = is_definite(one.node, one.words) and one.node.lemma not in one.words.weak
    return one.status.assumed and one.status.node is one.node and not known


def _inside(node: Node) -> list[Node]:
    """The nodes of the agreement's own phrase, its participles with theirs."""
    result = []
    stack = [node]
    while stack:
        current = stack.pop()
        result.append(current)
        stack.extend(
            c
            for c in current.children
            if c.relation in INSIDE and not (c.relation == "conj" and current is node)
        )
    return sorted(result, key=lambda n: n.index)


def _in_name(mention: Mention | None, one: Reading) -> bool:
    """Whether the mention is a part of the agreement's name ("l'accord de *Paris*")."""
    return mention is not None and one.name[0] <= mention.start < one.name[1]


def _not_place(mention: Mention, node: Node | None) -> tuple[Party, ...]:
    if mention.form == "place" or (node is not None and node.case in PLACES):
        return ()
    return mention.parties


def _pair_before(sentence: Sentence, document: Document) -> tuple[Party, ...]:
    """The two states that the article joined last: in one phrase, or as the only two of the sentence
    before. A sentence of more states than two settles nothing."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        if earlier.start >= document.caption_from:
            continue
        for mention in reversed(earlier.mentions):
            if len(sides(mention.parties)) == 2:
                return sided(mention.parties)
        named = sided(p for m in earlier.mentions for p in _not_place(m, earlier.node_at(m.start)))
        states = [p for p in named if p.kind == "state"]
        if len(states) == 2 and sentence.index - earlier.index <= NEAR:
            return tuple(states)
        if len(states) > 2:
            return ()
    return ()


def _names_both(one: Reading) -> bool:
    """Whether "between" under the agreement gives its parties."""
    return any(n.case in one.words.words["between"] for n in _inside(one.node))
