"""Agreements: how many, of what kind, between whom, worth what, and how far along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import state_party
from dragoman.analysis.quantities import CountSpan, MoneySpan
from dragoman.analysis.syntax import coordination_head, is_passive, lemmas
from dragoman.coding.attribution import attribution
from dragoman.coding.claims import CODER, evidence, identity, is_history, keys, settled, when
from dragoman.coding.dating import time_of
from dragoman.coding.modality import modality
from dragoman.coding.slots import fill, parties
from dragoman.languages.agreements import AgreementWords, agreement_words
from dragoman.languages.lexicon import Lexicon, lexicon
from dragoman.records import Agreement, AgreementStatus, Instrument, Money, Party


@dataclass(frozen=True, slots=True)
class _Status:
    """The status, the word that gives it, and its slot for the agreement."""

    status: AgreementStatus
    node: Node


def agreements(document: Document) -> Iterator[Agreement]:
    """Every agreement between two parties or more that a sentence gives a status."""
    words, lex = agreement_words(document.language), lexicon(document.language)
    made: list[Agreement] = []
    for sentence in document.sentences:
        for node in sentence.nodes:
            found = _agreement(node, sentence, document, words, lex, made)
            if found is not None:
                made.append(found)
                yield found


def _agreement(
    node: Node,
    sentence: Sentence,
    document: Document,
    words: AgreementWords,
    lex: Lexicon,
    made: list[Agreement],
) -> Agreement | None:
    instrument = instrument_of(node, sentence, words)
    if instrument is None or _is_excluded(node, sentence, words):
        return None
    count_node = _partitive(node)
    status = _status(count_node or node, sentence, words)
    if status is None:
        return None
    involved, signatories, inferred = _parties(node, status, sentence, document, lex, words)
    if len(_sides(involved)) < 2:
        return None
    count, part_of = _count(node, count_node, sentence, words, made)
    reading = modality(_told_by(status, node), sentence, lex)
    moment = when(time_of(status.node, sentence), document)
    speaker = attribution(status.node, sentence, lex)
    passage = evidence(document, sentence)
    subject_text = _subject(node, status, sentence, words)
    names = {
        "parties": keys(involved),
        "status": status.status,
        "instrument": instrument,
        "at": [node.start, node.end],
    }
    return Agreement(
        id=identity(document, "agreement", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=settled(reading.modality, historical=is_history(moment, document)),
        attributed_to=speaker,
        when=moment,
        inferred=inferred,
        confidence=0.6 if inferred else 0.75,
        coder=CODER,
        parties=involved,
        count=count,
        value=_value(node, count_node, status, sentence),
        instrument=instrument,
        name=_name(node, document),
        subject=subject_text,
        status=status.status,
        forum=_forum(node, sentence, document, words),
        signatories=signatories if status.status in ("signed", "ratified", "agreed") else (),
        part_of=part_of,
    )


def instrument_of(node: Node, sentence: Sentence, words: AgreementWords) -> Instrument | None:
    """The kind of instrument that a noun names; null where it names none."""
    if node.pos not in ("NOUN", "PROPN"):
        return None
    for length in (3, 2):
        run = sentence.nodes[node.index : node.index + length]
        phrase = " ".join(n.text.lower() for n in run).replace("' ", "'").replace("’ ", "'")
        if len(run) == length and phrase in words.instruments:
            return words.instruments[phrase]
    return words.instruments.get(node.lemma) or words.instruments.get(node.text.lower())


def _is_excluded(node: Node, sentence: Sentence, words: AgreementWords) -> bool:
    text = sentence.text.lower().replace("’", "'")
    before, after = text[: node.start - sentence.start], text[node.end - sentence.start :]
    return any(
        re.search(rf"(?<![\w']){re.escape(w)}\s?$", before) for w in words.never_before
    ) or any(after.lstrip().startswith(w) for w in words.never_after)


def _partitive(node: Node) -> Node | None:
    """"*12* de ces accords": the number that the noun hangs from."""
    head = node.head
    if head is not None and head.pos in ("NUM", "PRON") and node.relation == "nmod":
        return head
    return None


def _told_by(status: _Status, node: Node) -> Node:
    return status.node if status.node.pos in ("VERB", "AUX") else node


def _status(node: Node, sentence: Sentence, words: AgreementWords) -> _Status | None:
    """What the sentence says of how far along the agreement is."""
    top = coordination_head(node)
    for child in node.all("participle", "relative"):
        if child.pos in ("VERB", "AUX") and (found := _by_verb(child, "object", words)):
            return found
    return (
        _by_phrase(node, sentence, words)
        or _by_governor(top, words)
        or _by_noun(top, words)
    )


def _by_verb(verb: Node, slot: str, words: AgreementWords) -> _Status | None:
    for form in lemmas(verb):
        status = words.verbs.get((slot, form))
        if status is not None:
            return _Status(status, verb)
    return None


def _by_governor(node: Node, words: AgreementWords) -> _Status | None:
    """The verb over the agreement, through the nouns between ("signer une série d'accords")."""
    below: Node = node
    for above in node.ancestors():
        if above.pos in ("VERB", "AUX"):
            slots = _slots(below, above)
            for slot in slots:
                if found := _by_verb(above, slot, words):
                    return found
            if above.relation not in ("complement", "conj"):
                return None
            if below.relation not in ("complement", "conj", "object", "subject", "subject:pass"):
                return None
        elif above.child("cop"):
            # "sont en train d'être appliqués": the verb under the predicate's noun
            inner = [n for n in above.all("participle", "complement") if n.pos == "VERB"]
            return next((f for n in inner if (f := _by_verb(n, "object", words))), None)
        elif above.pos in ("NOUN", "PROPN") and above.lemma in words.nouns:
            return None
        elif below.relation not in ("nmod", "conj", "appos", "compound"):
            return None
        below = above
    return None


def _slots(below: Node, above: Node) -> tuple[str, ...]:
    if below.relation == "object" or (below.relation == "subject:pass"):
        return ("object",)
    if below.relation == "subject":
        return ("object",) if is_passive(above) else ("subject",)
    if below.relation in ("oblique", "indirect", "nmod") and below.case:
        return (below.case,)
    return ()


def _by_noun(node: Node, words: AgreementWords) -> _Status | None:
    """"la signature d'un accord", "talks on a treaty"."""
    for above in node.ancestors():
        if above.pos not in ("NOUN", "PROPN"):
            return None
        if above.lemma in words.nouns:
            return _Status(words.nouns[above.lemma], above)
    return None


def _by_phrase(node: Node, sentence: Sentence, words: AgreementWords) -> _Status | None:
    """"... sont à l'ordre du jour": fixed words after the agreement in its clause."""
    after = sentence.text[node.end - sentence.start :].lower().replace("’", "'")
    for phrase, status in words.phrases:
        at = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", after)
        if at and not re.search(r"[;:]|\bqui\b|\bwhich\b", after[: at.start()]):
            where = sentence.node_at(node.end + at.start() + len(phrase) - 1) or node
            return _Status(status, _clause_head(where))
    return None


def _clause_head(node: Node) -> Node:
    if node.pos in ("VERB", "AUX") or node.child("cop"):
        return node
    for above in node.ancestors():
        if above.pos in ("VERB", "AUX") or above.child("cop"):
            return above
    return node


def _parties(
    node: Node,
    status: _Status,
    sentence: Sentence,
    document: Document,
    lex: Lexicon,
    words: AgreementWords,
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[str, ...]]:
    """Parties, signatories, and the names of the fields that were inferred."""
    actors: list[Party] = []
    verb = status.node if status.node.pos in ("VERB", "AUX") else None
    if verb is not None:
        for filler in fill(verb, "subject", lex):
            if filler is not node:
                actors += parties(filler)
        for word in words.words["with"]:
            for filler in fill(verb, word, lex):
                actors += parties(filler)
        if "indirect" in {c.relation for c in verb.children}:
            actors += [p for f in verb.all("indirect") for p in parties(f)]
    own = [p for n in _inside(node) if n.mention is not None for p in _not_place(n.mention)]
    if status.node.pos == "NOUN":
        own += [p for n in _inside(status.node) if n.mention for p in _not_place(n.mention)]
    found = _states(_unique([*actors, *own]))
    signatories = tuple(p for p in _unique(actors) if p.kind == "person" or p.sector == "GOV")
    if len(_sides(found)) >= 2:
        return found, signatories, ()
    if verb is not None and not actors and any(
        n is not node and not is_passive(verb) for n in verb.all("subject")
    ):
        return (), (), ()  # somebody does it, but no party that is named
    rest = [p for m in sentence.mentions for p in _not_place(m)]
    if verb is None or not actors:
        wider = _states(_unique([*found, *rest]))
        pair = [m for m in sentence.mentions if len(_sides(m.parties)) == 2]
        if pair and not _sides(found):
            wider = _states(pair[0].parties)
        if len(_sides(wider)) == 2:
            return wider, signatories, ()
    before = _pair_before(sentence, document)
    if before and (not found or {p.country for p in found} & {p.country for p in before}):
        return before, signatories, ("parties",)
    return found, signatories, ()


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
            if c.relation in ("nmod", "amod", "poss", "det", "appos", "conj", "compound", "participle", "oblique", "agent")
            and not (c.relation == "conj" and current is node)
        )
    return sorted(result, key=lambda n: n.index)


def _not_place(mention: Mention) -> tuple[Party, ...]:
    return mention.parties if mention.form != "place" else ()


def _unique(found: list[Party]) -> tuple[Party, ...]:
    return tuple({p.key: p for p in reversed(found)}.values())[::-1]


def _states(found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Persons and ministries sign for their state: each side once, by its state where it has one."""
    sides: dict[str, Party] = {}
    for party in found:
        if party.country and party.kind != "group":
            side = state_party(party.country, party.text)
        else:
            side = party
        if side.kind == "person" and side.country is None and side.office is None:
            continue
        sides.setdefault(side.key, side)
    return tuple(sides.values())


