from __future__ import annotations

import pytest

from dragoman.errors import NotFound
from dragoman.ledger.whom import fold, resolve


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("NOR", "state:NOR"),
        ("nor", "state:NOR"),
        ("no", "state:NOR"),
        ("state:CHL", "state:CHL"),
        ("kingdom of norway", "state:NOR"),
        ("Norvege", "state:NOR"),
        ("  Kénya ", "state:KEN"),
        ("org:NPACT", "org:NPACT"),
        ("npact", "org:NPACT"),
        ("PDN", "org:NPACT"),
        ("Holm", "person:ada-holm"),
    ],
)
def test_codes_and_names_in_both_languages(asked: str, key: str) -> None:
    assert resolve(asked).key == key


def test_unknown_names_its_neighbours() -> None:
    with pytest.raises(NotFound, match=r"'Chlie'.*Chile \(CHL\)"):
        resolve("Chlie")


def test_unknown_without_neighbours_says_what_would_be_right() -> None:
    with pytest.raises(NotFound, match=r"CHN.*org:SCO"):
        resolve("zzzzqqqq")


def test_a_name_of_two_parties_lists_both() -> None:
    with pytest.raises(NotFound, match=r"state:CHL \(Chile\) or state:NOR \(Norway\)"):
        resolve("Isle")


def test_folding_bounds_what_it_reads() -> None:
    assert len(fold("a" * 10_000_000)) == 200


@pytest.mark.parametrize(("text", "folded"), [("États‑Unis", "etats unis"), ("L’Île", "l ile")])
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
