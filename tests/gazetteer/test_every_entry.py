"""Every entry of every table is an example: its own words, in a text, mean it."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib import resources

import pytest

from dragoman.gazetteer import from_system, place, scan, tables_in_use, to_system
from dragoman.gazetteer.language_words import language_words, languages

ROOM = resources.files("dragoman.gazetteer")
OURS = tables_in_use()
TABLES = sorted(path.name for path in ROOM.iterdir() if path.name.endswith(".toml"))
TABLES += [
    f"{folder}/{path.name}"
    for folder in ("territories", "words")
    for path in sorted((ROOM / folder).iterdir(), key=lambda path: path.name)
]


def _ids(word: str, language: str) -> set[str]:
    """Whom a whole word or name means."""
    return {id for hit in scan(word, language) if hit.text == word for id in hit.ids}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_how_it_was_made_and_when_it_was_true(name: str) -> None:
    text = ROOM.joinpath(*name.split("/")).read_text("utf-8")
    comments = [line for line in text.partition("\n[")[0].splitlines() if line.startswith("#")]
    assert any(line.startswith("# source") for line in comments)
    assert isinstance(tomllib.loads(text)["as_of"], date)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_name_of_an_organisation_means_it(language: str) -> None:
    lost = [
        (body.id, word)
        for body in OURS.organisations.values()
        if language in body.words
        for word in (*body.words[language].names, *body.words[language].acronyms)
        if body.party_id not in _ids(word, language)
    ]
    assert lost == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_name_of_a_state_means_it(language: str) -> None:
    lost = [
        (state.id, word)
        for state in OURS.states.values()
        if language in state.words
        for word in state.words[language].names
        if state.party_id not in _ids(word, language)
        and word not in OURS.only_after.get(language, {})
    ]
    assert lost == []


def test_every_full_name_of_a_person_means_that_person() -> None:
    lost = [
        (person.id, name)
        for person in OURS.people.values()
        for name in person.names
        if person.party_id not in _ids(name, "en")
    ]
    assert lost == []


@pytest.mark.parametrize("language", languages())
def test_the_names_of_other_languages_mean_states_and_organisations(language: str) -> None:
    words = language_words(language)
    assert words is not None
    wanted = [(id, entry.names[0]) for id, entry in words.states.items()]
    wanted += [(id, entry.names[0]) for id, entry in words.organisations.items() if entry.names]
    lost = [(id, name) for id, name in wanted if id not in _ids(name, language)]
    assert lost == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_region_lies_in_its_state(language: str) -> None:
    table = tomllib.loads((ROOM / "regions.toml").read_text("utf-8"))[language]
    lost = []
    for country, names in table.items():
        for name in names:
            found = place(name, language, near={country})
            if found is None or found.country != country:
                lost.append((country, name, found))
    assert lost == []


def test_every_current_code_leads_to_the_state_and_back() -> None:
    day = date(2016, 6, 1)
    for state in OURS.states.values():
        for system in ("alpha2", "alpha3", "numeric", "cow", "gw"):
            code = to_system(state.id, system, day)  # type: ignore[arg-type]
            if code is not None and state.status != "former":
                assert from_system(code, system, day) == state.party_id  # type: ignore[arg-type]
