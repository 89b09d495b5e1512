"""The phrases of one sentence that name a party, read from its surface: titles first, then names."""

from __future__ import annotations

import re

from dragoman.analysis.parties import organisation_party, state_party
from dragoman.analysis.rows import first_of_row
from dragoman.analysis.scene import Phrase, Scene
from dragoman.analysis.staging import is_honoured
from dragoman.analysis.title_before import is_before_holder
from dragoman.analysis.title_phrases import title_phrase
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.lexicon import lexicon


def phrases(scene: Scene) -> list[Phrase]:
    """All phrases of a sentence that name a party, in their order, none inside another."""
    found: list[Phrase] = []
    for index, title in enumerate(scene.titles):
        if index in scene.used_titles or _belongs_to_next(scene, index):
            continue
        if (phrase := title_phrase(scene, title)) is not None:
            found.append(phrase)
    taken = [(phrase.start, phrase.end) for phrase in found]

    def is_free(start: int) -> bool:
        return not any(a <= start < b for a, b in taken)

    for index, hit in enumerate(scene.hits):
        if index not in scene.used_hits and is_free(hit.start):
            named = _named(scene, index, hit)
            found.extend([named] if named else [])
    for index, (start, end) in enumerate(scene.names):
        if index not in scene.used_names and is_free(start):
            party = scene.people.unknown(scene.text[start:end])
            found.append(Phrase(start, end, (party,), "name", "a name that no table knows"))
    return sorted(found, key=lambda phrase: phrase.start)


def _belongs_to_next(scene: Scene, index: int) -> bool:
    """Whether a body stands before its officer: "Foreign Ministry spokesman"."""
    following = scene.titles[index + 1] if index + 1 < len(scene.titles) else None
    return (
        scene.language == "en"
        and following is not None
        and not following.titles[0].institution
        and is_before_holder(scene, index, following.start)
    )


def _named(scene: Scene, index: int, hit: Hit) -> Phrase | None:
    """The phrase of a single hit; null where what it means can't be said."""
    start, end, text = hit.start, hit.end, hit.text
    honoured = is_honoured(scene.text, hit, scene.language)
    if honoured and hit.kind == "state":
        bearer = scene.people.bearer(text)
        somebody = (
            scene.people.known(bearer, text)
            if bearer is not None
            else scene.people.unknown(text).model_copy(update={"text": text})
        )
        return Phrase(start, end, (somebody,), "name", "a surname")
    if hit.kind in ("person", "surname"):
        chosen = scene.people.choose(hit.ids, titled=hit.kind == "person" or honoured)
        if chosen is None:
            either = scene.people.namesakes(hit.ids, text)
            why = "a surname of several of one state"
            return Phrase(start, end, (either,), "name", why) if either else None
        return Phrase(start, end, (scene.people.known(chosen, text),), "name", "a person's name")
    if hit.kind == "prefix":
        return _compound(scene, index, hit)
    ids = scene.ids(hit)
    if not ids:
        return None
    if ids[0].startswith("org:"):
        party = organisation_party(ids[0], text)
        return Phrase(start, end, (party,), "name", "an organisation's name")
    form, why = {
        "state": ("name", "a state's name"),
        "adjective": ("demonym", "a nationality"),
        "people": ("people", "nationals of the state"),
    }.get(hit.kind) or _seat(scene, index)
    sector = "GOV" if form == "metonym" else None
    return Phrase(start, end, (state_party(ids[0], text, sector=sector),), form, why)


def _compound(scene: Scene, index: int, hit: Hit) -> Phrase | None:
    """ "sino-russe": two nationalities in one word."""
    following = scene.hits[index + 1] if index + 1 < len(scene.hits) else None
    if following is None or following.kind != "adjective" or following.start != hit.end + 1:
        return None
    scene.used_hits.add(index + 1)
    text = scene.text[hit.start : following.end]
    parties = tuple(state_party(of, text) for of in (*scene.ids(hit), *scene.ids(following)))
    return Phrase(hit.start, following.end, parties, "demonym", "a compound of two nationalities")


def _seat(scene: Scene, index: int) -> tuple[str, str]:
    """Whether a capital or seat is its state or a place: by the preposition before it, or before the
    first of several ("à Moscou et Pékin"), or by what it is joined to ("Tokyo-based")."""
    places = scene.data.places
    end = scene.hits[index].end
    start = scene.hits[first_of_row(scene.text, scene.hits, index, scene.language)].start
    if scene.text[end:].startswith(places["after"]):
        return "place", "a seat of government as a place"
    lead = " " + scene.text[:start].lower().replace("’", "'").replace("'", "' ").rstrip()
    lead = re.sub(r" (?:la|le|l'|the)$", "", lead)
    if lead.endswith(tuple(" " + word for word in lexicon(scene.language).according)):
        return "metonym", "a seat of government as a source"
    if lead.endswith(tuple(" " + word for word in places["prepositions"])):
        return "place", "a seat of government after a preposition of place"
    if lead.endswith(tuple(" " + word for word in (*places["origin"], "du", "d'"))):
        noun = re.search(r"(\w+)\s(?:de|du|d'|of|from)$", lead)
        if noun and noun.group(1).rstrip("s") in {w.rstrip("s") for w in places["metonym_nouns"]}:
            return "metonym", "a seat of government after a noun of policy"
        return "place", "a seat of government as a place"
    return "metonym", "a seat of government stands for its state"
