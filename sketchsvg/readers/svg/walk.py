"""Walks through the elements of a drawing and lists what they draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry import shapes as basic
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.readers.svg.affine import SAME, Matrix, fitting, moving, placed, scale_of, view_box
from sketchsvg.readers.svg.area_cuts import cut_area
from sketchsvg.readers.svg.clippaths import clips_of, is_boxed
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.drawn import Waiting, box_of, paints_of, settle
from sketchsvg.readers.svg.effects import Begun, Ended, worked_out
from sketchsvg.readers.svg.fading import BROAD
from sketchsvg.readers.svg.html_text import read_foreign_text
from sketchsvg.readers.svg.items import Box, Clip, Gradient, Item, Line, Shape
from sketchsvg.readers.svg.limits import DEEPEST, MOST_STRIPS, exceeded
from sketchsvg.readers.svg.markers import MARKED, marker_place, vertices
from sketchsvg.readers.svg.outlined_text import read_outlined_text
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.pictures import PENCIL, above_caption, caption_of
from sketchsvg.readers.svg.polygons import clip_of, curves_of, rings_of
from sketchsvg.readers.svg.shapes import SHAPES, Viewport, outline
from sketchsvg.readers.svg.strips import strip_of
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.text import read_text
from sketchsvg.readers.svg.units import length

_Visit = Callable[[Node, Context, Reading], None]


def read_root(reading: Reading, matrix: Matrix, view: Viewport, clips: tuple[Clip, ...]) -> list[Item]:
    """What the drawing shows, in painting order; ``matrix`` leads from its units to those asked for."""
    root = reading.document.root
    style = style_of(root, Style(), reading.sheet)
    context = Context(matrix, style, view, "svg", clips=clips)
    if style.hidden or style.opacity <= 0:
        return []
    _as_a_whole(root, context, reading, _shown_children, style.opacity)
    settle(reading)
    return worked_out(reading, _mask_content)


def _shown_children(node: Node, context: Context, reading: Reading) -> None:
    for child in node.children:
        _visit(child, context, reading)


def _mask_content(node: Node, context: Context, reading: Reading) -> list[Item]:
    """What a mask draws; ``context`` is that of the element that it covers, with the mask's own units."""
    inner = reading.apart()
    style = style_of(node, _inherited(node, reading), reading.sheet)
    own = replace(
        context, style=style, key=f"{context.key}/mask", opacity=1.0, clips=context.clips[:1],
        using=(*context.using, node), depth=context.depth + 1,
    )  # fmt: skip
    _shown_children(node, own, inner)
    settle(inner)
    return worked_out(inner, _mask_content)


def _visit(node: Node, above: Context, reading: Reading) -> None:
    """Draw one element."""
    visit = _VISITS.get(node.tag)
    if visit is None:
        return
    reading.budget.element(node)
    context = above.inside(node, reading)
    if context.depth > DEEPEST:
        raise exceeded("its elements show each other too deep", DEEPEST, node.where)
    style = context.style
    if style.hidden or context.opacity <= 0:
        return
    grouped = node.tag in _GROUPS
    if style.changed or (grouped and (style.opacity < 1.0 or "clip-path" in style.values)):
        opacity = style.opacity if grouped and _has_parts(node) else 1.0
        context = replace(context, opacity=above.opacity) if opacity < 1.0 else context
        _as_a_whole(node, context, reading, visit, opacity)
    else:
        visit(node, context, reading)


def _as_a_whole(node: Node, context: Context, reading: Reading, visit: _Visit, opacity: float) -> None:
    """Draw an element on all of which something is done: a filter, a mask, an opacity."""
    boxed = node.tag in _GROUPS and is_boxed(context, reading)
    whole = context.style.changed or boxed or opacity < 1.0
    if whole:
        reading.items.append(Begun(context, opacity, boxed))
    visit(node, context, reading)
    if whole:
        reading.items.append(Ended())


def _has_parts(node: Node) -> bool:
    """Whether a group may draw more than one thing."""
    while len(node.children) == 1 and node.children[0].tag in _GROUPS and node.children[0].tag != "use":
        node = node.children[0]
    return node.tag == "use" or len(node.children) > 1


