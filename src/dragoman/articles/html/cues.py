"""The words that authors of pages call the parts of their markup by, from `cues.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

from dragoman.errors import DataError, one_of

_PATH = Path(__file__).with_name("cues.toml")
_META = ("title", "author", "published", "updated", "section", "outlet", "site", "language", "lead")
_BLOCKS = (
    "text", "lead", "caption", "other", "card", "sharing", "tags", "author", "date", "notice", "quote",
    "comments", "path",
)  # fmt: skip


@dataclass(frozen=True)
class Cues:
    """Words of names in the markup; `*_labels` are phrases, the longest first,
    `meta` the names of meta elements,
    `blocks` names of parts of the running text."""

    caption: frozenset[str]
    not_caption: frozenset[str]
    credit: frozenset[str]
    elsewhere: frozenset[str]
    cards: frozenset[str]
    picture: frozenset[str]
    no_section: frozenset[str]
    date: frozenset[str]
    date_parts: frozenset[str]
    updated: frozenset[str]
    meta: dict[str, tuple[str, ...]]
    author: frozenset[str]
    author_parts: frozenset[str]
    breadcrumb: frozenset[str]
    kicker: frozenset[str]
    blocks: dict[str, frozenset[str]]
    caption_labels: tuple[str, ...]
    credit_labels: tuple[str, ...]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Raises DataError for unknown or missing keys."""
    data = tomllib.loads(_PATH.read_text(encoding="utf-8"))
    labels = data.pop("labels", {})
    meta, blocks = data.pop("meta", {}), data.pop("blocks", {})
    apart = {"caption_labels", "credit_labels", "meta", "blocks"}
    names = {f.name for f in fields(Cues)} - apart
    for keys, wanted in (
        (data, names),
        (labels, {"caption", "credit"}),
        (meta, set(_META)),
        (blocks, set(_BLOCKS)),
    ):
        if set(keys) != wanted:
            wrong = ", ".join(sorted(set(keys) ^ wanted))
            raise DataError(f"{_PATH.name}: missing or unknown: {wrong}; keys are {one_of(wanted)}")
    return Cues(
        **{name: frozenset(w.casefold() for w in data[name]) for name in names},
        caption_labels=_phrases(labels["caption"]),
        credit_labels=_phrases(labels["credit"]),
        blocks={name: frozenset(w.casefold() for w in blocks[name]) for name in _BLOCKS},
        meta={name: tuple(meta[name]) for name in _META},
    )


@cache
def selecting(words: frozenset[str], tag: str = "") -> str:
    """A selector of the elements whose class holds one of the words, as part of a word too."""
    # A word that holds another selects nothing more.
    shortest = (w for w in sorted(words) if not any(o != w and o in w for o in words))
    return ", ".join(f'{tag}[class*="{word}" i]' for word in shortest)


def _phrases(phrases: list[str]) -> tuple[str, ...]:
    return tuple(sorted({p.casefold() for p in phrases}, key=lambda p: (-len(p), p)))
