"""Boxes joined by arrows in more ways than one after the other: a flowchart."""

from __future__ import annotations

from sketchsvg.blocks.arrange import Block
from sketchsvg.diagrams.chart import Chart, ChartEdge, ChartNode
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.readers.wireframe.tree import Box, Divided, Group, Linked, Part, Words


def chart_of(part: Linked) -> Block:
    """The flowchart of linked boxes."""
    nodes = tuple(
        ChartNode(f"box{number}", _said(box), "rounded", source=box.source) for number, box in enumerate(part.boxes)
    )
    edges = tuple(
        ChartEdge(link.start, link.end, link.words, head="point" if link.headed else "open") for link in part.links
    )
    return Flowchart(chart=Chart("TB" if part.down else "LR", nodes, edges), source=part.source)


def _said(part: Part | None) -> str:
    """All words of a box, the first line bold."""
    lines = [line for line in _lines(part) if line]
    if not lines:
        return " "
    first = lines[0] if "**" in lines[0] else f"**{lines[0]}**"
    return "\n".join([first, *lines[1:]])


def _lines(part: Part | None) -> list[str]:
    if part is None:
        return []
    if isinstance(part, Words):
        return [" ".join(row.text.split()) for row in part.rows]
    if isinstance(part, Box):
        return [*([part.title] if part.title else []), *_lines(part.inside)]
    if isinstance(part, Divided | Group):
        return [line for one in part.parts for line in _lines(one)]
    return [line for box in part.boxes for line in _lines(box)]
