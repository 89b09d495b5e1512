"""Whatever a reading holds comes out of the ledger byte for byte."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.builders import article

from dragoman.ledger import open_ledger
from dragoman.ledger.rows import EXTRACT, article_row
from dragoman.records import (
    Agreement,
    AgreementStatus,
    Anchor,
    AnyClaim,
    Article,
    Caption,
    Credit,
    Event,
    EventType,
    Evidence,
    Instrument,
    Membership,
    MembershipRelation,
    Modality,
    Money,
    Office,
    OfficeHeld,
    Party,
    PartyKind,
    Place,
    Precision,
    Quotation,
    Reading,
    Span,
    Visit,
    VisitKind,
    VisitStatus,
    When,
    article_id,
)
from dragoman.records.when import Basis

words = st.text(st.characters(codec="utf-8"), max_size=12)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
numbers = st.floats(allow_nan=False, allow_infinity=False)


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def some(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=3).map(tuple)


def any_of(literal: object) -> st.SearchStrategy:
    return st.sampled_from(get_args(literal))


parties = st.builds(
    Party,
    text=words,
    name=words,
    kind=any_of(PartyKind),
    id=maybe(words),
    country=maybe(words),
    sector=maybe(words),
    office=maybe(st.builds(OfficeHeld, title=words, of=words)),
)
places = st.builds(Place, text=words, name=words, country=maybe(words))
spans = st.builds(Span, start=st.integers(0, 9), end=st.integers(0, 9), text=words)
money = st.builds(
    Money, amount=numbers, currency=maybe(words), approximate=st.booleans(), text=words
)
whens = st.builds(
    When,
    start=maybe(days),
    end=maybe(days),
    precision=any_of(Precision),
    text=maybe(words),
    basis=any_of(Basis),
)
articles = st.builds(
    lambda **told: Article(
        id=article_id(url=told["url"], title=told["title"], text=told["text"]), **told
    ),
    url=maybe(words),
    outlet=maybe(words),
    title=maybe(words),
    language=maybe(words),
    published=maybe(days),
    anchor=maybe(st.builds(Anchor, day=days, basis=any_of(Basis), text=maybe(words))),
    section=some(words),
    credits=some(
        st.builds(Credit, role=st.sampled_from(["agency", "photo"]), name=words, text=words)
    ),
    captions=some(st.builds(Caption, text=words, date=maybe(days), reason=words)),
    paragraphs=some(words),
    furniture=some(words),
    text=st.text(st.characters(codec="utf-8"), max_size=400),
)
OWN = {
    Event: {
        "event_type": any_of(EventType),
        "contexts": some(words),
        "actors": some(parties),
        "recipients": some(parties),
        "reciprocal": st.booleans(),
        "place": maybe(places),
        "quad": st.integers(1, 4),
        "goldstein": maybe(numbers),
        "trigger": spans,
    },
    Agreement: {
        "parties": some(parties),
        "count": maybe(st.integers()),
        "value": maybe(money),
        "instrument": any_of(Instrument),
        "status": any_of(AgreementStatus),
        "signatories": some(parties),
        "part_of": maybe(words),
    },
    Visit: {
        "visitors": some(parties),
        "host": maybe(parties),
        "hosts": some(parties),
        "place": maybe(places),
        "kind": any_of(VisitKind),
        "status": any_of(VisitStatus),
        "ordinal": maybe(st.integers(1)),
    },
    Quotation: {
        "speaker": parties,
        "addressees": some(parties),
        "kind": st.sampled_from(["direct", "indirect", "mixed"]),
        "content": spans,
        "cue": maybe(spans),
        "about": some(parties),
        "stance": st.floats(-1, 1),
    },
    Membership: {
        "members": some(parties),
        "organisation": parties,
        "relation": any_of(MembershipRelation),
    },
    Office: {"person": parties, "title": words, "of": parties, "since": maybe(words)},
}


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    of = draw(articles)

    def passage() -> Evidence:
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(of.text))] * 2)))
        return Evidence(article_id=of.id, start=start, end=end, text=of.text[start:end])

    claims: list[AnyClaim] = []
    for number in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(list(OWN)))
        told = {name: draw(strategy) for name, strategy in OWN[kind].items()}
        claims.append(
            kind(
                id=f"{draw(st.integers(0, 0xFFFFFFFF)):08x}{number:08x}",
                evidence=passage(),
                passages=tuple(passage() for _ in range(draw(st.integers(0, 2)))),
                modality=draw(any_of(Modality)),
                attributed_to=draw(maybe(parties)),
                when=draw(whens),
                inferred=draw(some(words)),
                confidence=draw(st.floats(0, 1)),
                coder=draw(words),
                **told,
            )
        )
    return Reading(
        article=of, claims=claims, parties=draw(some(parties)), notices=draw(some(words))
    )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)
@given(st.lists(readings(), min_size=1, max_size=2, unique_by=lambda told: told.article.id))
def test_any_reading_comes_out_as_it_went_in(told: list[Reading]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "ledger.db"
        with open_ledger(place, write=True) as ledger:
            for one in told:
                ledger.add(one)
        with open_ledger(place, write=False) as ledger:
            for one in told:
                held = ledger.reading(one.article.id)
                assert held.model_dump_json() == one.model_dump_json()
                for claim in one.claims:
                    assert ledger.why(claim.id).claim.model_dump_json() == claim.model_dump_json()


def test_the_extract_is_short_and_ends_with_a_whole_word() -> None:
    row = article_row(article("alpha beta " * 100))
    assert len(row["extract"]) <= EXTRACT
    assert row["extract"].split()[-1] in ("alpha", "beta")
    assert len(article_row(article("x" * 5000))["extract"]) == EXTRACT
