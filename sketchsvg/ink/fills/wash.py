"""An even wash of colour up to the line."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.ink.filled import Filled, FillInk


def fill(filled: Filled) -> FillInk:
    """The outlines themselves.

    Shapes of one colour share a path. All are turned the same way round, so that where two lie over each other they
    never cancel under the nonzero rule.
    """
    outlines = filled.outlines
    heads = np.flatnonzero(np.diff(filled.shape, prepend=-1))
    if not len(heads):
        return FillInk.none()
    area = np.add.reduceat(_areas(outlines), heads)
    turned = (area < 0)[np.cumsum(np.diff(filled.shape, prepend=-1) > 0) - 1]
    counts = np.diff(outlines.starts)
    owner = np.repeat(np.arange(len(counts)), counts)
    at = np.arange(len(owner))
    mirrored = outlines.starts[owner] + outlines.starts[owner + 1] - 1 - at
    points = outlines.points[np.where(turned[owner], mirrored, at)]
    return FillInk(Curves(points, outlines.starts), filled.shape, np.zeros(len(outlines)))


def _areas(outlines: Curves) -> Floats:
    """Twice the signed area inside the nodes and handles of each outline."""
    x, y = outlines.points[:, 0], outlines.points[:, 1]
    parts = np.zeros(len(x))
    parts[:-1] = x[:-1] * y[1:] - x[1:] * y[:-1]
    parts[outlines.starts[1:] - 1] = 0.0
    area: Floats = np.add.reduceat(parts, outlines.starts[:-1])
    return area
