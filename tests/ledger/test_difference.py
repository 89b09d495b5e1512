from __future__ import annotations

import pytest
from tests.ledger.builders import two_coasts

from dragoman.errors import NotFound
from dragoman.ledger import open_ledger
from dragoman.records import Reading


def test_two_runs_differ_by_what_was_lost_found_and_changed(store: str) -> None:
    old = two_coasts()
    event, visit, agreement, quotation, planned = old.claims
    changed = agreement.model_copy(update={"status": "ratified", "confidence": 0.9})
    new = Reading(article=old.article, claims=(event, visit, changed, planned), parties=old.parties)
    with open_ledger(store, write=True, coder="1") as ledger:
        ledger.add(old)
    with open_ledger(store, write=True, coder="2") as ledger:
        ledger.add(new)
        ledger.add(two_coasts(title="Only the second run read this"))
    with open_ledger(store, write=False) as ledger:
        first, second = ledger.runs()
        assert (first.coder, second.coder, first.articles, second.articles) == ("1", "2", 1, 2)
        changes = list(ledger.difference(first.id, second.id))
        assert [(one.what, one.claim.id) for one in changes] == [
            ("changed", agreement.id),
            ("lost", quotation.id),
        ]
        assert changes[0].fields == {"status": ("signed", "ratified")}
        back = list(ledger.difference(second.id, first.id))
        assert [one.what for one in back] == ["changed", "found"]
        with pytest.raises(NotFound, match="no run 9"):
            list(ledger.difference(first.id, 9))
