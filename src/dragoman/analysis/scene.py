"""One sentence before it is parsed: its text, and what the scans found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dragoman.analysis.people import People
from dragoman.gazetteer.codes import state_on
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.language import Language, language_data
from dragoman.languages.titles import Title, TitleHit
from dragoman.records import Party

Listed = Literal["and", "comma"]
OWNERS = ("state", "organisation", "seat", "capital")  # hits that a title may belong to


@dataclass(slots=True)
class Phrase:
    """Words that name a party. Offsets are in the sentence.

    `parties` may be empty for a title that waits for coreference (`pending` says of which kind).
    `noun` is the head word of a title, which stands for the whole phrase while the parser reads. `role` is
    the title of somebody named, where the phrase does not say of which state or only of which town.
    """

    start: int
    end: int
    parties: tuple[Party, ...]
    form: str
    why: str
    pending: tuple[Title, ...] = ()
    noun: str | None = None
    role: Title | None = None


@dataclass(slots=True)
class Scene:
    """`hits` are the gazetteer's, `titles` the title words, `names` spans of names that no table knows.

    The `used` sets hold the indices of what a phrase has taken up already.
    """

    text: str
    hits: list[Hit]
    titles: list[TitleHit]
    names: list[tuple[int, int]]
    language: str
    day: date | None
    people: People
    used_hits: set[int] = field(default_factory=set)
    used_names: set[int] = field(default_factory=set)
    used_titles: set[int] = field(default_factory=set)

    @property
    def words(self) -> Coreference:
        return coreference(self.language)

    @property
    def data(self) -> Language:
        return language_data(self.language)

    def ids(self, hit: Hit) -> list[str]:
        """The party that a hit means on the day; empty where it is ambiguous and the article does not
        help. A state that was not there yet is the one that stood in its place: Moscow in 1985."""
        found = list(hit.ids) if len(hit.ids) == 1 else self.people.likely_states(hit.ids)
        if self.day is None:
            return found
        return [state_on(id, self.day) if id.startswith("state:") else id for id in found]

    def join(self, start: int, end: int) -> str:
        """The words between two places, folded: lower case, straight apostrophes, no outer space."""
        return self.text[start:end].strip().lower().replace("’", "'")

    def without_honorific(self, join: str) -> str:
        """What stands between a title and a name, less "M.", "Mr" and the like."""
        for word in self.words.honorifics:
            if join.endswith(word.lower()):
                return join[: -len(word)].strip()
        return join

    def listed(self, start: int, end: int, *, possessive: bool = False) -> Listed | None:
        """How two names stand in a list, by the words between them: "and" for the last two ("et de la"),
        "comma" for those before; null where these words make no list."""
        join = self.join(start, end)
        if possessive:
            mark = next((m for m in self.words.possessive_mark if join.startswith(m)), "")
            join = join.removeprefix(mark).strip()
        rest = join.removeprefix(",").strip()
        word = next((w for w in self.words.conjunctions if f"{rest} ".startswith(f"{w} ")), None)
        between = rest.removeprefix(word).strip() if word else rest
        if between and between not in self.words.of | self.words.articles:
            return None
        return "and" if word else "comma" if join.startswith(",") else None

    def is_possessor(self, hit: Hit) -> bool:
        """Whether a name has the mark of a possessor behind it ("Norway's")."""
        return self.text[hit.end :].startswith(self.words.possessive_mark)
