"""How often edges cross, and how long a layout takes: the layout of this package beside graphviz dot and dagre.

    .venv/bin/python benchmarks/graph_layout.py CASES.jsonl [--worst 10]

CASES holds mermaid flowcharts, one JSON object a line with ``id`` and ``source``. All three get the same boxes and
labels, as the hand writes them; crossings are counted on what they draw. dot must be installed; dagre is installed by
npm into a temporary folder, and left out where there is no npm or no network.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.diagrams.layered.layout import laid_out, planned
from sketchsvg.diagrams.layered.sizes import Box, Sizes
from sketchsvg.diagrams.layered.structure import Link, Structure
from sketchsvg.errors import SketchError
from sketchsvg.frame import Setting
from sketchsvg.lettering.hand import hand_of
from sketchsvg.readers.charts import mermaid
from sketchsvg.theme.load import load_theme

STEPS = 12
#: Points nearer than this to an end of an edge do not count: edges may meet at a node. mm.
NEAR = 0.8

DAGRE = """
const dagre = require('@dagrejs/dagre');
const graphs = JSON.parse(require('fs').readFileSync(0));
const found = [];
for (const one of graphs) {
  const g = new dagre.graphlib.Graph({multigraph: true, compound: true});
  g.setGraph({rankdir: one.direction, nodesep: 7, ranksep: 10.5, edgesep: 3.6});
  g.setDefaultEdgeLabel(() => ({}));
  one.boxes.forEach(([w, h], i) => g.setNode('n' + i, {width: w, height: h}));
  one.parents.forEach((p, i) => g.setNode('g' + i, {}));
  one.parents.forEach((p, i) => { if (p >= 0) g.setParent('g' + i, 'g' + p); });
  one.groups.forEach((p, i) => { if (p >= 0) g.setParent('n' + i, 'g' + p); });
  one.links.forEach(([a, b, w, h], i) => g.setEdge('n' + a, 'n' + b, {width: w, height: h, labelpos: 'c'}, 'e' + i));
  const start = process.hrtime.bigint();
  try {
    dagre.layout(g);
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    const drawn = ([a, b], i) => g.edge('n' + a, 'n' + b, 'e' + i).points.map(p => [p.x, p.y]);
    found.push({ms, edges: one.links.map(drawn)});
  } catch (error) { found.push(null); }
}
console.log(JSON.stringify(found));
"""


def charts(path: Path) -> list[tuple[str, Structure, Sizes]]:
    """Structures and sizes of all flowcharts that can be read and have edges that might cross."""
    theme = load_theme("nano-banana")
    setting = Setting(theme, hand_of(theme.hand), "cobalt", size=theme.type.body)
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        try:
            block = mermaid(case["source"])
        except SketchError:
            continue
        if isinstance(block, Flowchart) and block.chart.edges:
            found.append((case["id"], *block.measured(setting)))
    return found


def grown(count: int, seed: int = 1) -> tuple[str, Structure, Sizes]:
    """A random graph as flowcharts are: a tree with a few edges more, most of them short."""
    chance = random.Random(seed)
    links = [Link(max(0, v - 1 - chance.randrange(12)), v) for v in range(1, count)]
    for _ in range(count // 4):
        start = chance.randrange(count - 1)
        links.append(Link(start, min(count - 1, start + 1 + chance.randrange(25))))
    boxes = tuple(Box(chance.uniform(10, 40), chance.uniform(7, 20)) for _ in range(count))
    structure = Structure(tuple([-1] * count), tuple(links))
    return f"{count} nodes", structure, Sizes(boxes, (None,) * len(links), ())


def ours(structure: Structure, sizes: Sizes) -> tuple[list[np.ndarray], float]:
    """Polylines of all edges, and milliseconds."""
    planned.cache_clear()
    start = time.perf_counter()
    laid = laid_out(structure, sizes)
    taken = (time.perf_counter() - start) * 1000
    lines = []
    for route in laid.routes:
        points = [np.array(sampled(piece)) for piece in route.pieces]
        lines.append(np.concatenate(points) if points else np.zeros((0, 2)))
    return lines, taken


def sampled(chain: list[tuple[float, float]]) -> list[np.ndarray]:
    """Points on a chain of cubics."""
    points = np.asarray(chain, dtype=float)
    found = [points[0]]
    for at in range(0, len(points) - 1, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            s = 1 - t
            found.append(a * s**3 + 3 * b * s * s * t + 3 * c * s * t * t + d * t**3)
    return found


def dot(structure: Structure, sizes: Sizes) -> tuple[list[np.ndarray], float]:
    """What graphviz draws, and milliseconds of its process."""
    inch = 25.4
    text = [f"digraph {{ rankdir={sizes.direction}; nodesep={7 / inch}; ranksep={10.5 / inch};"]
    text.append('node [shape=box, fixedsize=true, label=""];')
    for node, box in enumerate(sizes.boxes):
        text.append(f"n{node} [width={box.width / inch:.3f}, height={box.height / inch:.3f}];")

    def group(number: int) -> None:
        text.append(f"subgraph cluster_{number} {{")
        text.extend(f"n{node};" for node, own in enumerate(structure.groups) if own == number)
        for inner, outer in enumerate(structure.parents):
            if outer == number:
                group(inner)
        text.append("}")

    for number, outer in enumerate(structure.parents):
        if outer < 0:
            group(number)
    for index, (link, label) in enumerate(zip(structure.links, sizes.labels, strict=True)):
        words = ""
        if label is not None:
            w, h = (round(side / inch * 72) for side in label)
            words = f', label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" WIDTH="{w}" HEIGHT="{h}"><TR><TD></TD></TR></TABLE>>'
        text.append(f'n{link.start} -> n{link.end} [minlen={link.span}, id="{index}", arrowhead=none{words}];')
    text.append("}")
    start = time.perf_counter()
    done = subprocess.run(["dot", "-Tjson"], input="\n".join(text), capture_output=True, text=True, check=True)
    taken = (time.perf_counter() - start) * 1000
    found: list[np.ndarray] = [np.zeros((0, 2))] * len(structure.links)
    for edge in json.loads(done.stdout).get("edges", []):
        places = edge["pos"].split()
        points = [tuple(float(n) / 72 * inch for n in place.split(",")) for place in places if place[0] not in "es"]
        found[int(edge["id"])] = np.array(sampled(points))
    return found, taken


def dagre(cases: list[tuple[str, Structure, Sizes]]) -> list[tuple[list[np.ndarray], float] | None]:
    """What dagre draws, and milliseconds; None for every graph where it cannot be had or fails."""
    nothing: list[tuple[list[np.ndarray], float] | None] = [None] * len(cases)
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return nothing
    graphs = [
        {
            "direction": sizes.direction,
            "boxes": [(box.width, box.height) for box in sizes.boxes],
            "groups": structure.groups,
            "parents": structure.parents,
            "links": [
                (link.start, link.end, *(label or (0, 0)))
                for link, label in zip(structure.links, sizes.labels, strict=True)
            ],
        }
        for _, structure, sizes in cases
    ]
    with tempfile.TemporaryDirectory() as folder:
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "@dagrejs/dagre"]
        if subprocess.run(install, cwd=folder, capture_output=True).returncode:
            return nothing
        script = Path(folder) / "layout.cjs"
        script.write_text(DAGRE, encoding="utf-8")
        done = subprocess.run([node, script], input=json.dumps(graphs), capture_output=True, text=True, cwd=folder)
    if done.returncode:
        print(done.stderr[-400:], file=sys.stderr)
        return nothing
    return [
        None if one is None else ([np.array(edge, dtype=float) for edge in one["edges"]], one["ms"])
        for one in json.loads(done.stdout)
    ]


def crossings(lines: list[np.ndarray]) -> int:
    """How often two different edges cross, away from their ends."""
    total = 0
    boxes = [(line.min(axis=0), line.max(axis=0)) if len(line) else None for line in lines]
    for index, one in enumerate(lines):
        for other in range(index + 1, len(lines)):
            a, b = boxes[index], boxes[other]
            if a is None or b is None or (a[0] > b[1]).any() or (b[0] > a[1]).any():
                continue
            total += _crossed(one, lines[other])
    return total


def _crossed(one: np.ndarray, other: np.ndarray) -> int:
    p, r = one[:-1, None], (one[1:] - one[:-1])[:, None]
    q, s = other[None, :-1], (other[1:] - other[:-1])[None]
    cross = r[..., 0] * s[..., 1] - r[..., 1] * s[..., 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        t = ((q - p)[..., 0] * s[..., 1] - (q - p)[..., 1] * s[..., 0]) / cross
        u = ((q - p)[..., 0] * r[..., 1] - (q - p)[..., 1] * r[..., 0]) / cross
    hits = (abs(cross) > 1e-12) & (t >= 0) & (t < 1) & (u >= 0) & (u < 1)
    found = p + r * np.where(hits, t, 0)[..., None]
    for end in (one[0], one[-1], other[0], other[-1]):
        hits &= ((found - end) ** 2).sum(axis=-1) > NEAR**2
    return int(hits.sum())


def main() -> None:
    """Prints totals, the worst cases, and times."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--worst", type=int, default=10)
    asked = parser.parse_args()
    warnings.simplefilter("ignore")
    cases = charts(asked.cases) + [grown(30, seed) for seed in range(6)]
    theirs = dagre(cases)
    rows = []
    for (name, structure, sizes), other in zip(cases, theirs, strict=True):
        mine, beside = ours(structure, sizes), dot(structure, sizes)
        counts = [crossings(mine[0]), crossings(beside[0]), -1 if other is None else crossings(other[0])]
        rows.append((name, counts, (mine[1], beside[1], -1.0 if other is None else other[1])))
    print(f"{len(rows)} graphs, {sum(len(s.links) for _, s, _ in cases)} edges")
    known = [row for row in rows if row[1][2] >= 0]
    for label, own, own_rows in (("ours", 0, rows), ("dot", 1, rows), ("dagre", 2, known)):
        print(f"{label:6} {sum(row[1][own] for row in own_rows):6} crossings over {len(own_rows)} graphs")
    print(f"ours   {sum(row[1][0] for row in known):6} crossings over those that dagre draws")
    print("where others cross least beside ours:")
    rows.sort(key=lambda row: min(count for count in row[1][1:] if count >= 0) - row[1][0])
    for name, counts, _ in rows[: asked.worst]:
        print(f"  {name:50} ours {counts[0]:4} dot {counts[1]:4} dagre {counts[2]:4}")
    for count in (10, 100, 1000):
        name, structure, sizes = grown(count)
        taken = min(ours(structure, sizes)[1] for _ in range(3))
        print(f"{name:12} ours {taken:7.1f} ms   dot (process) {dot(structure, sizes)[1]:7.1f} ms")


if __name__ == "__main__":
    main()
