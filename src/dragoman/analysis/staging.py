"""A text made ready for reading its phrases: what the scans find in it, and names that no table knows."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from dragoman.analysis import masks
from dragoman.analysis.models import stop_words
from dragoman.analysis.people import People
from dragoman.analysis.scene import Scene
from dragoman.gazetteer.likeness import person_like
from dragoman.gazetteer.matcher import Hit, scan
from dragoman.gazetteer.namesakes import given_names
from dragoman.languages import titles
from dragoman.languages.coreference import coreference
from dragoman.languages.language import language_data

_SURNAME = re.compile(r" ([^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ]+(?:[-'’][\w]+)?)(?![\w.])")


def found_in(text: str, language: str) -> list[Hit]:
    """The gazetteer's hits in a text, without states whose name is somebody's given name there: "Chad
    Johnson"."""
    given = given_names()
    hits = scan(text, language)
    if not any(hit.kind == "state" and hit.text in given.states for hit in hits):
        return hits
    named = {hit.start for hit in hits if hit.kind not in ("person", "surname")}
    begins = named | {hit.start for hit in titles.find(text, language)}
    return [hit for hit in hits if not (hit.text in given.states and _is_given(text, hit, begins))]


def _is_given(text: str, hit: Hit, begins: set[int]) -> bool:
    following = _SURNAME.match(text, hit.end)
    return (
        hit.kind == "state"
        and following is not None
        and following.start(1) not in begins
        and following[1] not in given_names().after
    )


def strangers(text: str, hits: list[Hit], language: str, *, roles: bool = False) -> list[str]:
    """The full names in a sentence that no table knows, in whatever spelling, and a state's name after
    "Mr"."""
    honoured = [h.text for h in hits if h.kind == "state" and is_honoured(text, h, language)]
    taken = [(h.start, h.end) for h in hits if h.kind != "surname"]
    taken += [(t.start, t.end) for t in titles.find(text, language, roles=roles)]
    names = [text[a:b] for a, b in _names(text, taken, language)]
    return [name for name in names if person_like(name) is None] + honoured


def is_honoured(text: str, hit: Hit, language: str) -> bool:
    """Whether "Mr" or the like stands before a name."""
    return text[: hit.start].rstrip().endswith(coreference(language).honorifics)


def stage(
    text: str,
    hits: list[Hit],
    people: People,
    language: str,
    day: date | None,
    *,
    roles: bool = False,
) -> Scene:
    """The scene of a sentence or, with `roles`, of a bare phrase: `hits` are the gazetteer's in it."""
    title_hits = titles.find(text, language, roles=roles)
    prefixes = language_data(language).prefixes
    kept = people.without_strangers(hits)
    borne = [
        (h.start, h.end)
        for h in hits
        if h.kind == "state" and h not in kept and people.stranger(h.text) is not None
    ]
    longest = max(map(len, prefixes), default=0)
    hits = [
        hit
        for hit in kept
        if not text[max(hit.start - longest, 0) : hit.start].lower().endswith(prefixes)
    ]
    cut = [h for h in hits for t in title_hits if t.start < h.start < t.end < h.end]
    if cut:  # "President of the Republic of Congo" is no "president of the republic"
        title_hits = titles.find(_without(text, cut), language, roles=roles)
    taken = [(h.start, h.end) for h in hits] + [(t.start, t.end) for t in title_hits]
    names = _names(text, taken, language)
    names += [span for span in borne if not any(a < span[1] and span[0] < b for a, b in names)]
    names += [
        at.span()
        for surname in people.surnames()
        if surname in text
        for at in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", text)
        if not any(a < at.end() and at.start() < b for a, b in taken + names)
    ]
    names += [
        at.span(1)
        for at in _honoured(language).finditer(text)
        if people.stranger(at.group(1)) is not None
        and not any(a < at.end(1) and at.start(1) < b for a, b in taken + names)
    ]
    names.sort()
    return Scene(text, hits, title_hits, names, language, day, people)


def _names(text: str, taken: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """The spans of names that no table knows, without the mark of a possessor."""
    marks = tuple(mark for mark in coreference(language).possessive_mark if len(mark) > 1)
    return [
        (a, b - next((len(m) for m in marks if text[a:b].endswith(m)), 0))
        for a, b in masks.unknown_names(text, taken, _no_names(language))
    ]


@cache
def _honoured(language: str) -> re.Pattern[str]:
    """A surname after "Mr" or the like."""
    words = sorted(coreference(language).honorifics, key=len, reverse=True)
    choices = "|".join(map(re.escape, words))
    return re.compile(rf"(?<!\w)(?:{choices}) ([^\W\d_a-zß-öø-ÿ][\w'’-]+)(?! [^\W\d_a-zß-öø-ÿ])")


def _without(text: str, hits: list[Hit]) -> str:
    """The text with a sign that is in no word in place of each character of the hits."""
    characters = list(text)
    for hit in hits:
        characters[hit.start : hit.end] = "\0" * (hit.end - hit.start)
    return "".join(characters)


@cache
def _no_names(language: str) -> frozenset[str]:
    """Words that are no part of the name they stand before: function words and "Mr"."""
    honorifics = (word.lower().rstrip(".") for word in coreference(language).honorifics)
    return stop_words(language).union(honorifics)
