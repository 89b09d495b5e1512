"""`python -m benchmarks [NAME ...] [--slow]`: the exit status is 1 if a figure is under its floor.

Every module of this folder that has `run` is a benchmark. One that sets `SLOW = True` runs only
with `--slow` or when it is named.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys
import time
from pathlib import Path
from types import ModuleType

from benchmarks.measure import DataAbsentError, table


def benchmark_modules() -> dict[str, ModuleType]:
    """Name to module, for each module of this folder that can be run."""
    names = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]))
    modules = {
        name: importlib.import_module(f"benchmarks.{name}") for name in names if name != "__main__"
    }
    return {name: module for name, module in modules.items() if hasattr(module, "run")}


def main(arguments: list[str] | None = None) -> int:
    modules = benchmark_modules()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(modules))
    parser.add_argument("--slow", action="store_true", help="also those that take minutes")
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.names) - set(modules)):
        parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(modules)}")
    chosen = options.names or [
        name
        for name, module in modules.items()
        if options.slow or not getattr(module, "SLOW", False)
    ]
    under = 0
    for name in chosen:
        started = time.perf_counter()
        try:
            measures = modules[name].run()
        except DataAbsentError as absent:
            print(f"{name}: skipped, {absent}\n", flush=True)
            continue
        print(f"{name} ({time.perf_counter() - started:.1f} s)\n{table(measures)}\n", flush=True)
        under += sum(not measure.holds for measure in measures)
    if under:
        print(f"{under} under the floor")
    return 1 if under else 0


if __name__ == "__main__":
    sys.exit(main())
