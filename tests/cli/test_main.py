from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ledger.builders import two_coasts

import dragoman as package
from dragoman.cli import main
from dragoman.errors import DataError, DragomanError
from dragoman.records import Reading

COMMANDS = tuple(
    command.__name__
    for command in (
        main.read,
        main.add,
        main.dyad,
        main.events,
        main.agreements,
        main.visits,
        main.quotes,
        main.why,
        main.audit,
        main.schema,
        main.doctor,
    )
)
SCRIPT = [sys.executable, "-c", "from dragoman.cli.main import run; run()"]


def test_the_version(dragoman) -> None:
    said = dragoman("--version")
    assert (said.status, said.out) == (0, f"dragoman {package.__version__}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(dragoman, command: str) -> None:
    said = dragoman(command, "--help")
    assert said.status == 0
    assert f"dragoman {command}" in said.out.split("Example", 1)[1]


@pytest.mark.parametrize("command", ["", "read", "events"])
def test_help_loads_nothing_heavy(command: str) -> None:
    code = (
        "import sys\n"
        "from dragoman.cli.main import run\n"
        "try: run()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'sqlalchemy', 'alembic', 'numpy', 'py3langid', 'dragoman.records'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stderr.strip() == "[]"


def test_help_is_quick() -> None:
    def seconds() -> float:
        # The processor's seconds, not the clock's: other work on the machine does not count.
        begun = os.times()
        subprocess.run([*SCRIPT, "add", "--help"], capture_output=True, check=True)
        ended = os.times()
        return (ended.children_user - begun.children_user) + (
            ended.children_system - begun.children_system
        )

    assert min(seconds() for _ in range(3)) < 0.5


def test_an_error_is_one_line_with_the_status_of_its_kind(
    dragoman, page, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Reading:
        raise DataError("states.toml, line 3:\n  bad\x07 entry")

    monkeypatch.setattr(sys.modules["dragoman.reader"], "read_page", refuse)
    said = dragoman("read", page("A story"))
    assert (said.status, said.out) == (DataError.exit_status, "")
    assert said.err == "dragoman: states.toml, line 3: bad\ufffd entry\n"


def test_every_kind_of_error_has_a_status_of_its_own() -> None:
    statuses = [kind.exit_status for kind in (DragomanError, *DragomanError.__subclasses__())]
    assert len(set(statuses)) == len(statuses)
    assert not set(statuses) & {0, 2, main.INTERRUPTED}


def test_the_schema_describes_what_read_prints(dragoman) -> None:
    schema = json.loads(dragoman("schema").out)
    told = json.loads(two_coasts().model_dump_json())
    assert schema["properties"].keys() == told.keys()
    assert schema["$defs"]["Event"]["properties"].keys() == told["claims"][0].keys()


@pytest.mark.usefixtures("filled")
def test_a_reader_that_goes_away_is_no_fault(dragoman) -> None:
    claim = dragoman("events", "--limit", "1", "--json").out
    many = (
        "import sys\n"
        "from dragoman.cli.main import app, run\n"
        "from dragoman.cli.json_lines import print_line\n"
        "@app.command()\n"
        "def flood() -> None:\n"
        f"    for _ in range(5000): print_line({claim!r}.strip())\n"
        "run(['flood'])\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", many], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    assert json.loads(writer.stdout.readline())
    writer.stdout.close()
    assert writer.stderr.read() == ""
    assert writer.wait(timeout=30) != 0


@pytest.mark.skipif(not hasattr(os, "kill"), reason="needs signals")
def test_interrupted() -> None:
    slow = (
        "import time\n"
        "from dragoman.cli.main import app, run\n"
        "@app.command()\n"
        "def wait() -> None:\n"
        "    print('waiting', flush=True)\n"
        "    time.sleep(60)\n"
        "run(['wait'])\n"
    )
    waiting = subprocess.Popen(
        [sys.executable, "-c", slow], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "waiting\n"
    waiting.send_signal(signal.SIGINT)
    _, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, err) == (130, "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.usefixtures("filled")
def test_a_terminal_without_our_letters(encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    table = subprocess.run([*SCRIPT, "events"], capture_output=True, env=environment, check=False)
    assert table.returncode == 0
    lines = subprocess.run(
        [*SCRIPT, "quotes", "--json"], capture_output=True, env=environment, check=True
    ).stdout
    assert all(json.loads(line) for line in lines.decode("utf-8").splitlines())


def test_a_killed_add_leaves_whole_articles_only(page, tmp_path: Path) -> None:
    project = str(Path(__file__).resolve().parents[2])
    for number in range(4):
        page(f"Story {number}")
    code = (
        "import sys, time, types\n"
        "from tests.cli.conftest import stub_read\n"
        "stub = types.ModuleType('dragoman.reader')\n"
        "stub.read_page = stub_read\n"
        "sys.modules['dragoman.reader'] = stub\n"
        "from dragoman.ledger import rows\n"
        "real, seen = rows.party_rows, []\n"
        "def slow(claim):\n"
        "    seen.append(claim)\n"
        "    if len(seen) == 12:\n"
        "        print('in the middle', flush=True)\n"
        "        time.sleep(60)\n"
        "    return real(claim)\n"
        "rows.party_rows = slow\n"
        "from dragoman.cli.main import run\n"
        "run()\n"
    )
    adding = subprocess.Popen(
        [sys.executable, "-c", code, "add", "--page-seconds", "0", str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([project, *sys.path])},
    )
    assert adding.stdout is not None
    assert adding.stdout.readline() == b"in the middle\n"
    adding.kill()
    adding.wait(timeout=30)
    adding.stdout.close()
    ended = subprocess.run([*SCRIPT, "visits", "--csv"], capture_output=True, text=True, check=True)
    assert len(ended.stdout.splitlines()) == 1 + 2 * 2
    assert "in 2 articles" in ended.stderr
