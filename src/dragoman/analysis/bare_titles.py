"""Titles without owner or holder: "le président", "the government", "protesters". Who was named so
before, or else the one of the state that the article is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from dragoman.analysis.document import Node, Sentence
from dragoman.analysis.home import Home
from dragoman.analysis.parties import LEADING, office_party, unknown_person
from dragoman.analysis.past import Past, own_subject
from dragoman.analysis.scene import Phrase
from dragoman.analysis.title_context import (
    has_name,
    has_owner,
    is_definite,
    is_possessed,
    phrase_above,
    verb_above,
)
from dragoman.analysis.title_towns import is_municipal
from dragoman.gazetteer.offices import holder
from dragoman.languages import titles
from dragoman.languages.at_home import titles_at_home
from dragoman.languages.coreference import Coreference
from dragoman.languages.titles import Title
from dragoman.records import Party

HEADS = {*LEADING, "queen"}


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a bare title means (nobody where that can't be said), why it is they, and where the phrase
    ends. `assumed`: their state was taken from the place or from what the article is about."""

    end: int
    parties: tuple[Party, ...] = ()
    why: str = ""
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class BareTitles:
    """The bare titles of one article."""

    past: Past
    home: Home
    words: Coreference
    language: str
    day: date | None
    officers: dict[str, Party] = field(default_factory=dict)  # of towns, by their titles

    def roles(self, sentence: Sentence, phrases: Iterable[Phrase]) -> Iterator[Phrase]:
        """Nouns of people and bodies that no phrase has: "police", "des manifestants". They wait as
        bare titles do."""
        taken = [(p.start, p.end) for p in phrases if p.parties or p.pending]
        for hit in titles.find(sentence.text, self.language, roles=True):
            title, words = hit.titles[0], sentence.text[hit.start : hit.end]
            free = not any(a < hit.end and hit.start < b for a, b in taken)
            if free and titles_at_home().holds(title.title, words) and not title.only:
                yield Phrase(hit.start, hit.end, (), "role", "", hit.titles)

    def read(self, phrase: Phrase, sentence: Sentence, phrases: Iterable[Phrase]) -> Found:
        """Whom a bare title means; no parties where that can't be said."""
        title, end = phrase.pending[0], phrase.end + sentence.start
        node = sentence.node_at(end - 1)
        if self.language == "en" and node is not None and node.relation in ("amod", "compound"):
            return Found(end)  # "military action", "foreign media"
        rest = sentence.text[phrase.end :]
        if pair := self.words.of_pair.match(rest.lstrip()):
            end += len(rest) - len(rest.lstrip()) + pair.end()
            states = self.past.last_states(2, sentence)
            text = sentence.text[phrase.start : end - sentence.start]
            parties = tuple(
                office_party(title, s.id, text, self.day)[0] for s in states if s.id is not None
            )
            return Found(end, parties, f"the {title.title} of each of the two states named last")
        text = sentence.text[phrase.start : phrase.end]
        definite = is_definite(phrase, sentence, self.words)
        found = self._named_before(phrase, sentence) if definite else None
        if found is not None:
            if has_owner(rest, node, title, self.words) and not self._is_of(rest, found):
                return Found(end)
            named = found.model_copy(update={"text": text})
            return Found(end, (named,), f"the {title.title} named before")
        of, why = self._home(title, phrase, sentence, phrases, definite=definite)
        if (
            of is None
            or has_name(phrase, sentence, phrases)
            or has_owner(rest, node, title, self.words)
        ):
            return Found(end)
        several = any(
            hit.plural and hit.start < phrase.end and phrase.start < hit.end
            for hit in titles.find(sentence.text, self.language, roles=phrase.form == "role")
        )
        if several and (title.single or title.leader):
            return Found(end)  # "les chefs d'Etat" are those of several states
        party, filled = office_party(title, f"state:{of}", text, self.day, plural=several)
        if title.title in HEADS and not (filled or several):
            return Found(end)  # "the King", in a republic
        party = _without_office(title, party)
        return Found(end, (party,), f"the {title.title} of the state {why}", assumed=True)

    def _named_before(self, phrase: Phrase, sentence: Sentence) -> Party | None:
        title = phrase.pending[0]
        found = self.officers.get(title.title) or self.past.last(lambda p: _fits(p, title))
        start, end = phrase.start + sentence.start, phrase.end + sentence.start
        inside = [n for n in sentence.nodes if start <= n.start < end and n.pos == "NOUN"]
        several = any(n.morph.get("Number") == "Plur" and n.mention is None for n in inside)
        if several and found is not None and found.kind == "person" and found.id is not None:
            return None  # "les dirigeants" are not the one leader named
        return found

    def named(self, phrase: Phrase, sentence: Sentence, phrases: Iterable[Phrase]) -> Found:
        """Those whom a phrase names with a title and without a state ("Health Minister Ada Berg"): people of
        the state where that happens, or that the article is about; nobody where the phrase says more."""
        end, title = phrase.end + sentence.start, phrase.role
        if title is None:
            return Found(end)
        if any(p.country or p.id or p.office for p in phrase.parties):
            self._remember(title, phrase.parties)
            return Found(end)
        if self.words.complement.match(sentence.text, phrase.end):
            return Found(end)  # "Ada Berg, la présidente du club"
        of, why = self._home(title, phrase, sentence, phrases, definite=True)
        if of is None or (title.single and holder(title.title, f"state:{of}", self.day)):
            return Found(end)  # somebody else holds that office
        parties = tuple(
            _without_office(title, unknown_person(p.name, p.text, title, f"state:{of}"))
            for p in phrase.parties
        )
        self._remember(title, parties)
        return Found(end, parties, f"named, {title.title} of the state {why}", assumed=True)

    def _remember(self, title: Title, parties: tuple[Party, ...]) -> None:
        if is_municipal(title) and len(parties) == 1:
            self.officers[title.title] = parties[0]

    def _home(
        self,
        title: Title,
        phrase: Phrase,
        sentence: Sentence,
        phrases: Iterable[Phrase],
        *,
        definite: bool,
    ) -> tuple[str | None, str]:
        """The country whose a bare title is, and which that is: that of the one place which the sentence
        names, or else the one that the article is about."""
        nobody = None, ""
        head = self._head(phrase, sentence)
        at_home = titles_at_home().holds(title.title, sentence.text[phrase.start : phrase.end])
        if not (at_home or title.only) or head is None:
            return nobody
        if head.child("poss") is not None or head.relation in ("amod", "compound", "flat"):
            return nobody
        if not (definite or self._may_be_bare(head, title)) or is_possessed(head, self.words):
            return nobody
        if title.institution and self.words.complement.match(sentence.text, phrase.end):
            return nobody  # "le cabinet d'audit"
        own, here = self._places(phrase, head, sentence, phrases)
        if own is None:
            return nobody
        of = next(iter(own or here), None) if len(own or here) < 2 else None
        if of and title.sector == "MIL" and of != self.home.at(sentence.index):
            return nobody  # "troops in Syria" are as a rule another's
        why = "where that happens" if of else "that the article is about"
        of = of or self.home.at(sentence.index)
        subject = own_subject(head)
        if subject is not None and any(p.country not in (None, of) for p in subject.parties):
            return nobody  # "Russia sent troops"
        return (of, why) if not title.only or of in title.only else nobody

    def _places(
        self, phrase: Phrase, head: Node, sentence: Sentence, phrases: Iterable[Phrase]
    ) -> tuple[set[str] | None, set[str]]:
        """The countries of the places that a noun's own words name ("police in Kyiv"), null where these
        words say that it is somebody else's ("Kurdish fighters"); and of those in its clause."""
        own: set[str] = set()
        here: set[str] = set()
        verb = verb_above(head)
        for other in phrases:
            node = sentence.node_at(sentence.start + other.end - 1)
            if other is phrase or node is None or not other.parties:
                continue
            of = {p.country for p in other.parties if p.country is not None}
            is_place = other.form == "place" or self._is_after_where(other, sentence)
            if head in phrase_above(node):
                if not is_place:
                    return None, set()
                own |= of
            elif is_place and verb is not None and node.head is verb:
                here |= of
        named = [n for c in head.all("amod", "compound", "poss") for n in c.subtree()]
        if any(n.index < head.index and n.text[:1].isupper() for n in named):
            return None, set()
        return own, here

    def _is_after_where(self, phrase: Phrase, sentence: Sentence) -> bool:
        before = sentence.text[: phrase.start].lower().split()[-1:]
        return phrase.form == "name" and bool(before) and before[0] in self.words.where

    def _head(self, phrase: Phrase, sentence: Sentence) -> Node | None:
        start, end = phrase.start + sentence.start, phrase.end + sentence.start
        inside = [n for n in sentence.nodes if start <= n.start < end]
        tops = [n for n in inside if n.head is None or n.head not in inside]
        return next((n for n in tops if n.pos in ("NOUN", "PROPN")), None)

    def _may_be_bare(self, head: Node, title: Title) -> bool:
        """Whether a noun without a definite article is somebody: English plurals and "police", and of
        roles that many have also one ("un manifestant")."""
        if title.single or title.leader or title.title in ("head of state", "head of government"):
            return False
        if self.language != "en" or head.child("det") is not None:
            return not title.institution and head.child("det") is not None
        return head.morph.get("Number") == "Plur" or head.text.lower() == "police"

    def _is_of(self, rest: str, found: Party) -> bool:
        """Whether who is named behind a title is of the same state: "l'administration de Joe Biden"."""
        owner = " ".join(rest.split()[:4])
        return any(
            party.country == found.country and party.name.split()[-1] in owner
            for mention in self.past.history
            for party in mention.parties
            if party.kind == "person"
        )


def _without_office(title: Title, party: Party) -> Party:
    """A mayor or governor holds a town's or province's office, whichever that is, and none of the state's."""
    if party.office is None or party.id is not None or not is_municipal(title):
        return party
    name = party.name.replace(f"{title.title} of ", f"{title.title} in ")
    return party.model_copy(update={"office": None, "name": name})


def _fits(party: Party, title: Title) -> bool:
    if title.institution:
        return party.kind in ("organisation", "state") and (
            party.name.startswith(title.title + " of")
            or (title.title == "government" and party.kind == "state" and party.sector == "GOV")
        )
    if party.office is None or party.kind != "person":
        return False
    return party.office.title == title.title or title.leader
