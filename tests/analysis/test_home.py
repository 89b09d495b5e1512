"""Which state an article is about."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis.home import home
from dragoman.analysis.people import People
from dragoman.analysis.phrases import phrases
from dragoman.analysis.scene import Phrase
from dragoman.analysis.staging import stage
from dragoman.gazetteer.matcher import scan

DAY = date(2023, 5, 10)


def read(text: str, language: str) -> tuple[str, list[Phrase]]:
    hits = scan(text, language)
    return text, phrases(stage(text, hits, People(hits, [], DAY), language, DAY))


def about(
    sentences: list[str], *, title: str = "", language: str = "en", at: int = 99
) -> str | None:
    read_sentences = [read(each, language) for each in sentences]
    return home(read(title, language), read_sentences, language).at(at)


@pytest.mark.parametrize(
    ("sentences", "state"),
    [
        (["Norway is cold.", "Norway is large."], "NOR"),
        (["Norway is cold.", "It snows."], None),
        (["Norwegian fish sells.", "The prime minister of Norway likes Sweden."], "NOR"),
        # towns count for their states
        (["A bridge fell in Leeds.", "Rain fell at Manchester and in Sheffield."], "GBR"),
        (["Norway and Sweden are cold.", "Sweden and Norway are large."], None),
        (["It rains."], None),
        ([], None),
    ],
)
def test_the_state_named_clearly_most(sentences: list[str], state: str | None) -> None:
    assert about(sentences) == state


def test_the_scene_that_a_title_names_outweighs_people_from_elsewhere() -> None:
    body = ["Two French divers drowned near Haifa.", "The French were 20 years old."]
    assert about(body, title="Israel: two French drown") == "ISR"


def test_what_was_read_weighs_more_than_what_is_to_come() -> None:
    body = ["Norway is cold.", "Norway is large.", "Peru is warm.", "Peru is far.", "Peru is old."]
    weighed = home(("", []), [read(each, "en") for each in body], "en")
    assert weighed.at(1) == "NOR"
    assert weighed.at(99) is None


def test_a_dateline_and_a_title_count_before_anything_is_read() -> None:
    assert about(["It rains."], title="OSLO – Storm hits Norway", at=0) == "NOR"
