"""A sentence read alone, in which the caller has marked who is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.analysis import masks, quantities, times
from dragoman.analysis.coreference import Tracker
from dragoman.analysis.document import Document, Sentence
from dragoman.analysis.home import Home
from dragoman.analysis.linking import link
from dragoman.analysis.parse import parse
from dragoman.analysis.people import People
from dragoman.analysis.phrases import phrases
from dragoman.analysis.scene import Phrase
from dragoman.analysis.staging import stage, strangers
from dragoman.gazetteer.matcher import scan
from dragoman.languages.language import language_data
from dragoman.records import Article, Party

GIVEN = "given"  # why a marked span is a party


def read_marked(text: str, marked: Sequence[tuple[int, int]], language: str) -> Document:
    """A document of one sentence, whose `marked` spans (0-based, end-exclusive, in characters) are
    mentions of a party each, also where no table knows whom they name.

    Its article has no id. The whole text is one sentence, whatever full stops are in it.
    """
    sentence = Sentence(0, 0, 0, len(text), text, language)
    article = Article(id="", text=text, paragraphs=(text,), language=language)
    hits = scan(text, language)
    people = People(hits, [strangers(text, hits, language)], None)
    scene = stage(text, hits, people, language, None)
    given = [Phrase(*span, (party_of(text, span, language),), "name", GIVEN) for span in marked]
    found = [p for p in phrases(scene) if not any(_overlap(p, g) for g in given)]
    sentence.times = times.find(text, language=language, anchor=None)
    amounts = quantities.find(text, language=language)
    sentence.money = [q for q in amounts if isinstance(q, quantities.MoneySpan)]
    sentence.counts = [q for q in amounts if isinstance(q, quantities.CountSpan)]
    titled = [(p.start, p.end, p.noun) for p in found if p.noun and p.parties]
    wanted = masks.replacements(text, hits, titled, scene.names, [], language_data(language))
    parse([(sentence, masks.apply(text, wanted))], language)
    Tracker(language, None, Home(Counter(), ())).resolve(
        sentence, sorted([*found, *given], key=lambda p: p.start)
    )
    return Document(article, language, [sentence], len(text))


def _overlap(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def party_of(text: str, span: tuple[int, int], language: str) -> Party:
    """Whom a marked span names; of somebody whom no table knows only what it is called."""
    words = text[slice(*span)]
    return link(words, on=None, language=language) or Party(text=words, name=words, kind="group")
