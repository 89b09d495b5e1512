"""Asserted, planned, possible, denied, historical."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.events import events
from dragoman.records import Modality

SENTENCES = tomllib.loads(Path(__file__).with_name("modality.toml").read_text("utf-8"))
FLOOR = 0.85
# Denials by a verb ("nie avoir livré") are told as REJECT, and the clause under them as nothing.
FLOORS = {
    ("fr", "denied"): 0.78,
    ("en", "denied"): 0.86,
    ("fr", "asserted"): 1.0,
    ("en", "asserted"): 1.0,
}


def reading_of(text: str, word: str, language: str, document: Callable[..., Document]) -> str:
    """The modality of the event that `word` tells; what there is instead where it tells none."""
    told = list(events(document(text, language)))
    found = [e.modality for e in told if word.lower() in e.trigger.text.lower()]
    return found[0] if found else f"no event ({[(e.trigger.text, e.modality) for e in told]})"


@pytest.mark.parametrize("language", sorted(SENTENCES))
@pytest.mark.parametrize("modality", get_args(Modality))
def test_share_read_right(language: str, modality: str, document: Callable[..., Document]) -> None:
    lines = SENTENCES[language][modality]
    read = [(text, reading_of(text, word, language, document)) for text, word in lines]
    missed = [f"{text}: {got}, not {modality}" for text, got in read if got != modality]
    print("\n".join(missed))
    assert 1 - len(missed) / len(lines) >= FLOORS.get((language, modality), FLOOR), "\n".join(
        missed
    )
