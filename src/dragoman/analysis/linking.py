"""Who a bare phrase names: the phrases of a sentence, read where there is no sentence around them."""

from __future__ import annotations

import re
from datetime import date

from dragoman.analysis.parties import (
    office_party,
    party,
    role_party,
    state_party,
    unknown_person,
)
from dragoman.analysis.people import People
from dragoman.analysis.phrases import phrases
from dragoman.analysis.scene import Phrase, Scene
from dragoman.analysis.staging import found_in, stage, strangers
from dragoman.gazetteer.likeness import person_like
from dragoman.gazetteer.matcher import scan
from dragoman.gazetteer.places import place
from dragoman.languages.at_home import titles_at_home
from dragoman.languages.language import supported
from dragoman.languages.titles import Title, find
from dragoman.records import Party

MAX_PHRASE = 400  # characters; what is longer is no phrase, and its end is left unread
_CAPITALISED = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]*(?: [^\W\d_a-zß-öø-ÿ][\w'’-]*)*")
_BOUNDARY = re.compile(
    r",|\(|:|\b(?:of|in|at|from|for|who|that|which|with|by|near|across|on|to|and)\b"
)
_TITLED = ("office", "institution", "people", "counterpart")


def link(phrase: str, *, on: date | None, language: str) -> Party | None:
    """Who `phrase` ("the Turkish foreign minister", "Poutine", "la police de Minsk") names on a day.

    `language` is a code like "fr" or "fr-CA". An office is filled by who held it on the day; without a
    day only where the tables know one holder. A role without a state ("protesters") is a party
    without a country, and somebody whom no table knows keeps his name and what the phrase says of him.
    None where the phrase names nobody, or several who are not one party.
    """
    text = " ".join(phrase[:MAX_PHRASE].split())
    code = language.lower().partition("-")[0]
    hits = found_in(text, code) if code in supported() else scan(text, code)
    if code not in supported():
        found = {hit.ids[0] for hit in hits if len(hit.ids) == 1}
        alike = person_like(text) if not hits else None
        return party(alike or found.pop(), text, on) if alike or len(found) == 1 else None
    people = People(hits, [strangers(text, hits, code, roles=True)], on)
    scene = stage(text, hits, people, code, on, roles=True)
    linked = _linked(scene)
    return linked.model_copy(update={"text": phrase}) if linked is not None else None


def link_noun(
    phrase: str, head: int, *, on: date | None, language: str, owner: Party | None = None
) -> Party | None:
    """Who a noun phrase names by a noun of people or bodies ("rebels in the north", "la police")
    that stands at the character `head` of it; None where the word there is no such noun.

    `owner` is whose they are where the phrase itself does not say it by a name ("its rebels").
    """
    if len(phrase) > MAX_PHRASE or head >= len(phrase):
        return None
    found = find(phrase, language, roles=True)
    if not any(hit.start <= head < hit.end for hit in found):
        return None
    linked = link(phrase, on=on, language=language)
    if linked is None or linked.country or linked.id or linked.office or owner is None:
        return linked
    return _belonging(linked, owner)


def _linked(scene: Scene) -> Party | None:
    found = [_placed(scene, each) for each in phrases(scene)]
    head = _head(scene, found)
    if head is None:
        return _surname(scene) or _place(scene, found)
    owner = _owner(scene, head, found)
    if not head.parties:
        return _titled(scene, head, owner)
    first = head.parties[0]
    if len({each.key for each in head.parties}) > 1:
        return None
    if first.kind == "group" and first.country is None and owner is not None and owner.country:
        return first.model_copy(update={"country": owner.country})  # "Islamic State in Iraq"
    if first.country or first.id or first.office or owner is None:
        return first
    return _belonging(first, owner)


def _head(scene: Scene, found: list[Phrase]) -> Phrase | None:
    """The phrase that says who is meant. In French it comes first; in English it is the last title, or
    else the last name, before what follows the noun ("a Belgian journalist in Kabul")."""
    if scene.language == "fr" or len(found) < 2:
        return next((each for each in found if each.form in _TITLED), next(iter(found), None))
    ends = (
        at.start()
        for at in _BOUNDARY.finditer(scene.text)
        if at.start() > found[0].start
        and not any(each.start <= at.start() < each.end for each in found)
    )
    end = next(ends, len(scene.text))
    before = [each for each in found if each.start < end]
    titled = [each for each in before if each.form in _TITLED]
    return (titled or before)[-1]


def _owner(scene: Scene, head: Phrase, found: list[Phrase]) -> Party | None:
    """The state, organisation or somebody of one that the rest of the phrase names; only then one that
    backs or leads them ("Turkish-backed rebels in Syria")."""
    others = [each for each in found if each is not head]
    sent = _is_sent(scene, head)
    if sent:
        others = [each for each in others if each.start < head.start]
    for each in sorted(others, key=lambda each: scene.text[each.end : each.end + 1] == "-"):
        for side in each.parties:
            if side.country or (side.id and side.id.startswith("org:")):
                return side
    return None if sent else _place(scene, found)


def _is_sent(scene: Scene, head: Phrase) -> bool:
    """Whether a state named behind a title is where its holder is sent: "the ambassador to Iraq"."""
    following = scene.text[head.end :].split()[:1]
    abroad = any(title.title in titles_at_home().abroad for title in head.pending)
    return abroad and bool(following) and following[0].lower() in scene.words.sent_to


def _side(owner: Party) -> str | None:
    """The party id of the state that an owner is or belongs to, or else of the organisation."""
    return f"state:{owner.country}" if owner.country else owner.id


def _titled(scene: Scene, head: Phrase, owner: Party | None) -> Party | None:
    """The party of a title for which the phrase itself has no owner or holder."""
    titles = [title for title in head.pending if not title.counterpart]
    if not titles:
        return None
    title = titles[0]
    of = (_side(owner) if owner else None) or title.of
    of = of or (f"state:{title.only[0]}" if len(title.only) == 1 else None)
    plural = any(hit.plural for hit in scene.titles if head.start <= hit.start < head.end)
    if of is None:
        return role_party(title, scene.text, plural=plural)
    if owner is not None and owner == _place(scene, []) and (title.single or title.leader):
        # "the Chechen leader" leads a part of the state
        role = role_party(title, scene.text, plural=plural)
        return role.model_copy(update={"country": owner.country})
    found, _ = office_party(title, of, scene.text, scene.day, plural=plural)
    return found


def _belonging(somebody: Party, owner: Party) -> Party:
    """A person or group whom no table knows, as one of a state or organisation."""
    title = Title(title="", sector=somebody.sector or owner.sector)
    owned = unknown_person(somebody.name, somebody.text, title, _side(owner))
    return owned.model_copy(update={"kind": somebody.kind, "office": somebody.office})


def _surname(scene: Scene) -> Party | None:
    """The one person of the tables whom a surname alone may mean."""
    for hit in scene.hits:
        if hit.kind == "surname":
            chosen = scene.people.choose(hit.ids, titled=True)
            return party(chosen, scene.text, scene.day) if chosen else None
    return None


def _placed(scene: Scene, phrase: Phrase) -> Phrase:
    """A capitalised name that no table of persons knows may be a town's."""
    one = phrase.parties[0] if len(phrase.parties) == 1 else None
    if phrase.form != "name" or one is None or one.id is not None or one.country is not None:
        return phrase
    found = place(scene.text[phrase.start : phrase.end], scene.language)
    if found is None:
        return phrase
    parties = (state_party(found.country, one.text),)
    return Phrase(phrase.start, phrase.end, parties, "place", "a town")


def _place(scene: Scene, found: list[Phrase]) -> Party | None:
    """The state of the first town that the phrase names outside what has been read."""
    for at in _CAPITALISED.finditer(scene.text):
        words = at.group().split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
            end = at.start() + len(name)
            if any(each.start < end and at.start() < each.end for each in found):
                continue
            town = place(name, scene.language, begins_sentence=at.start() == 0)
            if town is not None:
                return state_party(town.country, scene.text)
    return None
