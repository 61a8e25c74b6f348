"""How the edges of a flowchart are drawn: from outline to outline, with what stands at their ends."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from sketchsvg.diagrams.chart import Chart, ChartEdge
from sketchsvg.diagrams.chart_nodes import DASH
from sketchsvg.diagrams.figures import figure_named
from sketchsvg.diagrams.heads import CIRCLE, direction, flattened, head_at, lengthened, met
from sketchsvg.diagrams.layered.layout import Laid, Route
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import Point
from sketchsvg.scene import Layer, Mark
from sketchsvg.theme.theme import Theme

#: How heavy edges are beside the theme's arrows, and thick ones beside others.
LIGHT, THICK = 0.82, 1.9
#: The weight in mm from which on heads grow with their edge, and how large they become at most.
USUAL, LARGEST = 0.75, 1.7
#: So much of half its weight, in mm, an edge may reach over the outline that it ends at.
OVER = 0.25


class Arrowed(Struct, frozen=True):
    """What is drawn of an edge: its shaft in pieces, and its ends."""

    name: str
    edge: ChartEdge
    shaft: tuple[Floats, ...]
    ends: Curves


def weight_of(edge: ChartEdge, theme: Theme) -> float:
    """How heavy an edge is, in mm."""
    heavy = THICK if edge.stroke == "thick" else 1.0
    return theme.lines.arrow * LIGHT * heavy * min(2.5, max(0.6, edge.dress.width))


def traced(one: Arrowed, key: str, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    """An edge and its ends, (x, y) being the corner of the drawing on the page."""
    dress = one.edge.dress
    colour = dress.stroke if dress.stroke not in ("", "none") else theme.ink.text
    weight = weight_of(one.edge, theme)
    dash = DASH if one.edge.stroke == "dotted" or dress.dashed else ()
    shaft = Curves.of(list(one.shaft)).placed(x, y)
    yield Mark(key, shaft, theme.pens.arrow, weight, colour, Layer.LINE, dash=dash)
    if len(one.ends):
        yield Mark(f"{key}/ends", one.ends.placed(x, y), theme.pens.arrow, weight, colour, Layer.LINE)


def arrowed(number: int, edge: ChartEdge, route: Route, chart: Chart, laid: Laid, theme: Theme) -> Arrowed:
    """An edge drawn from outline to outline."""
    pieces = list(route.pieces)
    first, last = pieces[0], pieces[-1]
    start_way, end_way = direction(first[1], first[0]), direction(last[-2], last[-1])
    weight = weight_of(edge, theme)
    size, over = min(LARGEST, max(1.0, weight / USUAL)), max(0.0, weight / 2 - OVER)
    begin = _back(_touched(edge.start, edge.start_group, first[0], start_way, chart, laid), start_way, over)
    finish = _back(_touched(edge.end, edge.end_group, last[-1], end_way, chart, laid), end_way, over)
    ends = Curves.joined([head_at(edge.tail, begin, start_way, size), head_at(edge.head, finish, end_way, size)])
    # The shaft ends before a circle, else at the tip.
    shaft_begin = _back(begin, start_way, 2 * CIRCLE * size if edge.tail == "circle" else 0.0)
    shaft_end = _back(finish, end_way, 2 * CIRCLE * size if edge.head == "circle" else 0.0)
    shaft = []
    for index, piece in enumerate(pieces):
        at_start, at_end = index == 0, index == len(pieces) - 1
        shaft.append(lengthened(piece, shaft_begin if at_start else None, shaft_end if at_end else None))
    name = f"{chart.nodes[edge.start].name}-{chart.nodes[edge.end].name}-{number}"
    return Arrowed(name, edge, tuple(shaft), ends)


def _back(tip: Point, way: Point, back: float) -> Point:
    return tip[0] - way[0] * back, tip[1] - way[1] * back


def _touched(node: int, group: int, point: Point, way: Point, chart: Chart, laid: Laid) -> Point:
    """The point of a node's outline that an edge meets on its way."""
    if group >= 0:
        return point
    figure, box = figure_named(chart.nodes[node].figure), laid.boxes[node]
    if figure.sign is not None and way[1] < -0.5 and chart.nodes[node].words.strip():
        # From below an edge comes to the words under a sign.
        return point
    outline = flattened(figure.outline(figure.within(box)))
    return met((point[0] - way[0] * 0.1, point[1] - way[1] * 0.1), way, outline)
