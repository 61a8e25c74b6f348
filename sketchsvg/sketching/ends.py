"""Ends of lines: a pen's are round, so a line that must end flush stops a little earlier."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.readers.svg.clipping import cut_at
from sketchsvg.sketching.measuring import measured, places_at

#: Lines wider than this (mm) go round their corners in one go: sides that cross at the corners, as the pen likes to
#: draw them, would leave knobs.
_WIDE = 0.7


def opened(curves: Curves, width: float) -> Curves:
    """Closed strokes of wide lines begun in the middle of a side, and open there by next to nothing."""
    if width < _WIDE:
        return curves
    return Curves.of([_opened(stroke) for stroke in curves.strokes()])


def _opened(stroke: Floats) -> Floats:
    if len(stroke) < 7 or not (stroke[0] == stroke[-1]).all():
        return stroke
    half, rest = cut_at(stroke, np.array([0]), np.array([0.5]))
    turned = np.concatenate((rest, half[1:]))
    turned[-1] += (turned[-2] - turned[-1]) * 1e-3
    return turned


def flush(curves: Curves, width: float, own: Curves) -> Curves:
    """Lines shortened by half their ``width`` at ends that a clip has made, which are none of ``own``."""
    ends = {point for stroke in own.strokes() for point in _ends(stroke)}
    return Curves.of([_shortened(stroke, width / 2, ends) for stroke in curves.strokes()])


def _ends(stroke: Floats) -> Iterable[tuple[float, float]]:
    return ((float(x), float(y)) for x, y in (stroke[0], stroke[-1]))


def _shortened(stroke: Floats, much: float, ends: set[tuple[float, float]]) -> Floats:
    first, last = _ends(stroke)
    if len(stroke) < 4 or (first in ends and last in ends):
        return stroke
    along, segment, place = measured(stroke)
    whole = float(along[-1])
    much = min(much, whole * 0.45)
    begin, end = (0.0 if first in ends else much), (whole if last in ends else whole - much)
    cuts = np.array([cut for cut in (begin, end) if 0 < cut < whole])
    pieces = cut_at(stroke, *places_at(cuts, along, segment, place))
    return pieces[1 if begin > 0 and len(pieces) > 1 else 0]
