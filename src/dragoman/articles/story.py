"""What a text is about, by its words: how much of a line stands elsewhere in the article.

A teaser of another story between the paragraphs of an article, or a caption under somebody else's
picture, has the names and subject words of its own story and few of the article's.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.languages.common_words import common_words
from dragoman.languages.remembered import remembered

# Scripts that write no spaces between words; hiragana is left out, as it holds endings and
# particles.
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u30a1-\u30ff\u3400-\u9fff"
_HANGUL = "\uac00", "\ud7a3"
_UNIT = re.compile(
    rf"(?P<run>[{_UNSPACED}]+)|(?:(?![{_UNSPACED}\u3041-\u309f])[^\W\d_])+|\d+(?:[.,]\d+)*"
)
_YEARS = 1900, 2100
_LEAST, _STEM = 4, 6
_ARABIC = re.compile("^[\u0648\u0641]?[\u0628\u0643\u0644]?(?:\u0627\u0644|\u0644\u0644)(?=.{3})")
_PRIOR, _PRIOR_WEIGHT = 0.5, 1.0
_MOST = 4_000  # characters of one line that are looked at


@remembered(4096)
def subject_stems(text: str, language: str | None) -> tuple[str, ...]:
    """The stems of the words that may tell what a text is about, in their order, with repetition.

    A stem is a word without case, accents and what stands after its sixth letter; two syllables
    of a Korean word; two characters where a script writes no spaces. Left out are common words,
    words of less than four letters unless in capitals, single digits and years.
    """
    stems: list[str] = []
    for match in _UNIT.finditer(text[:_MOST]):
        run = match["run"]
        if run is not None:
            stems.extend(run[i : i + 2] for i in range(len(run) - 1))
        elif stem := _stem(match.group(), language):
            stems.append(stem)
    return tuple(stems)


@lru_cache(maxsize=65_536)
def _stem(word: str, language: str | None) -> str | None:
    if word[0].isdigit():
        bare = word.replace(",", "").replace(".", "")
        year = len(word) == 4 and bare.isdecimal() and _YEARS[0] <= int(bare) < _YEARS[1]
        return None if len(bare) < 2 or year else bare
    if word.casefold() in common_words(language):
        return None
    if _HANGUL[0] <= word[0] <= _HANGUL[1]:
        return word[:2] if len(word) > 1 else None
    flat = "".join(
        c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c)
    )
    flat = _ARABIC.sub("", flat)
    if len(flat) < _LEAST and not (word.isupper() and len(word) > 1) and flat.isascii():
        return None
    return flat[:_STEM] if len(flat) > 1 else None


@dataclass(frozen=True)
class Story:
    """The subject words of an article, each stem with the number of lines that it stands in."""

    language: str | None
    lines: Counter[str]
    count: int


def story_of(lines: Iterable[str], language: str | None) -> Story:
    """The story that the lines of an article (title, paragraphs) tell; `language` is ISO 639-1."""
    stems: Counter[str] = Counter()
    count = 0
    for line in lines:
        stems.update(set(subject_stems(line, language)))
        count += 1
    return Story(language, stems, count)


def story_share(text: str, story: Story, *, inside: bool = False) -> float:
    """How much of the line's subject words stand in the story, 0 to 1.

    `inside` tells that the line is one of the story's own: only what other lines have counts then.
    The share is drawn to one half as if one more word half stood there, so that a line of few
    words, or none that tell of a subject (0.5), is not judged by them.
    """
    least = 2 if inside else 1
    stems = set(subject_stems(text, story.language))
    found = sum(story.lines[stem] >= least for stem in stems)
    return (found + _PRIOR * _PRIOR_WEIGHT) / (len(stems) + _PRIOR_WEIGHT)
