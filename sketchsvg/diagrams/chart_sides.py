"""What the layout needs to know of a chart: what is connected, and how large nodes are that many edges come to."""

from __future__ import annotations

from functools import lru_cache

from sketchsvg.diagrams.chart import Chart
from sketchsvg.diagrams.figures import Figure
from sketchsvg.diagrams.layered.cycles import directed
from sketchsvg.diagrams.layered.sizes import Box, Direction
from sketchsvg.diagrams.layered.structure import Link, Structure

#: How far apart edges on one side of a node are at least, in mm; how much of the side they may take then.
APART, REACH = 2.9, 0.8
#: Figures whose sides are straight this far are made larger for their edges, up to this length of a side in mm.
STRAIGHT, LARGEST = 0.6, 36.0


@lru_cache(maxsize=16)
def structure_of(chart: Chart) -> Structure:
    """Nodes, edges and groups by their numbers."""
    return Structure(
        tuple(node.group for node in chart.nodes),
        tuple(
            Link(edge.start, edge.end, edge.span, bool(edge.words.strip()), edge.start_group, edge.end_group)
            for edge in chart.edges
        ),
        tuple(group.parent for group in chart.groups),
    )


@lru_cache(maxsize=16)
def busiest_sides(chart: Chart) -> tuple[int, ...]:
    """For every node how many edges come to the fuller of its two sides.

    Edges to frames do not count, nor those of nodes in frames with a direction of their own.
    """
    structure = structure_of(chart)
    before, behind = [0] * len(chart.nodes), [0] * len(chart.nodes)
    for link, flip in zip(structure.links, directed(structure).flipped, strict=True):
        if link.start == link.end:
            continue
        (behind if not flip else before)[link.start] += link.start_group < 0
        (before if not flip else behind)[link.end] += link.end_group < 0
    turned = {number for number, group in enumerate(chart.groups) if group.direction not in (None, chart.direction)}
    return tuple(
        0 if turned.intersection(structure.around(group)) else max(one, other)
        for one, other, group in zip(before, behind, structure.groups, strict=True)
    )


def box_of(figure: Figure, width: float, height: float, edges: int, direction: Direction) -> Box:
    """A node's box, large enough for so many ``edges`` on one of its sides."""
    if figure.sign is not None:
        return Box(width, height, figure.reach, figure.sign[1])
    if figure.square or figure.reach < STRAIGHT:
        return Box(width, height, figure.reach)
    across = height if direction in ("LR", "RL") else width
    needed = min(LARGEST, (edges - 1) * APART / REACH)
    if needed <= across * figure.reach / REACH:
        return Box(width, height, figure.reach)
    wide = max(across, needed)
    return Box(width, wide, REACH) if direction in ("LR", "RL") else Box(wide, height, REACH)
