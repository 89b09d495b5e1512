from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from benchmarks.measure import SHARED_VARIABLE, DataAbsentError, Measure, f1, read_lines

from benchmarks import __main__ as command


def found(monkeypatch: pytest.MonkeyPatch, **modules: object) -> None:
    monkeypatch.setattr(command, "benchmark_modules", lambda: modules)


def test_a_floor_is_the_least_or_the_most_that_passes() -> None:
    assert Measure("recall", 0.5, floor=0.5).holds
    assert not Measure("recall", 0.49, floor=0.5).holds
    assert Measure("false alarms", 2, floor=2, at_most=True).holds
    assert not Measure("false alarms", 3, floor=2, at_most=True).holds
    assert Measure("watched", -1.0).holds


def test_a_figure_under_its_floor_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(
        monkeypatch,
        good=SimpleNamespace(run=lambda: [Measure("recall", 0.9, floor=0.8)]),
        bad=SimpleNamespace(run=lambda: [Measure("precision", 0.7, floor=0.8)]),
    )
    assert command.main(["good"]) == 0
    assert command.main([]) == 1
    out = capsys.readouterr().out
    assert "precision       0.700  ≥ 0.800      UNDER ITS FLOOR" in out
    assert out.endswith("1 under the floor\n")


def test_a_benchmark_without_its_data_is_skipped_by_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv(SHARED_VARIABLE, str(tmp_path))
    found(monkeypatch, dates=SimpleNamespace(run=lambda: list(read_lines("bench/dates.jsonl"))))
    assert command.main([]) == 0
    assert f"dates: skipped, no {tmp_path}/bench/dates.jsonl" in capsys.readouterr().out


def test_slow_benchmarks_run_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    slow = SimpleNamespace(SLOW=True, run=lambda: ran.append("slow") or [])
    found(monkeypatch, slow=slow, fast=SimpleNamespace(run=lambda: ran.append("fast") or []))
    command.main([])
    assert ran == ["fast"]
    command.main(["slow"])
    command.main(["--slow"])
    assert ran == ["fast", "slow", "slow", "fast"]


def test_an_unknown_benchmark_is_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found(monkeypatch, dates=SimpleNamespace(run=list))
    with pytest.raises(SystemExit) as stop:
        command.main(["date"])
    assert stop.value.code == 2
    assert "no benchmark date; there are: dates" in capsys.readouterr().err


def test_lines_are_read_and_absent_files_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(SHARED_VARIABLE, str(tmp_path))
    (tmp_path / "a.jsonl").write_text('{"n": 1}\n\n{"n": "é"}\n', encoding="utf-8")
    assert list(read_lines("a.jsonl")) == [{"n": 1}, {"n": "é"}]
    with pytest.raises(DataAbsentError, match=r"b\.jsonl"):
        list(read_lines("b.jsonl"))


def test_f1_of_nothing_is_zero() -> None:
    assert f1(0, 0, 0) == (0.0, 0.0, 0.0)
    assert f1(1, 2, 1) == (0.5, 1.0, pytest.approx(2 / 3))
