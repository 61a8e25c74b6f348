"""Strokes in as few pieces as draw them: a table is written node by node, a pen needs far fewer of them."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TypeAlias

import numpy as np

from sketchsvg.geometry.curves import Floats

#: How far a stroke may leave the one that it stands for, em: 10 µm at 9 pt, a thirtieth of the pen.
TOLERANCE = 0.003
#: Nodes at which a stroke turns by more than 10 degrees stay (cosine).
SMOOTH = 0.985
#: No handle of a piece is shorter than this share of its chord: the line would turn too suddenly.
SHORTEST = 0.1
#: No piece bends by more than 127 degrees (minus the cosine): the pens would part it again.
BEND = 0.6
#: A ring is drawn in so many pieces: a third of a circle is within 0.15 % of its radius.
THIRDS = 3
#: What counts of how far a sample lies before or behind its place on a new piece.
ALONG = 0.25
#: How often the places of the samples on a new piece are mended before it is measured.
ROUNDS = 3

Point: TypeAlias = tuple[float, float]
Piece: TypeAlias = tuple[Point, Point, Point, Point]


def fewer(stroke: Floats) -> Floats:
    """The stroke ``(3 k + 1, 2)`` in em with its smooth runs drawn by fewer cubics, within ``TOLERANCE``.

    Ends, corners and the directions at all nodes that stay are as they were; a node that goes lay inside a smooth run.
    """
    points: list[Point] = [(x, y) for x, y in stroke.tolist()]
    pieces: list[Piece] = [tuple(points[i : i + 4]) for i in range(0, len(points) - 1, 3)]  # type: ignore[misc]
    if len(pieces) < 2:
        return stroke
    made = _round(pieces) if points[0] == points[-1] and len(pieces) > THIRDS else None
    if made is None:
        made = _along(pieces)
    if len(made) == len(pieces):
        return stroke
    return np.array([points[0], *(point for piece in made for point in piece[1:])])


def _round(pieces: list[Piece]) -> list[Piece] | None:
    """A ring in three equal pieces, if it has no corner and they come near enough."""
    if not all(_runs_on(before, after) for before, after in pairwise([*pieces, pieces[0]])):
        return None
    parts = [part for piece in pieces for part in _thirds(piece)]
    made: list[Piece] = []
    for begin in range(0, len(parts), len(pieces)):
        third = _merged(parts[begin : begin + len(pieces)])
        if third is None:
            return None
        made.append(third)
    return made


def _along(pieces: list[Piece]) -> list[Piece]:
    """The pieces with as many as can be made one from wherever the last such one ends."""
    made: list[Piece] = []
    begin = 0
    best = pieces[0]
    for end in range(1, len(pieces)):
        longer = _merged(pieces[begin : end + 1]) if _runs_on(pieces[end - 1], pieces[end]) else None
        if longer is None:
            made.append(best)
            begin, longer = end, pieces[end]
        best = longer
    made.append(best)
    return made


def _merged(pieces: list[Piece]) -> Piece | None:
    """One cubic in place of some that join smoothly, or None where none comes near enough.

    The ends and their directions are given; the lengths of the handles are those of least squares (P. J. Schneider,
    "An algorithm for automatically fitting digitized curves", Graphics Gems, 1990).
    """
    (ax, ay), (dx, dy) = pieces[0][0], pieces[-1][3]
    ux, uy = _direction(pieces[0])
    vx, vy = _direction(pieces[-1][::-1])
    between = ux * vx + uy * vy
    if between > BEND:
        return None
    samples, places, shortest = _samples(pieces), _places(pieces), SHORTEST * _length(pieces[0][0], pieces[-1][3])
    for _ in range(ROUNDS):
        uu = uv = vv = ru = rv = 0.0
        for (x, y), t in zip(samples, places, strict=True):
            s = 1.0 - t
            b, c = 3.0 * s * s * t, 3.0 * s * t * t
            near, far = s * s * s + b, t * t * t + c
            x, y = x - near * ax - far * dx, y - near * ay - far * dy
            uu += b * b
            uv += b * c
            vv += c * c
            ru += b * (x * ux + y * uy)
            rv += c * (x * vx + y * vy)
        uv *= between
        scale = uu * vv - uv * uv
        if scale <= 1e-12:
            return None
        first, second = (ru * vv - rv * uv) / scale, (rv * uu - ru * uv) / scale
        if min(first, second) < shortest:
            return None
        made = ((ax, ay), (ax + ux * first, ay + uy * first), (dx + vx * second, dy + vy * second), (dx, dy))
        places, off = _measured(made, samples, places)
        # What is far off after one round is not mended by another.
        if off > 3.0 * TOLERANCE:
            return None
    return made if off <= TOLERANCE else None


def _measured(piece: Piece, samples: list[Point], places: list[float]) -> tuple[list[float], float]:
    """Better places of the samples along a piece, and how far beside it the furthest of them lies."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    better: list[float] = []
    furthest = 0.0
    for (x, y), t in zip(samples, places, strict=True):
        s = 1.0 - t
        a, b, c, d = s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t
        off_x, off_y = a * ax + b * bx + c * cx + d * dx - x, a * ay + b * by + c * cy + d * dy - y
        ab, bc, cd = 3.0 * s * s, 6.0 * s * t, 3.0 * t * t
        run_x = ab * (bx - ax) + bc * (cx - bx) + cd * (dx - cx)
        run_y = ab * (by - ay) + bc * (cy - by) + cd * (dy - cy)
        square = run_x * run_x + run_y * run_y
        # Along the piece a sample may lie further off, for its place is only near; not where the pen turns back there.
        aside, ahead = abs(off_x * run_y - off_y * run_x), abs(off_x * run_x + off_y * run_y)
        furthest = max(furthest, max(aside, ahead * ALONG) / sqrt(square))
        better.append(min(1.0, max(0.0, t - (off_x * run_x + off_y * run_y) / square)))
    return better, furthest


