"""Captions: what speaks for a line's being one, and what it says of itself."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from dragoman.articles.credits import split_photo_credit
from dragoman.articles.dateline import dateline
from dragoman.articles.tongue import language_of
from dragoman.languages.dates import absolute_dates
from dragoman.languages.furniture import Furniture, page_furniture, plain_form
from dragoman.languages.remembered import remembered

_LONGEST = 700
_AFTER_LABEL = (":", " :", "：", " -", " –", " —")
_LEADING_DATE = 30  # a date before this place is rather a dateline's
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\d_a-z])")
_NEVER_MIND = re.compile(r"\b(?:[A-Z]\.|[A-Z][a-z]{1,3}\.)")


@dataclass(frozen=True)
class CaptionLine:
    """The caption in line `line`: its words without the credit, and the line as it `stood`;
    `archive` where the page calls it an old picture."""

    line: int
    text: str
    stood: str
    language: str | None
    date: datetime.date | None
    credit: str | None
    archive: bool

    @property
    def words(self) -> str:
        """The text without a label before it ("FILE PHOTO:")."""
        label = _label(plain_form(self.text), page_furniture(self.language), "archive", "photo")
        if label is None:
            return self.text
        return self.text.removeprefix("(")[len(label) :].lstrip(" :：-–—)")


@dataclass(frozen=True)
class Signs:
    """What in a line speaks for a caption. `certain`: a picture's credit or label stands in it."""

    certain: bool
    agency_alone: bool
    side: bool
    pose: bool
    dated: bool
    sentences: int


@remembered(4096)
def signs_of(text: str, language: str | None = None, *, credited: bool = False) -> Signs:
    """The signs in one line of a page in `language`; `credited` tells that a picture's credit
    stands in the next line."""
    furniture = page_furniture(language)
    form = plain_form(text)
    rest, name, certain = split_photo_credit(text, language)
    label = _label(form, furniture, "archive", "photo") is not None
    return Signs(
        certain=(name is not None and certain) or label or credited or is_archive(text, language),
        agency_alone=name is not None and not certain,
        side=furniture.within("sides", form),
        pose=furniture.words_within("poses", form),
        dated=any(found.start >= _LEADING_DATE for found in absolute_dates(text, language)),
        sentences=1 + len(_SENTENCE_END.findall(_NEVER_MIND.sub("", rest[:-1]))),
    )


def is_archive(text: str, language: str | None = None) -> bool:
    """Whether a caption says that its picture is an old one: "(file photo)", "Archives :"."""
    form = plain_form(text)
    furniture = page_furniture(language)
    if _label(form, furniture, "archive") is not None:
        return True
    if "(" not in form and "/" not in form:
        return False
    return any(f"({word})" in form or form.endswith(f"/{word}") for word in furniture.archive)


def _label(form: str, furniture: Furniture, *lists: str) -> str | None:
    """The label that stands at the start: "file photo:", "(photo d'archives)"; or null."""
    inside = form.removeprefix("(")
    ends = (")",) if inside != form else _AFTER_LABEL
    for phrases in lists:
        for label in furniture.at_start(phrases, inside):
            if inside.startswith(ends, len(label)):
                return label
    return None


def is_caption(text: str, signs: Signs, *, before_body: bool, language: str | None = None) -> bool:
    """Whether the signs make a caption.

    Before the article's text few are needed; inside it a paragraph needs a picture's credit, or
    to be one sentence with an agency after it, or all of side, pose and date.
    """
    if len(text) > _LONGEST or dateline(text, language):
        return False
    if signs.certain:
        return True
    weak = signs.agency_alone + signs.side + signs.pose + signs.dated
    if before_body and weak >= 2:
        return signs.sentences <= 2
    return (weak >= 3 and signs.sentences <= 2) or (signs.agency_alone and signs.sentences == 1)


def caption_line(
    number: int, text: str, *, credit: str | None = None, language: str | None = None
) -> CaptionLine:
    """What a caption says. `credit` is that of a line of its own beside it, `language` the one
    that its page is in."""
    page = language
    rest, name, _ = split_photo_credit(text, page)
    language = language_of(rest, expected=page)
    dates = absolute_dates(rest, language)
    return CaptionLine(
        line=number,
        text=rest,
        stood=text,
        language=language,
        date=dates[-1].day if dates else None,
        credit=name or credit,
        archive=is_archive(text, page),
    )
