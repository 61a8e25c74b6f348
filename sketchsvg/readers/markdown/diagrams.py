"""Diagrams in mermaid: flowcharts as flows, mind maps as mind maps."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.blocks.arrange import Block
from sketchsvg.diagrams.flow import flow
from sketchsvg.diagrams.step import Step, step
from sketchsvg.errors import Source
from sketchsvg.readers import charts
from sketchsvg.readers.markdown.errors import made, warn
from sketchsvg.readers.markdown.inline import literal
from sketchsvg.readers.mermaid import Flowchart, Node, parse
from sketchsvg.readers.mermaid.values import PLAIN

#: The shapes that steps have, by mermaid's names.
_SHAPES = {
    "rounded": "pill", "stadium": "pill", "circle": "circle", "diam": "diamond", "ellipse": "oval", "rect": "box",
}


def diagram(source: str, where: Source) -> list[Block]:
    """The blocks of a diagram whose first line stands at ``where``; what was mended in it is told as a warning.

    A flowchart that only leads from one box to the next is a flow, with large boxes; all others are drawn as they are.
    """
    chart = parse(source, file=where.file, first_line=where.line)
    chain = _chain(chart) if isinstance(chart, Flowchart) and chart.direction == "LR" else []
    if not chain or not isinstance(chart, Flowchart):
        return [made(where, charts.diagram, source, where.file, where.line, where=where)]
    for note in chart.notes:
        warn(Source(where.file, note.line, note.column), note.message + (f" {note.fix}." if note.fix else ""))
    vias = {edge.end: edge.text for edge in chart.edges}
    return [made(where, flow, *(_step(node, vias.get(node.id, ""), where.file) for node in chain))]


def _chain(chart: Flowchart) -> list[Node]:
    """The nodes in their order where each leads to the next; empty where they do not."""
    if chart.subgraphs or len(chart.edges) != len(chart.nodes) - 1 or not chart.nodes or chart.title or chart.links:
        return []
    # Steps have words and a hue, and nothing else.
    dressed = (replace(node.paint, fill=None) != PLAIN or node.icon or node.icons or node.img for node in chart.nodes)
    if any(dressed) or chart.settings.colors or any(edge.paint != PLAIN or edge.icons for edge in chart.edges):
        return []
    after = {edge.start: edge.end for edge in chart.edges}
    ends = {edge.end for edge in chart.edges}
    plain = all(edge.head == "point" and edge.tail == "open" and edge.stroke == "normal" for edge in chart.edges)
    heads = [node.id for node in chart.nodes if node.id not in ends]
    if not plain or len(after) != len(chart.edges) or len(ends) != len(chart.edges) or len(heads) != 1:
        return []
    known = {node.id: node for node in chart.nodes}
    order = heads
    while order[-1] in after:
        order.append(after[order[-1]])
    return [known[name] for name in order] if all(known[name].figure in _SHAPES for name in order) else []


def _step(node: Node, via: str, file: str) -> Step:
    head, *lines = [line.strip() for line in node.text.split("\n") if line.strip()] or [node.id]
    place = Source(file, node.position.line, node.position.column)
    markup = (lambda words: words) if node.label_type == "markdown" else literal
    return made_step(
        place, markup(head), *(markup(line) for line in lines), tone=_tone(node.paint.fill),
        shape=_SHAPES[node.figure], via=literal(via.replace("\n", " ")),
    )  # fmt: skip


def made_step(where: Source, *words: str, tone: str, shape: str, via: str) -> Step:
    """A step with its place in the Markdown."""
    from sketchsvg.errors import SketchError

    try:
        return replace(step(*words, tone=tone, shape=shape, via=via), source=where)
    except SketchError as error:
        error.where = where
        raise


def _tone(fill: str | None) -> str:
    """The hue of the theme that a colour (``#rrggbb``) comes nearest to; empty for greys and for none."""
    if not fill or not fill.startswith("#") or len(fill) != 7:
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) for at in (1, 3, 5))
    most, least = max(red, green, blue), min(red, green, blue)
    if most - least < 24:
        return ""
    if most == red:
        # From red over orange to yellow the green grows.
        part = (green - least) / (most - least)
        if blue > green:
            return "plum" if (blue - least) / (most - least) > 0.5 else "rose"
        return "rose" if part < 0.3 else "tangerine" if part < 0.75 else "banana"
    if most == green:
        return "leaf"
    return "plum" if red > green and (red - least) / (most - least) > 0.35 else "cobalt"
