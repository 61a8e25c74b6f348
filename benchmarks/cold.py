"""How long a page takes, beside what Python and numpy take on the same machine at the same moment.

    .venv/bin/python benchmarks/cold.py sheets/ch23.py [--runs 15]

Prints medians of whole processes, taken in turns so that a busy moment hits all of them, and their ratios
against the goals; then that of the same sheet rendered in one process. A ratio is worth more than a figure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

PYTHON = sys.executable
ROOT = Path(__file__).resolve().parents[1]

#: What is measured, against what, and how many times as long it may take.
GOALS = {
    "sketchsvg --help": ("python -c pass", 2.5),
    "render to SVG": ("import numpy", 3.0),
    "render to PDF": ("import numpy", 6.0),
    "render to PNG, 300 ppi": ("import numpy", 12.0),
}
WARM_GOAL_MS = 60.0


def commands(sheet: str, folder: Path) -> dict[str, list[str]]:
    """The processes to measure, by name."""
    script = Path(PYTHON).with_name("sketchsvg")
    # The installed script where there is one: that is what people run.
    start = [str(script)] if script.exists() else [PYTHON, "-m", "sketchsvg"]
    return {
        "python -c pass": [PYTHON, "-c", "pass"],
        "import numpy": [PYTHON, "-c", "import numpy"],
        "sketchsvg --help": [*start, "--help"],
        "render to SVG": [*start, "render", sheet, "-o", str(folder / "page.svg")],
        "render to PDF": [*start, "render", sheet, "-o", str(folder / "page.pdf")],
        "render to PNG, 300 ppi": [*start, "render", sheet, "-o", str(folder / "page.png"), "--ppi", "300"],
    }


def seconds(command: list[str]) -> float:
    """The wall time of one process; ends the benchmark when it fails."""
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    taken = time.perf_counter() - start
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr.decode()}")
    return taken


def cold(sheet: str, runs: int) -> dict[str, float]:
    """Medians in ms of whole processes."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = commands(sheet, Path(folder))
        for command in wanted.values():
            seconds(command)
        taken: dict[str, list[float]] = {name: [] for name in wanted}
        for _ in range(runs):
            for name, command in wanted.items():
                taken[name].append(seconds(command))
    return {name: 1000 * median(values) for name, values in taken.items()}


def warm(sheet: str, runs: int) -> float:
    """The median in ms of reading the sheet and rendering it to SVG, again and again in one process."""
    from sketchsvg.pipeline import render
    from sketchsvg.readers import read

    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        for page in read(sheet):
            render(page, "svg")
        taken.append(time.perf_counter() - start)
    return 1000 * median(taken[1:])


def verdict(value: float, goal: float) -> str:
    """Whether a goal is met."""
    return "ok" if value <= goal else "MISSED"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sheet", help="a Python file that holds a sheet")
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    sheet = str(Path(options.sheet).resolve())
    medians = cold(sheet, options.runs)
    for name, milliseconds in medians.items():
        line = f"{name:<24}{milliseconds:8.1f} ms"
        if name in GOALS:
            base, goal = GOALS[name]
            ratio = milliseconds / medians[base]
            line += f"  {ratio:5.2f} x {base:<16} goal {goal:4.1f}  {verdict(ratio, goal)}"
        print(line)
    again = warm(sheet, options.runs)
    print(f"again, warm, to SVG {again:.1f} ms  goal {WARM_GOAL_MS:.0f} ms  {verdict(again, WARM_GOAL_MS)}")


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Installed packages are compiled once; measured is what a user waits for, not the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.path.insert(0, str(ROOT))
    main()
