"""Ours against rough.js: the same shapes, both up to the text of their SVG paths, in one go.

Run ``python benchmarks/ink.py [N …]`` (default 100 1000 10000). rough.js is installed by npm into a folder for
temporary files. Both draw every outline twice, as rough.js does by default; fills are drawn as each does by itself.
A shape is a box of 16 x 16 px in a lattice of 20 px, hatched every 2 px. "calls" is one call a shape, "many" is one
call for all. Times are those of the processor, so that a busy machine spoils them less.
What would take longer than ``PATIENCE`` seconds is left out.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path
from time import process_time

import numpy as np

from sketchsvg import Sketch

VERSION = "4.6.6"
PATIENCE = 20.0
SIZES = (100, 1_000, 10_000)
PITCH, BOX, COLUMNS = 20, 16, 320
HATCHED = {"fill": "hachure", "gap": 2, "weight": 0.5, "fill_colour": "#2f6fde"}
KINDS = ("line", "polyline", "polygon", "rectangle", "ellipse", "circle", "arc", "curve", "path")
FILLS = ("hachure", "solid", "zigzag", "cross-hatch", "dots", "dashed", "zigzag-line")

ROUGH = """
import rough from 'roughjs';
const [kind, fill, count] = [process.argv[2], process.argv[3], +process.argv[4]];
const options = {hachureGap: 2, fillWeight: 0.5};
if (fill !== 'none') { options.fill = '#2f6fde'; options.fillStyle = fill; }
const shapes = {
  line: (g, x, y, o) => g.line(x, y, x + 16, y + 16, o),
  polyline: (g, x, y, o) => g.linearPath([[x, y], [x + 5, y + 16], [x + 11, y], [x + 16, y + 16]], o),
  polygon: (g, x, y, o) => g.polygon([[x + 8, y], [x + 16, y + 6], [x + 13, y + 16], [x + 3, y + 16], [x, y + 6]], o),
  rectangle: (g, x, y, o) => g.rectangle(x, y, 16, 16, o),
  ellipse: (g, x, y, o) => g.ellipse(x + 8, y + 8, 16, 12, o),
  circle: (g, x, y, o) => g.circle(x + 8, y + 8, 16, o),
  arc: (g, x, y, o) => g.arc(x + 8, y + 8, 16, 16, 0, 4, false, o),
  curve: (g, x, y, o) => g.curve([[x, y], [x + 5, y + 16], [x + 11, y], [x + 16, y + 16]], o),
  path: (g, x, y, o) => g.path(`M${x} ${y + 16}C${x + 16} ${y + 16} ${x} ${y} ${x + 16} ${y}L${x + 16} ${y + 16}`, o),
};
function run() {
  const begin = process.cpuUsage();
  const generator = rough.generator();
  let size = 0;
  for (let i = 0; i < count; i++) {
    const x = 8 + (i % 320) * 20, y = 8 + Math.floor(i / 320) * 20;
    const drawing = shapes[kind](generator, x, y, {...options, seed: i + 1});
    for (const p of generator.toPaths(drawing)) {
      const text = `<path d="${p.d}" stroke="${p.stroke}" stroke-width="${p.strokeWidth}" fill="${p.fill || 'none'}"/>`;
      size += text.length;
    }
  }
  const used = process.cpuUsage(begin);
  return [(used.user + used.system) / 1e6, size];
}
let best = run();
if (count <= 10000) for (let i = 0; i < 2; i++) { const again = run(); if (again[0] < best[0]) best = again; }
console.log(JSON.stringify(best));
"""


def rough_folder() -> Path:
    """A folder that holds rough.js and the script that runs it."""
    folder = Path(tempfile.gettempdir()) / f"sketchsvg-roughjs-{VERSION}"
    folder.mkdir(exist_ok=True)
    if not (folder / "node_modules" / "roughjs").exists():
        install = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), f"roughjs@{VERSION}"]
        subprocess.run(install, check=True, capture_output=True)
    (folder / "rough.mjs").write_text(ROUGH)
    return folder


def theirs(kind: str, fill: str, count: int) -> tuple[float, int]:
    """Seconds and bytes of rough.js."""
    command = ["node", str(rough_folder() / "rough.mjs"), kind, fill, str(count)]
    seconds, size = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return seconds, size


def one_by_one(kind: str, fill: str, count: int) -> str:
    """The SVG of so many shapes, each by a call of its own."""
    sketch = Sketch(6420, 6420, unit="px")
    how = {"passes": 2, "width": 1} | ({**HATCHED, "fill": fill} if fill != "none" else {})
    for index in range(count):
        x, y = 8 + index % COLUMNS * PITCH, 8 + index // COLUMNS * PITCH
        if kind == "line":
            sketch.line(x, y, x + BOX, y + BOX, **how)
        elif kind == "polyline":
            sketch.polyline([(x, y), (x + 5, y + 16), (x + 11, y), (x + 16, y + 16)], **how)
        elif kind == "polygon":
            sketch.polygon([(x + 8, y), (x + 16, y + 6), (x + 13, y + 16), (x + 3, y + 16), (x, y + 6)], **how)
        elif kind == "rectangle":
            sketch.rectangle(x, y, BOX, BOX, **how)
        elif kind == "ellipse":
            sketch.ellipse(x + 8, y + 8, 8, 6, **how)
        elif kind == "circle":
            sketch.circle(x + 8, y + 8, 8, **how)
        elif kind == "arc":
            sketch.arc(x + 8, y + 8, 8, 8, 0, -229, **how)
        elif kind == "curve":
            sketch.curve([(x, y), (x + 5, y + 16), (x + 11, y), (x + 16, y + 16)], **how)
        else:
            d = f"M{x} {y + 16}C{x + 16} {y + 16} {x} {y} {x + 16} {y}L{x + 16} {y + 16}"
            sketch.path(d, **how)
    return sketch.to_svg()


def all_at_once(kind: str, fill: str, count: int) -> str:
    """The same shapes by one call."""
    index = np.arange(count)
    x, y = 8 + index % COLUMNS * PITCH, 8 + index // COLUMNS * PITCH
    size = np.full(count, float(BOX))
    numbers = {
        "line": (x, y, x + BOX, y + BOX),
        "rectangle": (x, y, size, size),
        "ellipse": (x + 8, y + 8, size / 2, size * 3 / 8),
        "circle": (x + 8, y + 8, size / 2),
        "arc": (x + 8, y + 8, size / 2, size / 2, 0 * size, 0 * size - 229),
    }
    corners = {
        "polyline": ((0, 0), (5, 16), (11, 0), (16, 16)),
        "polygon": ((8, 0), (16, 6), (13, 16), (3, 16), (0, 6)),
        "curve": ((0, 0), (5, 16), (11, 0), (16, 16)),
    }
    rows: object
    if kind in corners:
        rows = np.stack((x, y), axis=1)[:, None] + np.array(corners[kind])
    elif kind == "path":
        rows = [
            f"M{x} {y + 16}C{x + 16} {y + 16} {x} {y} {x + 16} {y}L{x + 16} {y + 16}"
            for x, y in zip(x.tolist(), y.tolist(), strict=True)
        ]
    else:
        rows = np.stack(numbers[kind], axis=1)
    how = {"passes": 2, "width": 1} | ({**HATCHED, "fill": fill} if fill != "none" else {})
    return Sketch(6420, 6420, unit="px").many(kind, rows, **how).to_svg()


def timed(draw: Callable[[str, str, int], str], kind: str, fill: str, count: int) -> tuple[float, int]:
    """Seconds (the best of three, or the only one of a long run) and bytes."""
    best, size = float("inf"), 0
    for _ in range(3 if count <= 10_000 else 1):
        begin = process_time()
        size = len(draw(kind, fill, count))
        best = min(best, process_time() - begin)
    return best, size


def compare(kind: str, fill: str, sizes: tuple[int, ...]) -> list[tuple[float, float, float, float, float]]:
    """One line a size; the rows give µs a shape of rough.js, of calls and of many, and bytes a shape of both."""
    rows = []
    expected = 0.0
    for count in sizes:
        if expected * count > PATIENCE:
            rows.append((float("nan"),) * 5)
            continue
        rough, rough_size = theirs(kind, fill, count)
        ours, size = timed(one_by_one, kind, fill, count)
        many, many_size = timed(all_at_once, kind, fill, count)
        expected = max(rough, ours) / count
        rows.append(tuple(value / count * scale for value, scale in ((rough, 1e6), (ours, 1e6), (many, 1e6),
                                                                     (rough_size, 1), (min(size, many_size), 1))))
        print(
            f"{kind:10} {fill:12} {count:7} | {rows[-1][0]:8.1f} {rows[-1][1]:8.1f} {rows[-1][2]:8.2f} us | "
            f"x{rows[-1][0] / rows[-1][1]:5.1f} x{rows[-1][0] / rows[-1][2]:5.1f} | "
            f"{rows[-1][3]:8.0f} {rows[-1][4]:7.0f} B | x{rows[-1][3] / rows[-1][4]:5.1f}", flush=True,
        )  # fmt: skip
    return rows


def mean(values: list[float]) -> float:
    """The geometric mean of those that are numbers."""
    known = [log(value) for value in values if value == value]
    return float(np.exp(sum(known) / len(known))) if known else float("nan")


def pens(count: int = 2_000) -> None:
    """What pens of varying width cost against the fineliner."""
    from sketchsvg.ink import pen_names

    base = 0.0
    for pen in ("fineliner", *(name for name in pen_names() if name not in ("fineliner", "highlighter", "ruler"))):
        best = float("inf")
        for _ in range(3):
            sketch = Sketch(1700, 1700, pen=pen, nib=0.5)
            for index in range(count):
                x, y = 10 + index % 50 * 30, 10 + index // 50 * 30
                sketch.rectangle(x, y, 24.0, 18.0)
            begin = process_time()
            sketch.to_svg()
            best = min(best, process_time() - begin)
        base = base or best
        print(f"{pen:12} {best / count * 1e6:7.1f} us a rectangle | x{best / base:4.1f}", flush=True)


def main(sizes: tuple[int, ...]) -> None:
    """Print the table, then the means, then the pens."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, rough.js {VERSION}")
    print("shape      fill               N | rough.js    calls     many    | faster        | bytes a shape   | smaller")
    cases = [(kind, "none") for kind in KINDS]
    cases += [("rectangle", fill) for fill in FILLS] + [("circle", "hachure")]
    table = [compare(kind, fill, sizes) for kind, fill in cases]
    for number, count in enumerate(sizes):
        rows = [lines[number] for lines in table]
        grown = mean([lines[number][1] / lines[number - 1][1] for lines in table]) if number else 1.0
        flat = f", a shape costs x{grown:.2f} of the size before" if number else ""
        print(
            f"mean of {count:7}: calls x{mean([row[0] / row[1] for row in rows]):.1f}, "
            f"many x{mean([row[0] / row[2] for row in rows]):.1f} faster, "
            f"x{mean([row[3] / row[4] for row in rows]):.1f} smaller{flat}"
        )
    pens()
    print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
