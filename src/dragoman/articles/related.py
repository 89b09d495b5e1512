"""Whether a caption belongs to the article's story, and why."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.articles.captions import CaptionLine
from dragoman.gazetteer import scan
from dragoman.languages.language import supported

_NAME = re.compile(r"\b[^\W\d_][\w'-]{3,}|\b[A-Z]{2,}\b")
_YEAR = 365
_SHARE = 1 / 3


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
    for match in _NAME.finditer(text):
        word = match.group()
        if word[0].islower() or word.casefold() in small:
            continue
        if any(start <= match.start() < end for start, end in covered):
            continue
        words.add(_folded(word))
    return Names(frozenset(ids), frozenset(words))


def _folded(word: str) -> str:
    flat = unicodedata.normalize("NFD", word.casefold())
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return flat.removesuffix("'s")


def judge(
    caption: CaptionLine,
    article: Names,
    *,
    language: str | None,
    days: Iterable[datetime.date],
) -> tuple[bool, str]:
    """Whether the caption is of the article's story, and the reason in words.

    `article` are the names in title and body, `language` the article's, `days` the other days that
    the page gives for the story. A caption is of another story where it names only what the
    article does not; or hardly anything that it does, and its language is another or its date over
    a year off.
    """
    names = names_in(caption.words, caption.language)
    shared_ids = names.ids & article.ids
    shared_words = names.words & article.words
    shared = len(shared_ids) + len(shared_words)
    total = len(names.ids) + len(names.words)
    against = []
    if caption.language and language and caption.language != language:
        against.append(f"in {caption.language}, the article in {language}")
    far = _far(caption.date, list(days))
    if far and not caption.archive:
        against.append(far)
    if total and not shared:
        return False, "; ".join(["shares no name with the article", *against])
    if not total and against:
        return False, "; ".join(["names nobody", *against])
    if against and shared < total * _SHARE:
        listed = ", ".join(sorted(shared_ids | shared_words))
        return False, "; ".join([f"shares only {listed} with the article", *against])
    if not total:
        return True, "names nobody; nothing speaks against it"
    return True, "shares with the article: " + ", ".join(sorted(shared_ids | shared_words))


def _far(day: datetime.date | None, others: list[datetime.date]) -> str | None:
    if day is None or not others:
        return None
    nearest = min(others, key=lambda other: abs(other - day))
    if abs((nearest - day).days) <= _YEAR:
        return None
    return f"dated {day.isoformat()}, over a year from {nearest.isoformat()}"
