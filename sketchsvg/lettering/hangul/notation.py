"""The short notation in which skeletons are written down, and its reading into strokes of a unit box."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.geometry.shapes import ellipse, smooth_stroke

#: How far the handles of a soft corner reach towards its tip: 0.6 of the way, a little squarer than a circle.
CORNER = 0.6


class Skeleton(Struct, frozen=True, eq=False):
    """The strokes of one jamo in a unit box.

    ``points`` (n, 2) are the cubic strokes one after another, the box being (0, 0)..(1, 1); ``lengths`` says
    how many points each stroke owns. ``round`` marks a ring, whose box may not be pressed out of shape.
    """

    points: Floats
    lengths: Ints
    round: bool

    def within(self, x0: float, y0: float, x1: float, y1: float) -> Floats:
        """The points with the unit box laid on (x0, y0)..(x1, y1); a ring keeps its shape in the middle."""
        width, height = x1 - x0, y1 - y0
        if self.round:
            fitted = min(width, 1.16 * height)
            x0, width = x0 + (width - fitted) / 2, fitted
            fitted = min(height, 1.12 * width)
            y0, height = y0 + (height - fitted) / 2, fitted
        placed: Floats = self.points * np.array((width, height)) + np.array((x0, y0))
        return placed


def read(text: str) -> Skeleton:
    """The skeleton that ``text`` describes.

    ``"32x42: 6,7 90,2; 7,6 5,50 6,94 /8 45,97 100,88"``: the size of the box for which the form was drawn, in
    hundredths of an em, then the strokes, parted by semicolons. A stroke runs smoothly through its points,
    which are given in per cent of the box; ``/r`` behind a point makes it a corner rounded by r hundredths
    of an em (``/`` alone: a sharp one). ``O x,y rx,ry`` is a ring around (x, y), begun at the top; an ``o`` before
    the size says that the form is a ring, though it is drawn as a stroke.
    """
    size, _, body = text.partition(":")
    box = np.array([float(side) for side in size.lstrip("o").split("x")])
    drawn = body.split(";")
    strokes = [_stroke(part.split(), box) / box for part in drawn]
    lengths = np.array([len(stroke) for stroke in strokes], dtype=np.int64)
    points = np.concatenate(strokes)
    points.setflags(write=False)
    return Skeleton(points, lengths, len(drawn) == 1 and ("O" in drawn[0] or size[0] == "o"))


def _stroke(tokens: list[str], box: Floats) -> Floats:
    if tokens[0] == "O":
        (x, y), (rx, ry) = _points(tokens[1:], box)
        return ellipse(float(x), float(y), float(rx), float(ry)).points
    pieces: list[list[str]] = [[]]
    radii: list[float] = []
    for token in tokens:
        if token.startswith("/"):
            radii.append(float(token[1:] or 0))
            pieces.append([pieces[-1][-1]])
        else:
            pieces[-1].append(token)
    nodes = [_points(piece, box) for piece in pieces]
    parts: list[Floats] = []
    for index, piece in enumerate(nodes):
        before = radii[index - 1] if index else 0.0
        after = radii[index] if index < len(radii) else 0.0
        parts.append(smooth_stroke(_shortened(piece, before, after)))
    chain = [parts[0]]
    for radius, left, right in zip(radii, parts[:-1], parts[1:], strict=True):
        if radius:
            chain.append(_soft_corner(left, right, radius))
        chain.append(right[1:])
    return np.concatenate(chain)


def _points(tokens: list[str], box: Floats) -> Floats:
    return np.array([[float(value) for value in token.split(",")] for token in tokens]) / 100 * box


def _shortened(nodes: Floats, start: float, end: float) -> Floats:
    """``nodes`` with ``start`` and ``end`` cut from its first and last piece: room for the corners."""
    cut = nodes.copy()
    for amount, tip, near in ((start, 0, 1), (end, -1, -2)):
        step = nodes[near] - nodes[tip]
        length = float(np.sqrt(step[0] * step[0] + step[1] * step[1]))
        cut[tip] = nodes[tip] + step * (min(amount, 0.45 * length) / length)
    return cut


def _soft_corner(left: Floats, right: Floats, radius: float) -> Floats:
    """Three points that lead from the end of ``left`` to the start of ``right``, tangent to both."""
    out, back = left[-1] - left[-2], right[1] - right[0]
    out = out / np.sqrt(out[0] * out[0] + out[1] * out[1])
    back = back / np.sqrt(back[0] * back[0] + back[1] * back[1])
    return np.stack((left[-1] + out * (radius * CORNER), right[0] - back * (radius * CORNER), right[0]))
