"""Dragoman reads press pages and keeps a sourced record of what states, their leaders and their
organisations do with, to and say about each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Reading", "__version__", "read", "read_all", "relate"]

if TYPE_CHECKING:
    from dragoman.coding.relate import relate
    from dragoman.reader import read, read_all
    from dragoman.records import Reading

_HOMES = {
    "read": "dragoman.reader",
    "read_all": "dragoman.reader",
    "relate": "dragoman.coding.relate",
    "Reading": "dragoman.records",
}


def __getattr__(name: str) -> Any:
    """Loads the public names when they are asked for, so that `import dragoman` stays quick."""
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
