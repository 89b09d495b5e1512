from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.audit.scores import agreement, by_kind, by_part, kappa, wilson
from dragoman.audit.verdicts import Answer, Verdict


def verdict(claim: str, answer: Answer | None = "yes", event: str | None = "AID") -> Verdict:
    kind = "event" if event else "visit"
    return Verdict(claim, kind, event, {"right": answer} if answer else {})


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [
        (81, 100, 0.7222, 0.8749),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 2, 0.0945, 0.9055),
    ],
)
def test_wilsons_interval_is_that_of_the_tables(
    right: int, judged: int, low: float, high: float
) -> None:
    assert wilson(right, judged) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    right, judged = counts
    low, high = wilson(right, judged)
    assert 0 <= low <= right / judged <= high <= 1


def test_kappa_of_a_table_worked_by_hand() -> None:
    # 20 both yes, 5 yes-no, 10 no-yes, 15 both no: observed .7, by chance .5
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes")] * 3) is None
    assert kappa([]) is None
    assert kappa([("yes", "no"), ("no", "yes")]) == pytest.approx(-1)


def test_precision_by_kind_leaves_unsure_and_unjudged_out() -> None:
    sheet = [
        verdict("a"),
        verdict("b", "no"),
        verdict("c", "unsure"),
        verdict("d", None),
        verdict("e", "yes", None),
    ]
    told = {one.name: (one.right, one.judged, one.unsure) for one in by_kind(sheet)}
    assert told == {
        "all": (2, 3, 1),
        "event": (1, 2, 1),
        "visit": (1, 1, 0),
        "event AID": (1, 2, 1),
    }
    (_, nobody) = by_kind([verdict("d", None, None)])
    assert (nobody.value, nobody.interval) == (None, None)


def test_parts_that_nobody_judged_are_left_out() -> None:
    one = Verdict("a", "event", "AID", {"right": "no", "parties": "yes", "date": "no"})
    assert [(part.name, part.value) for part in by_part([one])] == [("parties", 1), ("date", 0)]


def test_agreement_counts_what_both_judged() -> None:
    first = [verdict("a"), verdict("b", "no"), verdict("c", None), verdict("only")]
    second = [verdict("a"), verdict("b"), verdict("c"), verdict("other")]
    (one,) = agreement(first, second)
    assert (one.name, one.both, one.same, one.kappa) == ("right", 2, 1, 0)
