"""Options that several commands share, declared once as the fields of a dataclass."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """A command as Typer takes it: each parameter that is a dataclass gives place to its fields, which
    are parameters with the names, annotations and defaults that they have there; the command gets the
    dataclass made of them."""
    hints = get_type_hints(command, include_extras=True)
    parameters: list[inspect.Parameter] = []
    groups: dict[str, tuple[Any, list[str]]] = {}
    for parameter in inspect.signature(command).parameters.values():
        hint = hints[parameter.name]
        if not is_dataclass(hint):
            parameters.append(parameter.replace(annotation=hint))
            continue
        own = get_type_hints(hint, include_extras=True)
        groups[parameter.name] = (hint, [field.name for field in fields(hint)])
        parameters += [
            parameter.replace(
                name=field.name,
                annotation=own[field.name],
                default=parameter.empty if field.default is MISSING else field.default,
            )
            for field in fields(hint)
        ]

    def spread_command(**given: Any) -> None:
        made = {
            name: group(**{field: given.pop(field) for field in names})
            for name, (group, names) in groups.items()
        }
        command(**given, **made)

    spread_command.__name__, spread_command.__doc__ = command.__name__, command.__doc__
    spread_command.__module__ = command.__module__
    spread_command.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": None}
    spread_command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return spread_command
