"""Words for offices, roles and institutions, and where they stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from dragoman.errors import DataError, one_of
from dragoman.languages.coreference import coreference
from dragoman.languages.language import read_table

KEYS = {
    "title", "sector", "words", "split", "single", "only", "of", "any_of", "institution",
    "counterpart",
}  # fmt: skip
OFFICES, ROLES = "titles.toml", "roles.toml"
LEADER = "leader"
_WORD = re.compile(r"[\w-]")
MAX_SPLIT = 60  # characters between the two halves of a split title


@dataclass(frozen=True, slots=True)
class Title:
    """`title` is English. `single`: one holder at a time. `only`: states whose office this word names.
    `of`: a fixed owner. `any_of`: whichever of these offices the state has. `institution`: a body, not
    a person. `counterpart`: the same office on the other side."""

    title: str
    sector: str | None
    single: bool = False
    only: tuple[str, ...] = ()
    of: str | None = None
    any_of: tuple[str, ...] = ()
    institution: bool = False
    counterpart: bool = False

    @property
    def leader(self) -> bool:
        """Whether it means whoever leads the state ("le dirigeant russe")."""
        return self.title == LEADER


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A title's words at [start, end). `gap` is the stretch between the halves of a split title
    ("ministre [russe] des Affaires étrangères"), where its owner may stand. `plural`: several people."""

    start: int
    end: int
    titles: tuple[Title, ...]
    gap: tuple[int, int] | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    whole: dict[str, tuple[Title, ...]]
    heads: AhoCorasick  # every whole title, and the first halves of the split ones
    begin: re.Pattern[str]  # where one may begin
    split: dict[str, list[tuple[str, Title]]]
    acronyms: frozenset[str]


def find(text: str, language: str, *, roles: bool = False) -> list[TitleHit]:
    """Every title in the text, leftmost and longest, none overlapping.

    With `roles` also the nouns of people by what they do ("police", "protesters", "fishermen"): in a
    bare phrase they say who is meant; in a sentence most of them stand for nobody.
    """
    return list(_found(text, language, roles))


# Each sentence of an article is asked for twice: for the strangers in it, and to be read.
@lru_cache(maxsize=1024)
def _found(text: str, language: str, roles: bool) -> tuple[TitleHit, ...]:
    table = _table(language, roles)
    folded = _fold(text)
    hits: list[TitleHit] = []
    position = 0
    found = table.heads.find_matches_as_indexes(folded, overlapping=True)
    for _, start, end in sorted(found, key=lambda match: (match[1], -match[2])):
        if start < position or _WORD.match(folded, end) or not table.begin.match(folded, start):
            continue
        position, words = end, folded[start:end]
        if words in table.acronyms and not text[start:end].isupper():
            continue  # "5 pm"
        hit = _split_hit(folded, start, table, language) or (
            TitleHit(start, end, table.whole[words], plural=_plural(words, language))
            if words in table.whole
            else None
        )
        if hit is not None:
            hits.append(hit)
            position = hit.end
    return tuple(hits)


@cache
def sector_of(title: str) -> str | None:
    """The sector of who holds an office, by its English title ("speaker"); null for one in no table."""
    return next(
        (known.sector for known, _, _ in _entries("en", True) if known.title == title), None
    )


def _split_hit(folded: str, start: int, table: _Table, language: str) -> TitleHit | None:
    first = re.match(r"[\w'-]+", folded[start:])
    if first is None:
        return None
    best: TitleHit | None = None
    for head, tails in table.split.items():
        if not folded.startswith(head + " ", start):
            continue
        begin = start + len(head)
        for tail, title in tails:
            window = folded[begin : begin + MAX_SPLIT + len(tail)]
            at = re.match(rf"(\s[^\s,.;:()«»\"]+){{0,3}}?\s{re.escape(tail)}(?!\w)", window)
            if at is None:
                continue
            end = begin + at.end()
            if best is None or end > best.end:
                gap = (begin, end - len(tail))
                best = TitleHit(
                    start,
                    end,
                    (title,),
                    gap if gap[1] - gap[0] > 1 else None,
                    _plural(head, language),
                )
    return best


def _plural(words: str, language: str) -> bool:
    """Whether the head word of a title is a plural; French titles begin with it, English end."""
    parts = words.split()
    head = parts[0] if language == "fr" else words.split(" of ")[0].split(" for ")[0].split()[-1]
    return head.endswith(("s", "x", "men")) and not head.endswith(("ss", "fils"))


def _fold(text: str) -> str:
    """Lower case with straight apostrophes, of the same length as the text."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow ("İ"): fold those letters one by one
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("’", "'")


@cache
def _entries(
    language: str,
    roles: bool,
) -> tuple[tuple[Title, tuple[str, ...], tuple[tuple[str, str], ...]], ...]:
    result = []
    for file in (OFFICES, ROLES) if roles else (OFFICES,):
        for number, entry in enumerate(read_table(language, file).get("title", []), 1):
            where = f"languages/{language}/{file}, title {number}"
            if unknown := set(entry) - KEYS:
                raise DataError(f"{where}: unknown key {sorted(unknown)}; {one_of(KEYS)}")
            words = tuple(entry.get("words", []))
            result.append((_title(entry), words, tuple(map(tuple, entry.get("split", [])))))
    return tuple(result)


def _title(entry: dict[str, Any]) -> Title:
    return Title(
        title=entry["title"],
        sector=entry.get("sector"),
        single=entry.get("single", False),
        only=tuple(entry.get("only", [])),
        of=entry.get("of"),
        any_of=tuple(entry.get("any_of", [])),
        institution=entry.get("institution", False),
        counterpart=entry.get("counterpart", False),
    )


@cache
def _table(language: str, roles: bool) -> _Table:
    whole: dict[str, list[Title]] = {}
    split: dict[str, list[tuple[str, Title]]] = {}
    for title, words, halves in _entries(language, roles):
        for word in words:
            entries = whole.setdefault(_fold(word), [])
            if title not in entries:
                entries.append(title)
        for head, tail in halves:
            split.setdefault(_fold(head), []).append((_fold(tail), title))
            whole.setdefault(_fold(f"{head} {tail}"), [title])
    acronyms = frozenset(
        _fold(word) for _, words, _ in _entries(language, roles) for word in words if word.isupper()
    )
    # "then-president": a prefix that makes another title of one leaves the title's words as they are
    prefixes = [word for word in coreference(language).changes if word.endswith("-")]
    begin = "|".join([r"(?<![\w-])", *(rf"(?<=\b{re.escape(word)})" for word in prefixes)])
    return _Table(
        {word: tuple(entries) for word, entries in whole.items()},
        AhoCorasick(sorted({*whole, *split}), store_patterns=False),
        re.compile(begin),
        split,
        acronyms,
    )
