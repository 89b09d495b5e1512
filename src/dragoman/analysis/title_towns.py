"""Towns and parts of states whose bodies and officers a text names: "the mayor of Lyon", "Chicago police"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dragoman.analysis.parties import known_person, office_party, unknown_person
from dragoman.analysis.scene import Scene
from dragoman.gazetteer.places import place
from dragoman.languages.at_home import titles_at_home
from dragoman.languages.titles import Title
from dragoman.records import Party

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’-]+"
_AFTER = re.compile(rf"({_WORD}(?:[ ]{_WORD}){{0,2}})")
_BEFORE = re.compile(rf"(?<![\w-])({_WORD}(?:[ ]{_WORD}){{0,2}})(?:['’]s)?[ ]\Z")
REACH = 60  # characters that are looked at


@dataclass(frozen=True, slots=True)
class Town:
    """A town's or region's name at [start, end), and the state in which it lies (alpha-3)."""

    start: int
    end: int
    name: str
    country: str


def town_after(scene: Scene, title: Title, start: int, end: int) -> Town | None:
    """The town after "of" or "in" behind a title at [start, end): "le tribunal de Nanterre"."""
    lead = scene.words.town.match(scene.text, end)
    if lead is None or not _has_town(scene, title, start, end):
        return None
    at = _AFTER.match(scene.text, lead.end(), lead.end() + REACH)
    if at is None:
        return None
    words = at.group(1).split()
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        found = _town(scene, title, name, at.start(1))
        if found is not None:
            return found
    return None


def town_before(scene: Scene, title: Title, start: int, end: int) -> Town | None:
    """The town right before a title at [start, end) in English: "Chicago police", "Lagos's governor"."""
    at = _BEFORE.search(scene.text, max(0, start - REACH), start)
    if at is None or not _has_town(scene, title, start, end):
        return None
    words = at.group(1).split()
    for first in range(len(words)):
        name = " ".join(words[first:])
        bare = name.removesuffix("'s").removesuffix("’s")
        found = _town(scene, title, bare, at.end(1) - len(name))
        if found is not None:
            return found
    return None


def town_party(
    scene: Scene, title: Title, town: Town, text: str, *, person: str | None, plural: bool
) -> Party:
    """Who holds an office of a town, or serves it; `person` is an id of the tables, a name, or null. The
    town's office is none of the state's."""
    if person is not None and person.startswith("person:"):
        return known_person(person, text, scene.day, None)
    if person is None and (title.institution or plural):
        return office_party(title, f"state:{town.country}", text, scene.day, plural=plural)[0]
    name = person or f"{title.title} of {town.name}"
    party = unknown_person(name, text, replace(title, title=""), f"state:{town.country}")
    party = party.model_copy(update={"office": None})
    return scene.people.remember(party) if person else party


def is_municipal(title: Title) -> bool:
    """Whether who has that title serves a town, even a capital: "the mayor of Santiago"."""
    return title.title in titles_at_home().municipal


def _has_town(scene: Scene, title: Title, start: int, end: int) -> bool:
    at_home = titles_at_home()
    words = scene.text[start:end].lower()
    return title.title in at_home.local and words not in at_home.elsewhere


def _town(scene: Scene, title: Title, name: str, start: int) -> Town | None:
    end = start + len(name)
    for hit in scene.hits:
        capital = (
            hit.kind == "capital" and is_municipal(title) and (start, end) == (hit.start, hit.end)
        )
        if hit.start < end and start < hit.end and not capital:
            return None
    found = place(
        name,
        scene.language,
        near=scene.people.countries(),
        begins_sentence=not scene.text[:start].strip(),
    )
    return Town(start, end, found.name, found.country) if found is not None else None
