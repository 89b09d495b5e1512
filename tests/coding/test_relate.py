"""The event between two marked parties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman import relate
from dragoman.coding.event_parties import Scene
from dragoman.coding.pair import opinions, pair_of
from dragoman.coding.relate import DOUBTED, decide, opened
from dragoman.coding.telling import telling
from dragoman.errors import InputError
from dragoman.languages.lexicon import lexicon
from dragoman.records import Event


def told(marked: str, language: str = "en") -> Event | None:
    """Of a sentence with {the actor} and [the recipient]."""
    spans: dict[str, tuple[int, int]] = {}
    text, opened_at = "", 0
    for character in marked:
        if character in "{[":
            opened_at = len(text)
        elif character in "}]":
            spans[character] = (opened_at, len(text))
        else:
            text += character
    return relate(text, spans.get("}"), spans.get("]"), language=language)


def event(marked: str, language: str = "en") -> Event:
    found = told(marked, language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("marked", "language", "event_type"),
    [
        ("{Malta} has condemned [Belarus] over the trial.", "en", "ACCUSE"),
        ("[The mayor] was arrested by {the gendarmes} at dawn.", "en", "COERCE"),
        ("The bombing of [the port] by {the coalition} went on.", "en", "ASSAULT"),
        ("{Le Ghana} a rappelé son ambassadeur au [Togo].", "fr", "SANCTION"),
        ("L'envoi de vivres par {le Maroc} au [Mali] a repris.", "fr", "AID"),
        ("[Le poète] a été gracié par {le roi}.", "fr", "CONCEDE"),
        ("{La junte} a remis en liberté [dix mineurs].", "fr", "RETREAT"),
    ],
)
def test_types(marked: str, language: str, event_type: str) -> None:
    assert event(marked, language).event_type == event_type


def test_the_spans_settle_who_acts_on_whom() -> None:
    """The same sentence with the marks exchanged keeps the marked roles: they come from no model."""
    forth = event("{Norway} met [Iceland] in Oslo.")
    back = event("[Norway] met {Iceland} in Oslo.")
    assert (forth.actors[0].country, forth.recipients[0].country) == ("NOR", "ISL")
    assert (back.actors[0].country, back.recipients[0].country) == ("ISL", "NOR")
    assert not forth.reciprocal


def test_a_frame_that_links_the_two_decides() -> None:
    found = event("{Malta} has condemned [Belarus] over the trial.")
    assert (found.decided_by, found.mode, found.cameo) == ("lexicon", "disapprove", "111")
    assert found.trigger.text == "condemned"


def test_the_model_decides_where_the_frames_verb_means_something_else() -> None:
    found = event("{The senator} launched a scathing attack on [the judge], calling him a liar.")
    assert (found.event_type, found.decided_by) == ("ACCUSE", "model")


def test_negation_is_read_and_not_learnt() -> None:
    assert event("{Malta} has condemned [Belarus].").modality == "asserted"
    assert event("{Malta} has not condemned [Belarus].").modality == "denied"


def test_a_refusal_is_itself_an_act() -> None:
    found = event("{Iran} will not negotiate with [Iceland], its envoy said.")
    assert (found.event_type, found.modality) == ("REJECT", "asserted")


def test_what_tells_no_event_between_them() -> None:
    assert told("{Norway} lies north of [Denmark].") is None


def test_a_sentence_read_alone_has_no_article() -> None:
    found = event("{Malta} has condemned [Belarus].")
    assert found.evidence.article_id is None
    assert found == event("{Malta} has condemned [Belarus].")


def test_somebody_whom_no_table_knows_keeps_the_words() -> None:
    found = event("{The Grey Wardens} ambushed [a convoy of the Ostrand Mining Guild].")
    assert (found.actors[0].name, found.actors[0].country) == ("Grey Wardens", None)
    assert found.event_type == "ASSAULT"


def test_one_party_alone() -> None:
    found = event("[Two villagers] were shot dead near the river.")
    assert (found.event_type, found.actors) == ("ASSAULT", ())
    assert event("{Farmers} rioted in the capital.").recipients == ()


@pytest.mark.parametrize(
    ("actor", "recipient", "language", "words"),
    [
        (None, None, "en", "neither actor nor recipient"),
        ((0, 60), (4, 9), "en", "actor (0, 60) is no words"),
        ((0, 3), (5, 5), "en", "recipient (5, 5)"),
        ((-3, 3), None, "en", "actor (-3, 3)"),
        ((3, 4), None, "en", "actor (3, 4)"),
        ((0, 3), None, "tlh", "no coder for language 'tlh'"),
    ],
)
def test_faults_are_named(
    actor: tuple[int, int] | None, recipient: tuple[int, int] | None, language: str, words: str
) -> None:
    with pytest.raises(InputError) as fault:
        relate("Xia met Ana.", actor, recipient, language=language)
    assert words in str(fault.value)


def test_a_book_is_no_sentence() -> None:
    with pytest.raises(InputError, match="up to 2,000"):
        relate("Malta met Fiji. " * 1000, (0, 5), (10, 14))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80), st.data())
def test_any_text_and_any_spans(text: str, data: st.DataObject) -> None:
    """Hostile text ends in an event, in none, or in InputError."""
    spans = [
        tuple(sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))) for _ in range(2)
    ]
    try:
        found = relate(text, (spans[0][0], spans[0][1]), (spans[1][0], spans[1][1]))
    except InputError:
        return
    assert found is None or text[found.trigger.start : found.trigger.end] == found.trigger.text


def test_the_frame_of_the_two_comes_before_one_beside_them() -> None:
    text = "Malta, which had praised Fiji, condemned Belarus."
    _, _, found = opened(text, (0, 5), (41, 48), "en")
    assert found[0].event_type == "ACCUSE"
    assert found[0].takes_both
    assert not found[1].takes_both


def test_a_frame_is_believed_until_the_model_finds_it_unlikely() -> None:
    _, _, found = opened("Malta has condemned Belarus.", (0, 5), (20, 27), "en")
    likely = {"ACCUSE": DOUBTED, "AID": 1 - DOUBTED, "none": 0.0}
    assert decide(found, likely).event_type == "ACCUSE"
    likely = {"ACCUSE": DOUBTED / 2, "AID": 1 - DOUBTED / 2, "none": 0.0}
    decision = decide(found, likely)
    assert (decision.event_type, decision.by) == ("AID", "model")


def test_nothing_is_told_only_where_that_is_likelier_than_not() -> None:
    assert decide([], {"AID": 0.3, "ACCUSE": 0.25, "none": 0.45}).event_type == "AID"
    assert decide([], {"AID": 0.3, "ACCUSE": 0.1, "none": 0.6}).event_type is None


def test_the_path_leads_over_the_nearest_common_head() -> None:
    document, pair, _ = opened("Malta wants Fiji to free two sailors.", (0, 5), (12, 16), "en")
    assert next(n.text for n in pair.path if n.pos == "VERB") == "wants"
    again = pair_of(document.sentences[0], (0, 5), None)
    assert again.path[0] is pair.path[0]
    lex = lexicon("en")
    assert opinions(again, telling(Scene(document.sentences[0], None, lex)), lex)[0].recipient == 0
