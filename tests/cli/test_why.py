from __future__ import annotations

import json

import pytest
from tests.ledger.builders import PREMIER, article, event, reading, two_coasts

from dragoman.cli.tables.why import MARK, highlighted
from dragoman.ledger import open_ledger
from dragoman.records import Evidence, Span


def test_the_passage_the_article_and_whose_word_it_is(dragoman) -> None:
    of = article("Chile broke the accord, Ada Berg said.", url="https://post.example/1")
    told = event(
        of,
        of.text,
        "broke",
        actors=(),
        attributed_to=PREMIER,
        inferred=("recipients", "when"),
    )
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(reading(of, told))
    out = dragoman("why", told.id[:6]).out
    assert "Chile ⟦broke⟧ the accord, Ada Berg said." in out
    facts = {line.split("  ")[0]: line.strip() for line in out.splitlines()}
    assert facts["word of"].endswith("Ada Berg, prime minister of state:NOR")
    assert facts["inferred"].endswith("recipients, when")
    assert facts["outlet"].endswith("The Fjord Post")
    assert facts["published"].endswith("2024-05-10")
    assert facts["address"].endswith("https://post.example/1")
    assert told.id in facts["claim"]


def test_every_passage_is_shown(dragoman) -> None:
    told = two_coasts()
    event_told, visit_told = told.claims[:2]
    both = event_told.model_copy(update={"passages": (event_told.evidence, visit_told.evidence)})
    with open_ledger("dragoman.db", write=True) as ledger:
        ledger.add(told.model_copy(update={"claims": (both,)}))
    out = dragoman("why", both.id).out
    assert "⟦imposed sanctions⟧" in out
    assert visit_told.evidence.text in out


@pytest.mark.usefixtures("filled")
def test_json(dragoman) -> None:
    claim = json.loads(dragoman("events", "--limit", "1", "--json").out)
    told = json.loads(dragoman("why", claim["id"][:8], "--json").out)
    assert told["claim"] == claim
    assert told["article"]["id"] == claim["evidence"]["article_id"]


@pytest.mark.parametrize("asked", ["abc", "not-hex", "ffff"])
@pytest.mark.usefixtures("filled")
def test_no_such_claim(dragoman, asked: str) -> None:
    said = dragoman("why", asked)
    assert (said.status, said.out) == (6, "")
    assert said.err.count("\n") == 1


def test_marks_are_cut_to_the_passage_and_keep_its_words() -> None:
    passage = Evidence(article_id=None, start=100, end=110, text="abcdefghij")
    spans = [
        Span(start=90, end=103, text="..........abc"),
        Span(start=103, end=105, text="de"),
        Span(start=300, end=301, text="z"),
    ]
    signed = highlighted(passage, spans, signs=True)
    assert signed.plain == "⟦abc⟧⟦de⟧fghij"
    plain = highlighted(passage, spans)
    assert plain.plain == passage.text
    assert [(s.start, s.end) for s in plain.spans if s.style == MARK] == [(0, 3), (3, 5)]
