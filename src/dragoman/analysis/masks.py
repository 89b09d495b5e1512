"""Names are masked before parsing and mapped back after.

The small parsers read "Vladimir Poutine ... Xi Jinping" as one name and lose the subject of
"Pékin s'est dit ..."; with plain names in their place they do not. A mask is data of the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.analysis.rows import first_of_row
from dragoman.gazetteer.matcher import Hit
from dragoman.languages.language import Language

_WORD_BEFORE = re.compile(r"([\w'’-]+)\s*$")
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w'’-]*"
_PARTICLE = (
    r"(?:de|del|della|der|den|van|von|al|el|bin|ben|ibn|di|da|dos|du|la|le|ould|ter|abu|Abu|Ould)"
)
# Two or more capitalised words in a row: the name of somebody whom no table knows.
_NAME_RUN = re.compile(
    rf"{_CAPITALISED}(?:[ ][A-Z]\.(?=[ ][A-ZÀ-Þ])|"
    rf"[ ](?:(?:{_PARTICLE}[ ]){{1,2}}|al-|el-)?{_CAPITALISED})+"
)


MAX_CAPITALS = 30  # a longer run in capitals is a headline


@dataclass(frozen=True, slots=True)
class Piece:
    """`masked` characters [start:end) stand for the sentence's characters [source_start:source_end)."""

    start: int
    end: int
    source_start: int
    source_end: int
    replaced: bool


@dataclass(slots=True)
class Masked:
    text: str
    pieces: list[Piece]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the sentence that the masked span [start:end) stands for."""
        return self._at(start, last=False), self._at(end - 1, last=True)

    def _at(self, position: int, *, last: bool) -> int:
        low, high = 0, len(self.pieces) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.pieces[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        piece = self.pieces[low]
        if piece.replaced:
            return piece.source_end if last else piece.source_start
        return piece.source_start + (position - piece.start) + (1 if last else 0)


@dataclass(frozen=True, slots=True)
class Replacement:
    start: int
    end: int
    text: str


def unknown_names(
    sentence: str, taken: list[tuple[int, int]], no_names: frozenset[str]
) -> list[tuple[int, int]]:
    """Spans of runs of capitalised words that overlap none of `taken`: people no table knows.

    `no_names` are function words: one that only has its capital from the sentence's beginning is left out.
    """
    characters = list(sentence)
    for start, end in taken:
        characters[start:end] = "\0" * (end - start)
    found = []
    for at in _NAME_RUN.finditer("".join(characters)):
        start, end = at.span()
        words = at.group().split()
        while words and words[0].lower().rstrip("'’") in no_names:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) > 1 and not (at.group().isupper() and end - start > MAX_CAPITALS):
            found.append((start, end))
    return found


def replacements(
    sentence: str,
    hits: list[Hit],
    phrases: list[tuple[int, int, str]],
    names: list[tuple[int, int]],
    dropped: list[tuple[int, int]],
    language: Language,
) -> list[Replacement]:
    """What to put for each known name, unknown name and dropped time; in order, none overlapping.

    `phrases` are whole phrases of a title with its owner and holder, and the noun that stands for each.
    """
    result: list[Replacement] = [Replacement(start, end, noun) for start, end, noun in phrases]
    used: dict[tuple[str, ...], str] = {}
    counters: dict[str, int] = {}

    def mask(kind: str, ids: tuple[str, ...]) -> str:
        pool = language.masks[kind]
        key = (kind, *ids)
        if key not in used:
            used[key] = pool[counters.get(kind, 0) % len(pool)]
            counters[kind] = counters.get(kind, 0) + 1
        return used[key]

    previous: Hit | None = None
    for index, hit in enumerate(hits):
        start, end = hit.start, hit.end
        first = first_of_row(sentence, hits, index, language.code)
        before = _before(sentence, start)
        if (
            previous is not None
            and previous.ids == hit.ids
            and re.fullmatch(r"\s*\(\s*", sentence[previous.end : start])
            and sentence[end : end + 1] == ")"
        ):
            # "l'Organisation ... (OCS)": the acronym goes with its brackets
            result.append(Replacement(previous.end, end + 1, ""))
        elif hit.kind in ("person", "surname"):
            result.append(Replacement(start, end, mask("person", hit.ids)))
        elif hit.kind in ("state", "capital", "seat", "organisation"):
            gender = _gender(before, language)
            if before in language.articles["drop"]:
                lead = len(sentence[:start].rstrip()) - len(before)
                result.append(
                    Replacement(lead, end, _sentence_case(sentence, lead, mask("bare", hit.ids)))
                )
            elif gender:
                result.append(Replacement(start, end, mask(gender, hit.ids)))
            elif _is_after_preposition(sentence, hits[first].start, language):
                result.append(Replacement(start, end, mask("place", hit.ids)))
            else:
                text = _sentence_case(sentence, start, mask("bare", hit.ids))
                result.append(Replacement(start, end, text))
        previous = hit
    for number, (start, end) in enumerate(names):
        result.append(Replacement(start, end, mask("person", (f"unknown-{number}",))))
    result.extend(Replacement(start, end, "") for start, end in dropped)
    result.sort(key=lambda r: (r.start, -r.end))
    clean: list[Replacement] = []
    for replacement in result:
        if not clean or replacement.start >= clean[-1].end:
            clean.append(replacement)
    return clean


def apply(sentence: str, wanted: list[Replacement]) -> Masked:
    """The sentence with its replacements made, and the map back."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = position = 0

    def add(text: str, source_start: int, source_end: int, replaced: bool) -> None:
        nonlocal length
        if text:
            pieces.append(Piece(length, length + len(text), source_start, source_end, replaced))
            parts.append(text)
            length += len(text)

    for replacement in wanted:
        add(sentence[position : replacement.start], position, replacement.start, False)
        add(replacement.text, replacement.start, replacement.end, True)
        position = replacement.end
    add(sentence[position:], position, len(sentence), False)
    return Masked("".join(parts), pieces)


def _before(sentence: str, start: int) -> str:
    """The word before a position, lower-case; elided articles keep their apostrophe."""
    at = _WORD_BEFORE.search(sentence[:start])
    word = at.group(1).lower().replace("’", "'") if at else ""
    return word.rsplit("'", 1)[-2] + "'" if word.endswith("'") and word.count("'") > 1 else word


def _gender(before: str, language: Language) -> str | None:
    """The mask that fits the article before a name: feminine, masculine, plural or elided."""
    for name in ("masculine", "feminine", "plural", "elided"):
        if before in language.articles[name]:
            return name
    return None


def _sentence_case(sentence: str, start: int, text: str) -> str:
    if sentence[:start].strip(" \"«“'-–—"):
        return text
    return text[0].upper() + text[1:]


def _is_after_preposition(sentence: str, start: int, language: Language) -> bool:
    lead = " " + sentence[:start].rstrip().lower().replace("’", "'").replace("'", "' ")
    return lead.rstrip().endswith(tuple(" " + word for word in language.prepositions))
