"""The tables of titles, checked as data and as they are found in sentences."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib import resources
from typing import Any

import pytest

from dragoman.languages import titles

LANGUAGES = ("en", "fr")


def _table(folder: str, name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("dragoman") / folder / name).read_text("utf-8"))


TABLES = {
    language: _table(f"languages/{language}", "titles.toml")["title"] for language in LANGUAGES
}
STATES = {state["id"] for state in _table("gazetteer", "states.toml")["state"]}
BODIES = {entry["id"] for entry in _table("gazetteer", "organisations.toml")["organisation"]}
OFFICES = {spell["title"] for spell in _table("gazetteer", "offices.toml")["spell"]}


def _forms(entry: dict[str, Any]) -> list[str]:
    return [*entry["words"], *(" ".join(halves) for halves in entry.get("split", []))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_office_has_words(language: str) -> None:
    assert OFFICES - {entry["title"] for entry in TABLES[language]} == set()


def test_both_languages_know_the_same_titles() -> None:
    assert {e["title"] for e in TABLES["en"]} == {e["title"] for e in TABLES["fr"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_name_known_states_bodies_and_offices(language: str) -> None:
    for entry in TABLES[language]:
        assert _forms(entry), entry["title"]
        assert set(entry.get("only", [])) <= STATES
        kind, _, owner = entry.get("of", "org:UN").partition(":")
        assert owner in (STATES if kind == "state" else BODIES)
        assert set(entry.get("any_of", [])) <= OFFICES
        assert all(len(halves) == 2 for halves in entry.get("split", []))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_title_in_one_state(language: str) -> None:
    """The same words may stand for two titles only where `only` keeps them apart."""
    meanings: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for entry in TABLES[language]:
        for form in {form.lower() for form in _forms(entry)}:
            meanings[form].append((entry["title"], tuple(entry.get("only", []))))
    for form, found in meanings.items():
        general = [title for title, only in found if not only]
        assert len(general) <= 1, (form, found)
        states = [state for _, only in found for state in only]
        assert len(states) == len(set(states)), (form, found)


@pytest.mark.parametrize(
    ("language", "sentence", "title", "words"),
    [
        ("fr", "Le ministre norvégien des Affaires étrangères est arrivé.", "foreign minister",
         "ministre norvégien des Affaires étrangères"),
        ("fr", "La cheffe de la diplomatie norvégienne est arrivée.", "foreign minister",
         "cheffe de la diplomatie"),
        ("fr", "La Première ministre danoise a parlé.", "prime minister", "Première ministre"),
        ("fr", "Il a reçu son homologue suédois.", "counterpart", "homologue"),
        ("fr", "Le ministère suédois de la Défense a démenti.", "defence ministry",
         "ministère suédois de la Défense"),
        ("fr", "L'ex-président péruvien a été jugé.", "former leader", "ex-président"),
        ("en", "The Norwegian foreign minister arrived.", "foreign minister", "foreign minister"),
        ("en", "The deputy foreign minister arrived.", "deputy foreign minister",
         "deputy foreign minister"),
        ("en", "The vice president spoke.", "vice president", "vice president"),
        ("en", "She met her counterpart.", "counterpart", "counterpart"),
        ("en", "A former prime minister was tried.", "former leader", "former prime minister"),
    ],
)  # fmt: skip
def test_the_longest_title_is_found(language: str, sentence: str, title: str, words: str) -> None:
    (hit,) = titles.find(sentence, language)
    assert sentence[hit.start : hit.end] == words
    assert {meaning.title for meaning in hit.titles} == {title}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("fr", "Il pleut depuis vingt-trois heures."), ("en", "They met at 5 pm on a wet evening.")],
)
def test_no_title_where_none_is(language: str, sentence: str) -> None:
    assert titles.find(sentence, language) == []
