"""The sentences that the model of marked pairs learns from."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest
from benchmarks.measure import DataAbsentError
from benchmarks.relations import FRENCH
from training.marked import Marked, bracketed, development, own, unmarked

from dragoman.ontology import plover


def words(one: Marked) -> tuple[str | None, str | None]:
    return tuple(one.text[slice(*s)] if s else None for s in (one.actor, one.recipient))  # type: ignore[return-value]


def test_tags_are_taken_out_and_the_spans_trimmed() -> None:
    one = unmarked("In <t>Bern </t>, <s>Fiji</s> met <t>it</t>.", "CONSULT", "en")
    assert one.text == "In Bern , Fiji met it."
    assert words(one) == ("Fiji", "Bern")


def test_one_party_alone_is_marked() -> None:
    assert words(bracketed("{Fiji} rioted.", "PROTEST", "en")) == ("Fiji", None)


def test_our_own_cover_every_event_in_both_languages_and_stand_once() -> None:
    ours = list(own())
    counted = Counter((one.language, one.event_type) for one in ours)
    for language in ("en", "fr"):
        for event_type in (*plover.plover().events, "none"):
            assert counted[language, event_type] >= 15, (language, event_type)
    assert {t for _, t in counted} == {*plover.plover().events, "none"}
    texts = Counter(one.text for one in ours)
    assert [text for text, count in texts.items() if count > 1] == []
    assert all(one.ours and (one.actor or one.recipient) for one in ours)


def test_what_is_judged_is_not_learnt() -> None:
    learnt = {one.text for one in own()}
    judged = [
        bracketed(sentence, gold, "fr").text
        for gold, sentences in tomllib.loads(FRENCH.read_text("utf-8")).items()
        for sentence in sentences
    ]
    assert len(judged) >= 150
    assert learnt.isdisjoint(judged)


@pytest.mark.bench
def test_nothing_is_copied_from_the_development_data() -> None:
    try:
        theirs = {run for one in development() for run in _runs(one.text)}
    except DataAbsentError as absent:
        pytest.skip(str(absent))
    for one in own():
        assert not theirs & _runs(one.text), one.text


def _runs(text: str) -> set[str]:
    found = re.findall(r"\w+", text.lower())
    return {" ".join(found[i : i + 8]) for i in range(len(found) - 7)}
