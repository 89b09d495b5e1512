"""The phrases of one sentence that name a party, read from the surface: names, and titles with their
owners and holders ("le ministre russe des Affaires étrangères Sergueï Lavrov", "NATO's secretary-general")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.analysis import verb_forms
from dragoman.analysis.models import stop_words
from dragoman.analysis.parties import (
    known_person,
    office_party,
    organisation_party,
    state_party,
    unknown_person,
)
from dragoman.analysis.people import People
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.language import Language, language_data
from dragoman.languages.titles import Title, TitleHit
from dragoman.records import Party

_LEADING_ARTICLE = re.compile(
    r"(?:^|[\s(\"«“])(?:the|le|la|les|du|des|au|aux|l'|l’|d'|d’|un|une|a|an)\s?$", re.IGNORECASE
)
OWNERS = ("adjective", "state", "organisation", "seat", "capital")


@dataclass(slots=True)
class Phrase:
    """`parties` may be empty for a title that waits for coreference (`pending` says of which kind). `noun` is the head word of a title, which stands for
    the whole phrase while the parser reads."""

    start: int
    end: int
    parties: tuple[Party, ...]
    form: str
    why: str
    pending: tuple[Title, ...] = ()
    inferred: bool = False
    noun: str | None = None


@dataclass(slots=True)
class Reader:
    """Reads one sentence; `names` are spans of unknown names, `hits` and `titles` what the scans found."""

    text: str
    hits: list[Hit]
    titles: list[TitleHit]
    names: list[tuple[int, int]]
    language: str
    day: date | None
    people: People
    used: set[int] = field(default_factory=set)
    used_names: set[int] = field(default_factory=set)
    used_titles: set[int] = field(default_factory=set)

    def phrases(self) -> list[Phrase]:
        found: list[Phrase] = []
        for index, title in enumerate(self.titles):
            if index not in self.used_titles:
                phrase = self._title(title)
                if phrase is not None:
                    phrase.noun = self._noun(title)
                    found.append(phrase)
        taken = [(p.start, p.end) for p in found]
        for index, hit in enumerate(self.hits):
            if index not in self.used and not any(a <= hit.start < b for a, b in taken):
                phrase = self._name(index, hit)
                if phrase is not None:
                    found.append(phrase)
        for index, (start, end) in enumerate(self.names):
            if index not in self.used_names and not any(a <= start < b for a, b in taken):
                party = self.people.unknown(self.text[start:end])
                found.append(Phrase(start, end, (party,), "name", "a name that no table knows"))
        found.sort(key=lambda phrase: phrase.start)
        return found

    @property
    def _words(self) -> Coreference:
        return coreference(self.language)

    @property
    def _data(self) -> Language:
        return language_data(self.language)

    # --- titles

    def _title(self, hit: TitleHit) -> Phrase | None:
        start, end = hit.start, hit.end
        if any(a <= start < b for a, b in self._person_spans()):
            return None
        owners: list[str] = []
        start, former, left = self._left_owner(hit.start)
        owners.extend(left)
        if hit.gap:
            for index, other in self._hits_in(*hit.gap):
                if other.kind in OWNERS:
                    owners.extend(self._ids(other))
                    self.used.add(index)
        persons: list[Party | tuple[str, int]] = []
        joined = False
        while True:
            step = self._right(start, end, owners, bool(persons), hit.plural)
            if step is None:
                break
            kind, value, new_end = step
            if kind == "owner":
                owners.extend(value if isinstance(value, list) else [])
            else:
                persons.append(value)  # type: ignore[arg-type]
            joined = True
            end = new_end
        if not joined and not owners:
            end = hit.end
        title, owner_ids = self._choose(hit.titles, owners)
        if title.counterpart and not persons:
            return Phrase(
                start,
                end,
                self._owner_parties(owner_ids, start, end),
                "counterpart",
                "",
                hit.titles,
            )
        text = self.text[start:end]
        if persons:
            return self._held(persons, title, owner_ids, start, end, text)
        name = self._apposed_name(start)
        if name is not None and (owner_ids or title.title):
            party = self._person_of(name, text, title, owner_ids)
            if party is not None:
                return Phrase(name[1], end, (party,), "office", f"{title.title} after the name")
        if not owner_ids:
            return Phrase(start, end, (), "office", "", (title,))
        several = hit.plural and len(owner_ids) == 1
        results = [
            office_party(title, of, text, None if former else self.day, plural=several)
            for of in owner_ids
        ]
        form = "institution" if title.institution else "people" if several else "office"
        inferred = any(filled for _, filled in results)
        why = f"{title.title} of {', '.join(owner_ids)}" + (" on that day" if inferred else "")
        return Phrase(start, end, tuple(p for p, _ in results), form, why, inferred=inferred)

    def _held(
        self,
        persons: list[Party | tuple[str, int]],
        title: Title,
        owners: list[str],
        start: int,
        end: int,
        text: str,
    ) -> Phrase:
        parties: list[Party] = []
        for position, person in enumerate(persons):
            of = (
                owners[position]
                if position < len(owners)
                else (owners[0] if len(owners) == 1 else None)
            )
            if title.institution:
                of = None
            party = self._person_of((person, start), text, title, [of] if of else [])
            if party is not None:
                parties.append(party)
        why = f"named, {title.title}" + (f" of {', '.join(owners)}" if owners else "")
        return Phrase(start, end, tuple(parties), "office", why)

    def _person_of(
        self, name: tuple[object, int], text: str, title: Title, owners: list[str]
    ) -> Party | None:
        key = name[0]
        of = owners[0] if owners else title.of
        if isinstance(key, str) and key.startswith("person:"):
            if title.title in ("leader", "counterpart") or not of or title.institution:
                return self.people.known(key, text)
            party = known_person(key, text, self.day, (title, of))
            return self.people.remember(party)
        if isinstance(key, str):
            fitting = None if title.counterpart else title
            return self.people.remember(unknown_person(key, text, fitting, of))
        return None

    def _choose(self, titles: tuple[Title, ...], owners: list[str]) -> tuple[Title, list[str]]:
        """The reading of an ambiguous title that fits its owner ("secrétaire d'Etat" of the USA)."""
        codes = {of.split(":", 1)[1] for of in owners}
        for title in titles:
            if title.only and codes & set(title.only):
                return title, owners
        plain = next((t for t in titles if not t.only), titles[0])
        if plain.of and not owners:
            return plain, [plain.of]
        return plain, owners

    def _owner_parties(self, owners: list[str], start: int, end: int) -> tuple[Party, ...]:
        return tuple(_owner_party(of, self.text[start:end]) for of in owners)

    def _left_owner(self, start: int) -> tuple[int, bool, list[str]]:
        """The owner that stands before a title, English fashion; the phrase's start; whether "former"."""
        words = self._words
        position, former = start, False
        while True:
            lead = self.text[:position]
            stripped = lead.rstrip()
            word = next(
                (
                    w
                    for w in words.before_title
                    if stripped.lower().endswith(w)
                    and not stripped[: len(stripped) - len(w)][-1:].isalnum()
                ),
                None,
            )
            if word is None:
                break
            former = former or word in words.former
            position = len(stripped) - len(word)
        owners: list[str] = []
        for index, hit in enumerate(self.hits):
            between = self.text[hit.end : position]
            if hit.end > position or len(between) > 3 or index in self.used:
                continue
            mark = between.strip()
            if hit.kind == "adjective" and between == " " and self.language == "en":
                pass
            elif (
                hit.kind in ("state", "organisation", "seat", "capital")
                and self.language == "en"
                and (
                    mark in words.possessive_mark
                    or (between == " " and hit.kind in ("organisation", "seat", "state"))
                )
            ):
                pass
            else:
                continue
            owners = self._ids(hit)
            self.used.add(index)
            position = hit.start
            break
        if owners:
            lead = self.text[:position]
            if lead.lower().endswith("the "):
                position -= 4
        return position, former, owners

    def _right(
        self, start: int, end: int, owners: list[str], has_person: bool, plural: bool
    ) -> tuple[str, object, int] | None:
        """What joins on the right: an owner (adjective, "de X") or a holder's name."""
        words = self._words
        rest = self.text[end:]
        for index, hit in enumerate(self.hits):
            if hit.start < end or index in self.used:
                continue
            between = self.text[end : hit.start]
            if len(between) > 25:
                break
            join = between.strip().lower().replace("’", "'")
            if hit.kind == "adjective" and self.language == "fr":
                if (join == "" and between and not owners) or (join == "et" and owners):
                    self.used.add(index)
                    return "owner", self._ids(hit), hit.end
                break
            if (
                hit.kind in ("state", "organisation", "capital", "seat")
                and join in words.of
                and not owners
            ):
                if hit.kind == "capital" and join not in ("de", "d'", "of"):
                    break
                self.used.add(index)
                return "owner", self._ids(hit), hit.end
            if hit.kind in ("person", "surname"):
                first = self._strip_honorific(join)
                if first in ("", ",") or (has_person and first in ("et", "and")) or self._is_epithet(first):
                    chosen = self.people.choose(hit.ids, titled=True)
                    if chosen is not None:
                        self.used.add(index)
                        return "person", chosen, hit.end
            break
        if not owners and not has_person and (body := self._body(end)):
            return "owner", body[0], body[1]
        for index, (begin, stop) in enumerate(self.names):
            if index in self.used_names or begin < end:
                continue
            join = self._strip_honorific(self.text[end:begin].strip())
            if join == "" or (join == "," and owners):
                self.used_names.add(index)
                return "person", self.text[begin:stop], stop
            break
        single = re.match(r"\s(?:M\.|Mme|Mr\.?)?\s?([A-ZÀ-Þ][\w'’-]+)", rest)
        if single and not has_person and single.group(1) in self.people:
            party = self.people.named(single.group(1))
            if party is not None:
                return "person", party.id or party.name, end + single.end()
        return None

    def _is_epithet(self, words: str) -> bool:
        """"le président *d'extrême droite* Jair Bolsonaro", "le président *sortant* ..."."""
        parts = words.split()
        if not parts or len(parts) > 3 or not re.fullmatch(r"[a-zà-ÿ'’ -]+", words):
            return False
        if parts[0] in ("d'extrême", "d'extrême-droite", "de", "d'extreme", "far-right", "far-left"):
            return True
        return len(parts) == 1 and not verb_forms.finite(words, self.language) and words not in stop_words(self.language) and len(words) > 3

    def _is_possessed(self, start: int) -> bool:
        words = self.text[:start].split()
        return bool(words) and words[-1].lower() in self._words.possessive

    def _body(self, end: int) -> tuple[list[str], int] | None:
        """The institution that an office belongs to ("porte-parole du ministère chinois de la Défense"):
        its state or organisation, and where its phrase ends."""
        for index, title in enumerate(self.titles):
            if title.start < end or index in self.used_titles:
                continue
            join = self.text[end : title.start].strip().lower().replace("’", "'")
            if join not in self._words.of or not title.titles[0].institution:
                return None
            phrase = self._title(title)
            if phrase is None or not phrase.parties:
                return None
            self.used_titles.add(index)
            party = phrase.parties[0]
            of = f"state:{party.country}" if party.country else party.id
            return ([of] if of else []), phrase.end
        return None

    def _noun(self, hit: TitleHit) -> str:
        """The head word of a title: the first in French, the last in English."""
        words = self.text[hit.start : hit.end].split()
        noun = words[0] if self.language == "fr" else words[-1]
        return self._data.title_heads.get(noun.lower(), noun)

    def _strip_honorific(self, join: str) -> str:
        for word in self._words.honorifics:
            if join.lower().endswith(word.lower()):
                return join[: -len(word)].strip()
        return join

    def _apposed_name(self, start: int) -> tuple[str, int] | None:
        """A person's name right before a title, with a comma: "Wang Yi, le chef de ..."."""
        lead = self.text[:start]
        at = _LEADING_ARTICLE.search(lead)
        if at is not None:
            lead = lead[: at.start() + (1 if at.group()[0] in ' ("«“' else 0)]
        lead = lead.rstrip()
        if not lead.endswith(","):
            return None
        stop = len(lead) - 1
        for index, hit in enumerate(self.hits):
            if hit.end == stop and hit.kind in ("person", "surname"):
                chosen = self.people.choose(hit.ids, titled=True)
                if chosen is not None:
                    self.used.add(index)
                    return chosen, hit.start
        for index, (a, b) in enumerate(self.names):
            if b == stop:
                self.used_names.add(index)
                return self.text[a:b], a
        return None

    # --- names

    def _name(self, index: int, hit: Hit) -> Phrase | None:
        start, end, text = hit.start, hit.end, hit.text
        if hit.kind in ("person", "surname"):
            chosen = self.people.choose(
                hit.ids, titled=hit.kind == "person" or self._honoured(start)
            )
            if chosen is None:
                return None
            return Phrase(
                start, end, (self.people.known(chosen, text),), "name", "a name of the table"
            )
        if hit.kind == "prefix":
            following = self.hits[index + 1] if index + 1 < len(self.hits) else None
            if following is None or following.kind != "adjective" or following.start != end + 1:
                return None
            self.used.add(index + 1)
            ids = [*self._ids(hit), *self._ids(following)]
            parties = tuple(state_party(of, self.text[start : following.end]) for of in ids)
            return Phrase(
                start, following.end, parties, "demonym", "a compound of two nationalities"
            )
        ids = self._ids(hit)
        if not ids:
            return None
        if hit.kind == "organisation" or ids[0].startswith("org:"):
            party = organisation_party(ids[0], text)
            return Phrase(start, end, (party,), "name", "an organisation's name")
        if hit.kind == "state":
            return Phrase(start, end, (state_party(ids[0], text),), "name", "a state's name")
        if hit.kind == "adjective":
            return Phrase(start, end, (state_party(ids[0], text),), "demonym", "a nationality")
        if hit.kind == "people":
            party = state_party(ids[0], text)
            return Phrase(start, end, (party,), "people", "nationals of the state")
        form, why = self._city(start)
        sector = "GOV" if form == "metonym" else None
        return Phrase(start, end, (state_party(ids[0], text, sector=sector),), form, why)

    def _city(self, start: int) -> tuple[str, str]:
        """Whether a capital or seat is its state or a place, by the preposition before it."""
        places = self._data.places
        lead = " " + self.text[:start].lower().replace("’", "'").replace("'", "' ").rstrip()
        lead = re.sub(r" (?:la|le|l'|the)$", "", lead)
        if lead.endswith(tuple(" " + word for word in places["prepositions"])):
            return "place", "a seat of government after a preposition of place"
        if lead.endswith(tuple(" " + w for w in (*places["origin"], "du", "d'"))):
            noun = re.search(r"(\w+)\s(?:de|du|d'|of|from)$", lead)
            if noun and noun.group(1).rstrip("s") in {
                w.rstrip("s") for w in places["metonym_nouns"]
            }:
                return "metonym", "a seat of government after a noun of policy"
            return "place", "a seat of government as a place"
        return "metonym", "a seat of government stands for its state"

    def _honoured(self, start: int) -> bool:
        lead = self.text[:start].rstrip()
        return lead.endswith(self._words.honorifics)

    # --- hits

    def _ids(self, hit: Hit) -> list[str]:
        return list(hit.ids[:1]) if len(hit.ids) == 1 else self.people.likely_states(hit.ids)

    def _hits_in(self, start: int, end: int) -> list[tuple[int, Hit]]:
        return [(i, h) for i, h in enumerate(self.hits) if start <= h.start and h.end <= end]

    def _person_spans(self) -> list[tuple[int, int]]:
        return [(h.start, h.end) for h in self.hits if h.kind == "person"]


def _owner_party(of: str, text: str) -> Party:
    return state_party(of, text) if of.startswith("state:") else organisation_party(of, text)
