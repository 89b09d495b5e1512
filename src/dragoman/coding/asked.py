"""What the model of pairs is asked about in an article: verbs between two parties that no frame knows, and
frames of words that mean several things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.analysis.document import Node, Sentence
from dragoman.coding.coverage import UNCOVERED, is_predicate, known
from dragoman.coding.event_parties import Roles
from dragoman.coding.frames import Match, trigger
from dragoman.coding.pair import Span, opinions, pair_of
from dragoman.coding.pair_marks import marks
from dragoman.coding.pair_model import likeliest, pair_model
from dragoman.coding.telling import embedded, takes_in
from dragoman.languages.lexicon import NO_EVENT, Frame, Lexicon
from dragoman.ontology.derived import derivations
from dragoman.records import Modality, Party

SURE = 0.8  # how likely the model must find an event to be believed


def unknown(sentence: Sentence, told: Sequence[Match], lexicon: Lexicon) -> Iterator[Match]:
    """Verbs that no frame of the lexicon knows, with a frame that takes any phrase for the recipient; its
    event is still open."""
    under = {i for m in told if takes_in(m.frame) for i in embedded(m, lexicon)}
    for node in sentence.nodes:
        if node.index in under or node.pos != "VERB" or not is_predicate(node):
            continue
        if known(node, sentence, lexicon) in UNCOVERED:
            yield Match(_open_frame(lexicon, node.lemma), node, trigger(node))


def _open_frame(lexicon: Lexicon, lemma: str) -> Frame:
    return Frame(
        name="the model of pairs",
        lemmas=(lemma,),
        pos="VERB",
        event=NO_EVENT,
        mode=None,
        cameo=None,
        actor=("subject",),
        recipient=("object", "indirect", *sorted(lexicon.classes.get("open_slots", frozenset()))),
        reciprocal=False,
        embeds=None,
        standing=False,
        needs={},
        never={},
        examples=(),
    )


def likely_of(
    found: Match, roles: Roles, sentence: Sentence, told: Sequence[Match], lexicon: Lexicon
) -> dict[str, float] | None:
    """How likely the model finds each event between a predicate's first two parties; null where it has
    not two that the sentence names. `told` are the sentence's predicates with frames."""
    two = (*roles.actors[:1], *roles.recipients[:1])
    if found.frame.reciprocal:
        two = (*roles.actors, *roles.recipients)[:2]
    spans = [_span(party, found.node, sentence) for party in two]
    if len(spans) < 2 or spans[0] is None or spans[1] is None:
        return None
    if spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1]:
        return None
    pair = pair_of(sentence, spans[0], spans[1])
    return pair_model().likely(marks(pair, opinions(pair, told, lexicon), lexicon))


def _span(party: Party, node: Node, sentence: Sentence) -> Span | None:
    """Where a party is named, nearest to the predicate."""
    mentions = [(m.start, m.end) for m in sentence.mentions if party.key in m.keys]
    if not mentions:
        at = sentence.text.find(party.text)
        return (sentence.start + at, sentence.start + at + len(party.text)) if at >= 0 else None
    return min(mentions, key=lambda span: abs(span[0] - node.start))


def is_open(found: Match, event_type: str, lexicon: Lexicon) -> bool:
    """Whether the model is asked at all: no frame, or one of an ambiguous word."""
    words = lexicon.classes.get("ambiguous", frozenset())
    return event_type == NO_EVENT or any(n.lemma in words for n in (found.node, *found.company))


def overruled(event_type: str, modality: Modality, likely: Mapping[str, float]) -> str | None:
    """The event that the model puts in the place of an ambiguous frame's, or of one that is still open
    ("none"); null where it says the same, is not sure, or goes by a negation or a plan, which are the
    modality's to tell."""
    best = likeliest(likely)
    if best == event_type or likely[best] < SURE:
        return None
    return None if modality in derivations().told_by.get(best, ()) else best
