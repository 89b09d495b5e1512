"""Reading the ontology's own TOML, with errors that name file and entry."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from dragoman.errors import DataError

Row = TypeVar("Row")


def load_table(file: str) -> dict[str, Any]:
    """The TOML file of that name in this folder. Raises DataError if it is no TOML."""
    try:
        return tomllib.loads((resources.files(__package__) / file).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise DataError(f"{file}: {cause}") from cause


def entries(file: str, section: str, rows: Any, kind: type[Row]) -> dict[str, Row]:
    """The section's rows by name, each made a `kind`. Raises DataError, naming file, section, row
    and field, for every fault in them."""
    try:
        return TypeAdapter(dict[str, kind]).validate_python(rows)  # type: ignore[valid-type]
    except ValidationError as fault:
        raise DataError(
            "\n".join(
                f"{file}, {'.'.join([section, *map(str, error['loc'])])}: {_said(error)}"
                for error in fault.errors(include_url=False)
            )
        ) from fault


def _said(error: ErrorDetails) -> str:
    if error["type"] == "missing":
        return "missing"
    return f"{error['msg']} (it is {error['input']!r})"
