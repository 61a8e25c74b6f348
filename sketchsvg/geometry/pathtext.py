"""Curves as SVG path data in their own unit, for tools that read paths rather than pages."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats

#: A piece is written as a straight line when its handles lie this near to the thirds of its chord.
STRAIGHT = 0.002


def path_text(curves: Curves) -> str:
    """The strokes as absolute path data with three decimals. A dot is a line without length, a loop ends with ``Z``."""
    if not len(curves):
        return ""
    points = np.round(curves.points, 3) + 0.0
    numbers = [f"{x:g} {y:g}" if abs(x) < 1000 > abs(y) else f"{x:.3f} {y:.3f}" for x, y in points.tolist()]
    return "".join(
        _stroke(points[a:b], numbers[a:b])
        for a, b in zip(curves.starts[:-1].tolist(), curves.starts[1:].tolist(), strict=True)
    )


def _stroke(points: Floats, texts: list[str]) -> str:
    if len(points) == 1:
        return f"M{texts[0]}L{texts[0]}"
    chord = (points[3::3] - points[:-1:3]) / 3
    off = np.abs(np.concatenate((points[1::3] - points[:-1:3] - chord, points[3::3] - points[2::3] - chord), axis=1))
    straight = (off.max(axis=1) <= STRAIGHT).tolist()
    parts = [f"M{texts[0]}"]
    for piece, flat in enumerate(straight):
        at = 3 * piece
        parts.append(f"L{texts[at + 3]}" if flat else f"C{texts[at + 1]} {texts[at + 2]} {texts[at + 3]}")
    closed = len(points) > 4 and texts[0] == texts[-1]
    return "".join(parts) + ("Z" if closed else "")
