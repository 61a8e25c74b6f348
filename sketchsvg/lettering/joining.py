"""Joined letters: the stroke that a fast pen leaves on its way from one letter to the next."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.lettering.glyph import Glyph

#: Letters whose last stroke ends at the foot, and those where it ends near the x-height.
FOOT = frozenset("acdehiklmntu")
SHOULDER = frozenset("orvw")
#: Letters that begin with a stroke from the x-height down, and those that begin with a round.
STEMS = frozenset("ijmnpruvwy")
ROUNDS = frozenset("acdegoq")
#: i and j end before their dot, which is written last.
DOTTED = frozenset("ij")
#: Pairs that would be read as another letter if they were joined.
MISREAD = frozenset(("rn", "rm", "ri", "vv", "rv", "ru"))
#: No stroke joins letters that stand further from each other than this, em.
FURTHEST = 0.34
#: How far the stroke between two letters hangs down at the x-height, em.
SAG = 0.035


def joint(left: str, before: Glyph, right: str, after: Glyph, distance: float) -> Floats | None:
    """The stroke from ``left`` to ``right``, (4, 2) in em from the origin of ``left``; None where the pen is lifted.

    The glyphs are those of the letters, ``distance`` is from the origin of one to that of the other.
    """
    if left + right in MISREAD or (right not in STEMS and right not in ROUNDS):
        return None
    if left in FOOT:
        start = _end(before, left)
    elif left in SHOULDER and right in STEMS:
        start = _end(before, left)
        if left == "o" and start[1] < -0.5:
            return None
    else:
        return None
    first = after.curves.strokes()[0]
    target = first[0] if right in STEMS else first[int(np.argmin(first[:, 0]))]
    end = target + np.array((distance, 0.0))
    across, rise = float(end[0] - start[0]), float(start[1] - end[1])
    if not 0.02 < across < FURTHEST or rise < -0.12:
        return None
    x0, y0, x1, y1 = float(start[0]), float(start[1]), float(end[0]), float(end[1])
    if left in SHOULDER:
        # A garland: it hangs a little between two letters.
        return np.array([(x0, y0), (x0 + 0.35 * across, y0 + SAG), (x1 - 0.3 * across, y1 + SAG / 2), (x1, y1)])
    # Out along the line, then up: the shape of the foot of a u.
    return np.array([(x0, y0), (x0 + 0.55 * across, y0), (x1 - 0.28 * across, y1 + 0.55 * rise), (x1, y1)])


def _end(glyph: Glyph, char: str) -> Floats:
    strokes = glyph.curves.strokes()
    end: Floats = strokes[0 if char in DOTTED or char == "t" else -1][-1]
    return end
