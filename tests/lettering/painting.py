"""Strokes painted with one even pen, for tests that look at what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable

import cairocffi
import numpy as np

from sketchsvg.geometry.curves import Floats

#: White left of and above the strokes, em.
LEFT, ABOVE = 0.1, 1.0


def painted(strokes: Iterable[Floats], pen: float, em: float, size: tuple[float, float] = (1.2, 1.35)) -> Floats:
    """How much ink (0 to 1) each pixel has; ``pen`` and ``size`` in em, ``em`` in pixels."""
    width, height = (round(side * em) for side in size)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, width, height)
    context = cairocffi.Context(surface)
    context.set_line_width(pen * em)
    context.set_line_cap(cairocffi.LINE_CAP_ROUND)
    context.set_line_join(cairocffi.LINE_JOIN_ROUND)
    for stroke in strokes:
        points = (stroke + np.array((LEFT, ABOVE))) * em
        context.move_to(*points[0])
        for a, b, c in zip(points[1::3], points[2::3], points[3::3], strict=True):
            context.curve_to(*a, *b, *c)
        context.line_to(*points[-1])
        context.stroke()
    surface.flush()
    rows = np.frombuffer(surface.get_data(), np.uint8).reshape(height, surface.get_stride())
    return rows[:, :width] / 255.0


def daily_syllables() -> list[str]:
    """The 2,350 syllables of KS X 1001: those that are in daily use."""
    return [bytes((row, cell)).decode("euc-kr") for row in range(0xB0, 0xC9) for cell in range(0xA1, 0xFF)]
