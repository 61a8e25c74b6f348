"""Shapes whose outlines are still to be read: they wait until all can be read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves
from sketchsvg.readers.svg.affine import scale_of
from sketchsvg.readers.svg.clippaths import clips_of
from sketchsvg.readers.svg.items import Box, Gradient, Paint, Shape, Solid
from sketchsvg.readers.svg.looks import Look
from sketchsvg.readers.svg.outlines import Outlined, placed_outlines, read_outlines
from sketchsvg.readers.svg.paints import colour_of, paint_of
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.polygons import flattened
from sketchsvg.readers.svg.shaded_lines import shaded

if TYPE_CHECKING:
    from sketchsvg.readers.svg.context import Context, Reading


class Waiting(Struct, frozen=True, eq=False, gc=False):
    """A shape that has not been read yet: its element, what holds there, and its look."""

    node: Node
    context: Context
    look: Look


def settle(reading: Reading) -> None:
    """Read all shapes that wait, each into its place in painting order."""
    items, begin = reading.items, reading.settled
    waiting = [item for item in items[begin:] if isinstance(item, Waiting)]
    if waiting:
        asked = [Outlined(one.node, one.context.view, one.context.style.size) for one in waiting]
        curves = read_outlines(asked, reading.budget)
        placed = placed_outlines(curves, [one.context.matrix for one in waiting], [one.node for one in waiting])
        shapes = iter([
            _shapes(one, own, on_page, len(waiting), reading) if len(own) else []
            for one, own, on_page in zip(waiting, curves, placed, strict=True)
        ])
        tail = items[begin:]
        del items[begin:]
        for item in tail:
            if isinstance(item, Waiting):
                items += next(shapes)
            else:
                items.append(item)
    reading.settled = len(items)


def _shapes(one: Waiting, own: Curves, on_page: Curves, among: int, reading: Reading) -> list[Shape]:
    """The shape as it is seen; nothing where nothing is, and several where its line has several colours.

    ``among`` is how many shapes are read at once.
    """
    context, look = one.context, one.look
    clips = context.clips
    fill: Paint | None = look.fill
    stroke: Paint | None = look.stroke
    if not look.plain:
        box = box_of(own)
        clips += clips_of(context, box, reading)
        fill, stroke = paints_of(context, box, reading)
    elif context.opacity != 1.0:
        fill, stroke = _faded(look.fill, context.opacity), _faded(look.stroke, context.opacity)
    if one.node.tag == "line":
        fill = None
    line = look.line(stroke if look.plain else colour_of(stroke), scale_of(context.matrix)) if stroke else None
    if fill is None and line is None:
        return []
    small = bool(context.using) and any(node.tag == "marker" for node in context.using)
    shape = Shape(context.key, on_page, fill, look.rule, line, clips, small=small)
    if not isinstance(stroke, Gradient):
        return [shape]
    shapes = shaded(shape, stroke, among)
    reading.budget.element(one.node, len(shapes) - 1)
    return shapes


def _faded(paint: Solid | None, opacity: float) -> Solid | None:
    return None if paint is None else Solid(paint.colour, paint.opacity * opacity)


def paints_of(context: Context, box: Box, reading: Reading) -> tuple[Paint | None, Paint | None]:
    """What fills an outline with this box (in its own units), and what draws its line."""
    style = context.style
    fill = paint_of(style["fill"] or "black", style.share("fill-opacity") * context.opacity, context, box, reading)
    stroke = paint_of(style["stroke"], style.share("stroke-opacity") * context.opacity, context, box, reading)
    return fill, stroke


def box_of(curves: Curves) -> Box:
    """(left, top, right, bottom) of an outline."""
    points = np.concatenate([flattened(stroke) for stroke in curves.strokes()])
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


__all__ = ["Waiting", "box_of", "paints_of", "settle"]
