from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from dragoman.sources import Options
    from dragoman.sources.kinds import Format


@dataclass(frozen=True)
class Typed:
    """What was typed of how inputs are read."""

    format: str | None = None
    text: list[str] | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    outlet: str | None = None
    id: str | None = None
    author: str | None = None
    date_format: str | None = None

    def options(self) -> Options:
        """The same as sources take it; what they guess is told on standard error."""
        from dragoman.cli.tell import tell
        from dragoman.sources import Columns, Options

        columns = Columns(
            text=tuple(self.text or ()),
            title=self.title,
            date=self.date,
            url=self.url,
            language=self.language,
            outlet=self.outlet,
            id=self.id,
            author=self.author,
        )
        kind = cast("Format | None", self.format)
        return Options(format=kind, columns=columns, date_format=self.date_format, tell=tell)
