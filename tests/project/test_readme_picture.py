"""The README shows what the program prints, not what it printed once."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

COMMAND = "dragoman read samples/summit.fr.txt"
WIDTH = 100


def test_the_picture_is_the_output(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    picture = re.search(
        r"<!-- picture.*?-->\s*```text\n(.*?)```\s*<!-- end of picture -->", readme, re.S
    )
    assert picture is not None, "README.md has no picture between its two comments"
    printed = subprocess.run(
        [sys.executable, "-c", "from dragoman.cli.main import run; run()", *COMMAND.split()[1:]],
        cwd=project,
        env={"COLUMNS": str(WIDTH), "PATH": "", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    ).stdout
    lines = [line.rstrip() for line in printed.splitlines()]
    wanted = [line.rstrip() for line in picture.group(1).splitlines()]
    position = 0
    for line in wanted:
        if line in ("", "…"):
            continue
        assert line in lines[position:], (
            f"not printed any more: {line!r}; paste anew what `COLUMNS={WIDTH} {COMMAND}` prints"
        )
        position = lines.index(line, position) + 1
