"""One page as PDF and as PNG: sketchsvg beside what else turns the same words into a page, whole processes in turns.

    python benchmarks/page.py sheets/ch23.py --install [--runs 7] [--chart docs/pictures/speed.png]

``--install`` puts typst, WeasyPrint and matplotlib into a venv that is thrown away afterwards; ``--python PATH`` names
a Python that has them. Without either, those that this Python lacks are left out, and it says how to get them. The
browser is the Chromium of the machine. What sketchsvg draws by hand, the others only set in three columns of type
(matplotlib by ``xkcd``): they have less to do.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from html import escape
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("typst", "weasyprint", "matplotlib")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: How many times as long as typst sketchsvg may take, and how large its PDF may be.
GOALS = {"PDF": 4.0, "PNG": 3.0}
LARGEST_PDF_KB = 250

TYPST = """
import sys, typst
kind, out = sys.argv[1:]
made = typst.compile("page.typ", format=kind, **({"ppi": 300.0} if kind == "png" else {}))
open(out, "wb").write(made if isinstance(made, bytes) else made[0])
"""
WEASYPRINT = """
import sys, weasyprint
weasyprint.HTML("page.html").write_pdf(sys.argv[2])
"""
XKCD = """
import sys, matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
lines = open("words.txt", encoding="utf-8").read().splitlines()
plt.xkcd()
plt.rcParams["font.family"] = ["Noto Sans CJK KR", "NanumGothic", "NanumSquareRound", "DejaVu Sans"]
figure, axes = plt.subplots(figsize=(210 / 25.4, 297 / 25.4))
axes.set(xlim=(0, 3), ylim=(60, -1), xticks=[], yticks=[])
for number, line in enumerate(lines):
    axes.text(number // 60 + 0.02, number % 60, line, fontsize=6)
figure.savefig(sys.argv[2], dpi=300)
"""


class Contestant(NamedTuple):
    """A process that writes one file."""

    tool: str
    kind: str
    command: tuple[str, ...]
    output: Path


class Result(NamedTuple):
    """The medians of a contestant in ms, by the clock and of all processors, and the size of its file in KB."""

    tool: str
    kind: str
    milliseconds: float
    processor: float
    kilobytes: float


def page_lines(sheet: str) -> list[str]:
    """The lines of text of the sheet's page, in reading order."""
    from sketchsvg.pipeline import compose, ink, trace
    from sketchsvg.readers import read

    (page,) = read(sheet)
    lines = [""]
    for word in ink(trace(page, compose(page))).words:
        lines[-1] += word.text + (" " if word.space else "")
        if word.end:
            lines.append("")
    return [line.strip() for line in lines if line.strip()]


def prepare(folder: Path, lines: list[str]) -> None:
    """The words as each tool takes them."""
    (folder / "words.txt").write_text("\n".join(lines), encoding="utf-8")
    marked = "".join(f"\\{char}" if char in "\\#$*_`<>@[]=-+/~\"'" else char for char in " \\\n".join(lines))
    marked = marked.replace(" \\\\\n", " \\\n")
    (folder / "page.typ").write_text(
        f'#set page(paper: "a4", margin: 10mm)\n#set text(size: 9pt, lang: "ko")\n#columns(3)[\n{marked}\n]\n',
        encoding="utf-8",
    )
    style = "@page{size:A4;margin:10mm}body{font:9pt sans-serif;columns:3;margin:0}"
    body = "<br>".join(escape(line) for line in lines)
    (folder / "page.html").write_text(
        f'<!doctype html><html lang=ko><meta charset=utf-8><style>{style}</style><body>{body}', encoding="utf-8"
    )
    for name, program in (("typst", TYPST), ("weasyprint", WEASYPRINT), ("matplotlib", XKCD)):
        (folder / f"with_{name}.py").write_text(program)


def contestants(sheet: str, folder: Path, python: str) -> list[Contestant]:
    """Everything that can be measured here; what cannot is told."""

    def entered(tool: str, kind: str, *command: str) -> Contestant:
        out = folder / f"{tool.split()[0]}.{kind.lower()}"
        return Contestant(tool, kind, tuple(part.replace("OUT", str(out)) for part in command), out)

    script = Path(sys.executable).with_name("sketchsvg")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "sketchsvg"]
    found = [entered("sketchsvg", kind, *start, "render", sheet, "-o", "OUT") for kind in ("PDF", "PNG")]
    tools = {"typst": ("typst", "PDF", "PNG"), "weasyprint": ("WeasyPrint", "PDF")}
    tools["matplotlib"] = ("matplotlib xkcd", "PDF", "PNG")
    for package, (tool, *kinds) in tools.items():
        if subprocess.run([python, "-c", f"import {package}"], capture_output=True).returncode:
            print(f"{package} is left out: --install gets it, or pip install {package}", file=sys.stderr)
            continue
        found += [entered(tool, kind, python, f"with_{package}.py", kind.lower(), "OUT") for kind in kinds]
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("The browser is left out: there is no Chromium on this machine.", file=sys.stderr)
        return found
    quiet = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    shot = ["--screenshot=OUT", "--window-size=794,1123", "--force-device-scale-factor=3.125"]
    return [
        *found,
        entered("Chromium", "PDF", *quiet, "--no-pdf-header-footer", "--print-to-pdf=OUT", "page.html"),
        entered("Chromium", "PNG", *quiet, *shot, "page.html"),
    ]


