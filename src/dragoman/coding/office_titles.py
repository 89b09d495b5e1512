"""Which office a passage means: the title after a verb of naming, or the one that a person holds."""

from __future__ import annotations

from datetime import date

from dragoman.analysis.document import Document, Mention, Node, Sentence
from dragoman.analysis.parties import leading_office
from dragoman.languages import titles
from dragoman.languages.offices import OfficeWords
from dragoman.languages.titles import Title
from dragoman.records import OfficeHeld, Party

REACH = 45  # characters after a verb of naming in which its title begins


class Titles:
    """The offices that one sentence names."""

    def __init__(self, sentence: Sentence, document: Document, words: OfficeWords) -> None:
        self.sentence, self.document, self.words = sentence, document, words
        anchor = document.article.anchor
        self.day: date | None = anchor.day if anchor else None

    def after(self, verb: Node, person: Party, owner: str | None) -> OfficeHeld | None:
        """The office that the words after a verb name: "élu président du Ghana"."""
        at = verb.end - self.sentence.start
        for hit in titles.find(self.sentence.text[at:], self.document.language):
            begin = at + hit.start
            if hit.start > REACH or not self._links(at, begin):
                return None
            title = self._fitting(hit.titles)
            if title is None:
                return None
            of = self._owner(self.sentence.start + begin) or title.of or owner
            of = of or self._own_state(person)
            return OfficeHeld(title=title.title, of=of) if of else None
        return None

    def _links(self, start: int, end: int) -> bool:
        """Whether between a verb and a title stand only the person's name and small words."""
        between = self.sentence.text[start:end].lower().replace("’", "'")
        for mention in self.sentence.mentions:
            low, high = mention.start - self.sentence.start, mention.end - self.sentence.start
            if start <= low < end:
                name = self.sentence.text[low : min(high, end)].lower().replace("’", "'")
                between = between.replace(name, " ")
        for time in self.sentence.times:
            between = between.replace(time.text.lower(), " ")
        left = [w.strip(",") for w in between.replace("'", "' ").split()]
        links = " ".join(self.words.words["title_links"]).replace("'", "' ").split()
        return all(not w or w in links for w in left)

    def _fitting(self, found: tuple[Title, ...]) -> Title | None:
        return next(
            (
                t
                for t in found
                if not t.institution
                and t.sector in self.words.words["sectors"]
                and t.title not in self.words.words["never_titles"]
            ),
            None,
        )

    def _owner(self, position: int) -> str | None:
        """The owner that the title's own phrase names."""
        for mention in self.sentence.mentions:
            if not mention.start <= position < mention.end:
                continue
            for party in mention.parties:
                if party.office is not None and self._names_owner(mention):
                    return party.office.of
        return None

    def _names_owner(self, mention: Mention) -> bool:
        return "before" not in mention.why and not mention.assumed

    def _own_state(self, person: Party) -> str | None:
        if person.office is not None:
            return person.office.of
        return f"state:{person.country}" if person.country else None

    def of_person(self, person: Party) -> OfficeHeld | None:
        """The office that the text or the tables give the person."""
        held = person.office
        if held is None:
            return None
        if held.title in self.words.words["never_titles"] and held.title != "leader":
            return None
        if held.title == "leader":
            name = leading_office(held.of, self.day)[0] if held.of.startswith("state:") else None
            return OfficeHeld(title=name, of=held.of) if name else held
        return held

    def held(self, person: Party, mention: Mention) -> OfficeHeld | None:
        """What the person is known to hold, or for a counterpart the office of whoever he is the
        counterpart of."""
        held = self.of_person(person)
        if held is not None:
            return held
        hits = titles.find(self.document.text[mention.start : mention.end], self.document.language)
        of = self._own_state(person)
        if of is None or not any(t.counterpart for h in hits for t in h.titles):
            return None
        for earlier in reversed(self.sentence.mentions):
            if earlier.start < mention.start:
                for party in earlier.parties:
                    if party.kind == "person" and party.office and party.office.of != of:
                        return OfficeHeld(title=party.office.title, of=of)
        return None
