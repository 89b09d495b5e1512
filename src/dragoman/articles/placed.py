"""Captions judged and placed: those of the story stand in the text after the body."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from dragoman.articles.caption_evidence import article_words
from dragoman.articles.captions import CaptionLine
from dragoman.articles.credits import photo_credit
from dragoman.articles.related import judge
from dragoman.records import Caption, Credit

_MOST_DATED = 50  # captions of one page whose dates are compared


def judged(
    lines: Sequence[CaptionLine],
    *,
    title: str | None,
    paragraphs: Iterable[str],
    days: Sequence[datetime.date],
    language: str | None,
) -> list[Caption]:
    """Each caption with whether it is of the story, and why.

    `days` are those that the page or the caller gives for the story; without any the other
    captions' dates stand in.
    """
    if not lines:
        return []
    words = article_words([title or "", *paragraphs], language)
    captions = []
    dated = [line for line in lines if line.date][:_MOST_DATED]
    for line in lines:
        others = days or [c.date for c in dated if c is not line and c.date]
        related, reason = judge(line, words, language=language, days=others, beside=lines)
        captions.append(
            Caption(
                text=line.text,
                language=line.language,
                date=line.date,
                credit=line.credit,
                related=related,
                reason=reason,
            )
        )
    return captions


def with_captions(
    paragraphs: Sequence[str], captions: Sequence[Caption]
) -> tuple[str, list[Caption]]:
    """The text with the related captions after the body, and all captions, these with offsets."""
    text = "\n\n".join(paragraphs)
    placed = []
    for caption in captions:
        if caption.related:
            start = len(text) + 2
            text = f"{text}\n\n{caption.text}"
            caption = caption.model_copy(update={"start": start, "end": len(text)})
        placed.append(caption)
    return text, placed


def photos(lines: Sequence[CaptionLine], captions: Sequence[Caption]) -> list[Credit]:
    """The credits of related pictures, each name once: of a photographer's and an agency's the agency's."""
    found: dict[str, Credit] = {}
    for line, caption in zip(lines, captions, strict=True):
        if caption.related and line.credit:
            name = photo_credit(f"© {line.credit}") or line.credit
            found.setdefault(name, Credit(role="photo", name=name, text=line.stood))
    return list(found.values())
