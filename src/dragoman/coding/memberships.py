"""Memberships: which states are in an organisation, join it, leave it, or work together in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.parties import organisation_party
from dragoman.analysis.syntax import lemmas
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.membership_parties import bodies, is_body, members
from dragoman.coding.modality import modality
from dragoman.coding.since import times_under
from dragoman.coding.slots import fill, subject
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.languages.memberships import MembershipWords, membership_words
from dragoman.records import Membership, Modality, Party
from dragoman.records.membership import MembershipRelation

STANDING = ("member", "observer", "candidate", "cooperating")


@dataclass(frozen=True, slots=True)
class _Told:
    """What one word tells: its node, the relation, who, and of what."""

    node: Node
    relation: MembershipRelation
    members: tuple[Party, ...]
    bodies: tuple[Party, ...]
    modality: Modality | None = None


def memberships(document: Document) -> Iterator[Membership]:
    """A claim for each organisation that a sentence says parties are in, join, leave or work in."""
    words, lex = membership_words(document.language), lexicon(document.language)
    for sentence in document.sentences:
        if not any(_of_a_body(p) for m in sentence.mentions for p in m.parties):
            continue
        seen: set[tuple[str, str, tuple[str, ...]]] = set()
        for node in sentence.nodes:
            for told in _told(node, words, lex):
                for body in told.bodies:
                    key = (told.relation, body.key, tuple(keys(told.members)))
                    if key not in seen:
                        seen.add(key)
                        yield _membership(told, body, sentence, document, lex)


def _of_a_body(party: Party) -> bool:
    of = party.office.of if party.office is not None else ""
    return party.kind == "organisation" or of.startswith("org:")


def _membership(
    told: _Told, body: Party, sentence: Sentence, document: Document, lex: Lexicon
) -> Membership:
    standing = told.relation in STANDING
    time = time_of(told.node, sentence)
    if standing:
        since = (t for t in times_under(told.node, sentence) if t.kind == "since")
        time = next(since, None)
    moment = when(time, document)
    mode = told.modality or modality(told.node, sentence, lex).modality
    historical = not standing and is_history(moment, document)
    speaker = attribution(told.node, sentence, lex)
    if speaker is not None and speaker.country in {p.country for p in told.members}:
        speaker = None
    passage = evidence(document, sentence)
    names = {
        "members": keys(told.members),
        "organisation": body.key,
        "relation": told.relation,
        "at": [told.node.start, told.node.end],
    }
    reckoned = moment.start is not None and moment.basis not in ("expression", "none")
    return Membership(
        id=identity(document, "membership", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(mode, historical=historical),
        attributed_to=speaker,
        when=moment,
        inferred=("when",) if reckoned else (),
        confidence=0.75 if told.node.pos == "VERB" else 0.65,
        coder=CODER,
        members=told.members,
        organisation=body,
        relation=told.relation,
    )


def _told(node: Node, words: MembershipWords, lex: Lexicon) -> Iterator[_Told]:
    if node.pos in ("VERB", "AUX"):
        yield from _verb(node, words, lex)
    if node.pos in ("VERB", "AUX"):
        yield from _by_others(node, words, lex)
    nominal = node.pos in ("NOUN", "ADJ", "PROPN") or node.child("cop") is not None
    lemma = node.lemma if nominal and node.mention is None else ""
    yield from _titled(node, words, lex)
    if lemma in words.states:
        yield from _state(node, words.states[lemma], words, lex)
    elif lemma in words.acts:
        yield from _act(node, words.acts[lemma], words, lex)
    if lemma in words.words["cooperation"] or set(lemmas(node)) & set(words.words["cooperating"]):
        yield from _cooperation(node, words, lex)


def _verb(verb: Node, words: MembershipWords, lex: Lexicon) -> Iterator[_Told]:
    forms = lemmas(verb)
    for (slot, lemma), relation in words.verbs.items():
        if lemma not in forms:
            continue
        found = tuple(b for n in fill(verb, slot, lex) for b in bodies(n))
        above = verb.head
        if relation == "joining" and above is not None and above.lemma in words.words["applying"]:
            relation = "candidate"  # "a demandé à rejoindre"
        own = _without(members(fill(verb, "subject", lex)), found)
        if not own and relation == "candidate" and above is not None:
            own = _without(members(fill(above, "subject", lex)), found)
        if found and own:
            told_by = above if relation == "candidate" and above is not None else verb
            yield _Told(told_by, relation, own, found)
            return


def _by_others(verb: Node, words: MembershipWords, lex: Lexicon) -> Iterator[_Told]:
    """ "X was *expelled* from the council", "Y a été *admis* au ...": the object joins or leaves."""
    acts: tuple[tuple[str, str, MembershipRelation], ...] = (
        ("expelling", "out_of", "leaving"),
        ("admitting", "into", "joining"),
    )
    for verbs, slots, relation in acts:
        if not any(f in words.words[verbs] for f in lemmas(verb)):
            continue
        found = tuple(
            b for slot in words.words[slots] for n in fill(verb, slot, lex) for b in bodies(n)
        )
        own = _without(members(fill(verb, "object", lex)), found)
        if found and own:
            yield _Told(verb, relation, own, found)


def _titled(node: Node, words: MembershipWords, lex: Lexicon) -> Iterator[_Told]:
    """ "an *EU candidate*", read as somebody's title: what it says is said of a state."""
    if node.mention is None or node.mention.form != "office":
        return
    for party in node.mention.parties:
        relation = words.states.get(party.office.title) if party.office is not None else None
        if relation is None or party.office is None or not party.office.of.startswith("org:"):
            continue
        found = (organisation_party(party.office.of, party.text),)
        top = node.head if node.relation == "compound" and node.head is not None else node
        own, relation, told_by = _holders(top, relation, found, words, lex)
        own = _without(own, found)
        if own and is_body(found[0]):
            yield _Told(told_by, relation, own, found)


