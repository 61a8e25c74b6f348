"""Reads a whole drawing: walks through its elements and lists what they draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry import shapes as basic
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.readers.svg.affine import SAME, Matrix, fitting, moving, placed, scale_of, times, view_box
from sketchsvg.readers.svg.clippaths import clips_of
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.css import StyleSheet
from sketchsvg.readers.svg.errors import LimitError
from sketchsvg.readers.svg.expansion import check_expansion
from sketchsvg.readers.svg.items import Clip, Lettering, Line, Picture, Shape
from sketchsvg.readers.svg.limits import DEEPEST, LONGEST_SIDE, SHORTEST_SIDE, exceeded
from sketchsvg.readers.svg.markers import MARKED, marker_place, vertices
from sketchsvg.readers.svg.outlined_text import read_outlined_text
from sketchsvg.readers.svg.paints import Box, colour_of, paint_of
from sketchsvg.readers.svg.parse import Document, Node, parse
from sketchsvg.readers.svg.pictures import drop_covered_pictures
from sketchsvg.readers.svg.polygons import clip_of, flattened
from sketchsvg.readers.svg.shapes import SHAPES, Viewport, least_points, outline
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.text import read_foreign_text, read_text
from sketchsvg.readers.svg.units import MM_PER_PX, length, parse_length

_Visit = Callable[[Node, Context, Reading], None]
#: px on each side of a drawing that says neither its size nor its viewBox.
_AIR = 8.0


def read_picture(svg: bytes | str, name: str = "<svg>") -> Picture:
    """The drawing as shapes and words in mm. Errors (see ``errors``) name the line of ``name`` that is at fault."""
    document = parse(svg, name)
    root = document.root
    sheet = StyleSheet(document.styles)
    box = view_box(root)
    if box is not None and (box[2] == 0 or box[3] == 0):
        box = None
    check_expansion(document)
    size = _size(root, box)
    if size is None:
        size, box = _extent(document, sheet)
    width, height = size
    for side, value in (("wide", width), ("high", height)):
        if not SHORTEST_SIDE <= value * MM_PER_PX <= LONGEST_SIDE:
            raise LimitError(
                f"The drawing is refused: it is {value * MM_PER_PX:,.4g} mm {side}, and a page measures from "
                f"{SHORTEST_SIDE:g} to {LONGEST_SIDE:,.0f} mm.",
                where=root.where, mend="Change the width and height of its <svg>; the viewBox scales what is in it.",
            )
    page: Matrix = (MM_PER_PX, 0.0, 0.0, MM_PER_PX, 0.0, 0.0)
    matrix = page if box is None else times(page, fitting(box, width, height, root.get("preserveAspectRatio")))
    view = Viewport(width, height) if box is None else Viewport(box[2], box[3])
    reading = Reading(document, sheet)
    clip = clip_of([np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]) * MM_PER_PX], "nonzero")
    _read_root(reading, matrix, view, (clip,))
    drop_covered_pictures(reading)
    return Picture(
        width * MM_PER_PX, height * MM_PER_PX, tuple(reading.items), _about(root, "title"), _about(root, "desc"),
        root.get("xml:lang") or root.get("lang"), tuple(reading.warnings),
    )  # fmt: skip


def _size(root: Node, box: Box | None) -> tuple[float, float] | None:
    """Width and height of the drawing in px; None when it says nothing about them."""
    said = [None if root.get(name).endswith("%") else parse_length(root.get(name)) for name in ("width", "height")]
    for name, value in zip(("width", "height"), said, strict=True):
        if value is None and root.get(name) not in ("", "auto") and not root.get(name).endswith("%"):
            length(root, name)  # raises, with the place
    width, height = said
    if box is None:
        return (width, height) if width is not None and height is not None else None
    if width is not None and height is not None:
        return width, height
    if width is not None:
        return width, width * box[3] / box[2]
    if height is not None:
        return height * box[2] / box[3], height
    return box[2], box[3]


def _extent(document: Document, sheet: StyleSheet) -> tuple[tuple[float, float], Box]:
    """Size and viewBox in px around everything, for a drawing that does not say its own."""
    reading = Reading(document, sheet)
    _read_root(reading, SAME, Viewport(300.0, 150.0), ())
    points = [item.curves.points for item in reading.items if isinstance(item, Shape)]
    for item in reading.items:
        if isinstance(item, Lettering):
            left = -item.anchor * item.width
            corners = np.array([(left, -1.0), (left + item.width, 0.3)])
            points.append(placed(corners, item.matrix))
    if not any(len(some) for some in points):
        return (300.0, 150.0), (0.0, 0.0, 300.0, 150.0)  # what CSS gives a drawing of no size
    every = np.concatenate(points)
    (left, top), (right, bottom) = every.min(axis=0) - _AIR, every.max(axis=0) + _AIR
    size = (float(right - left), float(bottom - top))
    return size, (float(left), float(top), *size)


def _about(root: Node, tag: str) -> str:
    """What the drawing says about itself, on one line."""
    return " ".join(next((child.text for child in root.children if child.tag == tag), "").split())[:400]


def _read_root(reading: Reading, matrix: Matrix, view: Viewport, clips: tuple[Clip, ...]) -> None:
    root = reading.document.root
    style = style_of(root, Style(), reading.sheet)
    context = Context(matrix, style, view, "svg", style.share("opacity"), clips=clips)
    _children(root, context, reading)


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
    if context.style["display"] == "none" or context.opacity <= 0:
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
    style = context.style
    # However a path is written, every two of its numbers make at least one point.
    reading.budget.room_for_points(least_points(node), node.where)
    curves = outline(node, context.view, style.size)
    if not len(curves):
        return
    reading.budget.points(len(curves.points), node.where)
    measured = any("url(" in style[name] for name in ("fill", "stroke", "clip-path"))
    box = _box(curves) if measured else (0.0, 0.0, 0.0, 0.0)
    context = _clipped(context, reading, box)
    grow = scale_of(context.matrix)
    width = style.length("stroke-width", 1.0, context.view.diagonal)
    fill = paint_of(style["fill"] or "black", style.share("fill-opacity") * context.opacity, context, box, reading)
    stroke = paint_of(style["stroke"], style.share("stroke-opacity") * context.opacity, context, box, reading)
    if node.tag == "line":
        fill = None
    if style["visibility"] not in ("hidden", "collapse"):
        drawn = width if style["vector-effect"] == "non-scaling-stroke" else width * grow
        line = _line(style, context, colour_of(stroke), drawn, grow) if width > 0 else None
        rule = "evenodd" if style["fill-rule"] == "evenodd" else "nonzero"
        if fill is not None or line is not None:
            placed_curves = context.on_page(curves, node)
            reading.items.append(Shape(context.key, placed_curves, fill, rule, line, context.clips))
    if node.tag in MARKED:
        _markers(curves, width, replace(context, fill=fill, stroke=stroke), reading)


def _box(curves: Curves) -> Box:
    points = np.concatenate([flattened(stroke) for stroke in curves.strokes()])
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


def _line(style: Style, context: Context, paint: object, width: float, grow: float) -> Line | None:
    """The line of an outline; ``width`` is in mm already, dashes grow with the matrix."""
    from sketchsvg.readers.svg.items import Solid

    if not isinstance(paint, Solid):
        return None
    whole = context.view.diagonal
    parts = style["stroke-dasharray"].replace(",", " ").split()
    lengths = [parse_length(part, whole, style.size) for part in parts]
    dashes = [value * grow for value in lengths if value is not None]
    if len(dashes) < len(parts) or min(dashes, default=0.0) < 0 or not any(dashes):
        dashes = []  # "none", or an error, which CSS treats alike
    if len(dashes) % 2:
        dashes *= 2
    offset = style.length("stroke-dashoffset", 0.0, whole) * grow
    butt = style["stroke-linecap"] not in ("round", "square")
    return Line(paint.colour, paint.opacity, width, tuple(dashes), offset, butt)


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
        reading.items.append(Shape(f"{context.key}/{part}", placed_curves, None, "nonzero", line, context.clips))
        reading.pictures.append(reading.items[-1])


def _text(node: Node, context: Context, reading: Reading) -> None:
    read_text(node, _clipped(context, reading), reading)


def _foreign(node: Node, context: Context, reading: Reading) -> None:
    read_foreign_text(node, _clipped(context, reading), reading)


_VISITS: dict[str, _Visit] = {
    "svg": _nested, "g": _group, "a": _group, "switch": _switch, "use": _use, "image": _image, "text": _text,
    "foreignObject": _foreign, **dict.fromkeys(SHAPES, _shape),
}  # fmt: skip
