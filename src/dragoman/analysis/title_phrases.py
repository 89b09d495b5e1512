"""Titles with their owners and holders: "le ministre russe des Affaires étrangères Sergueï Lavrov",
"NATO's secretary-general", "Wang Yi, le chef de la diplomatie chinoise"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis import verb_forms
from dragoman.analysis.models import stop_words
from dragoman.analysis.parties import (
    known_person,
    office_party,
    organisation_party,
    state_party,
    unknown_person,
)
from dragoman.analysis.scene import Phrase, Scene
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.titles import Title, TitleHit
from dragoman.records import Party

_ARTICLE = re.compile(
    r"(?:^|(?<=[\s(\"«“]))(?:the|le|la|les|du|des|au|aux|l['’]|d['’]|un|une|an?)\s?$", re.IGNORECASE
)
_SURNAME = re.compile(r"\s(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?)?\s?([A-ZÀ-Þ][\w'’-]+)")
OWNERS = ("state", "organisation", "seat", "capital")
REACH = 25  # characters between a title and what joins it
EPITHET = re.compile(r"(?:d'extrême|de |far-)[a-zà-ÿ'’ -]+")
AND = ("et", "and", "et de", "et du", "et de la", "et de l'", "and of")


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins a title on its right: owners (party ids) or a person (party id or name), and its end."""

    end: int
    owners: tuple[str, ...] = ()
    person: str | None = None


def title_phrase(scene: Scene, hit: TitleHit) -> Phrase | None:
    """The phrase around a title; null where the word is a part of a person's name."""
    if any(h.kind == "person" and h.start <= hit.start < h.end for h in scene.hits):
        return None
    start, former, owners = _left(scene, hit.start)
    for index, other in enumerate(scene.hits):
        inside = hit.gap is not None and hit.gap[0] <= other.start and other.end <= hit.gap[1]
        if inside and other.kind in ("adjective", *OWNERS):
            owners += scene.ids(other)
            scene.used_hits.add(index)
    end, persons = hit.end, list[str]()
    is_body = hit.titles[0].institution
    while (joined := _right(scene, start, end, owners, persons, hit.plural, is_body)) is not None:
        owners += joined.owners
        persons += [joined.person] if joined.person else []
        end = joined.end
    title, owners = _reading(hit.titles, owners)
    text = scene.text[start:end]
    noun = _noun(scene, hit)
    if persons:
        parties = tuple(
            _person(scene, person, text, title, _own(owners, position))
            for position, person in enumerate(persons)
        )
        why = f"named, {title.title}" + (f" of {', '.join(owners)}" if owners else "")
        return Phrase(start, end, parties, "office", why, noun=noun)
    if title.counterpart:
        parties = tuple(_owner(of, text) for of in owners)
        return Phrase(start, end, parties, "counterpart", "", hit.titles, noun)
    if (name := _apposed_name(scene, start)) is not None:
        party = _person(scene, name[0], text, title, owners[0] if owners else None)
        return Phrase(name[1], end, (party,), "office", f"{title.title} after the name", noun=noun)
    if not owners:
        return Phrase(start, end, (), "office", "", (title,), noun)
    several = hit.plural and len(owners) == 1
    day = None if former else scene.day
    found = [office_party(title, of, text, day, plural=several) for of in owners]
    form = "institution" if title.institution else "people" if several else "office"
    why = f"{title.title} of {', '.join(owners)}"
    why += " on that day" if any(filled for _, filled in found) else ""
    return Phrase(start, end, tuple(party for party, _ in found), form, why, noun=noun)


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
        return scene.people.known(person, text)
    return scene.people.remember(known_person(person, text, scene.day, (title, of)))


def _reading(titles: tuple[Title, ...], owners: list[str]) -> tuple[Title, list[str]]:
    """The reading of an ambiguous title that fits its owner ("secrétaire d'Etat" of the USA)."""
    codes = {of.split(":", 1)[1] for of in owners}
    for title in titles:
        if title.only and codes & set(title.only):
            return title, owners
    plain = next((t for t in titles if not t.only), titles[0])
    return plain, owners or ([plain.of] if plain.of else [])


def _noun(scene: Scene, hit: TitleHit) -> str:
    """The head word of a title: the first in French, the last before "of" in English."""
    words = scene.text[hit.start : hit.end].split()
    if scene.language == "fr":
        return scene.data.title_heads.get(words[0].lower(), words[0])
    return scene.text[hit.start : hit.end].split(" of ")[0].split(" for ")[0].split()[-1]


def _left(scene: Scene, start: int) -> tuple[int, bool, list[str]]:
    """The phrase's start, whether "former" stands there, and the owner before the title, English fashion."""
    position, former = start, False
    while True:
        lead = scene.text[:position].rstrip()
        word = next((w for w in scene.words.before_title if _ends_with(lead, w)), None)
        if word is None:
            break
        former = former or word in scene.words.former
        position = len(lead) - len(word)
    if scene.language != "en":
        return position, former, []
    for index, hit in enumerate(scene.hits):
        between = scene.text[hit.end : position]
        if hit.end > position or len(between) > 3 or index in scene.used_hits:
            continue
        possessive = between.strip() in scene.words.possessive_mark and hit.kind in OWNERS
        adjoining = between == " " and hit.kind in ("adjective", "state", "organisation", "seat")
        if possessive or adjoining:
            scene.used_hits.add(index)
            start = hit.start
            if scene.text[:start].lower().endswith("the "):
                start -= len("the ")
            return start, former, scene.ids(hit)
    return position, former, []


