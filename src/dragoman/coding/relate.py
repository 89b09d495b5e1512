"""The event that one sentence tells between two marked parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.document import Document, Node
from dragoman.analysis.marked import party_of, read_marked
from dragoman.coding.attribution import attribution
from dragoman.coding.cameo_codes import cameo_code
from dragoman.coding.claims import evidence, is_history, settled, when
from dragoman.coding.dating import long_ago, time_of
from dragoman.coding.event_parties import Roles, Scene
from dragoman.coding.events import build
from dragoman.coding.modality import Reading, modality
from dragoman.coding.pair import Opinion, Pair, Span, opinions, pair_of
from dragoman.coding.pair_marks import marks
from dragoman.coding.pair_model import pair_model
from dragoman.coding.places import event_place
from dragoman.coding.telling import telling
from dragoman.errors import InputError, one_of
from dragoman.languages.language import supported
from dragoman.languages.lexicon import NO_EVENT, Lexicon, lexicon
from dragoman.ontology.derived import derivations
from dragoman.records import Event
from dragoman.records import Span as Words

MAX_SENTENCE = 2_000  # characters; one word of that length costs the tokenizer two seconds
# A frame that takes both parties is believed unless the model finds its event less likely than this:
# then its verb is one of those that mean several things ("launched an attack on the minister").
DOUBTED = 0.4
NOTHING = 0.5  # how likely it must be that nothing is told, before None is the answer


@dataclass(frozen=True, slots=True)
class Decision:
    """The event between two parties, null for none; `by` which of the two told it, `opinion` the
    predicate that tells it where a frame does."""

    event_type: str | None
    by: Literal["lexicon", "model"]
    probability: float
    opinion: Opinion | None


def relate(
    sentence: str,
    actor: Span | None = None,
    recipient: Span | None = None,
    language: str = "en",
) -> Event | None:
    """The event that `sentence` tells of `actor` and `recipient`: what the first does to the second.

    The spans are 0-based, end-exclusive, in characters of the sentence; one of them may be null, for an
    act that only one party is told of. They settle who is actor and who recipient, so `reciprocal` is
    never set. The event's article_id is null and its dates are those that the sentence itself gives.
    None where the sentence tells of no event between the two. Raises InputError for a span that is not
    inside the sentence, for no span at all, a sentence of over 2,000 characters, and for a language
    without a coder.
    """
    _check(sentence, actor, recipient, language)
    document, pair, told = opened(sentence, actor, recipient, language)
    lex = lexicon(language)
    decision = decide(told, pair_model().likely(marks(pair, told, lex)))
    if decision.event_type is None:
        return None
    return _event(decision, pair, document, lex)


def opened(
    sentence: str, actor: Span | None, recipient: Span | None, language: str
) -> tuple[Document, Pair, list[Opinion]]:
    """The sentence parsed, its marked pair, and what the frames say of it."""
    spans = [span for span in (actor, recipient) if span is not None]
    document = read_marked(sentence, spans, language)
    pair = pair_of(document.sentences[0], actor, recipient)
    lex = lexicon(language)
    return document, pair, opinions(pair, telling(Scene(pair.sentence, None, lex)), lex)


def decide(told: Sequence[Opinion], likely: Mapping[str, float]) -> Decision:
    """Which event it is: a frame's that takes both parties, unless the model doubts it; else that
    which the model finds likeliest."""
    first = told[0] if told else None
    if first is not None and first.takes_both and likely[first.event_type] >= DOUBTED:
        return Decision(first.event_type, "lexicon", likely[first.event_type], first)
    if likely[NO_EVENT] >= NOTHING:
        return Decision(None, "model", likely[NO_EVENT], None)
    best = max((name for name in likely if name != NO_EVENT), key=lambda name: likely[name])
    same = next((o for o in told if o.event_type == best and o.weight >= 1), None)
    if same is not None:
        return Decision(best, "lexicon" if same.takes_both else "model", likely[best], same)
    return Decision(best, "model", likely[best], None)


def _event(decision: Decision, pair: Pair, document: Document, lex: Lexicon) -> Event:
    assert decision.event_type is not None
    opinion, sentence = decision.opinion, pair.sentence
    node = opinion.found.node if opinion is not None else predicate_of(pair)
    reading = opinion.reading if opinion is not None else _reading(node, decision, pair, lex)
    moment = when(time_of(node, sentence) if node is not None else None, document)
    past = is_history(moment, document) or (node is not None and long_ago(node, sentence))
    speaker = attribution(node, sentence, lex) if node is not None else None
    roles = Roles(
        tuple(party_of(document.text, span, document.language) for span in _one(pair.actor)),
        tuple(party_of(document.text, span, document.language) for span in _one(pair.recipient)),
    )
    if speaker is not None and speaker.key in {p.key for p in roles.actors}:
        speaker = None
    frame = opinion.found.frame if opinion is not None else None
    own = frame if frame is not None and frame.event == decision.event_type else None
    mode, code = (own.mode, own.cameo) if own is not None else (None, None)
    if node is not None:
        code = cameo_code(
            node, document.language, event_type=decision.event_type, mode=mode, code=code
        )
    return build(
        document,
        evidence(document, sentence),
        event_type=decision.event_type,
        frame_mode=mode,
        code=code,
        roles=roles,
        reciprocal=False,
        modality=settled(reading.modality, historical=past),
        attributed_to=speaker,
        moment=moment,
        trigger=_trigger(opinion, node, document),
        place=event_place(
            node, sentence, document, (*roles.actors, *roles.recipients), decision.event_type
        )
        if node is not None
        else None,
        confidence=round(decision.probability, 3),
        decided_by=decision.by,
    )


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


def predicate_of(pair: Pair) -> Node | None:
    """The word that the two parties hang from: the head of their path, or the next verb or noun over it
    where that is a party itself."""
    inside = [n for n in pair.path if n.pos in ("VERB", "AUX")]
    if inside:
        return min(inside, key=lambda n: sum(1 for _ in n.ancestors()))
    top = min(pair.path, key=lambda n: sum(1 for _ in n.ancestors()), default=None)
    return next((n for n in top.ancestors() if n.pos in ("VERB", "NOUN")), top) if top else None


def _reading(node: Node | None, decision: Decision, pair: Pair, lex: Lexicon) -> Reading:
    """The modality of an event that no frame tells: its predicate's, unless the event is itself what a
    sentence in that modality tells ("will not meet": REJECT, asserted)."""
    if node is None:
        return Reading("asserted")
    reading = modality(node, pair.sentence, lex)
    if reading.modality in derivations().told_by.get(decision.event_type or "", ()):
        return Reading("asserted")
    return reading


def _trigger(opinion: Opinion | None, node: Node | None, document: Document) -> Words:
    if opinion is not None:
        start, end = opinion.found.start, opinion.found.end
    elif node is not None:
        start, end = node.start, node.end
    else:
        start, end = 0, len(document.text)
    return Words(start=start, end=end, text=document.text[start:end])


def _check(sentence: str, actor: Span | None, recipient: Span | None, language: str) -> None:
    if language not in supported():
        raise InputError(f"no coder for language {language!r}; {one_of(supported())}")
    if len(sentence) > MAX_SENTENCE:
        raise InputError(
            f"a sentence of {len(sentence):,} characters; relate reads up to {MAX_SENTENCE:,}"
        )
    if actor is None and recipient is None:
        raise InputError("neither actor nor recipient is given; give the span of one at least")
    for name, span in (("actor", actor), ("recipient", recipient)):
        if span is None:
            continue
        start, end = span
        if not 0 <= start < end <= len(sentence) or not sentence[start:end].strip():
            raise InputError(
                f"{name} {tuple(span)} is no words of the sentence, which has {len(sentence)}"
                " characters; spans are (start, end), 0-based, end-exclusive"
            )
