"""`python -m benchmarks.full fuzz`: the exit status is 1 if anything was found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.full.fuzz import fuzz, report


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.full", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    fuzzing = commands.add_parser("fuzz", help="odd inputs through all readers")
    fuzzing.add_argument("--minutes", type=float, default=10.0)
    fuzzing.add_argument("--seed", type=int, default=0, help="the same seed gives the same inputs")
    fuzzing.add_argument("--first", type=int, default=0, help="number of the first input")
    fuzzing.add_argument("--most", type=int, default=None, help="inputs at most")
    fuzzing.add_argument("--keep", type=Path, default=None, help="a folder for inputs with faults")
    options = parser.parse_args(arguments)
    outcome = fuzz(
        seconds=options.minutes * 60,
        seed=options.seed,
        first=options.first,
        most=options.most,
        keep=options.keep,
    )
    print(report(outcome))
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
