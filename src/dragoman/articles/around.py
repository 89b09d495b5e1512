"""What else stands around an article in its page: keywords, the number of comments, teasers."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dragoman.articles.kinds import Kind
from dragoman.articles.lines import Line
from dragoman.languages.furniture import bare_form, page_furniture, plain_form

_LONGEST_TAG, _MOST_TAGS, _MOST_WORDS = 50, 25, 6
_LONGEST_COUNT = 60
_MOST_COMMENTS = 1_000_000
_TEASER_LEAST, _TEASER_WORDS = 25.0, 4.0
_SEPARATOR = re.compile(r"\s*[,;·•|/#]\s*")
_NUMBER = re.compile(r"(?<!\d)\d{1,3}(?:[ .,]\d{3})*(?!\d)|(?<!\d)\d+(?!\d)")


def tag_lines(
    lines: Sequence[Line], kinds: Sequence[Kind], near: Sequence[int], language: str | None
) -> tuple[tuple[str, ...], list[int]]:
    """The keywords of a page and the lines that they stand in, looked for in the lines `near`.

    They follow a label, in its line ("Tags: NATO, Kosovo") or in lines of their own below it.
    """
    cues = page_furniture(language)
    for i in near:
        text = lines[i].text
        form = plain_form(text)
        for label in cues.at_start("tags", form):
            rest = text[len(label) :].strip()
            if rest[:1] in (":", "："):
                tags = _tags(_SEPARATOR.split(rest[1:].strip(" ,;.")))
                if tags:
                    return tags, [i]
            elif not rest and bare_form(text) == label.strip():
                below = []
                for k in range(i + 1, min(len(lines), i + 1 + _MOST_TAGS)):
                    if kinds[k] is not Kind.SHORT or not _is_tag(lines[k].text.strip("# ")):
                        break
                    below.append(k)
                tags = _tags([lines[k].text for k in below])
                if tags:
                    return tags, [i, *below]
    return (), []


def _tags(words: Sequence[str]) -> tuple[str, ...]:
    found = [word.strip("# .") for word in words]
    found = [word for word in found if word]
    if not found or len(found) > _MOST_TAGS or not all(map(_is_tag, found)):
        return ()
    return tuple(dict.fromkeys(found))


def _is_tag(word: str) -> bool:
    return (
        0 < len(word) <= _LONGEST_TAG
        and len(word.split()) <= _MOST_WORDS
        and word[-1] not in ".!?:"
        and any(map(str.isalpha, word))
    )


def comment_count(line: str, language: str | None) -> int | None:
    """The number of comments that a line states ("12 comments", "Kommentare (3)"), or null."""
    if len(line) > _LONGEST_COUNT:
        return None
    if not page_furniture(language).words_within("comments", plain_form(line)):
        return None
    numbers = _NUMBER.findall(line)
    if len(numbers) != 1:
        return None
    count = int(re.sub(r"\D", "", numbers[0]))
    return count if count <= _MOST_COMMENTS else None


def is_teaser(line: Line, kind: Kind, cased: bool) -> bool:
    """Whether a line that is no part of the article tells of another one: a sentence, or a line of
    several words, that is no menu entry. `cased` tells that the page's script has small letters."""
    if kind is Kind.POINTER:
        return True
    if kind is Kind.TEXT:
        return True
    if kind is not Kind.SHORT or line.units < _TEASER_LEAST:
        return False
    return line.words >= _TEASER_WORDS and (not cased or any(map(str.islower, line.text)))


def teasers(lines: Sequence[Line], kinds: Sequence[Kind], apart: Collection[int]) -> list[int]:
    """Of the lines `apart` from the article those that are teasers, each text once."""
    cased = any(c.islower() for i in apart for c in lines[i].text)
    found: dict[str, int] = {}
    for i in apart:
        if is_teaser(lines[i], kinds[i], cased):
            found.setdefault(lines[i].text, i)
    return list(found.values())
