"""States whose name is somebody's, or a part's of another state."""

from __future__ import annotations

import pytest
from tests.analysis.reading import found

from dragoman.analysis import link


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Chad Johnson left.", {"Chad Johnson": "Chad Johnson"}),
        ("en", "Steve Israel left. Israel said no.",
         {"Steve Israel": "Steve Israel", "Israel": "Steve Israel"}),
        ("en", "Mr Jordan left. Jordan said no.", {"Jordan": "Jordan", "Jordan#2": "Jordan"}),
        ("fr", "Mme Israël est partie.", {"Israël": "Israël"}),
        ("fr", "Le sénateur Alain Chypre est parti.",
         {"sénateur Alain Chypre": "Alain Chypre"}),
        # another person of that surname
        ("en", "Wesley Clark left. Clark said no.",
         {"Wesley Clark": "Wesley Clark"}),
    ],
)  # fmt: skip
def test_a_person_is_no_state(language: str, text: str, parties: dict[str, str]) -> None:
    assert found(text, language) == parties


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Chad President Ada Berg left.", "Chad President Ada Berg", "Ada Berg (president, TCD)"),
        ("Jordan Valley farmers left.", "Jordan", "JOR"),
        ("Ada Israel left. Israeli planes came. Israel said no.", "Israel", "ISR"),
        ("On Monday Israel left.", "Israel", "ISR"),
    ],
)
def test_a_state_stays_one(text: str, words: str, state: str) -> None:
    assert found(text, "en")[words] == state


@pytest.mark.parametrize(
    ("text", "georgia"),
    [
        ("Georgia accused Russia.", "GEO"),
        ("The United States voted. Georgia and Ohio voted last.", None),
        ("The United States sent aid. Tbilisi waited. Georgia thanked.", "GEO"),
    ],
)
def test_a_part_of_a_state_with_the_name_of_another(text: str, georgia: str | None) -> None:
    assert found(text, "en").get("Georgia") == georgia


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        ("en", "Niger and Nigeria signed.", {"Niger": "NER", "Nigeria": "NGA"}),
        ("fr", "Les présidents nigérien et nigérian ont signé un accord.",
         {"présidents nigérien et nigérian": "mohamed-bazoum + muhammadu-buhari"}),
        ("en", "Congo accused Rwanda.", {"Rwanda": "RWA"}),
        ("en", "Congo accused Rwanda. Kinshasa left.", "COD"),
        ("en", "Congo accused Rwanda. Brazzaville left.", "COG"),
        ("en", "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea signed.",
         {"Guinea": "GIN", "Guinea-Bissau": "GNB", "Equatorial Guinea": "GNQ",
          "Papua New Guinea": "PNG"}),
        ("en", "Korea signed.", {}),
        ("en", "Korea signed. Pyongyang left.", "PRK"),
        ("fr", "La Corée a signé. Séoul attend.", "KOR"),
        ("en", "Taiwan thanked China.", {"Taiwan": "TWN", "China": "CHN"}),
        ("fr", "La République de Chine a remercié la République populaire de Chine.",
         {"République de Chine": "TWN", "République populaire de Chine": "CHN"}),
    ],
)  # fmt: skip
def test_states_that_share_a_word(language: str, text: str, parties: dict[str, str] | str) -> None:
    names = found(text, language)
    if isinstance(parties, str):
        assert next(iter(names.values())) == parties
    else:
        assert names == parties


def test_a_bare_phrase_with_a_namesake_is_nobody_of_the_tables() -> None:
    linked = link("General Wesley Clark", on=None, language="en")
    assert linked is not None
    assert (linked.name, linked.id) == ("Wesley Clark", None)
