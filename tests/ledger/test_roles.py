from __future__ import annotations

from typing import get_args

import pytest
from tests.ledger.builders import (
    CHILE,
    KENYA,
    NORWAY,
    PACT,
    PREMIER,
    article,
    event,
    membership,
    visit,
)

from dragoman.ledger.roles import ATTRIBUTED, SIDES, is_mutual, roles
from dragoman.records import AnyClaim, Party

CLAIM_TYPES = get_args(get_args(AnyClaim)[0])


@pytest.mark.parametrize("kind", CLAIM_TYPES, ids=lambda kind: kind.__name__)
def test_every_field_that_holds_parties_has_a_side(kind: type) -> None:
    fields = kind.model_fields  # type: ignore[attr-defined]
    holding = {name for name, field in fields.items() if "Party" in str(field.annotation)}
    named = fields["type"].default
    assert holding == {*SIDES[named], ATTRIBUTED}


def test_roles_keep_their_order_and_leave_the_word_giver_aside() -> None:
    of = article("Norway and Kenya warned Chile.")
    told = event(
        of,
        of.text,
        "warned",
        actors=(NORWAY, KENYA),
        recipients=(CHILE,),
        attributed_to=PREMIER,
    )
    found = [(role.name, role.position, role.side, role.party.name) for role in roles(told)]
    assert found == [
        ("actors", 0, "lead", "Norway"),
        ("actors", 1, "lead", "Kenya"),
        ("recipients", 0, "facing", "Chile"),
        ("attributed_to", 0, None, "Ada Berg"),
    ]


@pytest.mark.parametrize(
    ("told", "mutual"),
    [
        ({"visitors": (NORWAY, KENYA), "host": CHILE}, False),
        ({"visitors": (NORWAY, KENYA), "host": CHILE, "kind": "summit"}, True),
        ({"visitors": (NORWAY, KENYA)}, True),
    ],
)
def test_fellow_travellers_do_not_meet_each_other(told: dict[str, object], mutual: bool) -> None:
    of = article("They came.")
    assert is_mutual(visit(of, of.text, **told)) is mutual


def test_members_are_together_only_where_they_work_together() -> None:
    of = article("They are in it.")
    both: dict[str, tuple[Party, ...] | Party] = {"members": (NORWAY, CHILE), "organisation": PACT}
    assert is_mutual(membership(of, of.text, **both, relation="cooperating"))
    assert not is_mutual(membership(of, of.text, **both, relation="member"))
