"""One sentence before it is parsed: its text, and what the scans found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dragoman.analysis.people import People
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.coreference import Coreference, coreference
from dragoman.languages.language import Language, language_data
from dragoman.languages.titles import Title, TitleHit
from dragoman.records import Party


@dataclass(slots=True)
class Phrase:
    """Words that name a party. Offsets are in the sentence.

    `parties` may be empty for a title that waits for coreference (`pending` says of which kind).
    `noun` is the head word of a title, which stands for the whole phrase while the parser reads.
    """

    start: int
    end: int
    parties: tuple[Party, ...]
    form: str
    why: str
    pending: tuple[Title, ...] = ()
    noun: str | None = None


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
        """The party that a hit means; empty where it is ambiguous and the article does not help."""
        return list(hit.ids) if len(hit.ids) == 1 else self.people.likely_states(hit.ids)

    def join(self, start: int, end: int) -> str:
        """The words between two places, folded: lower case, straight apostrophes, no outer space."""
        return self.text[start:end].strip().lower().replace("’", "'")

    def without_honorific(self, join: str) -> str:
        """What stands between a title and a name, less "M.", "Mr" and the like."""
        for word in self.words.honorifics:
            if join.endswith(word.lower()):
                return join[: -len(word)].strip()
        return join
