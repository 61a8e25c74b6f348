"""Parallel pen lines that fill shapes, a hand's: not quite straight, not quite even, now and then stopping early."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.scanning import Spans, scanned

#: How far a line bends, as a share of its length, and at most in mm and as a share of the gap.
_BEND, _BEND_MOST, _BEND_GAP = 0.006, 0.04, 0.15
#: How early a line may stop, as a share of the gap.
_EARLY = 0.12


def hatched(filled: Filled, angle: Floats, layer: int) -> FillInk:
    """The hatch lines of all shapes at ``angle`` (degrees, one a shape); ``layer`` numbers the set of lines."""
    bend_most = bends(filled)
    spans = scanned(filled, angle, layer, bend_most)
    span, left, right = shortened(filled, spans)
    shape = spans.shape[span]
    bend = uniform(filled.seeds[shape], spans.number[span], Channel.HATCH_BOW) * 2.0 - 1.0
    bend = bend * np.minimum((right - left) * _BEND, bend_most[shape])
    return FillInk(bent(spans, span, left, right, bend), shape, filled.weight[shape])


def bends(filled: Filled) -> Floats:
    """How far the lines of each shape bend at most, mm."""
    return np.minimum(_BEND_MOST, filled.gap * _BEND_GAP) * filled.loose


def shortened(filled: Filled, spans: Spans) -> tuple[Ints, Floats, Floats]:
    """The spans as a hand uses them, which stops a little early: the number of each and where it begins and ends."""
    shape, number = spans.shape, spans.number
    seeds, early = filled.seeds[shape], _EARLY * filled.gap[shape] * filled.loose[shape]
    left = spans.left + uniform(seeds, number, Channel.HATCH_END) * early
    right = spans.right - uniform(seeds, number, Channel.HATCH_END + 1) * early
    kept = np.flatnonzero(right > left)
    return kept, left[kept], right[kept]


def bent(spans: Spans, span: Ints, left: Floats, right: Floats, bend: Floats) -> Curves:
    """A stroke along each of some spans from ``left`` to ``right`` with its middle ``bend`` mm beside the line."""
    points = np.empty((len(span), 4, 2))
    lines, length, aside = spans.courses(span), right - left, bend * (4.0 / 3.0)
    for point, share in enumerate((0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0)):
        off = aside if point in (1, 2) else 0.0
        points[:, point, 0], points[:, point, 1] = lines.page(left + length * share, off)
    return Curves(points.reshape(-1, 2), np.arange(0, 4 * len(span) + 1, 4))