def _sides(found: tuple[Party, ...]) -> set[str]:
    return {p.country or p.key for p in found}


def _pair_before(sentence: Sentence, document: Document) -> tuple[Party, ...]:
    """The two states that the article has been about until here: the last sentence that joins two."""
    for earlier in reversed(document.sentences[: sentence.index + 1]):
        if earlier.start >= document.caption_from:
            continue
        for mention in reversed(earlier.mentions):
            if len(_sides(mention.parties)) == 2:
                return _states(mention.parties)
        named = _states(_unique([p for m in earlier.mentions for p in _not_place(m)]))
        states = [p for p in named if p.kind == "state"]
        if len(states) == 2:
            return tuple(states)
        if len(states) > 2:
            return ()
    return ()


def _count(
    node: Node,
    count_node: Node | None,
    sentence: Sentence,
    words: AgreementWords,
    made: list[Agreement],
) -> tuple[int | None, str | None]:
    """How many, and of which earlier claim they are a part ("12 de ces accords")."""
    start = (count_node or node).start
    chosen: CountSpan | None = None
    for count in sentence.counts:
        if count.ordinal:
            continue
        at = sentence.node_at(sentence.start + count.end_char - 1)
        if at is None:
            continue
        if (at is count_node) or (at.head is node and at.index < node.index) or (
            at.start <= start and 0 <= node.start - (sentence.start + count.end_char) <= 25
            and _only_modifiers(sentence, sentence.start + count.end_char, node.start, words)
        ):
            chosen = count
    if chosen is None:
        return None, None
    between = sentence.text[chosen.end_char : node.start - sentence.start].lower()
    partitive = any(w in between for w in words.words["part_of"])
    whole = next((a for a in reversed(made) if a.count is not None and a.count > chosen.value), None)
    return chosen.value, whole.id if partitive and whole is not None else None


