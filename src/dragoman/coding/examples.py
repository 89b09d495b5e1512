"""The lexicon's examples: what must come out of a sentence, and what does (docs/lexicon.md)."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis.analyse import analyse
from dragoman.coding.events import events
from dragoman.languages.lexicon import NO_EVENT, Frame, Operator
from dragoman.records import Article, Event, Party


def wrong_examples(entry: Frame | Operator, language: str) -> Iterator[str]:
    """Each example of an entry that does not come out as it says, with what comes out instead."""
    for sentence, expected in entry.examples:
        found = _told(sentence, language)
        lines = [line for line, _ in found]
        good = not lines if expected == "none" else normal(expected) in lines
        if good and isinstance(entry, Frame):
            good = _has_type(entry, found, expected)
        if not good:
            came = ", ".join(f"{line} ({event.event_type})" for line, event in found) or "nothing"
            yield f"{entry.name}: {sentence!r}: expected {expected!r}, came out: {came}"


def _told(sentence: str, language: str) -> list[tuple[str, Event]]:
    article = Article(id="example", text=sentence, paragraphs=(sentence,), language=language)
    return [(told(event), event) for event in events(analyse(article, language))]


def told(event: Event) -> str:
    """An event in the notation of the examples: "NOR > BLR, planned"."""
    actors = " + ".join(sorted({_short(p) for p in event.actors}))
    if event.reciprocal:
        line = actors.replace(" + ", " = ")
    else:
        recipients = " + ".join(sorted({_short(p) for p in event.recipients}))
        line = f"{actors} > {recipients}".strip()
    return line if event.modality == "asserted" else f"{line}, {event.modality}"


def _short(party: Party) -> str:
    """RUS for a state, its people and offices; UN for an organisation."""
    if party.country:
        return party.country
    if party.id and party.id.startswith("org:"):
        return party.id.removeprefix("org:")
    if party.office is not None:
        return party.office.of.split(":", 1)[1]
    return party.name


def normal(expected: str) -> str:
    """The expectation with its parties in alphabetical order."""
    body, _, modality = expected.partition(",")
    for sign in ("=", ">"):
        if sign in body:
            sides = [
                " + ".join(sorted(s.strip() for s in side.split("+"))) for side in body.split(sign)
            ]
            body = " = ".join(sorted(sides)) if sign == "=" else " > ".join(sides).strip()
    return f"{body.strip()}, {modality.strip()}" if modality else body.strip()


def _has_type(frame: Frame, found: list[tuple[str, Event]], expected: str) -> bool:
    """Whether an event of the frame's type is among them; plans and promises may change the type."""
    modality = expected.rpartition(",")[2].strip()
    changed = frame.embeds in ("promise", "offer") or modality == "planned"
    if frame.event == NO_EVENT or changed:
        return True
    return any(event.event_type == frame.event for _, event in found)
