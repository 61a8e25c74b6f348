"""Shapes that look filled although only the pen's own line makes them: outline upon outline, inwards."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.shapes import ellipse, polyline_stroke

#: Distance of neighbouring rounds, em: less than the thinnest pen a text is written with, so that no white
#: stays.
PITCH = 0.045

Point = tuple[float, float]

#: Corners of each shape, em, y up, anticlockwise from the top.
CORNERS: dict[str, tuple[Point, ...]] = {
    "■": ((0.0, 0.58), (0.0, 0.0), (0.58, 0.0), (0.58, 0.58)),
    "▪": ((0.0, 0.39), (0.0, 0.15), (0.24, 0.15), (0.24, 0.39)),
    "▲": ((0.32, 0.62), (0.0, 0.02), (0.64, 0.02)),
    "▼": ((0.0, 0.6), (0.32, 0.0), (0.64, 0.6)),
    "▶": ((0.02, 0.58), (0.02, 0.0), (0.54, 0.29)),
    "◀": ((0.54, 0.58), (0.02, 0.29), (0.54, 0.0)),
    "◆": ((0.3, 0.62), (0.0, 0.29), (0.3, -0.04), (0.6, 0.29)),
}

#: Discs: middle x, middle y (up), radius of the outer round, em.
DISCS: dict[str, tuple[float, float, float]] = {
    "•": (0.06, 0.27, 0.045),
    "●": (0.32, 0.29, 0.3),
    "⬤": (0.38, 0.29, 0.36),
}

#: Stars: middle, outer and inner radius, em; points as unit vectors (y up), outer and inner by turns.
_FIVE: tuple[Point, ...] = (
    (0.0, 1.0), (-0.587785, 0.809017), (-0.951057, 0.309017), (-0.951057, -0.309017), (-0.587785, -0.809017),
    (0.0, -1.0), (0.587785, -0.809017), (0.951057, -0.309017), (0.951057, 0.309017), (0.587785, 0.809017),
)
_FOUR: tuple[Point, ...] = (
    (0.0, 1.0), (-0.707107, 0.707107), (-1.0, 0.0), (-0.707107, -0.707107),
    (0.0, -1.0), (0.707107, -0.707107), (1.0, 0.0), (0.707107, 0.707107),
)


def _star(rays: tuple[Point, ...], outer: float, inner: float, x: float, y: float) -> tuple[Point, ...]:
    radii = (outer, inner)
    return tuple((x + radii[i % 2] * ray[0], y + radii[i % 2] * ray[1]) for i, ray in enumerate(rays))


CORNERS["★"] = _star(_FIVE, 0.38, 0.175, 0.36, 0.28)
CORNERS["✦"] = _star(_FOUR, 0.38, 0.135, 0.36, 0.28)

#: Where the rounds shrink to, em (y up).
MIDDLES: dict[str, Point] = {
    "■": (0.29, 0.29), "▪": (0.12, 0.27), "▲": (0.32, 0.216), "▼": (0.32, 0.404), "▶": (0.186, 0.29),
    "◀": (0.374, 0.29), "◆": (0.3, 0.29), "★": (0.36, 0.28), "✦": (0.36, 0.28),
}

#: Outlines of stars that stay open.
HOLLOW: dict[str, tuple[Point, ...]] = {
    "☆": _star(_FIVE, 0.4, 0.185, 0.38, 0.28),
    "✧": _star(_FOUR, 0.4, 0.14, 0.38, 0.28),
}


def solid(char: str) -> Curves | None:
    """The strokes of a solid shape or open star, em, y down; None when ``char`` is neither."""
    if char in DISCS:
        return _disc(*DISCS[char])
    if char in HOLLOW:
        return Curves.of([_outline(HOLLOW[char])])
    if char in CORNERS:
        return _rounds(_outline(CORNERS[char]), MIDDLES[char], _depth(CORNERS[char], MIDDLES[char]))
    return None


def shrunk(outline: Floats, middle: Point, depth: float) -> Curves:
    """``outline`` (em, y down) again and again towards ``middle`` (y up), ``depth`` em in all."""
    return _rounds(outline, middle, depth)


def _disc(x: float, y: float, radius: float) -> Curves:
    rounds = [ellipse(x, -y, r, r) for r in _steps(radius)]
    return Curves.joined([*rounds, Curves.of([np.array([(x, -y)])])])


def _outline(corners: tuple[Point, ...]) -> Floats:
    chain = polyline_stroke([*corners, corners[0]])
    return chain * (1.0, -1.0)


def _depth(corners: tuple[Point, ...], middle: Point) -> float:
    """Distance of the middle from the first edge: every edge of these shapes lies equally far."""
    (ax, ay), (bx, by) = corners[0], corners[1]
    dx, dy = bx - ax, by - ay
    return float(abs(dx * (middle[1] - ay) - dy * (middle[0] - ax)) / np.sqrt(dx * dx + dy * dy))


def _rounds(outline: Floats, middle: Point, depth: float) -> Curves:
    centre = np.array((middle[0], -middle[1]))
    rounds = [centre + (outline - centre) * (left / depth) for left in _steps(depth)]
    return Curves.of([*rounds, centre[None, :]])


def _steps(depth: float) -> list[float]:
    """``depth`` and what is left of it after each round, evenly, as long as a round still shows."""
    count = int(depth / PITCH) + 1
    return [depth * (1 - i / count) for i in range(count)]


def block(left: int, right: int, low: int, high: int) -> Curves:
    """An upright rectangle filled by one stroke to and fro; edges in thousandths of an em, y up."""
    inset, pitch = 42, 70
    first, last = left + inset, max(left + inset, right - inset)
    bottom, top = low + inset, max(low + inset + 1, high - inset)
    ways = -(-(last - first) // pitch)
    points: list[Point] = []
    for way in range(ways + 1):
        x = first + (last - first) * way / max(ways, 1)
        ends = ((x / 1000, -bottom / 1000), (x / 1000, -top / 1000))
        points += ends if way % 2 == 0 else ends[::-1]
    return Curves.of([polyline_stroke(np.array(points))])
