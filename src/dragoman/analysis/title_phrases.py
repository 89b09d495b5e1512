"""Titles with their owners and holders: "le ministre russe des Affaires étrangères Sergueï Lavrov",
"NATO's secretary-general", "Wang Yi, le chef de la diplomatie chinoise"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.analysis.parties import (
    FORMER,
    known_person,
    office_party,
    organisation_party,
    state_party,
    unknown_person,
)
from dragoman.analysis.scene import OWNERS, Phrase, Scene
from dragoman.analysis.title_after import Right
from dragoman.analysis.title_before import NUMBERED, Before, before
from dragoman.analysis.title_towns import town_party
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.titles import Title, TitleHit, find
from dragoman.records import Party

# Sectors of whom a body that they serve says more of: "police spokesman", "Senate chairman".
SERVICE = ("GOV", "MIL", "IGO")
_ARTICLE = re.compile(
    r"(?:^|(?<=[\s(\"«“]))(?:the|le|la|les|du|des|au|aux|l['’]|d['’]|un|une|an?)\s?$", re.IGNORECASE
)


def title_phrase(scene: Scene, hit: TitleHit) -> Phrase | None:
    """The phrase around a title; null where the word is a part of a person's or organisation's name."""
    if any(_is_part(hit, other) for other in scene.hits):
        return None
    lead = before(scene, hit)
    start, owners = lead.start, list(lead.owners)
    if lead.body is not None:
        start, owners = _of_body(scene, lead)
    for index, other in enumerate(scene.hits):
        inside = hit.gap is not None and hit.gap[0] <= other.start and other.end <= hit.gap[1]
        if inside and other.kind in ("adjective", *OWNERS):
            owners += scene.ids(other)
            scene.used_hits.add(index)
    right = Right(scene, start, hit.end, hit.plural, hit.titles[0], owners, [], title_phrase)
    right.town = lead.town
    right.join()
    end, owners, persons = right.end, right.owners, right.persons
    title, owners = _reading(hit.titles, owners)
    body = right.body if lead.body is None else scene.titles[lead.body].titles[0]
    if body is not None and title.sector in SERVICE:
        title = replace(title, sector=body.sector)
    if lead.change is not None:
        title = _changed(scene, hit, title, lead.change)
    text = scene.text[start:end]
    noun = _noun(scene, hit, start)
    if right.town is not None and not owners and not title.counterpart:
        return _of_town(scene, right, title, text, noun)
    if persons:
        parties = tuple(
            _person(scene, person, text, title, _own(owners, position))
            for position, person in enumerate(persons)
        )
        why = f"named, {title.title}" + (f" of {', '.join(owners)}" if owners else "")
        role = None if owners or title.of else title
        return Phrase(start, end, parties, "office", why, noun=noun, role=role)
    if title.counterpart:
        parties = tuple(_owner(of, text) for of in owners)
        return Phrase(start, end, parties, "counterpart", "", hit.titles, noun)
    if not title.institution and (name := _apposed_name(scene, start)) is not None:
        party = _person(scene, name[0], text, title, owners[0] if owners else None)
        why, role = f"{title.title} after the name", None if owners or title.of else title
        return Phrase(name[1], end, (party,), "office", why, noun=noun, role=role)
    if not owners:
        return Phrase(start, end, (), "office", "", (title,), noun)
    # "French and German leaders" are two, "French and German officials" two groups
    several = hit.plural and (len(owners) == 1 or not (title.single or title.leader))
    found = [office_party(title, of, text, scene.day, plural=several) for of in owners]
    form = "institution" if title.institution else "people" if several else "office"
    why = f"{title.title} of {', '.join(owners)}"
    why += " on that day" if any(filled for _, filled in found) else ""
    return Phrase(start, end, tuple(party for party, _ in found), form, why, noun=noun)


def _of_town(scene: Scene, right: Right, title: Title, text: str, noun: str) -> Phrase:
    """The phrase of a title that belongs to a town, with those who hold it where they are named."""
    town, start, plural = right.town, right.start, right.plural
    assert town is not None
    persons: list[str | None] = [*right.persons]
    if not (persons or title.institution) and (name := _apposed_name(scene, start)) is not None:
        persons, start = [name[0]], name[1]
    parties = tuple(
        town_party(scene, title, town, text, person=person, plural=plural)
        for person in persons or [None]
    )
    several = plural and not persons
    form = "institution" if title.institution else "people" if several else "office"
    why = f"{title.title} of {town.name} in state:{town.country}"
    role = title if persons else None
    return Phrase(start, right.end, parties, form, why, noun=noun, role=role)


def _is_part(title: TitleHit, hit: Hit) -> bool:
    """Whether a title's words lie in a name: "General de Gaulle", "Syrian Democratic Forces"."""
    if hit.kind == "organisation":
        return hit.start <= title.start and title.end <= hit.end
    return hit.kind == "person" and hit.start <= title.start < hit.end


