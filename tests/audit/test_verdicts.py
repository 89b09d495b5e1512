from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.audit.verdicts import read_sheet
from dragoman.errors import BadColumns, InputError, MissingInput

HEAD = "claim,type,event_type,right,parties\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "sheet.csv"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("cell", "answer"),
    [("yes", "yes"), ("Oui", "yes"), ("1", "yes"), ("n", "no"), ("FALSE", "no"), (" ? ", "unsure")],
)
def test_answers_in_the_forms_that_people_write(tmp_path: Path, cell: str, answer: str) -> None:
    (one,) = read_sheet(written(tmp_path, f"{HEAD}ab12,event,AID,{cell},\n"))
    assert (one.claim, one.type, one.event_type) == ("ab12", "event", "AID")
    assert one.answers == {"right": answer}


@pytest.mark.parametrize("sign", [";", "\t"])
def test_a_sheet_that_a_spreadsheet_saved(tmp_path: Path, sign: str) -> None:
    text = "\ufeff" + HEAD.replace(",", sign) + f"ab12{sign}visit{sign}{sign}yes{sign}no\r\n"
    (one,) = read_sheet(written(tmp_path, text))
    assert one.event_type is None
    assert one.answers == {"right": "yes", "parties": "no"}


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("", BadColumns, "sheet.csv: no column claim, type, event_type, right"),
        ("claim,type,event_type\n", BadColumns, "sheet.csv: no column right; a sheet has those"),
        (HEAD + "ab12,event,AID,mabye,\n", InputError, "sheet.csv, line 2, right: 'mabye'; write"),
        (HEAD + ",event,AID,yes,\n", InputError, "sheet.csv, line 2: no claim's id"),
        (HEAD + "ab12,event,AID\n", InputError, None),
        (HEAD + "ab,event,AID,y,\nab,event,AID,n,\n", InputError, "line 3: claim ab stands there"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, error: type[InputError], said: str | None
) -> None:
    path = written(tmp_path, text)
    if said is None:
        assert read_sheet(path)[0].answers == {}  # a short line is one that nobody judged
        return
    with pytest.raises(error) as fault:
        read_sheet(path)
    assert said in str(fault.value)


def test_what_is_no_sheet(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"none\.csv: cannot be read"):
        read_sheet(tmp_path / "none.csv")
    (tmp_path / "sheet.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        read_sheet(tmp_path / "sheet.csv")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(st.sampled_from(',;\n\r"\x00 aé?yn'), max_size=80))
def test_whatever_stands_in_it_is_read_or_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes((HEAD + text).encode())
    try:
        found = read_sheet(path)
    except InputError:
        return
    assert all(verdict.claim for verdict in found)


def test_a_cell_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2: no CSV"):
        read_sheet(written(tmp_path, f"{HEAD}ab,event,AID,{'y' * 200_000},\n"))
