"""Whether a caption belongs to the article's story, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from dragoman.articles.caption_evidence import (
    ArticleWords,
    Evidence,
    as_written,
    evidence,
    is_tied,
    names_as_written,
)
from dragoman.articles.captions import CaptionLine
from dragoman.gazetteer import tables_in_use

_YEAR = 365
_SHARE = 1 / 3
_DYAD = 2  # states


def judge(
    caption: CaptionLine,
    article: ArticleWords,
    *,
    language: str | None,
    days: Iterable[datetime.date],
    beside: Iterable[CaptionLine] = (),
) -> tuple[bool, str]:
    """Whether the caption is of the article's story, and the reason in words.

    `article` are the names and words of title and body, `language` the article's, `days` the other
    days that the page gives for the story, `beside` the page's other captions. In the article's
    language the names and words that it shares are weighed against those that it does not, and
    its date. In another one only names can be shared: a person, an organisation, a word or
    two states, and a third of all that it names; one state makes no story.
    """
    foreign = bool(caption.language and language and caption.language != language)
    others = () if foreign else (other.words for other in beside if other is not caption)
    found = evidence(caption.words, caption.language, article, others)
    far = None if caption.archive else _far(caption.date, list(days))
    against = []
    if foreign:
        against.append(f"in {caption.language}, the article in {language}")
    if far:
        against.append(far)
    if foreign:
        related = _names_tie(found)
    elif not found.names and not far and _is_cased(caption.words):
        return True, "names nobody; nothing speaks against it"
    else:
        # Pages hold pictures of the year before last: names outweigh a date.
        distant = far is not None and not _names_tie(found)
        related = is_tied(found, far=distant, archive=caption.archive)
    said = _related_by(found, caption) if related else _apart_by(found, caption, foreign=foreign)
    return related, said if related else "; ".join([said, *against])


def _names_tie(found: Evidence) -> bool:
    shared, total = found.shared, len(found.names.ids) + len(found.names.words)
    telling = bool(shared.words) or any(not one.startswith("state:") for one in shared.ids)
    telling = telling or len(shared.ids) >= _DYAD
    return telling and len(shared.ids) + len(shared.words) >= total * _SHARE


def _is_cased(text: str) -> bool:
    """Whether the script has capitals, so that a text without any names nobody."""
    return any(c.islower() for c in text)


def _related_by(found: Evidence, caption: CaptionLine) -> str:
    listed = [*_named(found, caption), *_words(found, caption)]
    if not listed:
        return "too little in it to tell; nothing speaks against it"
    return "shares with the article: " + ", ".join(dict.fromkeys(listed))


def _apart_by(found: Evidence, caption: CaptionLine, *, foreign: bool) -> str:
    names, words = _named(found, caption), [] if foreign else _words(found, caption)
    if not found.names:
        said = "names nobody"
    elif not names:
        said = "shares no name with the article"
    else:
        said = f"shares {', '.join(names)} with the article"
    if foreign:
        return said.replace("shares", "shares only", 1) if names else said
    if words:
        return f"{said}, and of its story only: {', '.join(words)}"
    return f"{said}, {'but' if names else 'and'} no word of its story"


def _named(found: Evidence, caption: CaptionLine) -> list[str]:
    """The shared names: parties by their English names, other words as they stand."""
    tables = tables_in_use()
    shown = []
    for one in sorted(found.shared.ids):
        entry = tables.states.get(one) or tables.organisations.get(one) or tables.people.get(one)
        shown.append(entry.name if entry else one)
    return [*shown, *names_as_written(found.shared.words, caption.words)]


def _words(found: Evidence, caption: CaptionLine) -> list[str]:
    return as_written(found.words_shared, caption.words, caption.language)


def _far(day: datetime.date | None, others: list[datetime.date]) -> str | None:
    if day is None or not others:
        return None
    nearest = min(others, key=lambda other: abs(other - day))
    if abs((nearest - day).days) <= _YEAR:
        return None
    return f"dated {day.isoformat()}, over a year from {nearest.isoformat()}"
