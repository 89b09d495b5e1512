from __future__ import annotations

import json
import time
from collections import defaultdict
from pathlib import Path

import pytest

from dragoman.gazetteer import scan, tables_in_use
from dragoman.gazetteer.language_words import language_words, languages

TABLES = tables_in_use()
ORGANISED = ("ar", "de", "es", "ru", "zh")


def found(text: str, language: str) -> list[str]:
    return ["+".join(id.partition(":")[2] for id in hit.ids) for hit in scan(text, language)]


@pytest.mark.parametrize("language", languages())
def test_words_are_of_states_and_organisations_of_the_tables(language: str) -> None:
    words = language_words(language)
    assert words
    assert set(words.states) <= set(TABLES.states)
    assert set(words.organisations) <= set(TABLES.organisations)
    assert len(words.states) > 205
    assert language not in TABLES.languages


@pytest.mark.parametrize("language", languages())
def test_no_two_parties_share_a_name_but_the_two_congos(language: str) -> None:
    words = language_words(language)
    assert words
    bearing: dict[str, set[str]] = defaultdict(set)
    for id, state in words.states.items():
        for name in (*state.names, *state.adjectives, *state.capital, *state.seats):
            bearing[name].add(id)
    for id, organisation in words.organisations.items():
        for name in (*organisation.names, *organisation.acronyms):
            bearing[name].add(id)
    for name, ids in bearing.items():
        assert len(ids) == 1 or ids == {"state:COD", "state:COG"}, name


@pytest.mark.parametrize("language", ORGANISED)
def test_the_main_organisations_have_names(language: str) -> None:
    words = language_words(language)
    assert words
    assert len(words.organisations) > 120
    for id in ("UN", "UNSC", "NATO", "EU", "AU", "IAEA", "IMF", "WTO", "SCO", "BRICS", "ASEAN"):
        assert f"org:{id}" in words.organisations


@pytest.mark.parametrize("language", languages())
def test_names_agree_with_cldr(language: str) -> None:
    """CLDR's own name of the best known states is found as that state and nothing else."""
    babel = pytest.importorskip("babel")
    territories = babel.Locale.parse(language).territories
    for id in ("FRA", "DEU", "RUS", "CHN", "JPN", "EGY", "BRA", "ZAF", "UKR", "NOR"):
        name = territories[TABLES.states[f"state:{id}"].iso2]
        assert found(name, language) == [id], name


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("de", "der russischen Armee", ["RUS"]),
        ("de", "Russlands Präsident in Kiew, der Uno-Sicherheitsrat", ["RUS", "UKR"]),
        ("de", "am Südchinesischen Meer", []),
        ("de", "die beiden Kongo", ["COD+COG"]),
        ("de", "der UN-Sicherheitsrat, die Sowjetunion", ["UNSC", "SUN"]),
        ("es", "tropas rusas y EE.UU. en Corea del Norte", ["RUS", "USA", "PRK"]),
        ("es", "el Consejo de Seguridad de la ONU", ["UNSC"]),
        (
            "ru",
            "США и НАТО о Китае, российских войск в Сирии",
            ["USA", "NATO", "CHN", "RUS", "SYR"],
        ),
        ("ru", "Того требует ситуация", []),
        ("zh", "上合组织和联合国安理会在北京", ["SCO", "UNSC", "CHN"]),
        ("zh", "马里兰州和内蒙古", []),
        ("zh", "马里和几内亚比绍", ["MLI", "GNB"]),
        ("ar", "والصين وحماس وللأمم المتحدة", ["CHN", "HAMAS"]),
        ("ar", "الوزير الروسي بإيران", ["RUS", "IRN"]),
        ("ko", "이란의 전쟁이란, 미국은 북한을", ["IRN", "USA", "PRK"]),
        ("ko", "인도적 지원", []),
        ("ja", "米国と国連安保理", ["USA", "UNSC"]),
        ("pl", "w Moskwie, do Niemiec", ["RUS", "DEU"]),
        ("uk", "російських військ в Україні", ["RUS", "UKR"]),
        ("tr", "Rusya'nın ve ABD'nin", ["RUS", "USA"]),
        ("nl", "Russische troepen, de NAVO", ["RUS", "NATO"]),
        ("it", "le truppe russe degli Stati Uniti", ["RUS", "USA"]),
        ("fa", "بحران مالی ایران", ["IRN"]),  # a financial crisis, not Mali's
        ("he", "בישראל ובחמאס", ["ISR"]),
    ],
)
def test_parties_in_other_languages(language: str, text: str, ids: list[str]) -> None:
    assert found(text, language) == ids


def test_a_language_that_no_file_is_for_has_none() -> None:
    assert language_words("fi") is None
    assert language_words("") is None
    assert language_words("../words/de") is None


@pytest.mark.bench
def test_news_is_scanned_at_a_million_words_a_second() -> None:
    path = Path(__file__).parents[3] / "shared/bench/raw_orangesum_fr.jsonl"
    if not path.is_file():
        pytest.skip("the development data is absent")
    with path.open(encoding="utf-8") as file:
        text = "\n".join(json.loads(line)["body"] for line in file)[:2_000_000]
    words = len(text.split())
    for language in ("fr", *ORGANISED):
        scan("", language)
        begin = time.process_time()
        scan(text, language)
        assert words / (time.process_time() - begin) > 1_000_000, language
