"""Labels by offsets: that they are well formed, held to the text that was labelled, and scored alike."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from benchmarks.agreements import _fits
from benchmarks.measure import DataAbsentError

from benchmarks import passages
from dragoman.coding.agreements import agreements
from dragoman.records import AgreementStatus
from dragoman.records.visit import VisitKind, VisitStatus

TEXT = "Norway and Iceland signed a treaty on herring. Norway agreed with the critics."


def label(start: int, end: int, text: str = TEXT, **fields: Any) -> str:
    start_of_hash = hashlib.sha256(text[start:end].encode()).hexdigest()[:16]
    place = {"file": "made", "line": 0, "start": start, "end": end, "sha256": start_of_hash}
    return json.dumps(place | fields)


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A text, and labels for its two sentences: one tells a treaty, one none."""
    (tmp_path / "bench").mkdir()
    row = {"text": TEXT, "date": "2021-05-05"}
    (tmp_path / "bench" / "made.jsonl").write_text(json.dumps(row), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_SHARED", str(tmp_path))
    monkeypatch.setattr(passages, "GOLD", tmp_path)
    passages._rows.cache_clear()
    treaty = {"parties": ["NOR", "ISL"], "status": "signed"}
    lines = [
        label(0, 46, is_agreement=True, agreements=[treaty]),
        label(47, len(TEXT), is_agreement=False, agreements=[]),
    ]
    (tmp_path / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("made")
def test_what_is_found_is_counted_against_what_is_wanted() -> None:
    labelled = passages.by_offsets("labels.jsonl", "agreement", "en")
    told = {m.name: m.value for m in passages.measures("t", labelled, agreements, _fits, {})}
    assert told["t, found F1"] == 1
    assert told["t, false alarms on passages without"] == 0
    assert told["t, parties on the found"] == told["t, status on the found"] == 1
    assert "t, count on the found" not in told  # nothing was labelled with a count


def test_wrong_parties_and_alarms_are_counted(made: Path) -> None:
    treaty = {"parties": ["SWE"], "status": "ratified", "status_or": ["signed"]}
    lines = [label(47, len(TEXT), is_agreement=True, agreements=[treaty])]
    lines.append(label(0, 46, is_agreement=False, agreements=[]))
    (made / "labels.jsonl").write_text("\n".join(lines), encoding="utf-8")
    labelled = passages.by_offsets("labels.jsonl", "agreement", "en")
    told = {m.name: m.value for m in passages.measures("t", labelled, agreements, _fits, {})}
    assert told["t, found F1"] == 0
    assert told["t, false alarms on passages without"] == 1


def test_a_changed_text_is_noticed(made: Path) -> None:
    row = {"text": TEXT.replace("Norway", "Sweden", 1), "date": "2021-05-05"}
    (made / "bench" / "made.jsonl").write_text(json.dumps(row), encoding="utf-8")
    passages._rows.cache_clear()
    with pytest.raises(DataAbsentError, match="line 0 of made is not the text"):
        list(passages.by_offsets("labels.jsonl", "agreement", "en"))


@pytest.mark.parametrize(
    ("name", "kind", "statuses"),
    [
        ("agreements_en.jsonl", "agreement", get_args(AgreementStatus)),
        ("visits_en.jsonl", "visit", get_args(VisitStatus)),
    ],
)
def test_our_labels_are_well_formed(name: str, kind: str, statuses: tuple[str, ...]) -> None:
    lines = (passages.GOLD / name).read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    places = [(one["file"], one["line"], one["start"]) for one in labels]
    assert len(set(places)) == len(labels)
    for one in labels:
        assert one["start"] < one["end"]
        assert "text" not in one
        assert bool(one[f"{kind}s"]) == one[f"is_{kind}"]
        for record in one[f"{kind}s"]:
            assert {record["status"], *record.get("status_or", ())} <= set(statuses)
            assert record.get("kind", "state") in get_args(VisitKind)
