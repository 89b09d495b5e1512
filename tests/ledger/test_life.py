from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.life import Said, narrowest, reached
from dragoman.records import Modality

MONDAY, FRIDAY = date(2024, 5, 6), date(2024, 5, 10)


def said(
    position: int,
    modality: Modality = "asserted",
    status: str | None = None,
    *,
    reported: date | None = MONDAY,
    start: date | None = None,
    end: date | None = None,
    origin: str | None = None,
    kind: str | None = "CONSULT",
) -> Said:
    return Said(
        claim_id=f"{position:016x}",
        modality=modality,
        status=status,
        kind=kind,
        quad=1,
        start=start,
        end=end or start,
        reported=reported,
        origin=origin or f"outlet {position}",
        position=position,
    )


def test_planned_on_monday_and_done_on_friday_is_done() -> None:
    found = reached(
        "visit",
        [
            said(1, "planned", "planned", reported=MONDAY, start=FRIDAY),
            said(2, "asserted", "made", reported=FRIDAY, start=FRIDAY),
        ],
    )
    assert (found.modality, found.status, found.start) == ("asserted", "made", FRIDAY)


def test_a_late_report_of_the_plan_does_not_undo_the_visit() -> None:
    found = reached(
        "visit",
        [
            said(1, "asserted", "made", reported=MONDAY, start=MONDAY),
            said(2, "planned", "planned", reported=FRIDAY, start=MONDAY),
        ],
    )
    assert (found.modality, found.status) == ("asserted", "made")


def test_an_agreement_goes_on_by_the_day_of_each_step() -> None:
    found = reached(
        "agreement",
        [
            said(1, status="ratified", reported=FRIDAY, start=date(2024, 5, 9)),
            said(2, status="signed", reported=FRIDAY, start=date(2023, 1, 2)),
        ],
    )
    assert found.status == "ratified"


def test_of_one_day_the_further_step_holds() -> None:
    steps = [said(1, status="signed", start=MONDAY), said(2, status="agreed", start=MONDAY)]
    assert reached("agreement", steps).status == "signed"


def test_a_denial_stands_beside_what_it_denies() -> None:
    found = reached("event", [said(1), said(2, "denied", origin="the ministry")])
    assert (found.modality, found.disputed, found.origins) == ("asserted", True, 1)
    assert reached("event", [said(1, "denied")]).modality == "denied"


def test_reprints_are_one_origin() -> None:
    assert reached("event", [said(n, origin="nordnews") for n in range(9)]).origins == 1


def test_the_kind_is_what_most_origins_say() -> None:
    kinds = [said(1, kind="AGREE", origin="a"), said(2, kind="AGREE", origin="a")]
    kinds += [said(3, kind="SUPPORT", origin="b"), said(4, kind="SUPPORT", origin="c")]
    assert reached("event", kinds).kind == "SUPPORT"


def test_the_narrowest_days_are_the_facts() -> None:
    month = said(1, start=date(2024, 5, 1), end=date(2024, 5, 31))
    assert narrowest([month, said(2, start=MONDAY)]) == (MONDAY, MONDAY)
    assert narrowest([said(1)]) == (None, None)


@pytest.mark.parametrize("type", ["event", "visit", "agreement"])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["asserted", "planned", "possible", "denied", "historical"]),
            st.sampled_from(["signed", "made", "planned", None]),
            st.sampled_from([MONDAY, FRIDAY, None]),
        ),
        min_size=1,
        max_size=6,
    ),
    st.randoms(),
)
def test_the_order_of_the_claims_does_not_count(type: str, told, random) -> None:  # type: ignore[no-untyped-def]
    steps = [said(n, m, s, start=d) for n, (m, s, d) in enumerate(told)]
    shuffled = list(steps)
    random.shuffle(shuffled)
    assert reached(type, shuffled) == reached(type, steps)
