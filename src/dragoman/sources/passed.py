from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import InputError


@dataclass(frozen=True)
class Passed:
    """What was not read, and why: `name` says where, `count` how many rows or files it stands for.

    `fault` is false for what nobody asked for by name: a picture in a folder, a row without text.
    """

    name: str
    why: InputError
    count: int = 1
    fault: bool = True
