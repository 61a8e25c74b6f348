"""Areas: the outlines that are filled, closed and cut, and how thick they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.clipping import cut_area, lies_outside, lies_within
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import Flags, area, curves_of, inside, measured_rings, rings_of_all, shells
from sketchsvg.sketching.measuring import Box

#: Outlines with more points than this are taken for their boxes when it is asked what lies in them.
_MANY = 4_000


class Area(Struct, frozen=True, eq=False):
    """A region of the page: ``rings`` as polygons for questions, ``curves`` closed for the pen, mm.

    ``box`` is (left, top, right, bottom), ``thickness`` about how thick it is: its area over half of its circumference;
    a disc gives its radius. ``whole`` tells that nothing has been cut off, ``traced`` that each stroke of the outline
    was closed and encloses a part of it.
    """

    rings: tuple[Floats, ...]
    curves: Curves
    rule: str
    box: Box
    thickness: float
    whole: bool = False
    traced: bool = False

    @classmethod
    def of(cls, rings: Sequence[Floats], rule: str) -> Area | None:
        """The region that rings enclose; None for none."""
        rings = [ring for ring in rings if len(ring) >= 3 and abs(area(ring)) > 1e-9]
        if not rings:
            return None
        points, starts = np.concatenate(rings), _starts_of(rings)
        areas, lengths = measured_rings(points, starts)
        (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
        box = (left, top, right, bottom)
        return cls(tuple(rings), curves_of(rings), rule, box, _thickness(rings, rule, areas, lengths))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        left, top, right, bottom = self.box
        if not (left <= x <= right and top <= y <= bottom):
            return False
        if len(self.curves.points) > 3 * _MANY:
            return True
        return bool(inside(np.array([(x, y)]), self.rings, self.rule)[0])

    def part(self, clip: Clip) -> Area | None:
        """What a clip leaves of it."""
        return Area.of(*cut_area(self.rings, self.rule, clip))


class Outline(Struct, frozen=True, eq=False):
    """An outline that is filled by ``rule`` within clips."""

    curves: Curves
    rule: str
    clips: tuple[Clip, ...]


def areas_of(outlines: Sequence[Outline]) -> list[Area | None]:
    """The regions that outlines enclose within their clips; None for those that enclose none."""
    if not outlines:
        return []
    joined = Curves.joined(outline.curves for outline in outlines)
    points, counts = rings_of_all(joined)
    sizes = joined.starts[1:] - joined.starts[:-1]
    first, last = joined.points[joined.starts[:-1]], joined.points[joined.starts[1:] - 1]
    shut = (first == last).all(axis=1)
    ring = (counts >= 3) & (sizes >= 4)
    points, starts = _kept(points, counts, ring)
    areas, lengths = (values.tolist() for values in measured_rings(points, starts))
    number = np.cumsum(ring) - ring  # the ring of each stroke that has one
    begins = np.cumsum([0, *[len(outline.curves) for outline in outlines]])
    rings_before = np.append(number, len(starts) - 1)[begins]
    boxes = _boxes(points, starts, rings_before)
    good = np.logical_and.reduceat(ring & shut, begins[:-1][begins[:-1] < begins[1:]])
    traced = dict(zip(np.flatnonzero(begins[:-1] < begins[1:]).tolist(), good.tolist(), strict=True))
    places, firsts = starts.tolist(), rings_before.tolist()
    found: list[Area | None] = []
    for at, outline in enumerate(outlines):
        low, high = firsts[at], firsts[at + 1]
        if low == high:
            found.append(None)
            continue
        box = boxes[at]
        if any(clip.box is not None and _apart(box, clip.box) for clip in outline.clips):
            found.append(None)
            continue
        rings = tuple([points[places[k] : places[k + 1]] for k in range(low, high)])
        thickness = _thickness(rings, outline.rule, areas[low:high], lengths[low:high])
        curves = outline.curves if traced[at] else _closed(outline.curves)
        whole = Area(rings, curves, outline.rule, box, thickness, True, traced[at])
        found.append(_within(whole, outline.clips))
    return found


def _within(whole: Area, clips: tuple[Clip, ...]) -> Area | None:
    found: Area | None = whole
    points: Floats | None = None
    for clip in clips:
        if clip.box is not None and not clip.outside and found is not None and _holds(clip.box, found.box):
            continue
        if points is None:
            points = np.concatenate(whole.rings)
        if found is None or lies_outside(points, clip):
            return None
        if not lies_within(points, clip):
            found = found.part(clip)
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _apart(box: Box, other: Box) -> bool:
    return box[2] < other[0] - 1e-4 or box[0] > other[2] + 1e-4 or box[3] < other[1] - 1e-4 or box[1] > other[3] + 1e-4


def _kept(points: Floats, counts: Ints, ring: Flags) -> tuple[Floats, Ints]:
    """The points of those strokes that are rings, and where each ring starts; the end of all is the last entry."""
    kept = counts[ring]
    starts = np.zeros(len(kept) + 1, dtype=np.int64)
    np.cumsum(kept, out=starts[1:])
    return (points if ring.all() else points[np.repeat(ring, counts)]), starts


def _boxes(points: Floats, starts: Ints, rings_before: Ints) -> list[Box]:
    """(left, top, right, bottom) of the rings of each outline; anything for one without rings."""
    some = rings_before[:-1] < rings_before[1:]
    low, high = np.zeros((len(some), 2)), np.zeros((len(some), 2))
    if len(points):
        at = starts[rings_before[:-1][some]]
        low[some], high[some] = np.minimum.reduceat(points, at), np.maximum.reduceat(points, at)
    return [(a, b, c, d) for (a, b), (c, d) in zip(low.tolist(), high.tolist(), strict=True)]


def _thickness(rings: Sequence[Floats], rule: str, areas: Sequence[float], lengths: Sequence[float]) -> float:
    total = around = 0.0
    if rule == "evenodd" and len(rings) > 1:
        # Holes must run the other way round to be taken off.
        areas = [abs(area) if shell else -abs(area) for area, shell in zip(areas, shells(rings), strict=True)]
    for number, length in zip(areas, lengths, strict=True):
        total += number
        around += length
    return abs(total) / around if around > 0 else 0.0


def _starts_of(rings: Sequence[Floats]) -> Ints:
    starts = np.zeros(len(rings) + 1, dtype=np.int64)
    starts[1:] = np.cumsum([len(ring) for ring in rings])
    return starts


def _closed(curves: Curves) -> Curves:
    """The strokes that enclose something, each brought back to its start."""
    counts = rings_of_all(curves)[1].tolist()
    kept: list[Floats] = []
    for stroke, count in zip(curves.strokes(), counts, strict=True):
        if count < 3 or len(stroke) < 4:
            continue
        first, last = stroke[0], stroke[-1]
        if not (first == last).all():
            third = (first - last) / 3
            stroke = np.concatenate((stroke, (last + third, first - third, first)))
        kept.append(stroke)
    return Curves.of(kept)


__all__ = ["Area", "Outline", "areas_of"]
