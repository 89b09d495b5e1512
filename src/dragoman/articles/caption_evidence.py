"""What ties a caption to an article and what parts them: names, parties, words of the story.

The evidence is counted into a handful of features, and a logistic model weighs them; the weights
are data (`caption_weights.toml`), made by `python -m training.captions`.
"""

from __future__ import annotations

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from dragoman.articles.story import Story, story_of, subject_stems
from dragoman.gazetteer import scan
from dragoman.languages.language import supported

_NAME = re.compile(r"\b[^\W\d_][\w'-]{3,}|\b[A-Z]{2,}\b")
_WORD = re.compile(r"[^\W\d_]+")
_WEIGHTS = Path(__file__).parent / "caption_weights.toml"
_HEAD = 2  # lines that say what an article is about: its title and its first paragraph
_VOUCHES = 0.1  # share of its words that ties a caption beside to the article
_MOST_BESIDE = 40
_SHOWN = 6


@dataclass(frozen=True)
class Names:
    """What a text names: `ids` of known parties, `words` that are capitalised and never are not."""

    ids: frozenset[str]
    words: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.ids or self.words)


def names_in(text: str, language: str | None) -> Names:
    """The parties that the gazetteer knows, and other capitalised words of four letters or more.

    Parties compare across languages by their ids ("Putin", "Poutine"). A word that also stands in
    small letters is no name, but one that only ever begins a sentence may be taken for one.
    """
    ids: set[str] = set()
    covered: list[tuple[int, int]] = []
    # One scanner serves all the languages that the tables have no words for.
    for hit in scan(text, language if language in supported() else "und"):
        ids.update(hit.ids)
        covered.append((hit.start, hit.end))
    small = {w.group().casefold() for w in _NAME.finditer(text) if w.group()[0].islower()}
    words = set()
    at = 0
    for match in _NAME.finditer(text):
        word = match.group()
        if word[0].islower() or word.casefold() in small:
            continue
        while at < len(covered) and covered[at][1] <= match.start():
            at += 1
        if at < len(covered) and covered[at][0] <= match.start():
            continue
        words.add(_folded(word))
    return Names(frozenset(ids), frozenset(words))


def _folded(word: str) -> str:
    flat = unicodedata.normalize("NFD", word.casefold())
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return flat.removesuffix("'s")


@dataclass(frozen=True)
class ArticleWords:
    """What captions are held against: the article's names, its story, and the story of its head."""

    names: Names
    story: Story
    head: Story


def article_words(lines: Sequence[str], language: str | None) -> ArticleWords:
    """The names and words of an article; `lines` are its title (or "") and its paragraphs."""
    return ArticleWords(
        names_in("\n".join(lines), language),
        story_of(lines, language),
        story_of(lines[:_HEAD], language),
    )


@dataclass(frozen=True)
class Evidence:
    """What a caption shares with its article and what it does not. Words are stems; `vouched` are
    those that only captions beside it share; `told` is the number of lines that the shared word
    that is told most stands in; `alone` where the page has no other caption."""

    names: Names
    shared: Names
    words: frozenset[str]
    words_shared: frozenset[str]
    vouched: frozenset[str]
    told: int
    in_head: bool
    alone: bool

    def features(self) -> dict[str, float]:
        """The numbers that are weighed, by name; each is 0 or more, counts as logarithms."""
        known, found = _apart(self.names.ids), _apart(self.shared.ids)
        hits, count = len(self.words_shared), len(self.words)
        return {
            "share_of_words": (hits + 0.5) / (count + 1),
            "share_with_captions": (hits + len(self.vouched) + 0.5) / (count + 1),
            "words_shared_with_captions": math.log1p(hits + len(self.vouched)),
            "words_shared": math.log1p(hits),
            "words_missing": math.log1p(count - hits),
            "told_most": math.log1p(self.told),
            "in_title_or_lead": float(self.in_head),
            "parties_shared": math.log1p(found[1]),
            "parties_missing": math.log1p(known[1] - found[1]),
            "states_shared": math.log1p(found[0]),
            "states_missing": math.log1p(known[0] - found[0]),
            "names_shared": math.log1p(len(self.shared.words)),
            "names_missing": math.log1p(len(self.names.words - self.shared.words)),
            "nameless": float(not self.names),
        }


def _apart(ids: Iterable[str]) -> tuple[int, int]:
    """How many states, and how many persons and organisations."""
    listed = list(ids)
    states = sum(one.startswith("state:") for one in listed)
    return states, len(listed) - states


def evidence(
    caption: str, language: str | None, article: ArticleWords, beside: Iterable[str] = ()
) -> Evidence:
    """What ties the caption to the article.

    `beside` are the page's other captions: one that has a part of its words in the article, or in
    those that have, vouches for what it names itself.
    """
    names = names_in(caption, language)
    told = article.story.lines
    words = frozenset(subject_stems(caption, article.story.language))
    others = list(islice(beside, _MOST_BESIDE))
    vouched = _vouched(others, article.story)
    shared = frozenset(word for word in words if word in told)
    return Evidence(
        names=names,
        shared=Names(names.ids & article.names.ids, names.words & article.names.words),
        words=words,
        words_shared=shared,
        vouched=frozenset(vouched & words - shared),
        told=max((told[word] for word in shared), default=0),
        in_head=any(word in article.head.lines for word in words),
        alone=not others,
    )


def _vouched(beside: Iterable[str], story: Story) -> set[str]:
    """The words of those captions that the article ties, directly or by way of one another."""
    left = [set(subject_stems(text, story.language)) for text in beside]
    vouched: set[str] = set()
    while True:
        tied = [
            stems
            for stems in left
            if sum(stem in story.lines or stem in vouched for stem in stems)
            >= _VOUCHES * max(len(stems), 1)
        ]
        if not tied:
            return vouched
        vouched.update(*tied)
        left = [stems for stems in left if stems not in tied]


@cache
def weights() -> dict[str, float]:
    """The weight of each feature, the bias, what is set by hand, and the least sums that tie."""
    return {k: float(v) for k, v in tomllib.loads(_WEIGHTS.read_text(encoding="utf-8")).items()}


def is_tied(found: Evidence, *, far: bool = False, archive: bool = False) -> bool:
    """Whether the evidence makes the caption one of the article's story; `far` where its date is
    far from the article's, `archive` where the page calls its picture an old one, which shows
    whom the story is about and not what happened. One name that it shares ties it, and so do two
    states or more that are all the article's. Of a caption alone on its page less is asked."""
    if _apart(found.names.ids)[0] == _apart(found.shared.ids)[0] >= 2 and not far:
        return True
    if archive and found.shared:
        return True
    weight = weights()
    total = weight["bias"] + far * weight["far_date"] + archive * weight["archive"]
    total += sum(weight[name] * value for name, value in found.features().items())
    return total >= weight["least_alone" if found.alone else "least_beside_others"]


def as_written(stems: Iterable[str], text: str, language: str | None) -> list[str]:
    """The words of the text that the stems are of, as they stand there, a few."""
    wanted = set(stems)
    shown: dict[str, str] = {}
    for match in _WORD.finditer(text):
        for stem in subject_stems(match.group(), language):
            if stem in wanted:
                shown.setdefault(stem, stem if len(stem) == 2 else match.group())
    return list(dict.fromkeys(shown.values()))[:_SHOWN]


def names_as_written(names: Iterable[str], text: str) -> list[str]:
    """The names of `Names.words` as they stand in the text, a few."""
    wanted = set(names)
    found = (match.group() for match in _NAME.finditer(text))
    return list(dict.fromkeys(word for word in found if _folded(word) in wanted))[:_SHOWN]
