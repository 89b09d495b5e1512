"""Predicates to PLOVER events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.analysis.syntax import coordinated
from dragoman.coding.attribution import attribution
from dragoman.coding.cameo_codes import cameo_code
from dragoman.coding.claims import (
    CODER,
    evidence,
    identity,
    is_history,
    is_old,
    keys,
    settled,
    when,
)
from dragoman.coding.dating import began, long_ago, time_of
from dragoman.coding.event_parties import Roles, Scene, aims, roles_of, with_condition
from dragoman.coding.frames import Match, clauses, is_dated, match
from dragoman.coding.modality import Reading, is_to_come, is_ultimatum, modality, negated
from dragoman.coding.places import event_place
from dragoman.coding.slots import BY, fill, light_verb
from dragoman.languages.lexicon import NO_EVENT, Frame, Lexicon, lexicon
from dragoman.ontology import cameo, plover
from dragoman.ontology.derived import derivations
from dragoman.records import Event, Evidence, Modality, Party, Place, Span, When


def events(document: Document) -> Iterator[Event]:
    """Every event that a sentence of the document tells, in the order of the text."""
    lex = lexicon(document.language)
    before: tuple[Party, ...] = ()
    for sentence in document.sentences:
        matches = [
            m
            for node in sentence.nodes
            if not is_dated(node, sentence) and (m := match(node, sentence, lex))
        ]
        matches = [m for m in matches if not _is_no_refusal(m, lex)]
        under = {i for m in matches if _takes_in(m.frame) for i in _embedded(m, lex)}
        scene = Scene(sentence, _day(document), lex, before)
        under |= {aim.node.index for m in matches for aim in aims(m, scene)}
        set_off = {m.node.index for m in matches if len(m.words) > 1}  # "at the request of"
        under |= {i for m in matches for i in _undone(m, lex)} - set_off
        told = [
            (found, event)
            for found in matches
            if found.frame.event != NO_EVENT and found.node.index not in under
            if (event := _event(found, scene, document)) is not None
        ]
        company = {
            n.index for found, _ in told for n in found.company if n.pos in ("NOUN", "PROPN")
        }
        kept = [event for found, event in told if found.node.index not in company]
        before = kept[0].actors if kept else ()
        yield from kept


def _takes_in(frame: Frame) -> bool:
    """Whether the clause under a frame tells no event of its own; what is denied does, as denied."""
    return frame.embeds is not None and frame.embeds != "denial"


def _is_no_refusal(found: Match, lex: Lexicon) -> bool:
    """ "n'exclut pas de sanctionner": not to refuse is no act, but what is not refused may come."""
    return found.frame.embeds == "refusal" and negated(found.node, lex) is not None


def _day(document: Document) -> date | None:
    anchor = document.article.anchor
    return anchor.day if anchor else document.article.published


def _lacks_object(found: Match, lex: Lexicon) -> bool:
    """Whether a verb that asks for a recipient has nothing at all in the slots for it."""
    frame = found.frame
    return not (frame.embeds or frame.needs or frame.reciprocal) and not any(
        fill(found.node, slot, lex) for slot in frame.recipient
    )


def _embedded(found: Match, lex: Lexicon) -> set[int]:
    """The words of the clause under a promise, demand, refusal ...: no events of their own.

    Relative clauses inside it tell things of their own and stay.
    """
    taken: set[int] = set()
    stack = clauses(found, lex)
    while stack:
        node = stack.pop()
        taken.add(node.index)
        stack.extend(c for c in node.children if c.relation not in ("relative", "parataxis"))
    return taken


def _undone(found: Match, lex: Lexicon) -> set[int]:
    """The nouns after a verb, of what is demanded, promised, refused or threatened: "réclame le *retrait*"."""
    frame, node = found.frame, found.node
    if (
        frame.event not in derivations().undone
        or frame.embeds == "denial"
        or node.pos not in ("VERB", "ADJ")
    ):
        return set()
    slots = dict.fromkeys(("object", *lex.cues["wanted"], *frame.recipient, *frame.needs))
    fillers = [
        filler
        for slot in slots
        if slot not in ("subject", "complement", "adverb")
        for filler in fill(node, slot, lex)
        if filler.head is node and filler.index > node.index
    ]
    return {n.index for f in fillers for n in coordinated(f) if n.pos == "NOUN"}


def _event(found: Match, scene: Scene, document: Document) -> Event | None:
    sentence, lex = scene.sentence, scene.lexicon
    frame, node = found.frame, found.node
    if node.pos == "VERB" and "object" in frame.recipient and _lacks_object(found, lex):
        return None  # "la Croatie a attaqué": a match, as a rule
    if frame.standing and node.relation == "participle" and node.morph.get("VerbForm") != "Inf":
        return None  # "le régime soutenu par l'Iran": an alignment, not an act
    roles = roles_of(found, scene)
    if roles is None:
        return None
    reading = modality(node, sentence, lex)
    passage = evidence(document, sentence)
    moment = when(time_of(node, sentence), document)
    if reading.announced and frame.event not in derivations().expected:
        reading = Reading("asserted")  # "announced the arrests": they have been made
    start = began(node, sentence)
    past = (
        is_history(moment, document)
        or long_ago(node, sentence)
        or (start is not None and is_old(start.start, document))
    )
    mode: Modality = settled(reading.modality, historical=past)
    if mode == "asserted" and _is_standing(frame, node, lex):
        mode = "historical"
    event_type, code = _type(found, sentence, mode, lex)
    speaker = attribution(node, sentence, lex)
    if speaker is not None and _is_own(speaker, roles.actors):
        speaker = None
        if mode == "denied" and is_to_come(node, lex) and frame.event in derivations().refused:
            event_type, mode = "REJECT", "asserted"  # "said it would not send ..."
    if mode == "planned" and event_type in derivations().threatened and is_ultimatum(node, lex):
        event_type, mode = "THREATEN", "asserted"  # "will close the border unless ..."
        roles = with_condition(found, roles, scene)
    if node.pos != "VERB" and not _nominal_holds(found, roles, lex):
        return None
    frame_mode = frame.mode if event_type == frame.event else None
    return build(
        document,
        passage,
        event_type=event_type,
        frame_mode=frame_mode,
        code=cameo_code(
            node,
            document.language,
            event_type=event_type,
            mode=frame_mode,
            code=code if event_type == frame.event else None,
        ),
        roles=roles,
        reciprocal=frame.reciprocal or _is_mutual(found, event_type, roles, lex),
        modality=mode,
        attributed_to=speaker,
        moment=moment,
        trigger=_span(found, document),
        place=event_place(node, sentence, document, (*roles.actors, *roles.recipients), event_type),
        confidence=0.75 if node.pos == "VERB" else 0.55,
        inferred=_assumed(roles, sentence),
    )


def _assumed(roles: Roles, sentence: Sentence) -> tuple[str, ...]:
    """The fields with a party whose state the words do not say: "police", in an article about Chile."""
    assumed = {key for m in sentence.mentions if m.assumed for key in m.keys}
    said = {key for m in sentence.mentions if not m.assumed for key in m.keys}
    sides = {"actors": roles.actors, "recipients": roles.recipients}
    return tuple(name for name, side in sides.items() if any(p.key in assumed - said for p in side))


def build(
    document: Document,
    passage: Evidence,
    *,
    event_type: str,
    frame_mode: str | None,
    code: str | None,
    roles: Roles,
    reciprocal: bool,
    modality: Modality,
    attributed_to: Party | None,
    moment: When,
    trigger: Span,
    place: Place | None,
    confidence: float,
    inferred: tuple[str, ...] = (),
) -> Event:
    """An event record with its scores and identity."""
    definition = plover.event(event_type)
    actors, recipients = roles.actors, roles.recipients
    if reciprocal:
        actors, recipients = _unique((*actors, *recipients)), ()
    code = code or cameo.default_cameo(event_type, frame_mode)
    names = {
        "event_type": event_type,
        "actors": keys(actors),
        "recipients": keys(recipients),
        "trigger": [trigger.start, trigger.end],
    }
    filled = list(inferred)
    if moment.start is not None and moment.basis not in ("expression", "none"):
        filled.append("when")
    return Event(
        id=identity(document, "event", passage, names),
        evidence=passage,
        passages=(passage,),
        modality=modality,
        attributed_to=attributed_to,
        when=moment,
        inferred=tuple(dict.fromkeys(filled)),
        confidence=confidence,
        coder=CODER,
        event_type=definition.type,
        mode=frame_mode,
        actors=actors,
        recipients=recipients,
        reciprocal=reciprocal,
        place=place,
        quad=definition.quad,
        cameo=code,
        goldstein=cameo.cameo(code).goldstein if code else None,
        trigger=trigger,
    )


def _unique(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    return tuple({party.key: party for party in reversed(parties)}.values())[::-1]


def _type(found: Match, sentence: Sentence, mode: Modality, lex: Lexicon) -> tuple[str, str | None]:
    """The event's type: a promise's by what is promised, a planned act's by what is planned."""
    frame = found.frame
    event_type = frame.event
    if frame.embeds in ("promise", "offer"):
        for clause in clauses(found, lex):
            inner = match(clause, sentence, lex)
            if inner is not None and inner.frame.event != NO_EVENT:
                promised = derivations().promised.get(inner.frame.event, event_type)
                if promised != "THREATEN" or frame.embeds == "promise":
                    return promised, frame.cameo
    if mode == "planned":
        event_type = derivations().expected.get(event_type, event_type)
    return event_type, frame.cameo


