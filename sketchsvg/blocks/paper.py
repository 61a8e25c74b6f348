"""The paper: its colour and what is printed on it, drawn exactly, as a printer does."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import rectangle
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.theme import Paper


def trace_paper(
    paper: Paper, width: float, height: float, *, bleed: float = 0.0, ground: bool = True
) -> Iterator[Mark]:
    """The ground and the print of a page of ``width`` x ``height`` mm, both going on for ``bleed`` mm around it.

    Without its ``ground`` the paper is clear.
    """
    page = Rect(0, 0, width, height).inset(-bleed)
    if ground:
        yield Mark(
            "paper/ground", rectangle(page), "ruler", 0.0, paper.colour, Layer.PAPER, fill=Fill("wash", paper.colour)
        )
    print_ = {"grid": _grid, "dots": _dots, "ruled": _ruled, "plain": lambda *_: Curves.empty()}[paper.kind]
    curves = print_(paper.pitch, width, height, bleed)
    if len(curves):
        weight = paper.weight * (3 if paper.kind == "dots" else 1)
        yield Mark("paper/print", curves, "ruler", weight, paper.line, Layer.GRID)


def _steps(pitch: float, length: float, bleed: float) -> Floats:
    """Where lines stand: every pitch, not on the very edge of the page, where they would be cut in two."""
    outside = int(bleed / pitch - 1e-9)
    count = int(length / pitch - 1e-9)
    behind = int((length + bleed) / pitch - 1e-9)
    steps = [*range(-outside, 0), *range(1, count + 1), *range(count + 1, behind + 1)]
    return np.array([step for step in steps if abs(step * pitch - length) > 1e-6], dtype=np.float64) * pitch


def _lines(starts: Floats, ends: Floats) -> Curves:
    """Straight strokes from each start to each end: both (m, 2)."""
    third = (ends - starts) / 3
    points = np.stack((starts, starts + third, ends - third, ends), axis=1).reshape(-1, 2)
    return Curves(points, np.arange(len(starts) + 1, dtype=np.int64) * 4)


def _level(pitch: float, width: float, height: float, bleed: float) -> tuple[Floats, Floats]:
    y = _steps(pitch, height, bleed)
    return np.stack((np.full_like(y, -bleed), y), axis=1), np.stack((np.full_like(y, width + bleed), y), axis=1)


def _grid(pitch: float, width: float, height: float, bleed: float) -> Curves:
    left, right = _level(pitch, width, height, bleed)
    x = _steps(pitch, width, bleed)
    tops = np.stack((x, np.full_like(x, -bleed)), axis=1)
    feet = np.stack((x, np.full_like(x, height + bleed)), axis=1)
    return _lines(np.concatenate((left, tops)), np.concatenate((right, feet)))


def _ruled(pitch: float, width: float, height: float, bleed: float) -> Curves:
    return _lines(*_level(pitch, width, height, bleed))


def _dots(pitch: float, width: float, height: float, bleed: float) -> Curves:
    x, y = np.meshgrid(_steps(pitch, width, bleed), _steps(pitch, height, bleed))
    points = np.stack((x.ravel(), y.ravel()), axis=1)
    return Curves(points, np.arange(len(points) + 1, dtype=np.int64))
