"""Odd inputs through all readers: no error but those meant, no long time, articles that hold.

An input is a seed (`seeds`) spoiled at random (`mutate`), written to a file, and read as a user's
file is: opened, decoded, its pages read as articles. It is a fault where anything but a
DragomanError is raised, where more time is taken than its size gives, or where an article is not
what every article is (`invariants`). Nothing is coded: that has limits of its own.
"""

from __future__ import annotations

import hashlib
import itertools
import signal
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from types import FrameType

from benchmarks.full.invariants import broken
from benchmarks.full.mutate import mutated
from benchmarks.full.seeds import Seed, seeds
from dragoman.articles import read_articles
from dragoman.errors import DragomanError
from dragoman.sources import Passed, page_of, pages

BASE, A_BYTE, A_LINE = 1.5, 2e-5, 1e-4
"""Seconds of the processor for any input, for each byte (2 for 100 kB), and for each line: a page of
50,000 lines of one letter has as much to be asked about as one of long ones."""
_PDF_FACTOR = 5.0  # a PDF's few bytes unpack to many
_SHARES, _OTHERS = {".html": 10.0, ".txt": 8.0}, 1.0  # of the inputs, by their kinds
_HANGS = 60  # seconds after which an input is not waited for


@dataclass
class Fault:
    """What went wrong: `kind` is the same for faults with the same cause."""

    number: int
    seed: str
    kind: str
    told: str
    raw: bytes
    suffix: str


@dataclass
class Outcome:
    """What came of a run: faults, one for each kind with how often it was met, and counts."""

    inputs: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    faults: dict[str, Fault] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    slowest: list[tuple[float, int, str]] = field(default_factory=list)


class _Hangs(BaseException):
    """Raised by the alarm: no reader's `except Exception` may take it for its own."""


def fuzz(
    *,
    seconds: float,
    seed: int = 0,
    first: int = 0,
    most: int | None = None,
    keep: Path | None = None,
) -> Outcome:
    """Read spoiled inputs until `seconds` are over, or `most` of them are read.

    The input of a number depends on `seed` and that number alone. Faults are written to `keep` as
    they are found.
    """
    outcome = Outcome()
    sources = seeds()
    shares = [
        _SHARES.get(s.suffix, _OTHERS) / sum(o.suffix == s.suffix for o in sources) for s in sources
    ]
    begun = time.monotonic()
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGALRM, _hangs)
    with tempfile.TemporaryDirectory() as folder:
        for number in itertools.count(first):
            outcome.seconds = time.monotonic() - begun
            if outcome.seconds >= seconds or (most is not None and number - first >= most):
                return outcome
            chance = Random(f"{seed} {number}")
            source = chance.choices(sources, shares)[0]
            raw = mutated(source.raw, chance.choice(sources).raw, chance)
            fault = _read(number, source, raw, Path(folder), outcome)
            if fault:
                outcome.met[fault.kind] += 1
                if fault.kind not in outcome.faults:
                    outcome.faults[fault.kind] = fault
                    _keep(fault, keep)
    return outcome


def _hangs(_: int, __: FrameType | None) -> None:
    raise _Hangs


def _read(number: int, source: Seed, raw: bytes, folder: Path, outcome: Outcome) -> Fault | None:
    path = folder / f"input{source.suffix}"
    path.write_bytes(raw)
    outcome.inputs[source.suffix] += 1
    begun = time.process_time()

    def fault(kind: str, told: str) -> Fault:
        return Fault(number, source.name, kind, told, raw, source.suffix)

    signal.alarm(_HANGS)
    try:
        said = _articles(path, source, outcome)
    except _Hangs:
        where = traceback.format_exc()
        return fault(f"hangs in {_innermost(where)}", where)
    except Exception as error:
        where = traceback.format_exc()
        return fault(f"{type(error).__name__} in {_innermost(where)}", where)
    finally:
        signal.alarm(0)
    taken = time.process_time() - begun
    outcome.slowest = sorted([*outcome.slowest, (taken, number, source.name)])[-5:]
    if said:
        return fault(said[0].split(":")[0], "\n".join(said))
    limit = (BASE + A_BYTE * len(raw) + A_LINE * raw.count(b"\n")) * (
        _PDF_FACTOR if ".pdf" in source.suffix else 1.0
    )
    if taken > limit:
        return fault(f"slow {source.suffix}", f"{taken:.1f} s for {len(raw)} bytes")
    return None


def _articles(path: Path, source: Seed, outcome: Outcome) -> list[str]:
    """What is wrong with the articles of a file."""
    said: list[str] = []
    for page in pages(str(path)):
        if isinstance(page, Passed):
            outcome.read[type(page.why).__name__] += 1
            continue
        if source.plain:
            page = page_of(page.text, plain=True)
        try:
            found = read_articles(page)
        except DragomanError as error:
            outcome.read[type(error).__name__] += 1
            continue
        for article in found:
            outcome.read["article"] += 1
            said += broken(article)
    return said


def _innermost(trace: str) -> str:
    """The last place of our own in a trace."""
    ours = [line.strip() for line in trace.splitlines() if "dragoman/" in line and "File" in line]
    return (
        ours[-1].rpartition("dragoman/")[2].replace('", line ', ":").split(",")[0] if ours else "?"
    )


def _keep(fault: Fault, keep: Path | None) -> None:
    print(f"input {fault.number} ({fault.seed}): {fault.kind}", flush=True)
    if keep is None:
        return
    stem = f"{fault.number}-{hashlib.sha256(fault.raw).hexdigest()[:8]}"
    (keep / f"{stem}{fault.suffix}").write_bytes(fault.raw)
    (keep / f"{stem}.fault").write_text(
        f"{fault.seed}\n{fault.kind}\n{fault.told}\n", encoding="utf-8"
    )


def report(outcome: Outcome) -> str:
    """The counts of a run in lines."""
    total = sum(outcome.inputs.values())
    kinds = ", ".join(f"{n} {suffix}" for suffix, n in outcome.inputs.most_common())
    read = ", ".join(f"{n} {what}" for what, n in outcome.read.most_common())
    lines = [f"{total} inputs in {outcome.seconds:.0f} s: {kinds}", f"came of them: {read}"]
    for taken, number, name in reversed(outcome.slowest):
        lines.append(f"{taken:.2f} s: input {number} ({name})")
    for kind, times in outcome.met.most_common():
        lines.append(f"FAULT {times} times, first input {outcome.faults[kind].number}: {kind}")
    return "\n".join(lines)
