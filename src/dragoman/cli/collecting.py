from __future__ import annotations

import gc

_NEW_OBJECTS = 70_000  # between two looks


def collect_rarely() -> None:
    """Tables and models are millions of objects that stay: look for garbage a hundred times less
    often than Python does by itself."""
    gc.set_threshold(_NEW_OBJECTS)
