"""Dots set by hand, row against row."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.dabs import spaced
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.scanning import scanned

#: A dot is so many times as wide as the fill's ink, and so much wider or narrower than that.
_DOT, _SPREAD = 2.0, 0.16
#: How far a dot lies off its place and how far the tip slides while it makes one, as shares of the gap and the dot.
_OFF, _SLIDE = 0.13, 0.22


def fill(filled: Filled) -> FillInk:
    """Dots ``gap`` apart, twice as wide as ``weight``, each a very short stroke; every second row stands between."""
    size = np.minimum(filled.weight * _DOT, filled.gap * 0.9)
    widest = size * (1.0 + _SPREAD * filled.loose)
    room = (_OFF * filled.gap + _SLIDE * size) * filled.loose
    spans = scanned(replace(filled, weight=widest), filled.angle, 0, room)
    dabs = spaced(filled, spans, filled.gap, 0.5)
    of = spans.shape[dabs.span]

    def stray(number: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return (uniform(dabs.seeds, dabs.key * 8 + number, Channel.DAB) * 2.0 - 1.0) * filled.loose[of]

    off, slide = stray(0) * _OFF * filled.gap[of], stray(1) * _SLIDE * size[of]
    left, right = spans.left[dabs.span], spans.right[dabs.span]
    u0 = dabs.u + stray(2) * _OFF * filled.gap[of]
    u1 = u0 + stray(3) * _SLIDE * size[of]
    points, lines = np.empty((len(of), 4, 2)), spans.courses(dabs.span)
    for point, share in enumerate((0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0)):
        u = np.minimum(np.maximum(u0 + (u1 - u0) * share, left), right)
        points[:, point, 0], points[:, point, 1] = lines.page(u, off + slide * share)
    # Three sizes, so that the page needs three paths.
    width = size[of] * (1.0 + _SPREAD * np.rint(stray(4) * 1.49))
    return FillInk(Curves(points.reshape(-1, 2), np.arange(0, 4 * len(of) + 1, 4)), of, width)