def _only_modifiers(sentence: Sentence, start: int, end: int, words: AgreementWords) -> bool:
    inside = [n for n in sentence.nodes if start <= n.start and n.end <= end]
    return all(n.pos in ("ADJ", "DET", "ADP", "NOUN", "ADV") for n in inside) and sum(
        n.pos == "NOUN" for n in inside
    ) <= 1 and not any(n.text in (",", ";") for n in inside) and bool(words)


def _value(
    node: Node, count_node: Node | None, status: _Status, sentence: Sentence
) -> Money | None:
    """The amount in the agreement's phrase, or else the only one in its sentence."""
    spans = sentence.money
    inside = [m for m in spans if _under(m, sentence, (node, count_node, status.node))]
    chosen = inside[0] if inside else spans[0] if len(spans) == 1 else None
    if chosen is None:
        return None
    return Money(
        amount=chosen.amount,
        currency=chosen.currency,
        approximate=chosen.approximate,
        text=chosen.text,
    )


def _under(money: MoneySpan, sentence: Sentence, nodes: tuple[Node | None, ...]) -> bool:
    at = sentence.node_at(sentence.start + money.end_char - 1)
    return at is not None and any(n in at.ancestors() for n in nodes if n is not None)


def _name(node: Node, document: Document) -> str | None:
    """A proper name that goes with the noun ("l'accord de Paris", "New START treaty")."""
    if node.pos == "PROPN" and node.text[0].isupper() and node.text.lower() != node.text:
        run = [n for n in node.children if n.relation in ("compound", "flat") and n.text[0].isupper()]
        if run:
            start, end = min(n.start for n in [node, *run]), max(n.end for n in [node, *run])
            return document.text[start:end]
    return None