def _samples(pieces: list[Piece]) -> list[Point]:
    """The nodes between the pieces, and three points on each."""
    found: list[Point] = []
    for (ax, ay), (bx, by), (cx, cy), (dx, dy) in pieces:
        found.append(((27 * ax + 27 * bx + 9 * cx + dx) / 64, (27 * ay + 27 * by + 9 * cy + dy) / 64))
        found.append(((ax + 3 * bx + 3 * cx + dx) / 8, (ay + 3 * by + 3 * cy + dy) / 8))
        found.append(((ax + 9 * bx + 27 * cx + 27 * dx) / 64, (ay + 9 * by + 27 * cy + 27 * dy) / 64))
        found.append((dx, dy))
    del found[-1]
    return found


def _places(pieces: list[Piece]) -> list[float]:
    """Where on one piece in place of all the samples lie, from 0 to 1, if the pen goes on evenly from each to the next.

    Pieces that are parts of one cubic come together again as that.
    """
    times = [1.0]
    for before, after in pairwise(pieces):
        slow, fast = _length(before[2], before[3]), _length(after[0], after[1])
        times.append(times[-1] * (fast / slow if min(slow, fast) > 1e-9 else 1.0))
    share = 1.0 / sum(times)
    at = 0.0
    places: list[float] = []
    for time in times:
        places += [(at + time * part) * share for part in (0.25, 0.5, 0.75, 1.0)]
        at += time
    return places[:-1]


def _thirds(piece: Piece) -> tuple[Piece, Piece, Piece]:
    """A cubic cut into three at a third and two thirds of its way (de Casteljau)."""
    first, rest = _cut(piece, 1.0 / 3.0)
    return first, *_cut(rest, 0.5)


def _cut(piece: Piece, t: float) -> tuple[Piece, Piece]:
    a, b, c, d = piece
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    middle = _between(abc, bcd, t)
    return (a, ab, abc, middle), (middle, bcd, cd, d)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _runs_on(before: Piece, after: Piece) -> bool:
    """Whether the pen goes from one piece to the next without a corner."""
    (x, y), (to_x, to_y) = _direction(before[::-1]), _direction(after)
    return -(x * to_x + y * to_y) > SMOOTH


def _direction(piece: Piece) -> Point:
    """The direction in which a piece sets out; (0, 0) where it goes nowhere."""
    x, y = piece[0]
    for to_x, to_y in piece[1:]:
        length = _length(piece[0], (to_x, to_y))
        if length > 1e-9:
            return (to_x - x) / length, (to_y - y) / length
    return 0.0, 0.0


def _length(a: Point, b: Point) -> float:
    return sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]))
