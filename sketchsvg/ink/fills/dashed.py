"""Parallel lines of short strokes."""

from __future__ import annotations

import numpy as np

from sketchsvg.ink.dabs import spaced
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.hatching import bends, bent
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.scanning import scanned

#: From one dash to the next, and the length of a dash, in gaps; how much longer or shorter one is, and one of a length
#: that was asked for.
_PITCH, _LENGTH, _UNEVEN, _OWN_UNEVEN = 2.9, 1.75, 0.22, 0.1


def fill(filled: Filled) -> FillInk:
    """Dashes about 1.75 gaps long, or as long as was asked for, in rows ``gap`` apart, each begun somewhere else."""
    spans = scanned(filled, filled.angle, 0, bends(filled))
    seeds = filled.seeds[spans.shape]
    hand = uniform(seeds, spans.number * 8 + 7, Channel.DAB) * 0.25 * filled.loose[spans.shape]
    own = filled.dash > 0
    length = np.where(own, filled.dash, filled.gap * _LENGTH)
    pitch = np.where(own, filled.dash + filled.dash_gap, filled.gap * _PITCH)
    dabs = spaced(filled, spans, pitch, spans.number * 0.5 + hand)
    of = spans.shape[dabs.span]
    longer, later, bend = (
        (uniform(dabs.seeds, dabs.key * 8 + number, Channel.DAB) * 2.0 - 1.0) * filled.loose[of] for number in range(3)
    )
    half = length[of] * 0.5 * (1.0 + np.where(own, _OWN_UNEVEN, _UNEVEN)[of] * longer)
    middle = dabs.u + np.where(own, filled.dash_gap, filled.gap)[of] * 0.2 * later
    left = np.maximum(middle - half, spans.left[dabs.span])
    right = np.minimum(middle + half, spans.right[dabs.span])
    kept = np.flatnonzero(right > left)
    curves = bent(spans, dabs.span[kept], left[kept], right[kept], (bend * bends(filled)[of])[kept])
    return FillInk(curves, of[kept], filled.weight[of[kept]])
