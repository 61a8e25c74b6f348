"""Areas: the outlines that are filled, closed and cut, and how thick they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.readers.svg.area_cuts import Region, cut_area, cut_areas
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import Flags, closed_chains, inside, measured_rings, rings_of_all, shells
from sketchsvg.sketching.measuring import Box

#: Outlines with more points than this are taken for their boxes when it is asked what lies in them.
_MANY = 4_000
#: Of more rings it is not asked which are holes: they count as they run.
_MOST_HOLES = 12


class Area(Struct, frozen=True, eq=False, gc=False):
    """A region of the page: ``rings`` as polygons for questions, ``curves`` closed for the pen, mm.

    ``box`` is (left, top, right, bottom), ``thickness`` about how thick it is: its area over half of its circumference;
    a disc gives its radius. ``traced`` tells that each stroke of the outline was closed and encloses a part of it, and
    that nothing has been cut off.
    """

    rings: tuple[Floats, ...]
    curves: Curves
    rule: str
    box: Box
    thickness: float
    traced: bool = False

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
        return regions([cut_area(self.rings, self.rule, clip)])[0]


class Outline(Struct, frozen=True, eq=False, gc=False):
    """An outline, not empty, that is filled by ``rule`` within clips."""

    curves: Curves
    rule: str
    clips: tuple[Clip, ...]


def areas_of(outlines: Sequence[Outline]) -> list[Area | None]:
    """The regions that outlines enclose within their clips; None for those that enclose none."""
    found = _whole(outlines)
    clipped = {
        at: _Clipped((area.rings, area.rule), area.box, list(outline.clips))
        for at, (outline, area) in enumerate(zip(outlines, found, strict=True))
        if area is not None and outline.clips
    }
    left = list(clipped.values())
    while left:
        asked = [(one, clip) for one in left if (clip := one.following()) is not None]
        cuts = cut_areas([(one.region, clip) for one, clip in asked])
        for (one, _), region in zip(asked, cuts, strict=True):
            one.cut |= region is not one.region
            one.region = region
        left = [one for one, _ in asked]
    parts = {at: one.region for at, one in clipped.items() if one.cut}
    for at, area in zip(parts, regions(list(parts.values())), strict=True):
        found[at] = area
    return found


class _Clipped(Struct, eq=False):
    """What clips have left of a region so far, whether that is less than all, and the clips that are left."""

    region: Region
    box: Box
    clips: list[Clip]
    cut: bool = False

    def following(self) -> Clip | None:
        """The next clip that may cut it; None where there is none."""
        while self.clips and self.region[0]:
            clip = self.clips.pop(0)
            if clip.box is None or clip.outside:
                return clip
            if _apart(self.box, clip.box):
                self.region, self.cut = ((), self.region[1]), True
            elif not _holds(clip.box, self.box):
                return clip
        return None


def regions(parts: Sequence[Region]) -> list[Area | None]:
    """The areas that rings enclose by a rule; None for those that enclose none."""
    rings = [ring for own, _ in parts for ring in own if len(ring) >= 3]
    owner = np.array([at for at, (own, _) in enumerate(parts) for ring in own if len(ring) >= 3], dtype=np.int64)
    if not rings:
        return [None] * len(parts)
    points, starts = np.concatenate(rings), _starts_of(rings)
    areas, lengths = measured_rings(points, starts)
    kept = np.abs(areas) > 1e-9
    rings = [ring for ring, some in zip(rings, kept.tolist(), strict=True) if some]
    points, starts = _kept(points, np.diff(starts), kept)
    before = np.searchsorted(owner[kept], np.arange(len(parts) + 1))
    boxes = _boxes(points, starts, before)
    chains, begins = closed_chains(points, starts)
    places, firsts = begins.tolist(), before.tolist()
    sizes, around = areas[kept].tolist(), lengths[kept].tolist()
    found: list[Area | None] = []
    for at, (_, rule) in enumerate(parts):
        low, high = firsts[at], firsts[at + 1]
        if low == high:
            found.append(None)
            continue
        own = tuple(rings[low:high])
        curves = Curves(chains[places[low] : places[high]], begins[low : high + 1] - begins[low])
        thickness = _thickness(own, rule, sizes[low:high], around[low:high])
        found.append(Area(own, curves, rule, boxes[at], thickness))
    return found


def _whole(outlines: Sequence[Outline]) -> list[Area | None]:
    """The regions that outlines enclose, clips or not."""
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
    number: Ints = np.cumsum(ring) - ring  # the ring of each stroke that has one
    begins = np.cumsum([0, *[len(outline.curves) for outline in outlines]])
    before = np.append(number, len(starts) - 1)[begins]
    boxes = _boxes(points, starts, before)
    traced = np.logical_and.reduceat(ring & shut, begins[:-1]).tolist()
    places, firsts = starts.tolist(), before.tolist()
    found: list[Area | None] = []
    for at, outline in enumerate(outlines):
        low, high = firsts[at], firsts[at + 1]
        if low == high:
            found.append(None)
            continue
        rings = tuple([points[places[k] : places[k + 1]] for k in range(low, high)])
        thickness = _thickness(rings, outline.rule, areas[low:high], lengths[low:high])
        curves = outline.curves if traced[at] else _closed(outline.curves)
        found.append(Area(rings, curves, outline.rule, boxes[at], thickness, traced[at]))
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
    if rule == "evenodd" and 1 < len(rings) <= _MOST_HOLES:
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


__all__ = ["Area", "Outline", "areas_of", "regions"]
