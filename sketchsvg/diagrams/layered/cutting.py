"""Edges to frames: routes that lead to a node inside are cut where they come to the frame."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.diagrams.layered.passing import Point
from sketchsvg.geometry.rect import Rect

#: Points of a cubic that are looked at, and halvings between two of them: below a thousandth of a millimetre.
LOOKS, HALVINGS = 16, 24


def cut_before(piece: Sequence[Point], rect: Rect) -> tuple[Point, ...]:
    """The cubics of ``piece`` up to where they first come into ``rect``; all of it if they begin inside."""
    if _holds(rect, piece[0]):
        return tuple(piece)
    kept: list[Point] = [piece[0]]
    for at in range(0, len(piece) - 1, 3):
        cubic = piece[at : at + 4]
        inside = next((step for step in range(1, LOOKS + 1) if _holds(rect, _point(cubic, step / LOOKS))), 0)
        if inside:
            low, high = (inside - 1) / LOOKS, inside / LOOKS
            for _ in range(HALVINGS):
                middle = (low + high) / 2
                low, high = (low, middle) if _holds(rect, _point(cubic, middle)) else (middle, high)
            return (*kept, *_first_part(cubic, high)[1:])
        kept += cubic[1:]
    return tuple(kept)


def _holds(rect: Rect, point: Point) -> bool:
    x, y = point
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def _point(cubic: Sequence[Point], t: float) -> Point:
    return _first_part(cubic, t)[-1]


def _first_part(cubic: Sequence[Point], t: float) -> tuple[Point, Point, Point, Point]:
    """The part of a cubic up to ``t`` (de Casteljau)."""
    a, b, c, d = cubic
    ab, bc, cd = _between(a, b, t), _between(b, c, t), _between(c, d, t)
    abc, bcd = _between(ab, bc, t), _between(bc, cd, t)
    return a, ab, abc, _between(abc, bcd, t)


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t
