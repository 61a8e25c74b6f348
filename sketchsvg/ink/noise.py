"""Smooth noise along a stroke, with a wavelength in millimetres that is the same however long the stroke is."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.keys import Seeds, uniform


def lattice_noise(
    seeds: Seeds, lengths: Floats, wavelengths: Floats, of: Ints, along: Floats, channels: tuple[int, ...]
) -> tuple[Floats, Floats]:
    """Noise and its slope at places along strokes.

    ``seeds``, ``lengths`` and ``wavelengths`` (mm) are one a stroke; ``of`` tells the stroke of each place and
    ``along`` its arc length in mm. Both results have shape (places, channels); values lie within [-1, 1], slopes are
    per mm. A uniform cubic B-spline over random lattice values: twice continuously differentiable, bounded by its
    lattice, and of nearly the same variance everywhere (standard deviation about 0.4).
    """
    cells = np.floor(lengths / wavelengths).astype(np.int64) + 1
    counts = cells + 3
    first = np.cumsum(counts) - counts
    owner = np.repeat(np.arange(len(cells)), counts)
    index = np.arange(len(owner)) - first[owner]
    lattice = np.empty((len(owner), len(channels)))
    for column, channel in enumerate(channels):
        lattice[:, column] = uniform(seeds[owner], index, channel) * 2.0 - 1.0

    scale = wavelengths[of]
    place = along / scale
    cell = np.minimum(np.floor(place).astype(np.int64), cells[of] - 1)
    f = (place - cell)[:, None]
    at = first[of] + cell
    a, b, c, d = lattice[at], lattice[at + 1], lattice[at + 2], lattice[at + 3]
    g, ff = 1.0 - f, f * f
    value = (g * g * g * a + (3.0 * ff * f - 6.0 * ff + 4.0) * b + (3.0 * (f + ff - ff * f) + 1.0) * c + ff * f * d) / 6.0
    slope = ((3.0 * ff - 4.0 * f) * b - g * g * a + (2.0 * f + 1.0 - 3.0 * ff) * c + ff * d) * 0.5
    return value, slope / scale[:, None]
