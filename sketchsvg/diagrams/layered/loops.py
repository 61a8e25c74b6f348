"""Edges from a node to itself: a bow at its side, the words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sketchsvg.diagrams.layered.passing import Point

#: White between a loop and its words, mm.
BESIDE = 1.2


def loop(x: float, y: float, width: float, reach: float, number: int) -> tuple[Point, ...]:
    """Cubics of the loop ``number`` (from 0) at the far side of a node that is ``width`` along the ranks.

    (x, y) is the middle of that side; the loop reaches ``reach`` mm from it, later ones further.
    """
    out = reach * (number + 1)
    half = min(width * min(0.44, 0.22 + 0.11 * number), 3.0 + 2.4 * number)
    return (
        (x, y - half), (x + out * 0.75, y - half * 1.5), (x + out, y - half), (x + out, y),
        (x + out, y + half), (x + out * 0.75, y + half * 1.5), (x, y + half),
    )  # fmt: skip


def loop_reaches(across: Sequence[float | None], reach: float) -> float:
    """How far the loops of a node reach from its side: ``across`` are the widths of their words (None: no words)."""
    words = [width for width in across if width is not None]
    return reach * len(across) + sum(width + BESIDE for width in words)
