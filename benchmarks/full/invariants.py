"""What holds of every article, whatever it was read from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dragoman.records import Article, Reading


def broken(article: Article) -> list[str]:
    """What does not hold of an article, in words; none where all is well."""
    return list(_broken(article))


def _broken(article: Article) -> Iterator[str]:
    related = [caption for caption in article.captions if caption.related]
    parts = [*article.lead, *article.paragraphs, *(caption.text for caption in related)]
    if article.text != "\n\n".join(parts):
        yield "text is not lead, paragraphs and related captions, joined by a blank line"
    if not all(map(str.strip, parts)):
        yield "an empty paragraph"
    for caption in related:
        if article.text[caption.start : caption.end] != caption.text:
            yield f"caption {caption.text[:40]!r} does not stand at its offsets"
    if any(caption.start is not None for caption in article.captions if not caption.related):
        yield "a caption of another story has offsets"
    for name, text in _texts(article):
        odd = {c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cs")}
        if odd:
            yield f"{name} has control characters or halves of characters: {sorted(odd)!r}"
    if not unicodedata.is_normalized("NFC", article.text):
        yield "text is not in NFC"
    reading = Reading(article=article)
    if Reading.model_validate_json(reading.model_dump_json()) != reading:
        yield "the reading is another after JSON"


def _texts(article: Article) -> Iterator[tuple[str, str]]:
    yield "text", article.text
    yield "title", article.title or ""
    yield "outlet", article.outlet or ""
    yield "dateline", article.dateline or ""
    for name in ("section", "tags", "teasers", "furniture"):
        yield name, "\n".join(getattr(article, name))
    yield "credits", "\n".join(f"{c.name}\n{c.text}" for c in article.credits)
    yield "captions", "\n".join(c.text for c in article.captions)
