"""The small model of marked pairs."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from dragoman.coding import pair_model as module
from dragoman.coding.pair_marks import FAMILIES
from dragoman.coding.pair_model import FILE, PairModel, key, pair_model
from dragoman.errors import DataError
from dragoman.ontology import plover


def tiny() -> PairModel:
    keys = sorted([key("a"), key("b")])
    weights = np.zeros((2, 2))
    weights[keys.index(key("a"))] = [1.0, -1.0]
    weights[keys.index(key("b"))] = [-2.0, 2.0]
    return PairModel(("AID", "ACCUSE"), np.zeros(2), np.array(keys, dtype=np.uint32), weights)


def test_weights_add_up_over_the_row_made_one_long() -> None:
    likely = tiny().likely({"a": 3.0, "b": 4.0, "unknown": 0.0})
    score = 0.6 * 2 - 0.8 * 4  # of AID over ACCUSE
    assert likely["AID"] == pytest.approx(1 / (1 + np.exp(-score)))
    assert sum(likely.values()) == pytest.approx(1)


def test_what_it_does_not_know_leaves_the_base() -> None:
    assert tiny().likely({}) == tiny().likely({"never seen": 1.0}) == {"AID": 0.5, "ACCUSE": 0.5}


def test_the_shipped_model_is_small_and_knows_every_event() -> None:
    assert set(pair_model().classes) == {*plover.plover().events, "none"}
    with resources.as_file(resources.files("dragoman.coding") / FILE) as path:
        assert path.stat().st_size < 5_000_000


def test_the_shipped_model_was_made_with_the_marks_of_today() -> None:
    """A mark that was renamed since the training would be unknown, and its weight lost in silence."""
    known = set(pair_model().keys.tolist())
    for name in ("frame none", "path <actor>", "word say", "vote ACCUSE", "between <actor>"):
        assert name.split()[0] in FAMILIES
        assert key(name) in known, name


def test_a_file_of_other_classes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    np.savez(
        tmp_path / FILE,
        classes=np.array(["AID", "HELP"]),
        base=np.zeros(2),
        keys=np.zeros(1, dtype=np.uint32),
        weights=np.zeros((1, 2)),
    )
    monkeypatch.setattr(module.resources, "files", lambda _: tmp_path)
    with pytest.raises(DataError, match="not PLOVER's: AID, HELP"):
        pair_model.__wrapped__()