def _ends_with(lead: str, word: str) -> bool:
    return lead.lower().endswith(word) and not lead[: len(lead) - len(word)][-1:].isalnum()


def _right(
    scene: Scene,
    start: int,
    end: int,
    owners: list[str],
    persons: list[str],
    plural: bool,
    is_body: bool,
) -> Joined | None:
    """What joins on the right: an owner (an adjective, "de X"), a body ("du ministère ..."), a name.

    A body has no holder: the name after it is of the office before it.
    """
    following = next(
        ((i, h) for i, h in enumerate(scene.hits) if h.start >= end and i not in scene.used_hits),
        None,
    )
    if following is not None and following[1].start - end <= REACH:
        index, hit = following
        named = hit.kind in ("person", "surname")
        if (
            not (is_body and named)
            and (joined := _joining(scene, start, end, hit, owners, persons, plural)) is not None
        ):
            scene.used_hits.add(index)
            return joined
    if not owners and not persons and (body := _body(scene, end)) is not None:
        return body
    return None if is_body else _unknown_name(scene, end, owners, persons)


def _joining(
    scene: Scene,
    start: int,
    end: int,
    hit: Hit,
    owners: list[str],
    persons: list[str],
    plural: bool,
) -> Joined | None:
    join = scene.join(end, hit.start)
    if hit.kind == "adjective" and scene.language == "fr":
        after = join == "" and hit.start > end and not owners
        if after or (join == "et" and owners and plural) or (join == "et" and len(persons) == 1):
            return Joined(hit.end, tuple(scene.ids(hit)))
    elif hit.kind in OWNERS:
        second = owners and plural and join in AND and hit.kind in ("state", "organisation")
        possessed = join in ("de", "d'") and _is_possessed(scene, start)
        city = hit.kind == "capital" and join not in ("de", "d'", "of")
        first = not owners and join in scene.words.of and not possessed and not city
        if first or second:
            return Joined(hit.end, tuple(scene.ids(hit)))
    elif hit.kind in ("person", "surname"):
        join = scene.without_honorific(join)
        chosen = scene.people.choose(hit.ids, titled=True)
        second = bool(persons) and plural and join in ("et", "and", "")
        if chosen and (join in ("", ",") or second or _is_epithet(join, scene.language)):
            return Joined(hit.end, person=chosen)
    return None


def _is_possessed(scene: Scene, start: int) -> bool:
    """ "ses soldats de Somalie": they are somebody's already."""
    words = scene.text[:start].split()
    return bool(words) and words[-1].lower() in scene.words.possessive


def _is_epithet(words: str, language: str) -> bool:
    """ "le président *d'extrême droite* Jair Bolsonaro", "le président *sortant* ..."."""
    parts = words.split()
    if len(parts) in (2, 3) or words.startswith(("d'extrême", "far-")):
        return EPITHET.fullmatch(words) is not None
    return (
        len(parts) == 1
        and len(words) > 3
        and words.isalpha()
        and verb_forms.finite(words, language) is None
        and words not in stop_words(language)
    )


def _body(scene: Scene, end: int) -> Joined | None:
    """The institution that an office belongs to ("porte-parole du ministère chinois de la Défense"):
    its state or organisation."""
    following = next(
        (
            (i, t)
            for i, t in enumerate(scene.titles)
            if t.start >= end and i not in scene.used_titles
        ),
        None,
    )
    if following is None or scene.join(end, following[1].start) not in scene.words.of:
        return None
    index, title = following
    phrase = title_phrase(scene, title) if title.titles[0].institution else None
    if phrase is None or not phrase.parties:
        return None
    scene.used_titles.add(index)
    party = phrase.parties[0]
    of = f"state:{party.country}" if party.country else party.id
    return Joined(phrase.end, (of,) if of else ())


def _unknown_name(scene: Scene, end: int, owners: list[str], persons: list[str]) -> Joined | None:
    """A name that no table knows right after a title; or a surname that the article gave in full."""
    following = next(
        ((i, n) for i, n in enumerate(scene.names) if n[0] >= end and i not in scene.used_names),
        None,
    )
    if following is not None:
        index, (begin, stop) = following
        join = scene.without_honorific(scene.join(end, begin))
        if join == "" or (join == "," and owners):
            scene.used_names.add(index)
            return Joined(stop, person=scene.text[begin:stop])
    single = _SURNAME.match(scene.text, end)
    party = scene.people.named(single.group(1)) if single and not persons else None
    if single is None or party is None:
        return None
    return Joined(single.end(), person=party.id or party.name)


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
