"""What a text says before it is coded: sentences, parties, times and quantities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.analysis.linking import link

__all__ = ["link"]


def __getattr__(name: str) -> Any:
    """Loads `link` when it is asked for: most who import from this folder need other modules."""
    if name == "link":
        from dragoman.analysis.linking import link

        return link
    raise AttributeError(f"module 'dragoman.analysis' has no attribute {name!r}")
