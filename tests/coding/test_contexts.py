from __future__ import annotations

from collections.abc import Callable

from dragoman.analysis.document import Document
from dragoman.coding.code import code
from dragoman.records import AnyClaim, Event

Documents = Callable[..., Document]


def contexts(claims: tuple[AnyClaim, ...]) -> list[tuple[str, ...]]:
    return [claim.contexts for claim in claims if isinstance(claim, Event)]


def test_a_cue_in_the_sentence_tells_the_context(document: Documents) -> None:
    text = "Norway condemned Belarus over a cyber attack. Chile denounced Peru."
    assert contexts(code(document(text, "en"))) == [("cyber",), ()]


def test_two_cues_of_the_paragraph_tell_it_for_all_its_events(document: Documents) -> None:
    first = "Norway condemned Belarus. The vaccines did not reach the hospitals."
    text = f"{first}\n\nChile denounced Peru. The vaccines are there."
    assert contexts(code(document(text, "en"))) == [("health",), ()]


def test_the_title_tells_it_for_all_events(document: Documents) -> None:
    read = document("Norway condemned Belarus. Chile denounced Peru.", "en")
    read.article = read.article.model_copy(update={"title": "A row over corruption"})
    assert contexts(code(read)) == [("corruption",), ("corruption",)]


def test_the_code_of_an_event_brings_its_contexts(document: Documents) -> None:
    (found,) = contexts(code(document("La Norvège a gracié un Chilien.", "fr"))) or [()]
    assert "legal" in found


def test_contexts_do_not_change_the_identity_of_a_claim(document: Documents) -> None:
    plain = document("Norway condemned Belarus.", "en")
    other = document("Norway condemned Belarus.", "en")
    other.article = other.article.model_copy(update={"title": "A row over corruption"})
    assert [c.id for c in code(plain)] == [c.id for c in code(other)]


def test_what_stands_far_off_in_a_long_paragraph_tells_nothing(document: Documents) -> None:
    between = "It rained on the hills. " * 4
    text = f"Norway condemned Belarus. {between}The vaccines did not reach the hospitals."
    assert contexts(code(document(text, "en"))) == [()]
