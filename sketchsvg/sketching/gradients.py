"""Gradients by hand: bands of colour, laid over each other from one end to the other."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.affine import inverse, placed, placed_point
from sketchsvg.readers.svg.area_cuts import cut_area
from sketchsvg.readers.svg.colours import mixed, to_rgb
from sketchsvg.readers.svg.items import Clip, Gradient
from sketchsvg.readers.svg.paints import colour_at
from sketchsvg.readers.svg.polygons import clip_of, cut_by_half_plane, rings_of
from sketchsvg.sketching.areas import Area, Region, regions

#: The most bands a gradient is drawn with, and the least change of a colour channel from one to the next.
MOST, _LEAST_CHANGE = 24, 0.02
#: No band is narrower than about this, mm.
_NARROWEST = 0.45
#: Outlines with fewer points than this are followed in so many straight pieces a bend.
_SMOOTHED, _FINELY = 600, 28
#: Corners of the polygon that stands for a circle.
_CORNERS = 96


def bands(area: Area, gradient: Gradient, most: int = MOST) -> list[tuple[Area, str, float]]:
    """The bands of a gradient over an area: (region, colour, opacity), to be painted in this order, ``most`` of them.

    Each reaches to the far end, beneath those that follow: so no seam shows between them. Where the gradient is
    translucent, and lies on more than one colour, bands stand side by side instead.
    """
    apart = gradient.clear and not gradient.ground
    count = _count(gradient, area, most)
    parts: list[Region] = []
    paints: list[tuple[str, float]] = []
    begin, reach = _span(gradient, area)
    if len(area.curves.points) < _SMOOTHED:
        # The edges of bands are seen: they follow the outline more closely than is needed otherwise.
        area = replace(area, rings=tuple(rings_of(area.curves, _FINELY)))
    for number in range(count):
        low, high = begin + reach * number / count, begin + reach * (number + 1) / count
        # The outer bands have the colours of the ends.
        place = begin + reach * number / (count - 1)
        if gradient.round:
            # From the rim inwards: the outermost band is the whole area.
            low, high, place = (2 * begin + reach - value for value in (high, low, place))
        colour, opacity = colour_at(gradient.stops, place)
        opacity *= gradient.opacity
        if gradient.ground and opacity > 0:
            colour, opacity = mixed(gradient.ground, colour, opacity), 1.0
        elif gradient.ground and parts:
            colour, opacity = gradient.ground, 1.0
        if opacity > 0:
            parts.append(_band(area, gradient, low, high, number == 0, number == count - 1, apart))
            paints.append((colour, opacity))
    # The first band is often all of the area, whose outline is better than one made of straight pieces.
    made = [area if part[0] is area.rings else None for part in parts]
    cut = iter(regions([part for part in parts if part[0] is not area.rings]))
    shown = [whole if whole is not None else next(cut) for whole in made]
    return [(region, *paint) for region, paint in zip(shown, paints, strict=True) if region is not None]


def _span(gradient: Gradient, area: Area) -> tuple[float, float]:
    """Where on the gradient the area begins, and on how much of it it lies: of a long one, bands show but a part."""
    undone = inverse(gradient.matrix)
    if undone is None:
        return 0.0, 1.0
    left, top, right, bottom = area.box
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    places = [gradient.place_of(*placed_point(undone, *corner)) for corner in corners]
    low, high = 0.0 if gradient.round else min(places), max(places)
    return (low, high - low) if high - low > 1e-6 else (0.0, 1.0)


def _count(gradient: Gradient, area: Area, most: int) -> int:
    """As many bands as the colours need: a short way from colour to colour needs few, and so does a small area."""
    way = 0.0
    begin, reach = _span(gradient, area)
    for before, after in zip(gradient.stops[:-1], gradient.stops[1:], strict=True):
        if after.place < begin or before.place > begin + reach:
            continue
        steps = [abs(a - b) for a, b in zip(to_rgb(before.colour), to_rgb(after.colour), strict=True)]
        way += max(*steps, abs(before.opacity - after.opacity))
    left, top, right, bottom = area.box
    room = int(max(right - left, bottom - top) / _NARROWEST) + 1
    return max(2, min(most, int(way / _LEAST_CHANGE) + 1, room))


def _band(area: Area, gradient: Gradient, low: float, high: float, first: bool, last: bool, apart: bool) -> Region:
    if gradient.round:
        region: Region = (area.rings, area.rule) if first else cut_area(area.rings, area.rule, _disc(gradient, high))
        return cut_area(*region, replace(_disc(gradient, low), outside=True)) if apart and low > 0 else region
    rings: Sequence[Floats] = area.rings
    if not first:
        rings = _beyond(rings, gradient, low, 1.0)
    if apart and not last:
        rings = _beyond(rings, gradient, high, -1.0)
    return rings, area.rule


def _beyond(rings: Sequence[Floats], gradient: Gradient, place: float, side: float) -> Sequence[Floats]:
    """The parts of rings on one side of the line of equal colour at ``place``."""
    undone = inverse(gradient.matrix)
    if undone is None:
        return rings
    x0, y0, x1, y1 = gradient.ends
    dx, dy = x1 - x0, y1 - y0
    whole = dx * dx + dy * dy
    # How far along the gradient a point of the page lies is u x + v y + w.
    u = (dx * undone[0] + dy * undone[1]) / whole
    v = (dx * undone[2] + dy * undone[3]) / whole
    w = (dx * (undone[4] - x0) + dy * (undone[5] - y0)) / whole
    steep = u * u + v * v
    point = (u * (place - w) / steep, v * (place - w) / steep)
    normal = (side * u / sqrt(steep), side * v / sqrt(steep))
    return [cut_by_half_plane(ring, point, normal) for ring in rings]


def _disc(gradient: Gradient, place: float) -> Clip:
    """The disc of a round gradient up to ``place`` of its radius, as a clip on the page."""
    cx, cy = gradient.ends[:2]
    radius = gradient.radius * place
    turns = [(round(cos(2 * pi * k / _CORNERS), 12), round(sin(2 * pi * k / _CORNERS), 12)) for k in range(_CORNERS)]
    ring = placed(np.array([(cx + radius * c, cy + radius * s) for c, s in turns]), gradient.matrix)
    return clip_of([ring], "nonzero")
