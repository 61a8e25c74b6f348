"""Walks through the elements of a drawing and lists what they draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry import shapes as basic
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.readers.svg.affine import SAME, Matrix, fitting, moving, placed, view_box
from sketchsvg.readers.svg.clippaths import clips_of
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.drawn import Waiting, box_of, paints_of, settle
from sketchsvg.readers.svg.items import Clip, Line, Shape
from sketchsvg.readers.svg.limits import DEEPEST, exceeded
from sketchsvg.readers.svg.markers import MARKED, marker_place, vertices
from sketchsvg.readers.svg.outlined_text import read_outlined_text
from sketchsvg.readers.svg.paints import Box
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.polygons import clip_of
from sketchsvg.readers.svg.shapes import SHAPES, Viewport, outline
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.text import read_foreign_text, read_text
from sketchsvg.readers.svg.units import length

_Visit = Callable[[Node, Context, Reading], None]


def read_root(reading: Reading, matrix: Matrix, view: Viewport, clips: tuple[Clip, ...]) -> None:
    """List what the drawing shows, with its origin, unit and size."""
    root = reading.document.root
    style = style_of(root, Style(), reading.sheet)
    context = Context(matrix, style, view, "svg", style.opacity, clips=clips)
    _children(root, context, reading)
    settle(reading)


def _children(node: Node, context: Context, reading: Reading) -> None:
    for child in node.children:
        _visit(child, context, reading)


def _visit(node: Node, above: Context, reading: Reading) -> None:
    """Draw one element."""
    visit = _VISITS.get(node.tag)
    if visit is None:
        return
    reading.budget.element(node.where)
    context = above.inside(node, reading)
    if context.depth > DEEPEST:
        raise exceeded("its elements show each other too deep", DEEPEST, node.where)
    if context.style.hidden or context.opacity <= 0:
        return
    if context.style["mask"] not in ("", "none"):
        reading.warn("It has masks; what they cover is drawn uncovered.")
    if context.style["filter"] not in ("", "none"):
        reading.warn("It has filters (shadows, blurs); they are left out.")
    visit(node, context, reading)


def _group(node: Node, context: Context, reading: Reading) -> None:
    context = _clipped(context, reading)
    if not read_outlined_text(node, context, reading):
        _children(node, context, reading)


def _clipped(context: Context, reading: Reading, box: Box | None = None) -> Context:
    """The context with the clips of its own style."""
    own = clips_of(context, box, reading)
    return replace(context, clips=context.clips + own) if own else context


def _switch(node: Node, context: Context, reading: Reading) -> None:
    """The first child that can be drawn; embedded HTML (diagrams keep words in it) only where there is nothing else."""
    children = [child for child in node.children if child.tag in _VISITS and not child.get("requiredExtensions")]
    drawable = [child for child in children if child.tag not in ("foreignObject", "image")]
    chosen = drawable or [child for child in node.children if child.tag == "foreignObject"] or children
    if chosen:
        _visit(chosen[0], _clipped(context, reading), reading)


def _nested(node: Node, context: Context, reading: Reading) -> None:
    """An inner ``<svg>``."""
    view = context.view
    x, y = length(node, "x", 0.0, view.width), length(node, "y", 0.0, view.height)
    width, height = length(node, "width", view.width, view.width), length(node, "height", view.height, view.height)
    _viewport(node, _clipped(context, reading).moved(moving(x, y)), width, height, reading)


def _viewport(node: Node, context: Context, width: float, height: float, reading: Reading) -> None:
    """What a viewport of this size shows of ``node``, at the origin of the context."""
    box = view_box(node)
    if width <= 0 or height <= 0 or (box is not None and (box[2] == 0 or box[3] == 0)):
        return
    fit = SAME if box is None else fitting(box, width, height, node.get("preserveAspectRatio"))
    inner = context.moved(fit)
    clips = context.clips
    if context.style["overflow"] not in ("visible", "auto"):
        corners = np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)])
        clips += (clip_of([placed(corners, context.matrix)], "nonzero"),)
    view = Viewport(width, height) if box is None else Viewport(box[2], box[3])
    _children(node, replace(inner, clips=clips, view=view), reading)


def _use(node: Node, context: Context, reading: Reading) -> None:
    target = reading.target(node.get("href"))
    if target is None:
        return
    view = context.view
    x, y = length(node, "x", 0.0, view.width), length(node, "y", 0.0, view.height)
    context = _clipped(context, reading)
    context = replace(context.moved(moving(x, y)), using=(*context.using, target))
    if target.tag not in ("symbol", "svg"):
        _visit(target, context, reading)
        return
    width = length(node, "width", length(target, "width", view.width, view.width), view.width)
    height = length(node, "height", length(target, "height", view.height, view.height), view.height)
    reading.budget.element(node.where)
    inner = context.inside(target, reading)
    if inner.style["display"] != "none":
        _viewport(target, inner, width, height, reading)


def _shape(node: Node, context: Context, reading: Reading) -> None:
    """Shapes wait, so that all of them are read at once; where markers stand must be known now."""
    look = reading.looks.of(context.style, context.view)
    if not look.hidden:
        reading.items.append(Waiting(node, context, look))
    if look.marked and node.tag in MARKED:
        curves = outline(node, context.view, context.style.size)
        if len(curves):
            fill, stroke = paints_of(context, box_of(curves), reading)
            _markers(curves, look.width, replace(context, fill=fill, stroke=stroke), reading)


def _markers(curves: Curves, pen: float, context: Context, reading: Reading) -> None:
    style = context.style
    names = {name: style[name] for name in ("marker-start", "marker-mid", "marker-end") if "url(" in style[name]}
    if not names:
        return
    found_nodes = {name: reading.target(value) for name, value in names.items()}
    nodes = {name: node for name, node in found_nodes.items() if node is not None and node.tag == "marker"}
    standing = [(kind, vertex) for kind, vertex in vertices(curves) if nodes.get(kind) not in (None, *context.using)]
    for node in nodes.values():
        reading.budget.element(node.where, len(standing) // len(nodes))
    for number, (kind, vertex) in enumerate(standing):
        node = nodes[kind]
        found = marker_place(node, vertex, pen, kind, style.size)
        if found is None:
            continue
        matrix, (x, y, width, height) = found
        # A marker inherits from where it stands in the file, not from the outline that bears it.
        own = style_of(node, _inherited(node, reading), reading.sheet)
        inner = replace(
            context.moved(matrix), style=own, key=f"{context.key}/{kind}{number}", using=(*context.using, node),
        )  # fmt: skip
        if own["overflow"] not in ("visible", "auto"):
            corners = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
            inner = replace(inner, clips=(*inner.clips, clip_of([placed(corners, inner.matrix)], "nonzero")))
        _children(node, inner, reading)


def _inherited(node: Node, reading: Reading) -> Style:
    """The style that ``node`` inherits from its ancestors in the file."""
    line: list[Node] = []
    above = node.parent
    while above is not None:
        line.append(above)
        above = above.parent
    style = Style()
    for ancestor in reversed(line):
        style = style_of(ancestor, style, reading.sheet)
    return style


def _image(node: Node, context: Context, reading: Reading) -> None:
    """A picture is neither fetched nor traced: a frame with a cross shows where it was."""
    width = length(node, "width", 0.0, context.view.width)
    height = length(node, "height", 0.0, context.view.height)
    if width <= 0 or height <= 0:
        return
    reading.warn("It has pictures (<image>); each is drawn as a frame with a cross.")
    x, y = length(node, "x", 0.0, context.view.width), length(node, "y", 0.0, context.view.height)
    frame = basic.rectangle(Rect(x, y, width, height))
    cross = Curves.joined([basic.line(x, y, x + width, y + height), basic.line(x + width, y, x, y + height)])
    line = Line("#6b7488", context.opacity, 0.25)
    for part, curves in (("frame", frame), ("cross", cross)):
        placed_curves = context.on_page(curves, node)
        shape = Shape(f"{context.key}/{part}", placed_curves, None, "nonzero", line, context.clips, picture=True)
        reading.items.append(shape)


def _text(node: Node, context: Context, reading: Reading) -> None:
    read_text(node, _clipped(context, reading), reading)


def _foreign(node: Node, context: Context, reading: Reading) -> None:
    read_foreign_text(node, _clipped(context, reading), reading)


_VISITS: dict[str, _Visit] = {
    "svg": _nested, "g": _group, "a": _group, "switch": _switch, "use": _use, "image": _image, "text": _text,
    "foreignObject": _foreign, **dict.fromkeys(SHAPES, _shape),
}  # fmt: skip
