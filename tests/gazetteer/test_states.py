from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta

import pytest

from dragoman.gazetteer import State, tables_in_use
from dragoman.gazetteer.partial_date import earliest, latest

STATES = [state for state in tables_in_use().states.values() if state.status != "former"]
FORMER = [state for state in tables_in_use().states.values() if state.status == "former"]
LANGUAGES = ("en", "fr")

# CLDR's name where the press and the table have another.
CLDR_OWN = {
    ("en", "COD"): "Congo - Kinshasa",
    ("en", "COG"): "Congo - Brazzaville",
    ("en", "HKG"): "Hong Kong SAR China",
    ("en", "MAC"): "Macao SAR China",
    ("fr", "HKG"): "R.A.S. chinoise de Hong Kong",
    ("fr", "MAC"): "R.A.S. chinoise de Macao",
    ("fr", "MUS"): "Maurice",
}


def _plain(name: str) -> str:
    name = re.sub(r" \(.*\)", "", name).replace("’", "'").replace("&", "and")
    return name.replace("St. ", "Saint ").casefold()


def test_all_members_of_the_united_nations_are_there() -> None:
    assert Counter(state.status for state in STATES)["un-member"] == 193
    assert {"PSE", "XKX", "TWN", "VAT", "HKG", "ESH"} <= {state.id for state in STATES}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_a_state_has_its_words_in_both_languages(state: State) -> None:
    for language in LANGUAGES:
        words = state.words[language]
        assert words.names
        assert words.adjectives
        assert words.people
        assert words.capital
    assert state.words["fr"].article in {"le", "la", "l'", "les", ""}
    assert state.name in state.words["en"].names


@pytest.mark.parametrize("state", FORMER, ids=lambda state: state.id)
def test_a_former_state_is_named_in_both_languages(state: State) -> None:
    assert state.name in state.words["en"].names
    assert state.words["fr"].article in {"le", "la", "l'"}
    assert state.since


def test_a_state_that_came_after_another_begins_when_that_one_ended_or_before() -> None:
    ours = {state.id: state for state in [*STATES, *FORMER]}
    for former in FORMER:
        for successor in former.successors:
            since = ours[successor].since
            begins = earliest(since) if since else date.min
            assert former.until
            assert begins <= latest(former.until) + timedelta(days=1), successor


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_french_adjectives_are_small_and_english_ones_capital(state: State) -> None:
    # "US" is the one French adjective in capitals.
    assert all(word[0].islower() for word in state.words["fr"].adjectives if word != "US")
    words = state.words["en"].adjectives
    assert all(any(char.isupper() for char in word) for word in words)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_french_adjectives_come_with_their_plural(state: State) -> None:
    adjectives = state.words["fr"].adjectives
    for word in adjectives:
        if not word.endswith(("s", "x")) and word not in ("US", "ni-vanuatu", "burkinabè"):
            assert word + "s" in adjectives, word


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.id)
def test_the_article_fits_the_first_name(state: State) -> None:
    words = state.words["fr"]
    begins_with_vowel = words.names[0][0] in "AEIOUYÉÈÊÎî" and state.id not in {"YEM"}
    if words.article == "l'":
        assert begins_with_vowel
    if words.article in ("le", "la"):
        assert not begins_with_vowel


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_agree_with_cldr(language: str) -> None:
    babel = pytest.importorskip("babel")
    territories = babel.Locale(language).territories
    wrong = {}
    for state in STATES:
        ours = {_plain(name) for name in state.words[language].names}
        theirs = territories[state.iso2]
        if _plain(theirs) not in ours and CLDR_OWN.get((language, state.id)) != theirs:
            wrong[state.id] = theirs
    assert not wrong


def test_codes_agree_with_cldr() -> None:
    core = pytest.importorskip("babel.core")
    aliases = core.get_global("territory_aliases")
    # Kosovo's XKX is a user-assigned code that CLDR does not map.
    wrong = [s.id for s in STATES if s.id != "XKX" and aliases.get(s.id) != [s.iso2]]
    assert not wrong


def test_every_word_listed_as_ambiguous_is_in_two_states() -> None:
    from importlib import resources

    from dragoman.gazetteer.table_file import TableFile

    file = TableFile(resources.files("dragoman.gazetteer") / "states.toml")
    for language, listed in file.header.ambiguous.items():
        having = Counter(
            word
            for state in [*STATES, *FORMER]
            for word in {
                *state.words[language].names,
                *state.words[language].adjectives,
                *state.words[language].people,
                *(prefix + "-" for prefix in state.words[language].prefixes),
            }
        )
        assert [word for word in listed if having[word] < 2] == []
