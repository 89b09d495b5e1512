from __future__ import annotations

import pytest

from dragoman.analysis.forms import Slot, compile_form, words_slot
from dragoman.errors import DataError

SLOTS = {"fruit": words_slot(["pomme", "pomme de pin"]), "n": Slot("[0-9]{1,3}", frozenset("0"))}


def matched(pattern: str, text: str) -> str | None:
    match = compile_form(pattern, SLOTS).regex.match(text)
    return match.group() if match else None


def test_options_choices_and_slots() -> None:
    assert matched("[une ](grosse|petite) {fruit}", "petite pomme") == "petite pomme"
    assert matched("[une ](grosse|petite) {fruit}", "une grosse pomme.") == "une grosse pomme"
    assert matched("{n} {fruit}[s]", "12 pommes") is None
    assert matched("{n} pomme[s]", "12 pommes") == "12 pommes"


def test_the_longest_word_of_a_slot_is_taken() -> None:
    assert matched("{fruit}", "Pomme de pin") == "Pomme de pin"


def test_whole_words_only() -> None:
    assert matched("pomme", "pommeau") is None
    form = compile_form("pomme", SLOTS)
    assert form.regex.search("capomme") is None


def test_a_space_is_blanks_or_one_line_break() -> None:
    assert matched("une {fruit}", "une\u00a0pomme") == "une\u00a0pomme"
    assert matched("une {fruit}", "une\npomme") == "une\npomme"
    assert matched("une {fruit}", "une\n\npomme") is None


@pytest.mark.parametrize(
    ("pattern", "firsts"),
    [
        ("[la |l']{fruit}", {"la", "l", "pomme"}),
        ("dernier[s] {fruit}", {"dernier", "derniers"}),
        ("{n} {fruit}", {"0"}),
        ("(mi|fin)-{fruit}", {"mi", "fin"}),
    ],
)
def test_a_form_knows_its_first_words(pattern: str, firsts: set[str]) -> None:
    assert compile_form(pattern, SLOTS).firsts == firsts


@pytest.mark.parametrize("pattern", ["[une", "une]", "(a|b", "{fruit", "{poire}", "{n} {n}"])
def test_a_broken_form_is_named(pattern: str) -> None:
    with pytest.raises(DataError) as error:
        compile_form(pattern, SLOTS)
    assert repr(pattern) in str(error.value)


def test_no_words_match_nothing() -> None:
    form = compile_form("x{none}", {"none": words_slot([])})
    assert form.regex.match("x") is None