def _subject(
    node: Node, status: _Status, sentence: Sentence, words: AgreementWords
) -> str | None:
    """What it is about, in the article's words."""
    text = sentence.text
    for holder in (node, status.node):
        for child in sorted(holder.children, key=lambda c: c.index):
            if child.index < holder.index or child.relation in ("subject", "subject:pass", "punct"):
                continue
            case = child.case or ""
            if case not in words.words["subject"] or child.mention is not None:
                continue
            span = [n for n in child.subtree() if n.relation != "punct" or n.index < child.index]
            start, end = min(n.start for n in span), max(n.end for n in span)
            phrase = text[start - sentence.start : end - sentence.start]
            if any(sentence.start + t.start_char <= child.start < sentence.start + t.end_char for t in sentence.times):
                continue
            if any(sentence.start + m.start_char <= child.start < sentence.start + m.end_char for m in sentence.money):
                continue
            return re.sub(rf"^{re.escape(case)}\s+", "", phrase, flags=re.IGNORECASE)
    return None


def _forum(
    node: Node, sentence: Sentence, document: Document, words: AgreementWords
) -> str | None:
    """The body or meeting where it happens, in the article's words."""
    for other in sentence.nodes:
        if other.lemma in words.words["forum"] and other.index > node.index and other.case:
            start = min([other.start, *(n.start for n in other.all("compound", "amod"))])
            end = other.end
            for word in sentence.nodes[other.index + 1 :]:
                if word.relation not in ("amod", "nmod", "flat", "case", "det") or word.pos == "PUNCT":
                    break
                end = word.end
            return document.text[start:end]
    return None


def _subject(
    node: Node, status: _Status, sentence: Sentence, words: AgreementWords
) -> str | None:
    """What it is about, in the article's words."""
    text = sentence.text
    for holder in (node, status.node):
        for child in sorted(holder.children, key=lambda c: c.index):
            if child.index < holder.index or child.relation in ("subject", "subject:pass", "punct"):
                continue
            case = child.case or ""
            if case not in words.words["subject"] or child.mention is not None:
                continue
            span = [n for n in child.subtree() if n.relation != "punct" or n.index < child.index]
            start, end = min(n.start for n in span), max(n.end for n in span)
            phrase = text[start - sentence.start : end - sentence.start]
            if any(sentence.start + t.start_char <= child.start < sentence.start + t.end_char for t in sentence.times):
                continue
            if any(sentence.start + m.start_char <= child.start < sentence.start + m.end_char for m in sentence.money):
                continue
            return re.sub(rf"^{re.escape(case)}\s+", "", phrase, flags=re.IGNORECASE)
    return None


def _forum(
    node: Node, sentence: Sentence, document: Document, words: AgreementWords
) -> str | None:
    """The body or meeting where it happens, in the article's words."""
    for other in sentence.nodes:
        if other.lemma in words.words["forum"] and other.index > node.index and other.case:
            span = [n for n in other.subtree() if n.relation in ("amod", "nmod", "flat", "compound") or n is other]
            span = [n for n in span if n.index >= other.index] or [other]
            lead = [n for n in other.all("compound", "amod") if n.index < other.index]
            start = min(n.start for n in [*span, *lead])
            end = max(n.end for n in span)
            return document.text[start:end]
    return None
