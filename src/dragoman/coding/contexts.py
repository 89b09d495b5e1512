"""What an event is about: PLOVER's contexts, from the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from dragoman.analysis.document import Document, Sentence
from dragoman.languages.contexts import ContextCues, context_cues
from dragoman.ontology import cameo
from dragoman.records import AnyClaim, Event

IN_PARAGRAPH = 2
"""How many different words for a context the paragraph around an event must have to give it."""
NEAR = 2
"""How many sentences before and after the event's count, since some pages have but one paragraph."""


def with_contexts(document: Document, claims: Iterable[AnyClaim]) -> Iterator[AnyClaim]:
    """The claims, events with their contexts: those of their code, of a cue in their passages or in
    the title, and of several cues in the paragraph close to them; in PLOVER's order."""
    cues = context_cues(document.language)
    order = list(cues.examples)
    titled = set(found(document.article.title or "", cues))
    around: dict[int, set[str]] = {}
    for claim in claims:
        if not isinstance(claim, Event):
            yield claim
            continue
        names = set(titled)
        if claim.cameo is not None:
            names.update(cameo.cameo(claim.cameo).contexts)
        for passage in claim.passages:
            names.update(found(passage.text, cues))
            sentence = document.sentence_at(passage.start)
            if sentence is not None:
                if sentence.index not in around:
                    around[sentence.index] = _around(document, sentence, cues)
                names |= around[sentence.index]
        contexts = tuple(sorted(names, key=order.index))
        yield claim.model_copy(update={"contexts": contexts})


def _around(document: Document, sentence: Sentence, cues: ContextCues) -> set[str]:
    near = document.sentences[max(sentence.index - NEAR, 0) : sentence.index + NEAR + 1]
    text = " ".join(s.text for s in near if s.paragraph == sentence.paragraph)
    return {name for name, count in found(text, cues).items() if count >= IN_PARAGRAPH}


def found(text: str, cues: ContextCues) -> Counter[str]:
    """The contexts that the words of a text tell, with the number of different words for each; a cue
    inside another counts once with it."""
    reach: dict[str, int] = {}
    told: set[tuple[str, str]] = set()
    for name, start, end in sorted(cues.cued.find(text), key=lambda cue: (cue[1], -cue[2])):
        if start >= reach.get(name, 0):
            reach[name] = end
            told.add((name, text[start:end].lower()))
    return Counter(name for name, _ in told)
