"""Article -> Document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.analysis import masks, quantities, sentences, times
from dragoman.analysis.coreference import Tracker
from dragoman.analysis.document import Document, Sentence
from dragoman.analysis.first_person import FirstPerson
from dragoman.analysis.home import home
from dragoman.analysis.parse import parse
from dragoman.analysis.people import People
from dragoman.analysis.phrases import phrases
from dragoman.analysis.quoted import Quoted
from dragoman.analysis.scene import Phrase
from dragoman.analysis.staging import found_in, stage, strangers
from dragoman.analysis.times import TimeExpression
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.agreements import agreement_pattern
from dragoman.languages.coreference import coreference
from dragoman.languages.language import language_data
from dragoman.records import Article

_QUOTE = re.compile("[«»“”\"‘]|''")


def analyse(article: Article, language: str) -> Document:
    """Sentences, parses, mentions, coreference, times and quantities of an article.

    Sentences without a party, a title, quotation marks, a pronoun for somebody or the name of an
    instrument are not parsed.
    """
    day = article.anchor.day if article.anchor else article.published
    document = _split(article, language)
    found = [found_in(sentence.text, language) for sentence in document.sentences]
    unknown = [
        strangers(s.text, hits, language) for s, hits in zip(document.sentences, found, strict=True)
    ]
    people = People((hit for hits in found for hit in hits), unknown, day)
    read: list[list[Phrase]] = []
    wanted: list[tuple[Sentence, masks.Masked]] = []
    for sentence, hits in zip(document.sentences, found, strict=True):
        scene = stage(sentence.text, hits, people, language, day)
        found_here = phrases(scene)
        read.append(found_here)
        if found_here or _may_tell(sentence):
            sentence.times = _times(sentence, language, day)
            sentence.money, sentence.counts = _quantities(sentence, language)
            # "18 million US dollars": the money's nationality is nobody's
            found_here[:] = [
                phrase
                for phrase in found_here
                if not any(m.start_char <= phrase.start < m.end_char for m in sentence.money)
            ]
            wanted.append((sentence, _mask(sentence, hits, found_here, scene.names, language)))
    parse(wanted, language)
    about = home(
        _titled(article, people, language, day),
        ((s.text, here) for s, here in zip(document.sentences, read, strict=True)),
        language,
    )
    quoted = Quoted(document.sentences)
    tracker = Tracker(language, day, about, quoted)
    for sentence, found_here in zip(document.sentences, read, strict=True):
        tracker.resolve(sentence, found_here)
    FirstPerson(document.sentences, quoted, coreference(language), language).resolve()
    return document


def _titled(
    article: Article, people: People, language: str, day: date | None
) -> tuple[str, list[Phrase]]:
    """The title with the dateline before it, and the phrases in them."""
    text = " – ".join(filter(None, (article.dateline, article.title)))
    return text, phrases(stage(text, found_in(text, language), people, language, day))


def _may_tell(sentence: Sentence) -> bool:
    """Whether a sentence without a name may tell something: quoted words, a pronoun or another word that
    may stand for a party ("He said ...", "Les deux pays ..."), an instrument ("Neuf de ces accords ...")."""
    words = coreference(sentence.language)
    pronouns = words.masculine | words.feminine | words.plural
    found = re.findall(r"[\w-]+", sentence.text.lower())
    patterns = (
        _QUOTE,
        agreement_pattern(sentence.language),
        words.pair,
        words.sides,
        words.trio,
        words.latter,
        words.latter_feminine,
        words.organisation,
    )
    return (
        not pronouns.isdisjoint(found)
        or (found[:1] != [] and found[0] in words.neuter)
        or any(pattern.search(sentence.text) is not None for pattern in patterns)
    )


def _split(article: Article, language: str) -> Document:
    related = [c.start for c in article.captions if c.related and c.start is not None]
    result: list[Sentence] = []
    position = 0
    for number, block in enumerate(_blocks(article)):
        start = article.text.index(block, position)
        for begin, end in sentences.split(block, language=language, offset=start):
            text = article.text[begin:end]
            result.append(Sentence(len(result), number, begin, end, text, language))
        position = start + len(block)
    return Document(article, language, result, min(related, default=len(article.text)))


def _blocks(article: Article) -> Iterator[str]:
    yield from article.lead
    yield from article.paragraphs
    for caption in article.captions:
        if caption.related and caption.start is not None:
            yield article.text[caption.start : caption.end]


def _times(sentence: Sentence, language: str, day: date | None) -> list[TimeExpression]:
    return times.find(sentence.text, language=language, anchor=day)


def _quantities(
    sentence: Sentence, language: str
) -> tuple[list[quantities.MoneySpan], list[quantities.CountSpan]]:
    found = quantities.find(sentence.text, language=language)
    money = [q for q in found if isinstance(q, quantities.MoneySpan)]
    counts = [q for q in found if isinstance(q, quantities.CountSpan)]
    return money, counts


def _mask(
    sentence: Sentence,
    hits: list[Hit],
    named: list[Phrase],
    names: list[tuple[int, int]],
    language: str,
) -> masks.Masked:
    data = language_data(language)
    dropped = [
        (start, end)
        for time in sentence.times
        if data.drop_times_before_not and (time.bare_weekday or _is_day(time))
        for start, end in [_with_space(sentence.text, time.start_char, time.end_char)]
        if not _governed(sentence.text[:start], data.drop_times_before_not)
    ]
    positions = "|".join(map(re.escape, data.positions))
    dropped += [at.span() for at in re.finditer(rf"\s?\((?:{positions})\)", sentence.text)]
    titled = [(p.start, p.end, p.noun) for p in named if p.noun and p.parties]
    wanted = masks.replacements(sentence.text, hits, titled, names, dropped, data)
    return masks.apply(sentence.text, wanted)


def _is_day(time: TimeExpression) -> bool:
    """ "le 8 janvier", "ce lundi 15 juin": the parser hangs what follows under the month."""
    return time.precision == "day" and time.text.lower().startswith(("le ", "ce "))


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] == " ":
        start -= 1
    return start, end


def _governed(lead: str, words: tuple[str, ...]) -> bool:
    folded = " " + lead.lower().replace("’", "'").replace("'", "' ").rstrip()
    return folded.endswith(tuple(" " + word for word in words)) or not lead.strip()