def _group(node: Node, context: Context, reading: Reading) -> None:
    context = _clipped(context, reading)
    if not read_outlined_text(node, context, reading):
        _shown_children(node, context, reading)


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
    _shown_children(node, replace(inner, clips=clips, view=view), reading)


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
    reading.budget.element(node)
    inner = context.inside(target, reading)
    if inner.style["display"] != "none":
        _viewport(target, inner, width, height, reading)


def _shape(node: Node, context: Context, reading: Reading) -> None:
    """Shapes wait, so that all of them are read at once; where markers stand must be known now."""
    look = reading.looks.of(context.style, context.view)
    if not look.hidden:
        opacity = context.style.opacity
        if opacity < 1.0 and look.covers_itself and look.width * scale_of(context.matrix) > BROAD:
            # Its line covers half of its width of the fill before both are thinned.
            full = replace(context, opacity=context.opacity / opacity)
            begun = Begun(Context(full.matrix, Style(), full.view, full.key), opacity)
            reading.items += (begun, Waiting(node, full, look), Ended())
        else:
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
        reading.budget.element(node, len(standing) // len(nodes))
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
        _shown_children(node, inner, reading)


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
    """A picture is neither fetched nor traced: a frame with a cross shows where it was, and words what it showed."""
    width = length(node, "width", 0.0, context.view.width)
    height = length(node, "height", 0.0, context.view.height)
    if width <= 0 or height <= 0:
        return
    x, y = length(node, "x", 0.0, context.view.width), length(node, "y", 0.0, context.view.height)
    reading.strips += 1
    strip = strip_of(node.get("href")) if reading.strips <= MOST_STRIPS else None
    if strip is not None:
        stops, downwards = strip
        curves = context.on_page(basic.rectangle(Rect(x, y, width, height)), node)
        ends = (x, y, x, y + height) if downwards else (x, y, x + width, y)
        fill = Gradient(stops, context.matrix, ends, opacity=context.opacity)
        context = _clipped(context, reading, (x, y, x + width, y + height))
        reading.items.append(Shape(context.key, curves, fill, "nonzero", None, context.clips))
        return
    reading.warn("It has pictures (<image>); each is drawn as a frame with a cross.")
    context = _clipped(context, reading, (x, y, x + width, y + height))
    frame = cross = Rect(x, y, width, height)
    caption = caption_of(node, context, frame, reading)
    parts = {"frame": basic.rectangle(frame)}
    if caption is not None:
        cross = above_caption(frame, caption, context)
        reading.items.append(caption)
        parts["foot"] = basic.line(cross.x, cross.bottom, cross.right, cross.bottom)
    down = basic.line(cross.x, cross.y, cross.right, cross.bottom)
    parts["cross"] = Curves.joined([down, basic.line(cross.right, cross.y, cross.x, cross.bottom)])
    line = Line(PENCIL, context.opacity, 0.25)
    for part, curves in parts.items():
        placed_curves = context.on_page(curves, node)
        if part == "frame" and len(context.clips) > 1:
            # The frame follows the clip instead of being cut by it.
            rings = rings_of(placed_curves)
            for clip in context.clips[1:]:
                rings = cut_area(rings, "nonzero", clip)[0]
            placed_curves = curves_of(rings)
            if not len(placed_curves):
                return
        clips = context.clips[:1] if part == "frame" else context.clips
        shape = Shape(f"{context.key}/{part}", placed_curves, None, "nonzero", line, clips, picture=True)
        reading.items.append(shape)


def _text(node: Node, context: Context, reading: Reading) -> None:
    read_text(node, _clipped(context, reading), reading)


def _foreign(node: Node, context: Context, reading: Reading) -> None:
    read_foreign_text(node, _clipped(context, reading), reading)


_VISITS: dict[str, _Visit] = {
    "svg": _nested, "g": _group, "a": _group, "switch": _switch, "use": _use, "image": _image, "text": _text,
    "foreignObject": _foreign, **dict.fromkeys(SHAPES, _shape),
}  # fmt: skip
#: What only holds other elements.
_GROUPS = frozenset({"svg", "g", "a", "switch", "use"})
