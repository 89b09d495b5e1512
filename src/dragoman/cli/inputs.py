"""How inputs are read, as it is typed: the options of the commands that read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from dragoman.cli.options import (
    AuthorField,
    DateField,
    DateFormat,
    IdField,
    InputFormat,
    LanguageField,
    OutletField,
    TextField,
    TitleField,
    UrlField,
)

if TYPE_CHECKING:
    from dragoman.sources import Options
    from dragoman.sources.kinds import Format


@dataclass(frozen=True)
class Typed:
    """What was typed of how inputs are read."""

    format: InputFormat = None
    text_field: TextField = None
    title_field: TitleField = None
    date_field: DateField = None
    url_field: UrlField = None
    language_field: LanguageField = None
    outlet_field: OutletField = None
    id_field: IdField = None
    author_field: AuthorField = None
    date_format: DateFormat = None

    def options(self) -> Options:
        """The same as sources take it; what they guess is told on standard error."""
        from dragoman.cli.tell import tell
        from dragoman.sources import Columns, Options

        columns = Columns(
            text=tuple(self.text_field or ()),
            title=self.title_field,
            date=self.date_field,
            url=self.url_field,
            language=self.language_field,
            outlet=self.outlet_field,
            id=self.id_field,
            author=self.author_field,
        )
        kind = cast("Format | None", self.format)
        return Options(format=kind, columns=columns, date_format=self.date_format, tell=tell)
