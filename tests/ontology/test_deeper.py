from __future__ import annotations

import pytest

from dragoman.languages.language import supported
from dragoman.languages.themes import theme_cues
from dragoman.ontology import cameo
from dragoman.ontology.deeper import deepest, steps


def test_every_step_stays_with_an_event_of_its_code() -> None:
    for code, themes in steps().items():
        for deeper in themes.values():
            assert cameo.cameo(deeper).event == cameo.cameo(code).event


def test_the_search_goes_on_from_the_deeper_code() -> None:
    assert deepest("100", "REQUEST", None, {"aid", "military"}) == "1032"
    assert deepest("100", "REQUEST", None, {"aid"}) == "103"
    assert deepest("100", "REQUEST", None, {"military"}) == "100"


def test_no_code_of_another_event_or_mode_is_taken() -> None:
    assert deepest("162", "AID", None, {"military"}) == "162"
    assert deepest("190", "ASSAULT", "firearms", {"aerial"}) == "190"
    assert deepest("190", "ASSAULT", None, {"aerial"}) == "195"


@pytest.mark.parametrize("language", supported())
def test_every_theme_has_cues(language: str) -> None:
    told = {theme for theme, _, _ in theme_cues(language).find("the economic military embargo")}
    assert "military" in told or language != "en"
    assert theme_cues(language) is theme_cues(language)
