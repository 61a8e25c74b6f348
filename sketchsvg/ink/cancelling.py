"""Washes that must not share a path: where one winds to the left and another to the right, nonzero makes a hole."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.ink.chains import Flags, cross, joined, running
from sketchsvg.scene import Mark

#: The fills whose ink is the outline itself.
AREAS = ("wash", "solid")
#: A turn as small as this is none: the sine of its angle, for handles that lie on a straight line but for rounding.
_STRAIGHT = 1e-6
#: So many boxes are compared each with each; more are taken to meet.
_MOST = 2000


def loners(marks: Sequence[Mark]) -> frozenset[int]:
    """The numbers of washes that meet one of their own layer and colour, and wind both ways: they need their own path.

    Washes are all turned the same way round. So two simple ones never cancel; but of a figure of eight, or of a hole
    that reaches out of its outline, one part winds the other way.
    """
    groups: dict[tuple[int, str], list[int]] = {}
    for number, mark in enumerate(marks):
        fill = mark.fill
        if fill is not None and fill.style in AREAS and fill.rule == "nonzero" and len(mark.curves.points):
            groups.setdefault((mark.layer, fill.colour), []).append(number)
    found: list[int] = []
    for numbers in groups.values():
        # What a hand draws as one mark for thousands of shapes lies apart.
        if len(numbers) > 1:
            both = np.flatnonzero(_both_ways([marks[number].curves for number in numbers]))
            if len(both):
                boxes = np.array([marks[number].curves.bounds() for number in numbers])
                found += [numbers[at] for at in both.tolist() if _meets(boxes, at)] if len(both) < _MOST else numbers
    return frozenset(found)


def _meets(boxes: Floats, at: int) -> bool:
    """Whether a box meets any other. Hands stray: boxes that come within a millimetre of each other do."""
    left, top, right, bottom = boxes[at]
    meet = (boxes[:, 0] < right + 1.0) & (boxes[:, 2] > left - 1.0) & (boxes[:, 1] < bottom + 1.0)
    return int(np.count_nonzero(meet & (boxes[:, 3] > top - 1.0))) > 1


def _both_ways(shapes: list[Curves]) -> Flags:
    """Which shapes may wind both ways: whose outlines do not all turn to the same side all the way round."""
    curves = joined(shapes)
    steps = np.zeros((2, len(curves.points)))
    steps[:, :-1] = (curves.points[1:] - curves.points[:-1]).T
    steps[:, curves.starts[1:] - 1] = 0.0
    stroke = np.repeat(np.arange(len(curves)), np.diff(curves.starts))
    moved = np.flatnonzero((steps[0] != 0) | (steps[1] != 0))
    steps, stroke = steps[:, moved], stroke[moved]
    # The step after each on its stroke; after the last comes the first.
    follows = np.arange(1, len(stroke) + 1)
    heads = np.flatnonzero(np.diff(stroke, prepend=-1))
    follows[np.append(heads[1:], len(stroke))[: len(heads)] - 1] = heads
    after = steps[:, follows]
    turn = cross(steps, after)
    size = np.sqrt((steps * steps).sum(axis=0) * (after * after).sum(axis=0)) * _STRAIGHT
    first = running(np.array([len(shape) for shape in shapes], dtype=np.int64))
    shape = np.searchsorted(first, stroke, side="right") - 1
    both = [np.bincount(shape[way], minlength=len(shapes)) > 0 for way in (turn > size, turn < -size)]
    return np.asarray(both[0] & both[1])