def _own(owners: list[str], position: int) -> str | None:
    """The owner of the n-th person: "les présidents russe Vladimir Poutine et chinois Xi Jinping"."""
    if len(owners) == 1:
        return owners[0]
    return owners[position] if position < len(owners) else None


def _owner(of: str, text: str) -> Party:
    return state_party(of, text) if of.startswith("state:") else organisation_party(of, text)


def _person(scene: Scene, person: str, text: str, title: Title, of: str | None) -> Party:
    """The party of a person (an id of the tables, or a name) with what the phrase says of him."""
    of = of or title.of
    if not person.startswith("person:"):
        fitting = None if title.counterpart else title
        return scene.people.remember(unknown_person(person, text, fitting, of))
    if title.leader or title.counterpart or title.institution or of is None:
        known = scene.people.known(person, text)
        given = known.sector not in (None, FORMER) or known.office is not None
        if given or title.leader or title.counterpart:
            return known
        return known.model_copy(update={"sector": title.sector})
    return scene.people.remember(known_person(person, text, scene.day, (title, of)))


def _reading(titles: tuple[Title, ...], owners: list[str]) -> tuple[Title, list[str]]:
    """The reading of an ambiguous title that fits its owner ("secrétaire d'Etat" of the USA)."""
    codes = {of.split(":", 1)[1] for of in owners}
    for title in titles:
        if title.only and codes & set(title.only):
            return title, owners
    plain = next((t for t in titles if not t.only), titles[0])
    return plain, owners or ([plain.of] if plain.of else [])


def _noun(scene: Scene, hit: TitleHit, start: int) -> str:
    """The head word of a title: the first in French, the last before "of" in English, with the article
    that went into the phrase, or that an owner ("Norway's ...") stands for."""
    words = scene.text[hit.start : hit.end].split()
    if scene.language == "fr":
        return scene.data.title_heads.get(words[0].lower(), words[0])
    noun = scene.text[hit.start : hit.end].split(" of ")[0].split(" for ")[0].split()[-1]
    lead = scene.text[start : hit.start].rstrip()
    if lead.lower().startswith("the "):
        return lead[:4] + noun
    if lead.endswith(scene.words.possessive_mark):
        return ("the " if scene.text[:start].strip() else "The ") + noun
    return noun


def _of_body(scene: Scene, lead: Before) -> tuple[int, list[str]]:
    """Where the phrase of the body before a title begins, and whose body it is."""
    if lead.body is None:
        return lead.start, []
    scene.used_titles.add(lead.body)
    phrase = title_phrase(scene, scene.titles[lead.body])
    if phrase is None or not phrase.parties:
        return lead.start, []
    party = phrase.parties[0]
    of = f"state:{party.country}" if party.country else party.id
    return phrase.start, [of] if of else []


def _changed(scene: Scene, hit: TitleHit, title: Title, change: str) -> Title:
    """What "former" or "deputy" makes of a title: one of the table's, or a title that nobody holds now."""
    if change == NUMBERED:
        return replace(title, single=False, any_of=())
    words = f"{change} {scene.text[hit.start : hit.end].lower()}"
    for known in find(words, scene.language):
        if (known.start, known.end) == (0, len(words)) and len(known.titles) == 1:
            return known.titles[0]
    sector = FORMER if change == "former" else title.sector
    return replace(title, title=f"{change} {title.title}", sector=sector, single=False, any_of=())


def _apposed_name(scene: Scene, start: int) -> tuple[str, int] | None:
    """A person's name right before a title, with a comma: "Wang Yi, le chef de ..."; and its start."""
    lead = _ARTICLE.sub("", scene.text[:start]).rstrip()
    if not lead.endswith(","):
        return None
    stop = len(lead) - 1
    for index, hit in enumerate(scene.hits):
        if hit.end == stop and hit.kind in ("person", "surname"):
            chosen = scene.people.choose(hit.ids, titled=True)
            if chosen is not None:
                scene.used_hits.add(index)
                return chosen, hit.start
    for index, (begin, end) in enumerate(scene.names):
        if end == stop:
            scene.used_names.add(index)
            return scene.text[begin:end], begin
    return None
