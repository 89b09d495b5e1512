from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.cli import guard
from dragoman.cli.guard import Guarded
from dragoman.cli.settings import Settings
from dragoman.errors import ProgramFault, Stopped
from dragoman.sources import Page, Passed
from dragoman.sources.unopened import Unopened

WORKER = (str(Path(__file__).with_name("workers.py")),)


@pytest.fixture
def guarded() -> Iterator[Guarded]:
    runner = Guarded(Settings(seconds=3), worker=WORKER, loading=3)
    yield runner
    runner.close()


def said(runner: Guarded, word: str) -> str:
    ((name, outcome),) = runner.read(Page(f"{word} done", name=word))
    assert name == word
    assert isinstance(outcome, Passed)
    assert isinstance(outcome.why, Stopped) == (str(outcome.why) != "done")
    return str(outcome.why)


def test_one_process_reads_page_after_page(guarded: Guarded) -> None:
    assert [said(guarded, word) for word in ("one", "two", "print", "three")] == ["done"] * 4
    child = guarded._child
    assert child is not None
    assert child.pages == 4


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("sleep", "took over 3 seconds"),
        ("loop", "took over 3 seconds"),
        ("leave", "ended the process that read it: status 9"),
        ("crash", "ended the process that read it: SIGSEGV"),
        ("grow", "ended the process that read it: it asked for over 700 MB of memory"),
    ],
)
def test_a_page_that_cannot_be_read_is_named_and_the_next_is_read(
    guarded: Guarded, word: str, why: str
) -> None:
    assert said(guarded, "one") == "done"
    assert said(guarded, "one") == "done"
    begun = time.monotonic()
    assert said(guarded, word) == f"{word}: {why}; passed over"
    assert time.monotonic() - begun < 60
    assert said(guarded, "two") == "done"


def test_the_other_pages_of_a_file_are_read(guarded: Guarded, tmp_path: Path) -> None:
    path = tmp_path / "m.eml"
    part = "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n{} done\n"
    parts = "".join(map(part.format, ("one", "leave", "two", "crash", "three")))
    path.write_text(f"Content-Type: multipart/mixed; boundary=x\n\n{parts}--x--\n")
    found = list(guarded.read(Unopened(str(path), "eml", path=str(path))))
    words = [str(outcome.why) for _, outcome in found if isinstance(outcome, Passed)]
    assert [word.strip().partition(": ")[2] or word.strip() for word in words] == [
        "done",
        "ended the process that read it: status 9; passed over",
        "done",
        "ended the process that read it: SIGSEGV; passed over",
        "done",
    ]
    assert "attachment 2" in words[1]


def test_a_program_that_does_not_start_says_why() -> None:
    runner = Guarded(Settings(), worker=("-c", "import no_such_module"))
    with pytest.raises(ProgramFault, match="No module named 'no_such_module'"):
        list(runner.read(Page("x")))


def _gone(number: int) -> bool:
    for _ in range(200):
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
@pytest.mark.parametrize("word", ["sleep", "loop"])
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_is_left_behind(word: str, end: signal.Signals) -> None:
    code = (
        "import sys\n"
        "from contextlib import closing\n"
        "from dragoman.cli.guard import Guarded\n"
        "from dragoman.cli.settings import Settings\n"
        "from dragoman.sources import Page\n"
        f"with closing(Guarded(Settings(seconds=60), worker={WORKER!r})) as runner:\n"
        "    list(runner.read(Page('one')))\n"
        "    print(runner._child._process.pid, flush=True)\n"
        f"    list(runner.read(Page({word!r})))\n"
    )
    command = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert command.stdout is not None
    child = int(command.stdout.readline())
    time.sleep(0.5)
    command.send_signal(end)
    command.wait(timeout=30)
    command.stdout.close()
    assert _gone(child)


def test_the_real_worker_reads_a_page_and_honours_what_was_given(project: Path) -> None:
    path = project / "samples" / "corpus.jsonl"
    settings = Settings(language="xx", seconds=60)
    runner = Guarded(settings, worker=guard.WORKER)
    try:
        ((name, outcome),) = runner.read(
            Page(path.read_text("utf-8"), form="article", name="a page")
        )
    finally:
        runner.close()
    assert name == "a page"
    assert not isinstance(outcome, Passed | Exception)
    assert outcome.article.language == "xx"


def test_the_real_worker_reads_with_the_users_gazetteer(tmp_path: Path) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(
        '[[state]]\nid = "ZAR"\nname = "Zarkonia"\nstatus = "un-member"\n'
        '[state.en]\nnames = ["Zarkonia"]\n',
        encoding="utf-8",
    )
    text = "The parliament of Zarkonia sat for the first time in its new house on the hill."
    page = Page(text, form="article", name="a page")
    parties = []
    for own in ((), (table,)):
        runner = Guarded(Settings(language="xx", gazetteer=own))
        try:
            ((_, outcome),) = runner.read(page)
        finally:
            runner.close()
        assert not isinstance(outcome, Passed | Exception)
        parties.append([party.id for party in outcome.parties])
    assert parties == [[], ["state:ZAR"]]
