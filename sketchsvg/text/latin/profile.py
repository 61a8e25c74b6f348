"""How far a glyph reaches to its left and right at every height: the measure behind all spacing.

Everything is whole thousandths of an em, so that sums are exact on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sketchsvg.geometry.curves import Curves

#: Bands of 1/32 em from 30/32 em above the baseline to 10/32 em below it.
BANDS = 40
BAND = 1 / 32
TOP = -30 * BAND
#: Stands for "no ink in this band".
EMPTY = 1_000_000
#: Points looked at on every cubic: a stem of 0.66 em has one in every band.
SAMPLES = 25

_T = (np.arange(SAMPLES) / (SAMPLES - 1))[None, :, None]


@dataclass(frozen=True, slots=True)
class Profile:
    """Left and right edge of the centrelines in every band, from the top down, in thousandths of an em.

    A band without ink has ``EMPTY`` at the left and ``-EMPTY`` at the right. A stroke counts in the band
    above and below it too, as its ink does.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]


def profile(curves: Curves) -> Profile:
    """The profile of ``curves`` (em units, y down)."""
    left = [EMPTY] * BANDS
    right = [-EMPTY] * BANDS
    for stroke in curves.strokes():
        a, b, c, d = (stroke[k : len(stroke) - 3 + k : 3, None, :] for k in range(4))
        if len(stroke) == 1:
            points = stroke
        else:
            s = 1 - _T
            curve = a * s * s * s + 3 * b * s * s * _T + 3 * c * s * _T * _T + d * _T * _T * _T
            points = curve.reshape(-1, 2)
        bands = np.clip(np.floor((points[:, 1] - TOP) / BAND), 1, BANDS - 2).astype(np.int64)
        edges = np.rint(points[:, 0] * 1000).astype(np.int64)
        for band, x in zip(bands.tolist(), edges.tolist(), strict=True):
            for near in (band - 1, band, band + 1):
                left[near] = min(left[near], x)
                right[near] = max(right[near], x)
    return Profile(tuple(left), tuple(right))
