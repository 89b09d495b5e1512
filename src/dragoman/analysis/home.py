"""Which state an article is about: the one whose government is "the government" in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from dragoman.analysis.scene import Phrase
from dragoman.gazetteer.places import place
from dragoman.languages.coreference import coreference
from dragoman.languages.language import language_data

# What a mention weighs: in the title, there as the place of what is told, in the first sentence; elsewhere
# it weighs 2 once it has been read, 1 before, and half of that where only people are of the state.
TITLE, SCENE, LEAD_SENTENCE = 3, 6, 2
ENOUGH = 2  # sentences that name a state, or the title
MARGIN = 2  # by how much the first must outweigh the second
_NAME = r"([^\W\d_a-zß-öø-ÿ][\w'’-]+(?: [^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2})"
_COLON = re.compile(r"\s?:")
_REPORTS = "JRN"  # news agencies are named for what they say, not for where they are


class Home:
    """Weighs the states that an article names, by themselves, their capitals, their people, their towns."""

    def __init__(self, title: Counter[str], sentences: Sequence[Counter[str]]) -> None:
        self._sentences = sentences
        self._weights = Counter(title)
        self._places: Counter[str] = Counter(dict.fromkeys(title, ENOUGH))
        self._reached = 0
        for named in sentences:
            self._weights.update(named)
            self._places.update(named.keys())

    def at(self, index: int) -> str | None:
        """The country (alpha-3) that the article is about as far as its `index`th sentence; what is read
        later counts for half. None where no state is named clearly more than all others. Asked in the
        order of the sentences."""
        while self._reached <= min(index, len(self._sentences) - 1):
            self._weights.update(self._sentences[self._reached])
            self._reached += 1
        first, second = [*self._weights.most_common(2), ("", 0), ("", 0)][:2]
        enough = self._places[first[0]] >= ENOUGH
        return first[0] if enough and first[1] >= MARGIN * second[1] else None


def home(
    title: tuple[str, Iterable[Phrase]],
    sentences: Iterable[tuple[str, Iterable[Phrase]]],
    language: str,
) -> Home:
    """From the phrases of an article's title and of each sentence, each with its text."""
    weighed = [_weighed(text, phrases, language) for text, phrases in sentences]
    if weighed:
        weighed[0] = _times(weighed[0], LEAD_SENTENCE)
    return Home(_titled(*title, language), weighed)


def _times(weights: Counter[str], factor: int) -> Counter[str]:
    return Counter({country: factor * weight for country, weight in weights.items()})


def _titled(text: str, phrases: Iterable[Phrase], language: str) -> Counter[str]:
    """The states of a title: those of its scene ("Chile: ...", "... in Chile") weigh most."""
    found: Counter[str] = Counter()
    for phrase in (phrases := list(phrases)):
        before = text[: phrase.start].split()[-1:]
        where = before and before[0].lower() in coreference(language).where
        if phrase.form == "place" or where or _COLON.match(text, phrase.end):
            found.update({p.country: SCENE for p in phrase.parties if p.country})
    return found + _times(_weighed(text, phrases, language), TITLE)


def _weighed(text: str, phrases: Iterable[Phrase], language: str) -> Counter[str]:
    """What a text says of each state (alpha-3): by phrases, and by towns after a word of place."""
    found: Counter[str] = Counter()
    taken = []
    for phrase in phrases:
        taken.append((phrase.start, phrase.end))
        weight = 1 if phrase.form in ("demonym", "people") else 2
        countries = {p.country for p in phrase.parties if p.country and p.sector != _REPORTS}
        found.update(dict.fromkeys(countries, weight))
    for at in _towns(language).finditer(text):
        for number in (1, 2):
            name = at.group(number)
            if name is None or any(a < at.end(number) and at.start(number) < b for a, b in taken):
                continue
            town = place(name, language) or place(name.split()[0], language)
            if town is not None:
                found[town.country] += 2
    return found


@cache
def _towns(language: str) -> re.Pattern[str]:
    words = language_data(language).places["prepositions"]
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?i:{choices}) {_NAME}(?:, {_NAME})?")
