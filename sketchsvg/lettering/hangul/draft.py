"""A syllable in the making: strokes in body coordinates, then set on the baseline as a glyph."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.lettering.glyph import Glyph
from sketchsvg.lettering.hangul.notation import Skeleton
from sketchsvg.lettering.hangul.running import joint
from sketchsvg.lettering.hangul.vowels import Piece

#: Level lines rise to the right by this much an em (2.6 degrees); down-strokes stay upright.
RISE = 0.045
#: The body's top above the baseline.
ASCENT = 0.80
#: Where the mass of the ink would best lie, down from the top of the body.
MIDDLE = 0.45
#: No centreline comes nearer to the ends of the advance.
EDGE = 0.065


class Draft:
    """Strokes in body coordinates, collected in the order in which they are written."""

    def __init__(self) -> None:
        self.points: list[Floats] = []
        self.lengths: list[int] = []

    def form(self, form: Skeleton, box: tuple[float, float, float, float], joined: bool = False) -> None:
        """Adds a skeleton, its unit box laid on (left, top, right, bottom).

        ``joined`` asks for its first stroke to go on from the last one that was written, if that ends close by.
        """
        points, lengths = form.within(*box), form.lengths.tolist()
        way = joint(self.points[-1], points) if joined and self.points else None
        if way is not None:
            self.points.append(way)
            self.lengths[-1] += len(way) + lengths.pop(0)
        self.points.append(points)
        self.lengths.extend(lengths)

    def pieces(self, pieces: list[Piece]) -> None:
        """Adds strokes of one cubic each."""
        self.points.append(np.array(pieces).reshape(-1, 2))
        self.lengths.extend([4] * len(pieces))

    def glyph(self, least: float = 0.90) -> Glyph:
        """The strokes with their rise, centred optically in its advance (``least`` em or more), on the baseline."""
        points = np.concatenate(self.points)
        starts = np.zeros(len(self.lengths) + 1, dtype=np.int64)
        starts[1:] = np.cumsum(self.lengths)
        x, y = points[:, 0], points[:, 1]
        left, right, top, bottom = float(x.min()), float(x.max()), float(y.min()), float(y.max())
        mass_x, mass_y = _mass(points, starts)
        advance = max(least, min(0.96, right - left + 0.20))
        # Between the middle of the ink's bounds and the middle of its mass; downwards the bounds matter more.
        shift = advance / 2 - (left + right + 2 * mass_x) / 4
        shift = max(EDGE - left, min(advance - EDGE - right, shift))
        drop = 0.45 * (MIDDLE - mass_y)
        drop = max(0.003 - top, min(0.895 - bottom, max(-0.04, min(0.04, drop))))
        placed = np.empty_like(points)
        placed[:, 0] = x + shift
        placed[:, 1] = y + (drop - ASCENT) - RISE * (placed[:, 0] - advance / 2)
        return Glyph(advance, Curves(placed, starts))


def _mass(points: Floats, starts: Ints) -> tuple[float, float]:
    """The mean place of the ink along the control polygon (cumsum: its order of adding never changes)."""
    step = points[1:] - points[:-1]
    length = np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1])
    length[starts[1:-1] - 1] = 0.0
    moments = np.cumsum((points[1:] + points[:-1]) * length[:, None], axis=0)[-1] / (2 * np.cumsum(length)[-1])
    return float(moments[0]), float(moments[1])
