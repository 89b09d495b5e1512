"""The day that a page's article is reckoned from."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from dragoman.articles.captions import CaptionLine
from dragoman.articles.dateline import Dateline, nearest_year
from dragoman.articles.pagedates import url_date
from dragoman.records import Anchor, Caption


def anchor_of(
    *,
    given: datetime.date | None,
    published: datetime.date | None,
    sent: Dateline | None,
    lines: Sequence[CaptionLine],
    captions: Sequence[Caption],
    url: str | None,
) -> Anchor | None:
    """The day to reckon from: given, published, dateline, related caption, address; else null.

    `lines` and `captions` are the same captions, as they were read and as they were judged.
    """
    if given:
        return Anchor(day=given, basis="given")
    if published:
        return Anchor(day=published, basis="published")
    in_url = url_date(url)
    dated = [
        (caption.date, caption.text)
        for caption, line in zip(captions, lines, strict=True)
        if caption.related and caption.date and not line.archive
    ]
    latest = max(dated, default=None)
    if sent:
        day = sent.day
        near = latest[0] if latest else in_url
        if day is None and sent.day_month and near:
            day = nearest_year(*sent.day_month, near)
        if day:
            return Anchor(day=day, basis="dateline", text=sent.text)
    if latest:
        return Anchor(day=latest[0], basis="caption", text=latest[1])
    return Anchor(day=in_url, basis="url", text=url) if in_url else None
