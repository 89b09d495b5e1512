"""Predicates to PLOVER events."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from dragoman.analysis.document import Document, Node, Sentence
from dragoman.coding.asked import is_open, likely_of, overruled, unknown
from dragoman.coding.attribution import attribution, is_of_side
from dragoman.coding.cameo_codes import cameo_code
from dragoman.coding.claims import (
    CODER,
    evidence,
    identity,
    is_history,
    is_old,
    keys,
    settled,
    sides_of,
    unique,
    when,
)
from dragoman.coding.cues import is_cue
from dragoman.coding.dating import began, long_ago, time_of
from dragoman.coding.event_parties import Roles, Scene, roles_of, with_condition
from dragoman.coding.frames import Match, accompanying
from dragoman.coding.modality import Reading, is_to_come, is_ultimatum, modality
from dragoman.coding.places import event_place
from dragoman.coding.slots import BY, fill, light_verb
from dragoman.coding.telling import telling, type_of
from dragoman.languages.lexicon import NO_EVENT, Frame, Lexicon, lexicon
from dragoman.ontology import cameo, plover
from dragoman.ontology.derived import derivations
from dragoman.records import Decider, Event, Evidence, Modality, Party, Place, Span, When


def events(document: Document) -> Iterator[Event]:
    """Every event that a sentence of the document tells, in the order of the text."""
    lex = lexicon(document.language)
    before: tuple[Party, ...] = ()
    for sentence in document.sentences:
        scene = Scene(sentence, _day(document), lex, before)
        matches = telling(scene)
        asked = partial(likely_of, sentence=sentence, told=matches, lexicon=lex)
        told = [
            (found, event)
            for found in (*matches, *unknown(sentence, matches, lex))
            if (event := _event(found, scene, document, asked)) is not None
        ]
        company = accompanying(found for found, _ in told)
        kept = [event for found, event in told if found.node.index not in company]
        before = kept[0].actors if kept else ()
        yield from kept


def _day(document: Document) -> date | None:
    anchor = document.article.anchor
    return anchor.day if anchor else document.article.published


def _lacks_object(found: Match, lex: Lexicon) -> bool:
    """Whether a verb that asks for a recipient has nothing at all in the slots for it."""
    frame = found.frame
    return not (frame.embeds or frame.needs or frame.reciprocal) and not any(
        fill(found.node, slot, lex) for slot in frame.recipient
    )


def _event(
    found: Match,
    scene: Scene,
    document: Document,
    asked: Callable[[Match, Roles], dict[str, float] | None],
) -> Event | None:
    sentence, lex = scene.sentence, scene.lexicon
    frame, node = found.frame, found.node
    if node.pos == "VERB" and "object" in frame.recipient and _lacks_object(found, lex):
        return None  # "la Croatie a attaqué": a match, as a rule
    if frame.standing and node.relation == "participle" and node.morph.get("VerbForm") != "Inf":
        return None  # "le régime soutenu par l'Iran": an alignment, not an act
    if frame.standing and _is_state(node):
        return None  # "the rebels are backed by Iran"
    roles = roles_of(found, scene)
    if roles is None:
        return None
    known = any(p.country or p.id for p in roles.recipients)
    if frame.mode == "visit" and node.pos == "VERB" and not known:
        return None  # a journey to nobody knows where
    reading = modality(node, sentence, lex)
    passage = evidence(document, sentence)
    moment = when(time_of(node, sentence), document)
    if reading.purpose and frame.event in derivations().expected:
        return None  # "came to thank": no promise of its own, and what was done tells it
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
    event_type, code = type_of(found, sentence, mode, lex)
    likely = asked(found, roles) if is_open(found, event_type, lex) else None
    ruled = overruled(event_type, mode, likely) if likely is not None else None
    if ruled == NO_EVENT or (ruled is None and event_type == NO_EVENT):
        return None
    event_type = ruled or event_type
    speaker = attribution(node, sentence, lex)
    own = speaker is not None and is_of_side(speaker, roles.actors)
    if own:
        speaker = None
    refused = derivations().refused if own else derivations().unyielding
    if mode == "denied" and frame.event in refused and is_to_come(node, lex):
        event_type, mode = "REJECT", "asserted"  # "said it would not send", "will not release"
    if mode == "planned" and event_type in derivations().threatened and is_ultimatum(node, lex):
        event_type, mode = "THREATEN", "asserted"  # "will close the border unless ..."
        roles = with_condition(found, roles, scene)
    if node.pos != "VERB" and not _nominal_holds(found, roles, lex):
        return None
    reciprocal = frame.reciprocal or _is_mutual(found, event_type, roles, lex)
    if plover.event(event_type).requires_recipient and not (roles.recipients or reciprocal):
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
        reciprocal=reciprocal,
        modality=mode,
        attributed_to=speaker,
        moment=moment,
        trigger=_span(found, document),
        place=event_place(node, sentence, document, (*roles.actors, *roles.recipients), event_type),
        confidence=0.75 if node.pos == "VERB" else 0.55,
        inferred=_assumed(roles, sentence),
        decided_by="model" if ruled else "lexicon",
    )


def _is_state(verb: Node) -> bool:
    """A passive of the present that is no course of action: how things stand."""
    auxiliaries = verb.all("aux:pass")
    return any(n.morph.get("Tense") == "Pres" for n in auxiliaries) and len(verb.all("aux")) == 0


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
    decided_by: Decider = "lexicon",
) -> Event:
    """An event record with its scores and identity."""
    definition = plover.event(event_type)
    actors, recipients = roles.actors, roles.recipients
    if reciprocal:
        actors, recipients = unique((*actors, *recipients)), ()
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
        decided_by=decided_by,
    )


def _is_mutual(found: Match, event_type: str, roles: Roles, lex: Lexicon) -> bool:
    """Several sides that agree, talk or cooperate; "pledged *funds*" is to somebody else."""
    sides = sides_of(roles.actors)
    given = "object" in found.frame.recipient and any(
        n not in found.company for n in fill(found.node, "object", lex)
    )
    return (
        event_type in derivations().reciprocal
        and len(sides) > 1
        and not roles.recipients
        and not given
    )


def _is_standing(frame: Frame, node: Node, lex: Lexicon) -> bool:
    """ "a toujours refusé": an attitude, not an act of that day. "refuse toujours" is still going on."""
    said = any(is_cue(c, "standing", lex) and c.child("negation") is None for c in node.children)
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
