"""Gradients by hand: bands of colour, laid over each other from one end to the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import TypeAlias

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.affine import inverse, placed, placed_point
from sketchsvg.readers.svg.area_cuts import Region, cut_areas
from sketchsvg.readers.svg.colours import mixed, to_rgb
from sketchsvg.readers.svg.half_planes import cut_by_half_planes
from sketchsvg.readers.svg.items import Clip, Gradient
from sketchsvg.readers.svg.paints import colour_at
from sketchsvg.readers.svg.polygons import clip_of, rings_of_all
from sketchsvg.sketching.areas import Area, regions

#: The most bands a gradient is drawn with, and the least change of a colour channel from one to the next.
MOST, _LEAST_CHANGE = 24, 0.02
#: No band is narrower than about this, mm.
_NARROWEST = 0.45
#: Outlines with fewer points than this are followed in so many straight pieces a bend.
_SMOOTHED, _FINELY = 600, 28
#: Corners of the polygon that stands for a circle.
_CORNERS = 96


#: A place on the page, or a way across it.
Point: TypeAlias = tuple[float, float]
#: A band: its region, colour and opacity.
Band: TypeAlias = tuple[Area, str, float]


class _Wanted(Struct, frozen=True, eq=False, gc=False):
    """A band to be cut out of an area: from ``low`` to ``high`` on its gradient; the first is not cut at ``low``."""

    area: Area
    gradient: Gradient
    low: float
    high: float
    first: bool
    last: bool
    apart: bool
    paint: tuple[str, float]


def bands(asked: Sequence[tuple[Area, Gradient]], most: int = MOST) -> list[list[Band]]:
    """The bands of gradients over areas, for each in the order in which they are painted, ``most`` of them.

    Each reaches to the far end, beneath those that follow: so no seam shows between them. Where a gradient is
    translucent, and lies on more than one colour, its bands stand side by side instead.
    """
    wanted: list[_Wanted] = []
    begins = [0]
    for area, (_, gradient) in zip(_smooth([area for area, _ in asked]), asked, strict=True):
        wanted += _wanted(area, gradient, most)
        begins.append(len(wanted))
    parts = _parts(wanted)
    # The first band is often all of the area, whose outline is better than one made of straight pieces.
    made = [one.area if part[0] is one.area.rings else None for one, part in zip(wanted, parts, strict=True)]
    cut = iter(regions([part for whole, part in zip(made, parts, strict=True) if whole is None]))
    shown = [whole if whole is not None else next(cut) for whole in made]
    found = list(zip(shown, [one.paint for one in wanted], strict=True))
    return [
        [(region, *paint) for region, paint in found[begin:end] if region is not None]
        for begin, end in pairwise(begins)
    ]


def _smooth(areas: Sequence[Area]) -> list[Area]:
    """The areas with finer rings: the edges of bands are seen, and follow outlines more closely than others need."""
    some = [area for area in areas if len(area.curves.points) < _SMOOTHED]
    if not some:
        return list(areas)
    points, counts = rings_of_all(Curves.joined(area.curves for area in some), _FINELY)
    rings = iter(np.split(points, np.cumsum(counts)[:-1]))
    finer: list[Area] = []
    for area in areas:
        if len(area.curves.points) < _SMOOTHED:
            own = [next(rings) for _ in range(len(area.curves))]
            area = replace(area, rings=tuple([ring for ring in own if len(ring) >= 3]))
        finer.append(area)
    return finer


def _wanted(area: Area, gradient: Gradient, most: int) -> list[_Wanted]:
    """The bands of one gradient that show."""
    apart = gradient.clear and not gradient.ground
    begin, reach = _span(gradient, area)
    count = _count(gradient, area, most, begin, reach)
    wanted: list[_Wanted] = []
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
        elif gradient.ground and wanted:
            colour, opacity = gradient.ground, 1.0
        if opacity > 0:
            first, last = number == 0, number == count - 1
            wanted.append(_Wanted(area, gradient, low, high, first, last, apart, (colour, opacity)))
    return wanted


def _parts(wanted: Sequence[_Wanted]) -> list[Region]:
    """The regions of bands."""
    flat = [one for one in wanted if not one.gradient.round]
    rings = [one.area.rings for one in flat]
    rings = _beyond(rings, [None if one.first else (one.gradient, one.low) for one in flat], 1.0)
    rings = _beyond(rings, [(one.gradient, one.high) if one.apart and not one.last else None for one in flat], -1.0)
    straight = iter(rings)
    parts: list[Region] = [(one.area.rings if one.gradient.round else next(straight), one.area.rule) for one in wanted]
    outer = {at: _disc(one.gradient, one.high) for at, one in enumerate(wanted) if one.gradient.round and not one.first}
    _cut(parts, outer)
    inner = {at: _disc(one.gradient, one.low) for at, one in enumerate(wanted)
             if one.gradient.round and one.apart and one.low > 0}  # fmt: skip
    _cut(parts, {at: replace(disc, outside=True) for at, disc in inner.items()})
    return parts


def _cut(parts: list[Region], clips: dict[int, Clip]) -> None:
    """Cut some of the parts by clips."""
    for at, region in zip(clips, cut_areas([(parts[at], clip) for at, clip in clips.items()]), strict=True):
        parts[at] = [*region[0]], region[1]


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


def _count(gradient: Gradient, area: Area, most: int, begin: float, reach: float) -> int:
    """As many bands as the colours need: a short way from colour to colour needs few, and so does a small area."""
    way = 0.0
    for before, after in zip(gradient.stops[:-1], gradient.stops[1:], strict=True):
        if after.place < begin or before.place > begin + reach:
            continue
        steps = [abs(a - b) for a, b in zip(to_rgb(before.colour), to_rgb(after.colour), strict=True)]
        way += max(*steps, abs(before.opacity - after.opacity))
    left, top, right, bottom = area.box
    room = int(max(right - left, bottom - top) / _NARROWEST) + 1
    return max(2, min(most, int(way / _LEAST_CHANGE) + 1, room))


def _beyond(
    rings: Sequence[tuple[Floats, ...]], cuts: Sequence[tuple[Gradient, float] | None], side: float
) -> list[tuple[Floats, ...]]:
    """The parts of rings, area by area, on one side of the line of equal colour at a place; all where there is none."""
    lines = [None if cut is None else _line_at(*cut, side) for cut in cuts]
    several = [(ring, line) for own, line in zip(rings, lines, strict=True) if line is not None for ring in own]
    if not several:
        return list(rings)
    places = np.array([line for _, line in several])
    left = iter(cut_by_half_planes([ring for ring, _ in several], places[:, 0], places[:, 1]))
    return [own if line is None else tuple([next(left) for _ in own]) for own, line in zip(rings, lines, strict=True)]


def _line_at(gradient: Gradient, place: float, side: float) -> tuple[Point, Point] | None:
    """A point on the line of equal colour at ``place``, and the way across it; None where there is no such line."""
    undone = inverse(gradient.matrix)
    if undone is None:
        return None
    x0, y0, x1, y1 = gradient.ends
    dx, dy = x1 - x0, y1 - y0
    whole = dx * dx + dy * dy
    # How far along the gradient a point of the page lies is u x + v y + w.
    u = (dx * undone[0] + dy * undone[1]) / whole
    v = (dx * undone[2] + dy * undone[3]) / whole
    w = (dx * (undone[4] - x0) + dy * (undone[5] - y0)) / whole
    steep = u * u + v * v
    return (u * (place - w) / steep, v * (place - w) / steep), (side * u / sqrt(steep), side * v / sqrt(steep))


def _disc(gradient: Gradient, place: float) -> Clip:
    """The disc of a round gradient up to ``place`` of its radius, as a clip on the page."""
    cx, cy = gradient.ends[:2]
    radius = gradient.radius * place
    ring = placed(np.array((cx, cy)) + radius * _circle(), gradient.matrix)
    return clip_of([ring], "nonzero")


@cache
def _circle() -> Floats:
    """The corners of the polygon that stands for a circle."""
    turns = [2 * pi * k / _CORNERS for k in range(_CORNERS)]
    return np.array([(round(cos(turn), 12), round(sin(turn), 12)) for turn in turns])
