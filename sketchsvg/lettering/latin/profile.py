"""How far a glyph reaches to its left and right at every height: the measure behind all spacing.

Everything is whole thousandths of an em, so that sums are exact on every machine.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves

#: Bands of 1/32 em from 30/32 em above the baseline to 10/32 em below it.
BANDS = 40
BAND = 1 / 32
TOP = -30 * BAND
#: Stands for "no ink in this band": further away than any letter is wide.
EMPTY = 100_000
#: Points looked at on every cubic: a stem of 0.66 em has one in every band.
SAMPLES = 25

_T = (np.arange(SAMPLES) / (SAMPLES - 1))[None, :, None]
_S = 1 - _T
_WEIGHTS = (_S * _S * _S, 3 * _S * _S * _T, 3 * _S * _T * _T, _T * _T * _T)


class Profile(Struct, frozen=True):
    """Left and right edge of the centrelines in every band, from the top down, in thousandths of an em.

    A band without ink has ``EMPTY`` at the left and ``-EMPTY`` at the right. A stroke counts in the band
    above and below it too, as its ink does.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]


def profile(curves: Curves) -> Profile:
    """The profile of ``curves`` (em units, y down)."""
    points = curves.points
    # A segment begins at every third point of a stroke but its last one.
    spans = zip(curves.starts[:-1].tolist(), curves.starts[1:].tolist(), strict=True)
    begins = [k for a, b in spans for k in range(a, b - 1, 3)]
    at = np.array(begins, dtype=np.int64)
    parts = [points[at + k][:, None, :] * weight for k, weight in enumerate(_WEIGHTS)]
    along = (parts[0] + parts[1] + parts[2] + parts[3]).reshape(-1, 2)
    line = np.concatenate((points[curves.starts[:-1]], along))
    bands = np.clip(np.floor((line[:, 1] - TOP) / BAND), 1, BANDS - 2).astype(np.int64)
    edges = np.rint(line[:, 0] * 1000).astype(np.int64)
    left = np.full(BANDS, EMPTY)
    right = np.full(BANDS, -EMPTY)
    np.minimum.at(left, bands, edges)
    np.maximum.at(right, bands, edges)
    left[1:-1] = np.minimum(np.minimum(left[:-2], left[2:]), left[1:-1])
    right[1:-1] = np.maximum(np.maximum(right[:-2], right[2:]), right[1:-1])
    return Profile(tuple(left.tolist()), tuple(right.tolist()))
