"""The text of a whole page, as select-all and copy give it, taken apart into an article's parts."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.around import comment_count, tag_lines, teasers
from dragoman.articles.body import Body
from dragoman.articles.body_lines import body_lines
from dragoman.articles.caption_lines import NEAR_TITLE, captions_in
from dragoman.articles.captions import CaptionLine, caption_line, signs_of
from dragoman.articles.credits import (
    byline,
    credit_line,
    photo_credit,
    split_photo_credit,
    trailing_agency,
)
from dragoman.articles.dateline import Dateline, dateline
from dragoman.articles.kinds import Kind
from dragoman.articles.line_parts import PARTS, line_parts
from dragoman.articles.lined import Lined
from dragoman.articles.marks import Matrix, marks
from dragoman.articles.pagedates import PageDate, page_date
from dragoman.articles.section import cleaned, is_section_name, section_path
from dragoman.articles.title import find_title
from dragoman.articles.tongue import language_of
from dragoman.articles.walls import wall_in
from dragoman.languages.furniture import plain_form
from dragoman.records import Credit, Wall

_MASTHEAD = 3  # lines above a title beyond which a bare date may be that of the visit
_NEAR_END = 12  # lines below the text in which credits, captions and dates are looked for
_BODY, _LEAD = PARTS.index("body"), PARTS.index("lead")


@dataclass
class Parts:
    """What a page was taken apart into; line numbers are counted among non-blank lines."""

    title: str | None = None
    section: tuple[str, ...] = ()
    lead: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    tags: tuple[str, ...] = ()
    comments: int | None = None
    teasers: list[str] = field(default_factory=list)
    wall: Wall | None = None
    captions: list[CaptionLine] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    published: PageDate | None = None
    dateline: Dateline | None = None
    furniture: list[str] = field(default_factory=list)
    language: str | None = None


def take_apart(page: Lined) -> Parts | None:
    """The parts of a page of one article; null where there is no article text in it."""
    if not page.lines:
        return None
    seen = marks(page.lines, page.kinds, page.language)
    likely = line_parts(seen)
    body = body_lines(page, likely, seen)
    return _Page(page, seen, likely, body).parts() if body else None


class _Page:
    """The lines of one page on their way to being parts."""

    def __init__(self, page: Lined, seen: Matrix, likely: NDArray[np.float64], body: Body) -> None:
        self.page = page
        self.lines = page.lines
        self.kinds = page.kinds
        self.language = page.language
        self.seen = seen
        self.likely = likely
        self.body = body
        self.members = list(body.members)
        self.own = frozenset(body.members)
        self.used: set[int] = set()
        self.parts_ = Parts()

    def parts(self) -> Parts:
        self._take_language()
        self._take_captions()
        # What is short there stood between captions and text: the title, or a label.
        self.members = list(
            itertools.dropwhile(lambda i: self.kinds[i] is Kind.SHORT, self.members)
        )
        if not self.members:
            # A page with nothing but captions, or headings: they are all the text that there is.
            self.members = [c.line for c in self.parts_.captions] or sorted(self.own)
            self.parts_.captions = []
        self._take_title()
        self._take_section()
        self._take_date()
        self._take_text()
        self._take_credits()
        self._take_around()
        return self.parts_

    def _text(self, i: int) -> str:
        return self.lines[i].text

    def _end(self) -> int:
        return min(len(self.lines), self.body.last + 1 + _NEAR_END)

    def _take_language(self) -> None:
        text = [
            line
            for line in (self._text(i) for i in self.members)
            if not signs_of(line, self.language).certain
        ]
        self.parts_.language = language_of(" ".join(text or map(self._text, self.members)))

    def _take_captions(self) -> None:
        """Captions before, in and just below the text; those in it stop being paragraphs."""
        for i, credit_at in captions_in(self.page, self.body, self.likely, end=self._end()):
            self._add_caption(i, credit_at)
        taken = {caption.line for caption in self.parts_.captions}
        self.members = [i for i in self.members if i not in taken]

    def _add_caption(self, i: int, credit_at: int | None) -> None:
        credit = (
            photo_credit(self._text(credit_at), self.language) if credit_at is not None else None
        )
        if self._text(i) not in {c.stood for c in self.parts_.captions}:
            self.parts_.captions.append(
                caption_line(i, self._text(i), credit=credit, language=self.parts_.language)
            )
        self.used.add(i)

    def _take_title(self) -> None:
        taken = {c.line for c in self.parts_.captions} | {
            i
            for i in range(self.members[0])
            if section_path(self._text(i), language=self.language) is not None
            or split_photo_credit(self._text(i), self.language)[2]
        }
        at = find_title(
            self.lines, self.kinds, self.members, self.language, self.likely, self.seen, taken
        )
        if self.members == [at]:
            at = None  # a page of one line has no title but a text
        while at and self._text(at - 1) == self._text(at):
            at -= 1
        self.title_at = at
        if at is not None:
            self.parts_.title, credits = trailing_agency(self._text(at), self.language)
            self._add_credits(credits)
            # Where nothing stands below the title, what stood above it was the text.
            below = [i for i in self.members if i > at]
            self.members = below or [i for i in self.members if i != at]
            self.used.update(i for i in range(len(self.lines)) if self._text(i) == self._text(at))

    def _take_section(self) -> None:
        head = self.title_at if self.title_at is not None else self.members[0]
        for i in range(head - 1, max(-1, head - 1 - 3 * NEAR_TITLE), -1):
            path = section_path(self._text(i), self.parts_.title, self.language)
            if path is not None and self.kinds[i] not in (Kind.DATE, Kind.BYLINE, Kind.PHOTO):
                self.parts_.section = path
                self.used.add(i)
                return
        if head > 0 and is_section_name(self.lines[head - 1], self.language):
            self.parts_.section = cleaned([self._text(head - 1)], self.language)
            self.used.add(head - 1)

    def _take_date(self) -> None:
        """The first date near title and text that is not an update; else an update."""
        head = self.title_at if self.title_at is not None else self.members[0]
        around = [
            *range(head, self._begun() + 1),
            *range(head - 1, max(-1, head - 1 - NEAR_TITLE), -1),
            *range(self.members[-1] + 1, self._end()),
        ]
        update: tuple[int, PageDate] | None = None
        for i in around:
            if self.kinds[i] not in (Kind.DATE, Kind.BYLINE, Kind.FURNITURE, Kind.SHORT):
                continue
            found = page_date(self._text(i), self.parts_.language)
            far = i > self.members[-1] or i < head - _MASTHEAD
            if found is None or (far and not found.labelled):
                continue
            if found.updated:
                update = update or (i, found)
                continue
            self.used.add(i)
            self.parts_.published = found
            return
        if update:
            self.used.add(update[0])
            self.parts_.published = update[1]

    def _begun(self) -> int:
        """Where the text is surely under way: dates may stand between a lead and what follows."""
        return self.members[min(2, len(self.members) - 1)]

    def _take_text(self) -> None:
        parts = self.parts_
        self.used.update(self.members)
        head = 0
        while head < len(self.members) - 1 and self._is_lead(self.members[head]):
            head += 1
        parts.lead = [self._text(i) for i in self.members[:head]]
        paragraphs = [self._text(i) for i in self.members[head:]]
        sent = dateline(paragraphs[0], parts.language)
        if sent:
            parts.dateline = sent
            paragraphs[0] = paragraphs[0][sent.end :]
            self._add_credits(sent.credits)
        last, credits = trailing_agency(paragraphs[-1], self.language)
        if credits and last:
            paragraphs[-1] = last
            self._add_credits(credits)
        parts.paragraphs = paragraphs

    def _is_lead(self, i: int) -> bool:
        """Whether line i is of the lead; a report's first paragraph, with its dateline, is not."""
        if dateline(self._text(i), self.parts_.language):
            return False
        return bool(self.likely[i, _LEAD] > self.likely[i, _BODY])

    def _take_credits(self) -> None:
        head = self.title_at if self.title_at is not None else self.members[0]
        for i in range(max(0, head - NEAR_TITLE), len(self.lines)):
            text, kind = self._text(i), self.kinds[i]
            near = i < self._end()
            if i in self.used:
                continue
            if kind is Kind.BYLINE and near and i < self.members[-1] + _NEAR_END:
                credits = byline(text, self.language)
            elif kind is Kind.CREDIT and (near or ":" in text):
                credits = credit_line(text, self.language)
            else:
                continue
            if credits:
                self.used.add(i)
                self._add_credits(credits)

    def _take_around(self) -> None:
        """Keywords, the number of comments and teasers; what is left is furniture."""
        parts = self.parts_
        head = self.title_at if self.title_at is not None else self.members[0]
        near = [
            i
            for i in (*range(self.members[-1] + 1, self._end()), *range(head, self.members[0]))
            if i not in self.used
        ]
        parts.tags, at = tag_lines(self.lines, self.kinds, near, self.language)
        self.used.update(at)
        for i in near:
            count = comment_count(self._text(i), self.language)
            if count is not None:
                parts.comments = count
                self.used.add(i)
                break
        apart = [i for i in range(len(self.lines)) if i not in self.used]
        other = set(teasers(self.lines, self.kinds, apart))
        length = sum(map(len, (*parts.lead, *parts.paragraphs)))
        ending = self._text(self.members[-1])  # the words of a wall may read as a paragraph
        around = plain_form("\n".join([*map(self._text, apart), ending]))
        parts.wall = wall_in(around, length, self.language)
        parts.teasers = [self._text(i) for i in sorted(other)]
        parts.furniture = [self._text(i) for i in apart if i not in other]

    def _add_credits(self, credits: Sequence[Credit]) -> None:
        known = {(c.role, c.name) for c in self.parts_.credits}
        self.parts_.credits += [c for c in credits if (c.role, c.name) not in known]


def other_days(parts: Parts, given: Sequence[datetime.date | None]) -> list[datetime.date]:
    """The days, other than the captions', that the page or the caller gives for the story."""
    days = [day for day in given if day is not None]
    if parts.published:
        days.append(parts.published.day)
    if parts.dateline and parts.dateline.day:
        days.append(parts.dateline.day)
    return days
