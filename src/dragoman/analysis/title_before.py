"""What stands before a title: "former", "acting"; in English also its owners ("the French and German ...",
"Norway's ...") or the body that it belongs to ("Foreign Ministry spokesman")."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.analysis.scene import OWNERS, Scene
from dragoman.analysis.title_towns import Town, town_before
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.titles import TitleHit

NUMBERED = "numbered"  # "the 45th president": somebody certain, who need not hold the office now


@dataclass(frozen=True, slots=True)
class Before:
    """`start` is where the whole phrase begins; `change` what a word makes of the title ("former", "deputy"),
    or null; `owners` are party ids, `body` the place in `scene.titles` of the body that stands before, `town`
    the town that the title is of."""

    start: int
    change: str | None = None
    owners: tuple[str, ...] = ()
    body: int | None = None
    town: Town | None = None


def before(scene: Scene, hit: TitleHit) -> Before:
    """What stands before a title; marks the hits that it takes as used."""
    start, change = _over_words(scene, hit.start)
    if scene.language != "en":
        return Before(start, change)
    body = next((i for i, t in enumerate(scene.titles) if is_before_holder(scene, i, start)), None)
    if body is not None:
        return Before(start, change, body=body)
    taken = _owners(scene, start, hit.plural)
    if not taken:
        town = town_before(scene, hit.titles[0], start, hit.end)
        return Before(town.start if town else start, change, town=town)
    scene.used_hits.update(taken)
    owners = tuple(id for index in taken for id in scene.ids(scene.hits[index]))
    start, more = _over_words(scene, scene.hits[taken[0]].start)
    if scene.text[:start].lower().endswith("the "):
        start -= len("the ")
    return Before(start, change or more, owners)


def is_before_holder(scene: Scene, index: int, start: int) -> bool:
    """Whether the title of that index is a body right before a place in the text."""
    title = scene.titles[index]
    return (
        title.titles[0].institution and title.end < start and scene.text[title.end : start] == " "
    )


def _over_words(scene: Scene, position: int) -> tuple[int, str | None]:
    """Back over the words that go with a title, and what they make of it."""
    change: str | None = None
    while True:
        lead = scene.text[:position].rstrip()
        word = next((w for w in scene.words.before_title if _ends_with(lead, w)), None)
        if word is None:
            ordinal = scene.words.ordinal.search(lead)
            return (ordinal.start(), change or NUMBERED) if ordinal else (position, change)
        change = change or scene.words.changes.get(word)
        position = len(lead) - len(word)


def _ends_with(lead: str, word: str) -> bool:
    return lead.lower().endswith(word) and not lead[: len(lead) - len(word)][-1:].isalnum()


def _owners(scene: Scene, position: int, plural: bool) -> list[int]:
    """The indices of the hits that own a title from the left, in their order."""
    last = next((i for i, hit in enumerate(scene.hits) if _owns(scene, i, hit, position)), None)
    if last is None:
        return []
    members = [last]
    while plural:
        first = scene.hits[members[0]]
        previous = members[0] - 1
        if previous < 0 or previous in scene.used_hits:
            break
        hit = scene.hits[previous]
        join = scene.listed(hit.end, first.start, possessive=True)
        # without its "and" a row of names is no list of owners
        if join is None or (len(members) == 1 and join != "and"):
            break
        if not (_is_attribute(hit) or scene.is_possessor(scene.hits[last])):
            break
        members.insert(0, previous)
    return members


def _owns(scene: Scene, index: int, hit: Hit, position: int) -> bool:
    between = scene.text[hit.end : position]
    if hit.end > position or len(between) > 3 or index in scene.used_hits:
        return False
    possessive = between.strip() in scene.words.possessive_mark and hit.kind in OWNERS
    adjoining = between == " " and hit.kind in ("adjective", "state", "organisation", "seat")
    return possessive or adjoining


def _is_attribute(hit: Hit) -> bool:
    """ "French", "US": what may stand before a noun in a list, as "France" may not."""
    return hit.kind == "adjective" or (hit.kind in OWNERS and hit.text.isupper())
