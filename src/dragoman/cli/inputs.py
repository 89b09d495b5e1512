from __future__ import annotations

from typing import cast

from dragoman.cli.tell import tell
from dragoman.sources import Columns, Options
from dragoman.sources.kinds import Format


def input_options(
    *,
    format: str | None,
    text: list[str] | None,
    title: str | None,
    date: str | None,
    url: str | None,
    language: str | None,
    outlet: str | None,
    id: str | None,
    author: str | None,
    date_format: str | None,
) -> Options:
    """What was typed of a corpus, as sources take it; what they guess is told on standard error."""
    columns = Columns(
        text=tuple(text or ()),
        title=title,
        date=date,
        url=url,
        language=language,
        outlet=outlet,
        id=id,
        author=author,
    )
    kind = cast("Format | None", format)
    return Options(format=kind, columns=columns, date_format=date_format, tell=tell)
