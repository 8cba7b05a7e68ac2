"""How the program feels after years of practice: `python -m tests.benchmarks.library [--takes 1000 10000]`.

Fills stores with made-up answers (2,000 words of transcript a day), opens the real window on each of them in a process
of its own, without a display, and prints: from the start of the process to the list, opening a session, comparing
attempts, searching while typing, the progress page, reading the list to its end, and the longest time for which the
event loop stood still.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mlprep_gui.paths import locate
from tests.benchmarks.library_store import copy_store, fill_store

#: What is measured: its name, and the greatest value allowed with the greatest store, milliseconds.
GOALS: Final = {
    "start to list": None,
    "open a session": 150.0,
    "open the first session": None,
    "compare attempts": 150.0,
    "search, median": 50.0,
    "search, worst": None,
    "progress page": 500.0,
    "whole list read": None,
    "stall: searching": 100.0,
    "stall: first session": 100.0,
    "stall: sessions": 100.0,
    "stall: comparing attempts": 100.0,
    "stall: progress page": 100.0,
    "stall: reading the list to its end": 100.0,
}
_GROWTH: Final = 2.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds by name, for a store of so many takes."""

    takes: int
    values: dict[str, float]


def measure(folder: Path, runs: int) -> dict[str, float]:
    """Open the window on a data folder several times; return the least of each value, milliseconds.

    What else runs on the computer can only slow a window down.
    """
    seen: list[dict[str, float]] = []
    for _ in range(runs):
        command = [sys.executable, "-m", "tests.benchmarks.library_window", str(folder), str(time.time())]
        result = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
        seen.append(json.loads(result.stdout.splitlines()[-1]))
    return {name: min(run[name] for run in seen) for name in seen[0]}


def table(columns: Sequence[Measured]) -> list[str]:
    """Return a Markdown table: values down, stores across, and growth from the store before the greatest one."""
    names = [f"{column.takes} takes" if column.takes else "empty" for column in columns]
    lines = [f"| ms | {' | '.join(names)} | growth | goal |", "| --- |" + " ---: |" * (len(columns) + 2)]
    for name, most in GOALS.items():
        cells = [f"{column.values[name]:.0f}" if name in column.values else "–" for column in columns]
        goal = f"≤ {most:.0f}" if most is not None else ""
        lines.append(f"| {name} | {' | '.join(cells)} | {_growth(columns, name)} | {goal} |")
    return lines


def misses(columns: Sequence[Measured]) -> list[str]:
    """Return what is slower than it should be, in words."""
    empty, largest = columns[0].values, columns[-1].values
    found = [
        f"{name}: {largest[name]:.0f} ms, not {most:.0f}"
        for name, most in GOALS.items()
        if most is not None and largest.get(name, 0.0) > most
    ]
    if largest["start to list"] > _GROWTH * empty["start to list"]:
        found.append(f"start to list: {largest['start to list'] / empty['start to list']:.1f} times the empty store")
    if len(columns) > 2:
        smaller = columns[-2].values
        found += [
            f"{name}: grew to {largest[name] / smaller[name]:.1f} times"
            for name in ("start to list", "open a session", "search, median", "progress page")
            if largest[name] > _GROWTH * smaller[name]
        ]
    return found


def _growth(columns: Sequence[Measured], name: str) -> str:
    if len(columns) < 3 or not columns[-2].values.get(name):
        return "–"
    return f"{columns[-1].values[name] / columns[-2].values[name]:.2f}×"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--takes", type=int, nargs="+", default=[1000, 10000], help="sizes of the stores, in order")
    parser.add_argument("--runs", type=int, default=3, help="windows opened on each store; the quickest counts")
    parser.add_argument("--keep", type=Path, help="folder for the stores; those that are there are used again")
    options = parser.parse_args(arguments)
    columns: list[Measured] = []
    with tempfile.TemporaryDirectory() as scratch:
        stores = options.keep or Path(scratch)
        for takes in (0, *sorted(options.takes)):
            source = locate(stores / f"takes-{takes}")
            if takes and not source.database.exists():
                fill_store(source, takes)
            folder = Path(scratch) / f"run-{takes}"
            if takes:
                copy_store(source, locate(folder))
                measure(folder, 1)  # measures the deliveries and makes the backup of the day, as the first day of use
            columns.append(Measured(takes, measure(folder, options.runs)))
    sys.stdout.write("\n".join(table(columns)) + "\n")
    missed = misses(columns)
    sys.stdout.write("\n".join(["", *missed] if missed else ["", "Every goal is met."]) + "\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
