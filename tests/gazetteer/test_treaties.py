"""Treaties by their names."""

from __future__ import annotations

import pytest

from dragoman.gazetteer.lookup import organisation, state
from dragoman.gazetteer.treaties import named_treaties, treaties


@pytest.mark.parametrize(
    ("language", "text", "id"),
    [
        ("en", "They left the Paris Agreement on Monday.", "paris-agreement"),
        ("en", "THE PARIS AGREEMENT", "paris-agreement"),
        ("fr", "L’accord de Paris sur le climat a cinq ans.", "paris-agreement"),
        ("fr", "Le TNP et ses voisins.", "npt"),
        ("en", "Talks on NAFTA went on.", "nafta"),
    ],
)
def test_a_name_is_found_where_it_stands(language: str, text: str, id: str) -> None:
    (found,) = named_treaties(text, language)
    assert found.treaty.id == id
    assert text[found.start : found.end].strip() == text[found.start : found.end]


def test_the_longest_name_wins() -> None:
    (found,) = named_treaties("l'accord de Paris sur le climat", "fr")
    assert found.end - found.start == len("accord de Paris sur le climat")


@pytest.mark.parametrize(
    "text", ["a nafta station", "INFO", "the inf of a set", "Paris agreements"]
)
def test_other_words_are_no_treaty(text: str) -> None:
    assert list(named_treaties(text, "en")) == []


def test_a_language_without_names_has_none() -> None:
    assert list(named_treaties("the Paris Agreement", "tr")) == []


def test_every_party_is_known_and_every_name_stands_once() -> None:
    seen: set[tuple[str, str]] = set()
    for treaty in treaties():
        for party in treaty.parties:
            assert (state if party.startswith("state:") else organisation)(party).party_id == party
        assert set(treaty.names) >= {"en", "fr"}
        for language, names in treaty.names.items():
            for name in names:
                form = name.casefold() if " " in name else name
                assert (language, form) not in seen
                seen.add((language, form))