def _without(own: tuple[Party, ...], found: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple(p for p in own if p.key not in keys(found))


def _of(noun: Node, words: MembershipWords, lex: Lexicon) -> tuple[Party, ...]:
    """The organisation under a noun: "membre *de l'Otan*", "*NATO* member"."""
    for slot in words.words["of"]:
        for filler in fill(noun, slot, lex):
            if found := bodies(filler):
                return found
    inner = [n for n in noun.children if n.relation in ("compound", "amod", "poss", "nmod")]
    return next((b for n in inner if (b := bodies(n))), ())


def _state(
    noun: Node, relation: MembershipRelation, words: MembershipWords, lex: Lexicon
) -> Iterator[_Told]:
    found = _of(noun, words, lex)
    if not found and noun.head is not None and noun.relation in ("amod", "compound", "flat"):
        found = _of(noun.head, words, lex)  # "les pays *membres* de l'UE"
    if not found:
        return
    if noun.lemma in words.words["part_nouns"] and not _is_part(noun, words):
        return
    own, relation, told_by = _holders(noun, relation, found, words, lex)
    own = _without(own, found)
    if not own:
        return
    former = any(
        c.lemma in words.words["former"] or c.text.lower().rstrip("-") in words.words["former"]
        for c in noun.children
    )
    yield _Told(told_by, relation, own, found, "historical" if former else None)


def _is_part(noun: Node, words: MembershipWords) -> bool:
    """ "faire *partie* de", "is *part* of"."""
    verb = noun.head
    return noun.child("cop") is not None or (
        verb is not None
        and verb.lemma in (*words.words["part"], *words.words["being"], *words.words["becoming"])
    )


def _holders(
    noun: Node,
    relation: MembershipRelation,
    found: tuple[Party, ...],
    words: MembershipWords,
    lex: Lexicon,
) -> tuple[tuple[Party, ...], MembershipRelation, Node]:
    """Who is what the noun says, whether by becoming it, and the node whose modality counts."""
    if noun.child("cop") is not None:
        return members(noun.all("subject", "subject:pass")), relation, noun
    verb = noun.head
    if verb is not None and verb.pos in ("VERB", "AUX"):
        becoming = verb.lemma in words.words["becoming"]
        if becoming or verb.lemma in (*words.words["being"], *words.words["part"]):
            joined: MembershipRelation = (
                "joining" if becoming and relation == "member" else relation
            )
            own = members(subject(verb, lex)) or members(verb.all("subject", "subject:pass"))
            return own, joined, verb
    examples = [n for n in _phrase_after(noun) if n.mention is not None and _is_example(n, words)]
    if examples:
        return members(examples), relation, noun
    apposed = [n for n in noun.children if n.relation in ("appos", "flat", "compound", "conj")]
    own = _without(members([n for n in apposed if n.case is None]), found)
    if (
        not own
        and verb is not None
        and noun.relation
        in ("appos", "conj", "amod", "nmod", "dep", "flat", "compound", "parataxis")
    ):
        # "les Etats membres ainsi qu'Andorre": who is named beside them is none of them
        own = members([verb]) if noun.case is None and verb.mention is not None else ()
    if not own and noun.head is not None and noun.relation in ("amod", "compound", "flat"):
        own = members([n for n in noun.head.children if n.relation in ("appos", "flat")])
    return own, relation, noun


def _is_example(node: Node, words: MembershipWords) -> bool:
    """ "dont X", "including X"."""
    including = words.words["including"]
    around = (*node.children, *node.ancestors())
    return node.case in including or any(
        n.lemma in including or n.text.lower() in including for n in around
    )


def _phrase_after(noun: Node) -> list[Node]:
    top = noun.head if noun.relation in ("amod", "compound", "flat") and noun.head else noun
    return [n for n in top.subtree() if n.index > noun.index]


def _act(
    noun: Node, relation: MembershipRelation, words: MembershipWords, lex: Lexicon
) -> Iterator[_Told]:
    found = _of(noun, words, lex)
    if not found:
        return
    own = members(noun.all("poss"))
    if not own:
        own = members([n for slot in words.words["by"] for n in fill(noun, slot, lex)])
    if not own:
        own = members(fill(noun, "subject", lex))
    own = _without(own, found)
    if own and _took_place(noun, words, relation):
        yield _Told(noun, relation, own, found)


def _took_place(noun: Node, words: MembershipWords, relation: MembershipRelation) -> bool:
    """A noun alone says nothing of whether it happened: "le débat sur l'adhésion de l'Albanie"."""
    if relation == "candidate" or noun.case in words.words["happened"]:
        return True
    verb = noun.head
    if noun.relation in ("subject", "subject:pass"):
        return True
    return verb is not None and verb.lemma in words.words["happening"]


def _cooperation(node: Node, words: MembershipWords, lex: Lexicon) -> Iterator[_Told]:
    """Two parties or more that work together within one or several organisations."""
    slots = ("subject", *words.words["with"], *words.words["between"])
    own = members([n for slot in slots for n in fill(node, slot, lex)])
    found = {b.key: b for n in _within(node, words) for b in bodies(n)}
    own = tuple(p for p in own if p.key not in found)
    if len(own) > 1 and found:
        yield _Told(node, "cooperating", own, tuple(found.values()))


def _within(node: Node, words: MembershipWords) -> Iterator[Node]:
    """The nodes inside the phrases that say where they work together."""
    for child in node.children:
        if child.case is None or child.index < node.index:
            continue
        for inner in child.subtree():
            if inner.case in words.words["within"] or child.case in words.words["within"]:
                yield inner
