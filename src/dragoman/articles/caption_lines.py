"""Which lines of a page's text are captions, by their signs, the credits beside them and the model."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.body import Body
from dragoman.articles.captions import Signs, is_caption, signs_of
from dragoman.articles.kinds import Kind
from dragoman.articles.line_parts import PARTS
from dragoman.articles.lined import Lined
from dragoman.articles.section import section_path

NEAR_TITLE = 8  # lines above a title, or a text, in which what belongs to it stands
_GALLERY = 40  # lines above the text in which credited pictures may stand
_TITLE_LEAST = 20.0
_CAPTION_LEAST, _CAPTION_MOST = 20.0, 250.0
_CAPTION = PARTS.index("caption")
_LIKELY = 0.5


def captions_in(
    page: Lined, body: Body, likely: NDArray[np.float64], *, end: int
) -> Iterator[tuple[int, int | None]]:
    """The numbers of the captions' lines before, in and just below the text, up to line `end`
    (exclusive), each with the number of the line that credits its picture, or null.

    `likely` is what `line_parts` says of each line.
    """
    begun, own = False, frozenset(body.members)
    last = _last_told(page, body)
    for i in range(max(0, body.first - _GALLERY), end):
        kind, text = page.kinds[i], page.lines[i].text
        if i > body.last and kind is Kind.CLOSING:
            break
        if kind not in (Kind.TEXT, Kind.SHORT):
            continue
        at = _credit_beside(page, i)
        if at is not None and not begun and not _has_title_above(page, i):
            at = None  # the credit's picture has no caption: this is the title
        signs = signs_of(text, page.language, credited=at is not None)
        if i < body.first - NEAR_TITLE and not signs.certain:
            continue
        told = is_caption(text, signs, before_body=not begun, language=page.language)
        if (told or likely[i, _CAPTION] > _LIKELY) and (
            signs.certain or not (i >= last or _signs_title(page, body, i, signs))
        ):
            yield i, at
        elif i in own and kind is Kind.TEXT:
            begun = True


def _has_title_above(page: Lined, i: int) -> bool:
    """Whether a line just above i could be the article's title."""
    return any(
        page.kinds[k] in (Kind.SHORT, Kind.TEXT)
        and page.lines[k].units >= _TITLE_LEAST
        and not page.lines[k].bullet
        and section_path(page.lines[k].text, language=page.language) is None
        for k in range(max(0, i - NEAR_TITLE), i)
    )


def _signs_title(page: Lined, body: Body, i: int, signs: Signs) -> bool:
    """Whether line i is the title, with the agency of the report after it."""
    alone = signs.agency_alone and not (signs.side or signs.pose or signs.dated)
    return alone and i <= body.first and not _has_title_above(page, i)


def _last_told(page: Lined, body: Body) -> int:
    """The article's last paragraph that is no caption for sure; what comes after it with an agency at
    its end is rather the report's end. -1 where there is none."""
    return next(
        (
            i
            for i in reversed(body.members)
            if page.kinds[i] is Kind.TEXT
            and not signs_of(page.lines[i].text, page.language).certain
        ),
        -1,
    )


def _credit_beside(page: Lined, i: int) -> int | None:
    """The line below or above that credits line i's picture, or null.

    A paragraph has it below, and then no caption of its own follows it.
    """
    if not _CAPTION_LEAST <= page.lines[i].units <= _CAPTION_MOST:
        return None
    before = page.kinds[i - 1] if i > 0 else None
    after = page.kinds[i + 1 : i + 3]
    short = page.kinds[i] is Kind.SHORT
    if after[:1] == [Kind.PHOTO] and (short or after[1:] != [Kind.SHORT]):
        return i + 1
    return i - 1 if short and before is Kind.PHOTO else None
