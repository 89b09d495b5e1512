"""Which frame a word calls up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.analysis.document import Document
from dragoman.coding.frames import Match, match
from dragoman.languages.lexicon import lexicon

Read = Callable[..., Document]


def called_up(word: str, text: str, language: str, document: Read) -> Match | None:
    sentence = document(text, language).sentences[0]
    (at,) = (n for n in sentence.nodes if n.text.lower() == word)
    return match(at, sentence, lexicon(language))


@pytest.mark.parametrize(
    ("language", "word", "text", "event"),
    [
        ("fr", "condamné", "La Norvège a condamné le Bélarus.", "ACCUSE"),
        ("fr", "condamnation", "La condamnation du Bélarus par la Norvège a surpris.", "ACCUSE"),
        ("fr", "rendu", "Le ministre grec s'est rendu à Tokyo.", "CONSULT"),
        ("fr", "expulsé", "La Norvège a expulsé un diplomate russe.", "SANCTION"),
        ("en", "condemned", "Norway condemned Belarus.", "ACCUSE"),
        ("en", "condemnation", "The condemnation of Belarus by Norway was a surprise.", "ACCUSE"),
        ("en", "expelled", "Norway expelled a Russian diplomat.", "SANCTION"),
    ],
)
def test_event_of_the_frame(
    language: str, word: str, text: str, event: str, document: Read
) -> None:
    found = called_up(word, text, language, document)
    assert found is not None
    assert found.frame.event == event


@pytest.mark.parametrize(
    ("language", "word", "text"),
    [
        ("fr", "a", "La Norvège a trois lacs."),
        ("fr", "lacs", "La Norvège a trois lacs."),
        ("en", "lakes", "Norway has three lakes."),
    ],
)
def test_no_event(language: str, word: str, text: str, document: Read) -> None:
    found = called_up(word, text, language, document)
    assert found is None or found.frame.event == "none"


def test_the_trigger_has_the_reflexive(document: Read) -> None:
    found = called_up("rendu", "Le ministre grec s'est rendu à Tokyo.", "fr", document)
    assert found is not None
    assert [w.text for w in found.words] == ["s'", "rendu"]


def test_the_trigger_has_the_particle(document: Read) -> None:
    found = called_up("called", "Norway called off the talks with Belarus.", "en", document)
    assert found is not None
    assert [w.text for w in found.words] == ["called", "off"]


def test_what_is_lifted_decides(document: Read) -> None:
    lifted = called_up("levé", "La Norvège a levé les sanctions contre le Bélarus.", "fr", document)
    assert lifted is not None
    assert lifted.frame.event == "RETREAT"
    assert [w.text for w in lifted.company] == ["sanctions"]
    raised = called_up("levé", "La Norvège a levé la main.", "fr", document)
    assert raised is None or raised.frame.event != "RETREAT"


def test_a_fixed_run_of_words_is_one_trigger(document: Read) -> None:
    text = "Le coup de fil du président kényan au président ougandais a duré une heure."
    found = called_up("coup", text, "fr", document)
    assert found is not None
    assert " ".join(w.text for w in found.words) == "coup de fil"
    assert found.frame.event == "CONSULT"


def test_the_more_demanding_frame_comes_first() -> None:
    for language in ("fr", "en"):
        for frames in lexicon(language).frames.values():
            demands = [len(f.needs) for f in frames]
            assert demands == sorted(demands, reverse=True)


def test_who_is_told_something_for_the_paper_is_asked_for_nothing(document: Read) -> None:
    text = (
        "The speech marked what Norwegian officials told Reuters was a new phase in a campaign by "
        "Oslo to put pressure on China."
    )
    found = called_up("told", text, "en", document)
    assert found is None or found.frame.event != "REQUEST"
    asked = called_up("told", "The minister told Russia to remove the wreck.", "en", document)
    assert asked is not None
    assert asked.frame.event == "REQUEST"
