"""Patterns: what a tile shows, as a colour for hatching and the ground that it lies on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.items import Box, Paint, Patterned, Solid, Tile
from sketchsvg.readers.svg.looks import solid
from sketchsvg.readers.svg.parse import Node
from sketchsvg.readers.svg.polygons import measured_rings, rings_of_all
from sketchsvg.readers.svg.shapes import SHAPES, outline
from sketchsvg.readers.svg.style import Style, style_of
from sketchsvg.readers.svg.units import length

#: A rectangle that covers so much of a tile is its ground; what tints it by less than this is not seen.
_GROUND, _UNSEEN = 0.9, 0.004
#: The most elements of a tile that are looked at.
_MOST = 400
#: What a tile is taken to show of its ink where it does not say how large it is.
_USUAL = 0.5


def pattern_paint(line: list[Node], opacity: float, context: Context, box: Box, reading: Reading) -> Paint | None:
    """The pen hatches where a pattern repeats: in the colour of what it draws most of, on that of its ground.

    ``line`` is the pattern and those it refers to.
    """
    holder = next((one for one in line if one.children), None)
    if holder is None:
        return None
    size = _size(line, context, box)
    tile = reading.known_tiles.get(id(holder))
    if tile is None:
        tile = reading.known_tiles[id(holder)] = _tile(holder, size, context, reading)
    ground = tile.ground
    shown = tile.inked / tile.area if tile.area > 0 else 1.0
    cover = min(1.0, tile.area / size) if size else _USUAL
    if not tile.colour or shown * cover < _UNSEEN:
        return None if ground is None else Solid(ground.colour, ground.opacity * opacity)
    return Patterned(tile.colour, None if ground is None else ground.colour, opacity * shown, cover)


def _tile(holder: Node, size: float, context: Context, reading: Reading) -> Tile:
    """What a tile of this size shows: the colour that it draws most of, and its ground."""
    ground: Solid | None = None
    inks: dict[str, list[float]] = {}
    for tag, paint, area in _painted(holder, context, reading):
        if tag == "rect" and not inks and area >= _GROUND * size and (size or ground is None):
            ground = paint
            continue
        known = inks.setdefault(paint.colour, [0.0, 0.0])
        known[0] += area
        known[1] += area * paint.opacity
    if not inks:
        return Tile(ground, "", 0.0, 0.0)
    colour, (area, inked) = max(inks.items(), key=lambda one: (one[1][1], one[0]))
    return Tile(ground, colour, area, inked)


def _size(line: list[Node], context: Context, box: Box) -> float:
    """The area of a tile in the units of what it holds; 0 where it is not known."""

    def said(name: str) -> Node | None:
        return next((one for one in line if name in one.attributes), None)

    width, height, view = said("width"), said("height"), said("viewBox")
    if view is not None:
        parts = view.get("viewBox").replace(",", " ").split()
        try:
            return abs(float(parts[2]) * float(parts[3]))
        except (IndexError, ValueError):
            return 0.0
    if width is None or height is None:
        return 0.0
    units = said("patternUnits")
    if units is not None and units.get("patternUnits") == "userSpaceOnUse":
        across, down = context.view.width, context.view.height
        return length(width, "width", 0.0, across) * length(height, "height", 0.0, down)
    area = length(width, "width", 0.0, 1.0) * length(height, "height", 0.0, 1.0)
    content = said("patternContentUnits")
    by_box = content is not None and content.get("patternContentUnits") == "objectBoundingBox"
    return area if by_box else area * (box[2] - box[0]) * (box[3] - box[1])


def _painted(holder: Node, context: Context, reading: Reading) -> Iterator[tuple[str, Solid, float]]:
    """Tag, paint and area of all that a tile draws; transforms within it are not looked at."""
    waiting = [(child, Style(), 1.0) for child in reversed(holder.children)]
    looked = 0
    while waiting and looked < _MOST:
        child, above, opacity = waiting.pop()
        looked += 1
        style = style_of(child, above, reading.sheet)
        if style.hidden:
            continue
        opacity *= style.opacity
        waiting += [(inner, style, opacity) for inner in reversed(child.children)]
        if child.tag not in SHAPES:
            continue
        curves = outline(child, context.view, style.size)
        reading.budget.points(len(curves.points), child)
        if not len(curves):
            continue
        points, counts = rings_of_all(curves)
        areas, around = measured_rings(points, np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts))))
        fill, line = style["fill"] or "black", style["stroke"]
        paint = None if fill.startswith(("none", "url")) else solid(fill, opacity * style.share("fill-opacity"), style)
        if paint is not None and child.tag != "line":
            yield child.tag, paint, abs(sum(areas.tolist())) / 2
        paint = None if line.startswith(("none", "url")) or not line else solid(
            line, opacity * style.share("stroke-opacity"), style
        )
        if paint is not None:
            # A ring of two points is a line there and back.
            once = [own / 2 if count < 3 else own for own, count in zip(around.tolist(), counts.tolist(), strict=True)]
            yield "line", paint, sum(once) * style.length("stroke-width", 1.0, context.view.diagonal)


__all__ = ["pattern_paint"]
