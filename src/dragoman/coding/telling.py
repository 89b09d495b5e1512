"""Which predicates of a sentence tell an event, and of which type."""

from __future__ import annotations

from dragoman.analysis.document import Sentence
from dragoman.analysis.syntax import coordinated
from dragoman.coding.event_parties import Scene, aims
from dragoman.coding.frames import Match, clauses, is_dated, match
from dragoman.coding.negation import negated
from dragoman.coding.slots import fill
from dragoman.languages.lexicon import NO_EVENT, Frame, Lexicon
from dragoman.ontology.derived import derivations
from dragoman.records import Modality


def telling(scene: Scene) -> list[Match]:
    """The predicates of a sentence that tell an event: not those under a promise, refusal or the like, not
    what is demanded or refused, and not what a protest is for."""
    sentence, lex = scene.sentence, scene.lexicon
    matches = [
        m
        for node in sentence.nodes
        if not is_dated(node, sentence) and (m := match(node, sentence, lex))
    ]
    matches = [m for m in matches if not _is_no_refusal(m, lex)]
    under = {i for m in matches if takes_in(m.frame) for i in embedded(m, lex)}
    under |= {aim.node.index for m in matches for aim in aims(m, scene)}
    set_off = {m.node.index for m in matches if len(m.words) > 1}  # "at the request of"
    under |= {i for m in matches for i in _undone(m, lex)} - set_off
    return [m for m in matches if m.frame.event != NO_EVENT and m.node.index not in under]


def takes_in(frame: Frame) -> bool:
    """Whether the clause under a frame tells no event of its own; what is denied does, as denied."""
    return frame.embeds is not None and frame.embeds != "denial"


def _is_no_refusal(found: Match, lex: Lexicon) -> bool:
    """ "n'exclut pas de sanctionner": not to refuse is no act, but what is not refused may come."""
    return found.frame.embeds == "refusal" and negated(found.node, lex) is not None


def embedded(found: Match, lex: Lexicon) -> set[int]:
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


def type_of(
    found: Match, sentence: Sentence, mode: Modality, lex: Lexicon
) -> tuple[str, str | None]:
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
