"""Sentences with an actor and a recipient marked, and the event that they tell: the development set's
and the project's own (`marked_sentences/*.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.measure import read_lines

OWN = Path(__file__).with_name("marked_sentences")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """Offsets are in characters of `text`. `event_type` is PLOVER's, or "none" for no event; the
    development data have YIELD for CONCEDE and RETREAT. `ours`: written for the project."""

    text: str
    actor: Span | None
    recipient: Span | None
    event_type: str
    language: str
    ours: bool = False


def development() -> list[Marked]:
    """The marked pairs of the development data, in their order. Raises DataAbsentError."""
    return [
        unmarked(line["marked_sentence"], line["event_type"], "en")
        for line in read_lines("bench/relations_plv_en.jsonl")
    ]


def own() -> Iterator[Marked]:
    """The project's own sentences, language by language, type by type."""
    for file in sorted(OWN.glob("*.toml")):
        for event_type, sentences in tomllib.loads(file.read_text("utf-8")).items():
            for sentence in sentences:
                yield bracketed(sentence, event_type, file.stem)


def bracketed(sentence: str, event_type: str, language: str) -> Marked:
    """A sentence of our own, with {the actor} and [the recipient]."""
    tagged = sentence
    for sign, tag in (("{", "<s>"), ("}", "</s>"), ("[", "<t>"), ("]", "</t>")):
        tagged = tagged.replace(sign, tag)
    return replace(unmarked(tagged, event_type, language), ours=True)


def unmarked(tagged: str, event_type: str, language: str) -> Marked:
    """The sentence without its tags (<s> actor, <t> recipient); of a party that is marked twice the
    first place counts."""
    text, position = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, Span] = {}
    for at in re.finditer(r"<(/?)([st])>", tagged):
        text += tagged[position : at.start()]
        position = at.end()
        if not at.group(1):
            opened[at.group(2)] = len(text)
        else:
            spans.setdefault(at.group(2), _trimmed(text, opened[at.group(2)], len(text)))
    text += tagged[position:]
    return Marked(text, spans.get("s"), spans.get("t"), event_type, language)


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
