from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import read
from dragoman.errors import DataError
from dragoman.languages.lexicon import lexicon, standard, using
from dragoman.languages.own_lexicon import examine, own_lexicon
from dragoman.records import Event

HEAD = 'language = "en"\nevent = "SANCTION"\n'
MINE = (
    HEAD + '[classes]\ntrophies = ["trophy"]\n'
    '[[frame]]\nverbs = ["return"]\nneeds = { object = ["@trophies"] }\nrecipient = ["to"]\n'
    'examples = [["Chile returned the trophy to Peru.", "CHL > PER"]]\n'
    '[[frame]]\nverbs = ["condemn"]\nevent = "none"\n'
    '[[operator]]\nverbs = ["ponder"]\nmodality = "planned"\n'
    '[[report]]\nverbs = ["chirp"]\nstance = 0.5\n'
)


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def types(text: str) -> list[str]:
    claims = read(text, language="en", plain=True).claims
    return [claim.event_type for claim in claims if isinstance(claim, Event)]


def test_entries_of_ones_own_lie_over_ours_and_only_inside(tmp_path: Path) -> None:
    added = own_lexicon(written(tmp_path, MINE))
    trophy, condemned = "Chile returned the trophy to Peru.", "Norway condemned Belarus."
    before = types(trophy)
    with using(added):
        assert types(trophy) == ["SANCTION"]
        assert types(condemned) == []
        mine = lexicon("en")
        assert mine.operators["VERB", "ponder"].modality == "planned"
        assert mine.reports["chirp"].stance == 0.5
        assert mine.frames["VERB", "return"][0].name.startswith("mine.toml, line 5 ")
        assert lexicon("fr") is standard("fr")
    assert types(trophy) == before != ["SANCTION"]
    assert types(condemned) == ["ACCUSE"]


def test_the_later_file_lies_over_the_earlier(tmp_path: Path) -> None:
    first = own_lexicon(written(tmp_path, HEAD + '[[frame]]\nverbs = ["zap"]\n'))
    other = HEAD + '[[frame]]\nverbs = ["zap"]\nevent = "AID"\n'
    with using(first), using(own_lexicon(written(tmp_path, other))):
        assert [f.event for f in lexicon("en").frames["VERB", "zap"]] == ["AID", "SANCTION"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("language = ", "mine.toml, line 1: not TOML"),
        ('event = "AID"\n', "mine.toml: no language; write"),
        ('# mine\nlanguage = "xx"\n', "mine.toml, line 2: language 'xx' has no coder"),
        (HEAD + '[[frames]]\nverbs = ["zap"]\n', "mine.toml, line 3: unknown key 'frames'"),
        (HEAD + '[frame]\nverbs = ["zap"]\n', "mine.toml, line 3: frame must be written [[frame]]"),
        (HEAD + '[[frame]]\nverb = ["zap"]\n', "mine.toml, line 3: unknown key 'verb'"),
        (HEAD + '[[frame]]\nverbs = "zap"\n', "mine.toml, line 3: verbs: "),
        (HEAD + "[[frame]]\nverbs = []\n", "mine.toml, line 3: verbs: "),
        (HEAD + "[[frame]]\nstanding = true\n", "mine.toml, line 3: no lemma; give verbs"),
        (HEAD + '[[frame]]\nverbs = ["zap"]\nevent = "HUG"\n', "PLOVER has no event 'HUG'"),
        (HEAD + '[[frame]]\nverbs = ["zap"]\nmode = "visit"\n', "SANCTION has no mode 'visit'"),
        (HEAD + '[[frame]]\nverbs = ["zap"]\ncameo = "999"\n', "CAMEO has no code '999'"),
        (HEAD + '[[frame]]\nverbs = ["zap"]\nneeds = { to = ["@x"] }\n', "no class '@x'"),
        (HEAD + '[[frame]]\nverbs = ["zap"]\nexamples = ["A"]\n', "an example is a pair"),
        (HEAD + '[[operator]]\nverbs = ["zap"]\n', "mine.toml, line 3: modality is missing"),
        (HEAD + '[[operator]]\nverbs = ["zap"]\nmodality = "sure"\n', "modality = 'sure'"),
        (HEAD + '[[report]]\nverbs = ["zap"]\nstance = 2\n', "mine.toml, line 3: stance: "),
        (HEAD + "classes = 3\n", "mine.toml, line 3: classes: "),
        (HEAD + "frame = [3]\n", "mine.toml, frame 1: "),
        ('language = "en"\nevent = ["AID"]\n', "mine.toml, line 2: event: "),
        ("x = " + "[" * 5_000, "mine.toml"),
    ],
)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, text: str, said: str) -> None:
    added, faults = examine(written(tmp_path, text))
    assert added is None
    assert said in str(faults[0])
    with pytest.raises(DataError):
        own_lexicon(tmp_path / "mine.toml")


def test_all_faults_are_told(tmp_path: Path) -> None:
    wrong = HEAD + '[[frame]]\nverbs = ["zap"]\nmode = "x"\n\n[[frame]]\nverbs = 3\n'
    _, faults = examine(written(tmp_path, wrong))
    assert ["line 3" in str(faults[0]), "line 7" in str(faults[1])] == [True, True]


def test_what_is_no_file_of_text(tmp_path: Path) -> None:
    assert "cannot be read" in str(examine(tmp_path / "none.toml")[1][0])
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe")
    assert "not UTF-8" in str(examine(tmp_path / "mine.toml")[1][0])
