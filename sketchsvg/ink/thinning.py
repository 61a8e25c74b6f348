"""Shapes of fewer points: what lies nearer to the line than a tolerance is left out."""

from __future__ import annotations

from itertools import count

import numpy as np

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.ink.arguments import within
from sketchsvg.ink.chains import Flags
from sketchsvg.ink.flattening import edges_of

#: The widest tolerance, mm, and after how many rounds gaps are halved, lest a spiral be peeled turn by turn.
WIDEST, _ROUNDS = 100.0, 40


def tolerance_of(value: object) -> float:
    """A checked tolerance in mm; 0 leaves nothing out."""
    return within(value, "simplify", 0, WIDEST)


def thinned(points: Floats, tolerance: float) -> Floats:
    """Those of a chain's points (n, 2) that are needed to stay within ``tolerance`` of all of them; first and last are.

    Where a chain closes both of its ends are kept, and so its beginning stays a corner.
    """
    return points[_needed(points, tolerance)]


def straightened(curves: Curves, tolerance: float) -> Curves:
    """Strokes as few straight pieces, no further than ``tolerance`` mm from what they were."""
    edges = edges_of(curves)
    counts = np.bincount(edges.outline, minlength=len(curves))
    made: list[Floats] = []
    begin = np.stack(edges.begin, axis=1)
    at = np.cumsum(counts) - counts
    for number, stroke in enumerate(curves.strokes()):
        flat = np.concatenate((begin[at[number] : at[number] + counts[number]], stroke[-1:]))
        made.append(shapes.polyline_stroke(thinned(flat, tolerance)) if len(stroke) > 1 else stroke)
    return Curves.of(made)


def _needed(points: Floats, tolerance: float) -> Flags:
    """Which points are kept: of each gap between kept ones the furthest from its chord, until none is too far.

    The lines of Ramer, Douglas and Peucker (1972/73), all gaps of a round at once.
    """
    keep = np.zeros(len(points), dtype=np.bool_)
    keep[0] = keep[-1] = True
    for done in count():
        head = np.flatnonzero(keep)
        gap = np.cumsum(keep) - 1
        foot = head[np.minimum(np.arange(len(head)) + 1, len(head) - 1)]
        off = _off(points, points[head[gap]], points[foot[gap]])
        off[head] = 0.0
        far = np.maximum.reduceat(off, head)
        open_gaps = np.flatnonzero(far > tolerance)
        if not len(open_gaps):
            break
        if done < _ROUNDS:
            furthest = np.flatnonzero((off == far[gap]) & (off > tolerance))
            # Of several that are as far the first.
            keep[furthest[np.diff(gap[furthest], prepend=-1) > 0]] = True
        else:
            keep[(head[open_gaps] + foot[open_gaps]) // 2] = True
    return keep


def _off(points: Floats, begin: Floats, end: Floats) -> Floats:
    """How far each point is from the segment between its two ends."""
    along, away = end - begin, points - begin
    length = along[:, 0] * along[:, 0] + along[:, 1] * along[:, 1]
    share = (away[:, 0] * along[:, 0] + away[:, 1] * along[:, 1]) / np.where(length > 0, length, 1.0)
    share = np.minimum(np.maximum(share, 0.0), 1.0)
    rest = away - along * share[:, None]
    return np.sqrt(rest[:, 0] * rest[:, 0] + rest[:, 1] * rest[:, 1])
