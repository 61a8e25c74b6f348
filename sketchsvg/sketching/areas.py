"""Areas: the outlines that are filled, closed and cut, and how thick and how light they are."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.clipping import cut_area, lies_outside, lies_within
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import area, circumference, curves_of, inside, oriented, rings_of


class Area(Struct, frozen=True, eq=False):
    """A region of the page: ``rings`` as polygons for questions, ``curves`` closed for the pen, mm.

    ``whole`` tells that nothing has been cut off.
    """

    rings: tuple[Floats, ...]
    curves: Curves
    rule: str
    whole: bool

    @property
    def thickness(self) -> float:
        """About how thick it is, in mm: its area over half of its circumference; a disc gives its radius."""
        total = around = 0.0
        # Holes must run the other way round to be taken off.
        for ring in oriented(self.rings) if self.rule == "evenodd" else self.rings:
            total += area(ring)
            around += circumference(ring)
        return abs(total) / around if around > 0 else 0.0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """(left, top, right, bottom)."""
        points = np.concatenate(self.rings)
        (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        return left, top, right, bottom

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return bool(inside(np.array([(x, y)]), self.rings, self.rule)[0])

    def part(self, clip: Clip) -> Area | None:
        """What a clip leaves of it."""
        rings, rule = cut_area(self.rings, self.rule, clip)
        rings = [ring for ring in rings if len(ring) >= 3 and abs(area(ring)) > 1e-9]
        return Area(tuple(rings), curves_of(rings), rule, False) if rings else None


def area_of(curves: Curves, rule: str, clips: tuple[Clip, ...]) -> Area | None:
    """The region that an outline encloses within the clips; None for none."""
    curves, rings = _closed(curves)
    if not rings:
        return None
    points = np.concatenate(rings)
    if any(lies_outside(points, clip) for clip in clips):
        return None
    found: Area | None = Area(tuple(rings), curves, rule, True)
    for clip in clips:
        if found is not None and not lies_within(points, clip):
            found = found.part(clip)
    return found


def _closed(curves: Curves) -> tuple[Curves, list[Floats]]:
    """The strokes that enclose something, each brought back to its start, and their rings."""
    kept: list[Floats] = []
    rings: list[Floats] = []
    for stroke in curves.strokes():
        own = rings_of(Curves(stroke, np.array([0, len(stroke)])))
        if not own or len(stroke) < 4:
            continue
        first, last = stroke[0], stroke[-1]
        if not (first == last).all():
            third = (first - last) / 3
            stroke = np.concatenate((stroke, (last + third, first - third, first)))
        kept.append(stroke)
        rings.append(own[0])
    return Curves.of(kept), rings
