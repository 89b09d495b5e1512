"""What joins a title on its right: an owner (an adjective, "de X"), a body ("du ministère ..."), a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from dragoman.analysis import verb_forms
from dragoman.analysis.models import stop_words
from dragoman.analysis.scene import OWNERS, Phrase, Scene
from dragoman.analysis.title_towns import Town, is_municipal, town_after
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.coreference import coreference
from dragoman.languages.titles import Title, TitleHit

CIVILIAN = "CVL"
MAX_ACRONYM = 5  # letters
REACH = 25  # characters between a title and what joins it
EPITHET = re.compile(r"(?:d'extrême|de |far-)[a-zà-ÿ'’ -]+")
PERSONS = ("person", "surname")


@dataclass(frozen=True, slots=True)
class Joined:
    """What joins a title on its right: owners (party ids) or a person (party id or name), and its end."""

    end: int
    owners: tuple[str, ...] = ()
    person: str | None = None


@dataclass(slots=True)
class Right:
    """A title while what stands right of it is joined; `read` makes the phrase of another title. `body`
    is the institution that was joined, if any, `town` the town that the title is of."""

    scene: Scene
    start: int
    end: int
    plural: bool
    title: Title
    owners: list[str]
    persons: list[str]
    read: Callable[[Scene, TitleHit], Phrase | None]
    body: Title | None = None
    town: Town | None = None

    @property
    def is_body(self) -> bool:
        return self.title.institution

    def join(self) -> None:
        """Takes all that joins."""
        while (joined := self._next()) is not None:
            self.owners += joined.owners
            self.persons += [joined.person] if joined.person else []
            self.end = joined.end

    def _next(self) -> Joined | None:
        """A body has no holder: the name after it is of the office before it."""
        scene = self.scene
        following = next(
            (
                (i, h)
                for i, h in enumerate(scene.hits)
                if h.start >= self.end and i not in scene.used_hits
            ),
            None,
        )
        if following is not None and following[1].start - self.end <= REACH:
            index, hit = following
            named = hit.kind in PERSONS
            if not (self.is_body and named) and (joined := self._joining(hit)) is not None:
                scene.used_hits.add(index)
                return joined
        if not self.owners and not self.persons and (body := self._body()) is not None:
            return body
        if not self.owners and not self.persons and self.town is None:
            self.town = town_after(scene, self.title, self.start, self.end)
            if self.town is not None:
                scene.used_hits.update(
                    i for i, h in enumerate(scene.hits) if h.start == self.town.start
                )
                return Joined(self.town.end)
        return None if self.is_body else self._unknown_name()

    def _joining(self, hit: Hit) -> Joined | None:
        scene = self.scene
        join = scene.join(self.end, hit.start)
        if hit.kind in PERSONS:
            join = scene.without_honorific(join)
            chosen = scene.people.choose(hit.ids, titled=True)
            first = not self.persons and (join in ("", ",") or _is_epithet(join, scene.language))
            owed = ("", ",") if len(self.persons) < len(self.owners) else ("",)
            second = (self.persons and self.plural and join in owed) or self._goes_on(hit)
            return Joined(hit.end, person=chosen) if chosen and (first or second) else None
        if hit.kind == "adjective":
            after = join == "" and hit.start > self.end and not self.owners
            fits = scene.language == "fr" and (after or self._goes_on(hit))
        elif hit.kind in OWNERS and not scene.is_possessor(hit):
            possessed = join in ("de", "d'") and _is_possessed(scene, self.start)
            city = hit.kind == "capital" and (
                join not in ("de", "d'", "of") or is_municipal(self.title)
            )
            of = join in scene.words.of and not possessed and not city
            missing = not self.owners or (self.plural and len(self.owners) < len(self.persons))
            fits = (of and missing) or (hit.kind != "capital" and self._goes_on(hit))
        else:
            fits = False
        return Joined(hit.end, tuple(scene.ids(hit))) if fits else None

    def _goes_on(self, hit: Hit) -> bool:
        """Whether a hit goes on a list of owners or holders: "kényan, ougandais et rwandais".

        Without an "and" further on a comma makes no list.
        """
        if not self.plural or not (self.owners or self.persons):
            return False
        joined = self.scene.listed(self.end, hit.start)
        return joined == "and" or (joined == "comma" and self._has_end(hit))

    def _has_end(self, hit: Hit) -> bool:
        scene = self.scene
        spans = [(h.start, h.end) for h in scene.hits if h.kind in (*OWNERS, *PERSONS, "adjective")]
        end = hit.end
        for start, stop in sorted(spans + scene.names):
            if start < end:
                continue
            join = scene.listed(end, start)
            if join == "and":
                return True
            if join is None and scene.join(end, start) not in ("", *scene.words.of):
                return False
            end = stop
        return False

    def _body(self) -> Joined | None:
        """The institution that an office belongs to ("porte-parole du ministère chinois de la Défense",
        "spokesman for Iran's foreign ministry"): its state or organisation."""
        scene = self.scene
        following = next(
            (
                (i, t)
                for i, t in enumerate(scene.titles)
                if t.start >= self.end and i not in scene.used_titles
            ),
            None,
        )
        if following is None or not following[1].titles[0].institution:
            return None
        index, title = following
        owner = next((h for h in scene.hits if self.end <= h.start and h.end <= title.start), None)
        begin = owner.start if owner else title.start
        if scene.join(self.end, begin) not in scene.words.of or (
            owner and scene.join(owner.end, title.start) not in ("", *scene.words.possessive_mark)
        ):
            return None
        phrase = self.read(scene, title)
        if phrase is None or not phrase.parties:
            return None
        scene.used_titles.add(index)
        self.body = title.titles[0]
        party = phrase.parties[0]
        of = f"state:{party.country}" if party.country else party.id
        return Joined(phrase.end, (of,) if of else ())

    def _unknown_name(self) -> Joined | None:
        """A name that no table knows right after a title; or a surname that the article gave in full."""
        scene = self.scene
        following = next(
            (
                (i, n)
                for i, n in enumerate(scene.names)
                if n[0] >= self.end and i not in scene.used_names
            ),
            None,
        )
        if following is not None:
            index, (begin, stop) = following
            join = scene.without_honorific(scene.join(self.end, begin))
            is_name = self.title.sector != CIVILIAN  # "the National Safety Committee"
            if (join == "" and is_name) or (
                join == "," and (self.owners or self.town) and not self.persons
            ):
                scene.used_names.add(index)
                return Joined(stop, person=_without_party(scene.text[begin:stop]))
        single = _surname(scene.language).match(scene.text, self.end)
        if single is None or self.persons or (single[1] and not (single[2] and self.owners)):
            return None
        party = scene.people.named(single[3])
        if party is not None:
            return Joined(single.end(), person=party.id or party.name)
        if not single[2] or any(
            h.start < single.end() and single.start(3) < h.end for h in scene.hits
        ):
            return None
        return Joined(single.end(), person=scene.people.stranger(single[3]) or single[3])


@cache
def _surname(language: str) -> re.Pattern[str]:
    """A single name behind a title: a comma, "Mr" or the like, the name."""
    honorifics = "|".join(map(re.escape, coreference(language).honorifics))
    return re.compile(rf"(,?)\s((?:{honorifics})\s)?([A-ZÀ-Þ][\w'’-]+)(?! [A-ZÀ-Þ])")


def _without_party(name: str) -> str:
    """ "le député *LR* Ada Berg": letters between a title and a name are a party's."""
    first, _, rest = name.partition(" ")
    acronym = 1 < len(first) <= MAX_ACRONYM and first.isalpha() and first.isupper()
    return rest if acronym and " " in rest and not rest.isupper() else name


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