def _is_mutual(found: Match, event_type: str, roles: Roles, lex: Lexicon) -> bool:
    """Several sides that agree, talk or cooperate; "pledged *funds*" is to somebody else."""
    sides = {a.country or a.key for a in roles.actors}
    given = "object" in found.frame.recipient and any(
        n not in found.company for n in fill(found.node, "object", lex)
    )
    return (
        event_type in derivations().reciprocal
        and len(sides) > 1
        and not roles.recipients
        and not given
    )


def _is_own(speaker: Party, actors: tuple[Party, ...]) -> bool:
    """A party that tells its own act is no attribution."""
    return any(
        speaker.key == actor.key
        or (speaker.country is not None and speaker.country == actor.country)
        for actor in actors
    )


def _is_standing(frame: Frame, node: Node, lex: Lexicon) -> bool:
    """ "a toujours refusé": an attitude, not an act of that day. "refuse toujours" is still going on."""
    words = lex.cues.get("standing", ())
    said = any(
        (c.text.lower() in words or c.lemma in words) and c.child("negation") is None
        for c in node.children
    )
    return said and (frame.standing or node.child("aux") is not None)


def _nominal_holds(found: Match, roles: Roles, lex: Lexicon) -> bool:
    """A noun tells an event where somebody does it, or it is said to happen; a bare mention does not."""
    node = found.node
    if found.frame.pos == "ADJ":
        return node.relation != "amod" or bool(roles.recipients)
    if light_verb(node, lex) is not None:
        return True
    if any(n.case in BY for n in node.all("nmod", "agent")):
        return True
    return bool(roles.recipients) or (found.frame.reciprocal and len(roles.actors) > 1)


def _span(found: Match, document: Document) -> Span:
    return Span(start=found.start, end=found.end, text=document.text[found.start : found.end])
