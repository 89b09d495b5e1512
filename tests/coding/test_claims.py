"""Evidence and identity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.analysis.document import Document
from dragoman.coding import agreements, events, memberships, offices, quotations, visits
from dragoman.coding.claims import evidence, identity, settled
from dragoman.coding.code import code
from dragoman.records import Evidence, Modality

TEXT = (
    "La Norvège a condamné le Bélarus lundi. La Suède est membre de l'Otan.\n\n"
    "« Nous irons jusqu'au bout », a dit Emmanuel Macron. Le Pérou et le Chili ont signé deux accords. "
    "Le président français s'est rendu lundi en Norvège."
)
PASSAGE = Evidence(article_id="article", start=0, end=5, text="Oslo.")


def test_same_input_same_claims(document: Callable[..., Document]) -> None:
    first, second = code(document(TEXT)), code(document(TEXT))
    assert {c.type for c in first} >= {"event", "membership", "quotation", "agreement", "visit"}
    assert first == second
    assert len({c.id for c in first}) == len(first)


def test_version_and_confidence_are_no_part_of_the_identity(
    document: Callable[..., Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = code(document(TEXT))
    for module in (agreements, events, memberships, offices, quotations, visits):
        if hasattr(module, "CODER"):
            monkeypatch.setattr(module, "CODER", "dragoman 99.0")
    after = code(document(TEXT))
    assert any(c.coder == "dragoman 99.0" for c in after)
    assert [c.id for c in after] == [c.id for c in before]


def test_another_article_another_identity(document: Callable[..., Document]) -> None:
    one = document(TEXT)
    other = replace(one, article=one.article.model_copy(update={"id": "other"}))
    assert not {c.id for c in code(one)} & {c.id for c in code(other)}


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "visit"},
        {"passage": PASSAGE.model_copy(update={"start": 1})},
        {"passage": PASSAGE.model_copy(update={"text": "Rome."})},
        {"roles": {"actors": ["state:SWE"]}},
    ],
)
def test_what_makes_a_claim_another(
    change: dict[str, object], document: Callable[..., Document]
) -> None:
    read = document("Oslo.")
    same: dict[str, object] = {
        "kind": "event",
        "passage": PASSAGE,
        "roles": {"actors": ["state:NOR"]},
    }
    first = identity(read, **same)  # type: ignore[arg-type]
    assert identity(read, **same) == first  # type: ignore[arg-type]
    assert identity(read, **{**same, **change}) != first  # type: ignore[arg-type]


def test_the_order_of_the_roles_names_is_nothing(document: Callable[..., Document]) -> None:
    read = document("Oslo.")
    first = identity(read, "event", PASSAGE, {"a": 1, "b": 2})
    assert identity(read, "event", PASSAGE, {"b": 2, "a": 1}) == first


def test_evidence_runs_from_sentence_to_sentence(document: Callable[..., Document]) -> None:
    read = document("La Norvège a aidé la Suède. Elle a condamné l'Iran. Oslo est parti.")
    one, two, three = read.sentences
    assert evidence(read, two).text == "Elle a condamné l'Iran."
    run = evidence(read, one, two)
    assert run.text == "La Norvège a aidé la Suède. Elle a condamné l'Iran."
    assert (run.start, run.end, run.article_id) == (0, two.end, "article")
    assert evidence(read, three).end == len(read.text)


@pytest.mark.parametrize(
    ("modality", "historical", "expected"),
    [
        ("asserted", True, "historical"),
        ("asserted", False, "asserted"),
        ("denied", True, "denied"),
        ("possible", True, "possible"),
        ("planned", True, "planned"),
    ],
)
def test_only_what_is_asserted_becomes_history(
    modality: Modality, historical: bool, expected: Modality
) -> None:
    assert settled(modality, historical=historical) == expected
