"""What a hand does to a skeleton: corners become bends, small letters grow or shrink, feet of syllables too."""

from __future__ import annotations

from math import sqrt

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats

#: How far from its tip a corner is cut at roundness 1, em, and how much of a piece may go at most.
REACH, MOST = 0.13, 0.42
#: Corners that turn by less than this stay as they are, those that turn back by more too (cosines).
LEAST_TURN, TURN_BACK = 0.94, -0.93
#: How far the handles of a bend reach towards the tip: 0.6 of the way, a little squarer than a circle.
BEND = 0.6
#: x-height and ascender of the tables, em up.
X_HEIGHT, ASCENDER = 0.43, 0.70
#: The body of a syllable: its top over the baseline and its height, em.
BODY_TOP, BODY = 0.80, 0.90

Point = tuple[float, float]


def rounded(curves: Curves, roundness: float) -> Curves:
    """The strokes with their corners bent; strokes that begin where the one before ends become one with it."""
    if not roundness or not len(curves):
        return curves
    return Curves.of([_bent(stroke, roundness * REACH) for stroke in _linked(curves.strokes())])


def small_letters(points: Floats, factor: float) -> Floats:
    """The points of a small letter with its x-height scaled; what rises over it keeps its top."""
    y = -points[:, 1]
    top = X_HEIGHT * factor
    rise = (ASCENDER - top) / (ASCENDER - X_HEIGHT)
    placed = points.copy()
    placed[:, 1] = -np.where(y <= 0, y, np.where(y <= X_HEIGHT, y * factor, top + (y - X_HEIGHT) * rise))
    return placed


def footed(points: Floats, factor: float) -> Floats:
    """The points of a syllable whose lower part has been scaled in height, the upper one taking what is left."""
    t = (points[:, 1] + BODY_TOP) / BODY
    placed = points.copy()
    placed[:, 1] = points[:, 1] + BODY * (1.0 - factor) * t * (1.0 - t)
    return placed


def _linked(strokes: list[Floats]) -> list[Floats]:
    linked: list[Floats] = []
    for stroke in strokes:
        before = linked[-1] if linked else stroke
        runs_on = linked and len(before) > 1 and len(stroke) > 1 and _same(before[-1], stroke[0])
        if runs_on and not _same(before[0], before[-1]):
            linked[-1] = np.concatenate((before, stroke[1:]))
        else:
            linked.append(stroke)
    return linked


def _same(a: Floats, b: Floats) -> bool:
    return bool(a[0] == b[0] and a[1] == b[1])


def _bent(stroke: Floats, reach: float) -> Floats:
    """One stroke with a bend in place of every corner that is not a turning back."""
    if len(stroke) < 7:
        return stroke
    points: list[Point] = [(x, y) for x, y in stroke.tolist()]
    pieces = [points[i : i + 4] for i in range(0, len(points) - 1, 3)]
    chain: list[Point] = [points[0]]
    for index, piece in enumerate(pieces):
        end = piece[3]
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        corner = _corner(piece, after) if after is not None else None
        if corner is None or after is None:
            chain += piece[1:]
            continue
        back, ahead = corner
        cut_before = min(reach, MOST * _length(piece[0], end))
        cut_after = min(reach, MOST * _length(end, after[3]))
        kept = _part(piece, 0.0, 1.0 - cut_before / _length(piece[0], end))
        rest = _part(after, cut_after / _length(end, after[3]), 1.0)
        start, stop = kept[3], rest[0]
        chain += kept[1:]
        chain += [
            (start[0] + back[0] * cut_before * BEND, start[1] + back[1] * cut_before * BEND),
            (stop[0] - ahead[0] * cut_after * BEND, stop[1] - ahead[1] * cut_after * BEND),
            stop,
        ]
        pieces[index + 1] = rest
    return np.array(chain)


def _corner(piece: list[Point], after: list[Point]) -> tuple[Point, Point] | None:
    """The directions in which the pen comes to and leaves a node, if it is a corner to be bent."""
    back = _direction(piece[2], piece[3]) or _direction(piece[0], piece[3])
    ahead = _direction(after[0], after[1]) or _direction(after[0], after[3])
    if back is None or ahead is None:
        return None
    cosine = back[0] * ahead[0] + back[1] * ahead[1]
    return (back, ahead) if TURN_BACK < cosine < LEAST_TURN else None


def _direction(a: Point, b: Point) -> Point | None:
    length = _length(a, b)
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length) if length > 1e-9 else None


def _length(a: Point, b: Point) -> float:
    return sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)


def _part(piece: list[Point], start: float, end: float) -> list[Point]:
    """The part of a cubic between two of its parameters (de Casteljau, twice)."""
    whole = piece if end >= 1.0 else _split(piece, end)[0]
    return whole if start <= 0.0 else _split(whole, start / end)[1]


def _split(piece: list[Point], t: float) -> tuple[list[Point], list[Point]]:
    a, b, c, d = piece
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return [a, ab, abc, middle], [middle, bcd, cd, d]


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