def seconds(contestant: Contestant, folder: Path) -> tuple[float, float]:
    """The time of one process by the clock and of all processors; ends the benchmark when it writes nothing."""
    contestant.output.unlink(missing_ok=True)
    begin, before = time.perf_counter(), os.times()
    done = subprocess.run(contestant.command, cwd=folder, capture_output=True)
    taken, after = time.perf_counter() - begin, os.times()
    if not contestant.output.exists():
        sys.exit(f"{' '.join(contestant.command)}\n{done.stderr.decode(errors='replace')[-2000:]}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return taken, spent


def measured(sheet: str, python: str, runs: int) -> list[Result]:
    """Medians, each tool run once in every round, so that a busy moment hits all of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, page_lines(sheet))
        entered = contestants(sheet, folder, python)
        for one in entered:
            seconds(one, folder)
        taken: dict[Contestant, list[tuple[float, float]]] = {one: [] for one in entered}
        for _ in range(runs):
            for one in entered:
                taken[one].append(seconds(one, folder))
        results = []
        for one, times in taken.items():
            clock, processor = (1000 * median(of) for of in zip(*times, strict=True))
            results.append(Result(one.tool, one.kind, clock, processor, one.output.stat().st_size / 1000))
        return results


def table(results: list[Result]) -> str:
    """What was measured, against typst and against the goals. Processor time is what a busy machine changes least."""
    lines = []
    for kind, goal in GOALS.items():
        of_kind = sorted((one for one in results if one.kind == kind), key=lambda one: one.milliseconds)
        base = next((one for one in of_kind if one.tool == "typst"), None)
        for one in of_kind:
            ratio = goals = ""
            if base:
                times = one.milliseconds / base.milliseconds
                busy = one.processor / base.processor if base.processor else 0
                ratio = f"{times:6.2f} x typst, {busy:5.2f} x its processor time"
            if one.tool == "sketchsvg" and base:
                goals = f"  goal {goal:g} x: {'ok' if times <= goal else 'MISSED'}"
            if one.tool == "sketchsvg" and kind == "PDF":
                goals += f"  goal {LARGEST_PDF_KB} KB: {'ok' if one.kilobytes <= LARGEST_PDF_KB else 'MISSED'}"
            lines.append(f"{kind}  {one.tool:<16}{one.milliseconds:8.0f} ms {one.kilobytes:7.0f} KB {ratio}{goals}")
        lines.append("")
    return "\n".join(lines)


def chart(results: list[Result], path: Path) -> None:
    """The medians as bars, drawn by hand, in times typst's: a figure that another machine would show, too.

    Our own are in the accent, the others in pencil.
    """
    from sketchsvg import Sketch

    step, top, left, wide = 8.5, 15.0, 44.0, 108.0
    base = {one.kind: one.milliseconds for one in results if one.tool == "typst"}
    if set(base) != set(GOALS):
        sys.exit("The chart shows times typst's, so it needs typst: --install gets it.")
    kinds = [sorted((one for one in results if one.kind == kind), key=lambda one: one.milliseconds) for kind in GOALS]
    height = top + sum(len(rows) * step + 11 for rows in kinds)
    most = max(one.milliseconds / base[one.kind] for one in results)
    sketch = Sketch(180, height, seed=23, paper="#fffdf5", title="How long one page takes, beside typst")
    sketch.text(8, 10, "One A4 page, whole process, beside typst", size=15, bold=True)
    y = top
    for kind, rows in zip(GOALS, kinds, strict=True):
        sketch.text(8, y + 5.5, kind if kind == "PDF" else "PNG, 300 ppi", size=11, bold=True, colour="#6b7488")
        y += 8
        for one in rows:
            own = one.tool == "sketchsvg"
            colour = "#2f6fde" if own else "#6b7488"
            times = one.milliseconds / base[kind]
            length = times / most * wide
            sketch.text(8, y + 4.8, one.tool, size=10, bold=own, colour="#1f2a44")
            sketch.rectangle(
                left, y + 0.6, length, step - 2.6, colour=colour, width=0.35, fill="hachure", fill_colour=colour,
                key=f"{kind} {one.tool}",
            )
            said = f"{times:.1f}×, {one.kilobytes:,.0f} KB"
            sketch.text(left + length + 2, y + 4.8, said, size=8.5, colour="#6b7488")
            y += step
        y += 3
    sketch.save(path, ppi=150)


def main() -> None:
    """Measure, print, draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sheet", help="a Python file that holds a sheet")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--install", action="store_true", help="get the others into a venv for this run")
    parser.add_argument("--python", default=sys.executable, help="a Python that has the others")
    parser.add_argument("--chart", type=Path, help="draw the medians into this file")
    options = parser.parse_args()
    sheet = str(Path(options.sheet).resolve())
    with tempfile.TemporaryDirectory() as folder:
        python = options.python
        if options.install:
            venv.create(folder, with_pip=True)
            python = str(Path(folder, "Scripts" if os.name == "nt" else "bin", "python"))
            subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        results = measured(sheet, python, options.runs)
    print(table(results))
    if options.chart:
        chart(results, options.chart)


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Installed packages are compiled once; measured is what a user waits for, not the compiler.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPATH"] = str(ROOT)
    sys.path.insert(0, str(ROOT))
    main()
