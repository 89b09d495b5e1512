from __future__ import annotations

from pydantic import Field

from dragoman.records.model import Record


class Evidence(Record):
    """A passage of an article.

    `start` and `end` are 0-based, end-exclusive, in characters of `article.text`, and `text` is
    exactly what stands there. `article_id` is null only for a sentence that was read alone.
    """

    article_id: str | None
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Span(Record):
    """A stretch of `article.text` with its words: a trigger, a cue, the content of a quotation."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
