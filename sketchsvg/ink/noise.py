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
    ``along`` its arc length in mm. Both results have shape (channels, places); values lie within [-1, 1], slopes are
    per mm. A uniform cubic B-spline over random lattice values: twice continuously differentiable, bounded by its
    lattice, and of nearly the same variance everywhere (standard deviation about 0.4). Up to two channels, the first a
    multiple of three.
    """
    # A stroke begins anywhere in the lattice, so that no place along it is smoother than another.
    phase = uniform(seeds, 0, channels[0] + 2)
    cells = (lengths / wavelengths + phase).astype(np.int64) + 1
    counts = cells + 3
    first = np.cumsum(counts) - counts
    owner = np.repeat(np.arange(len(cells)), counts)
    index = np.arange(len(owner)) - first[owner]
    lattice_seeds = seeds[owner]

    scale = wavelengths[of]
    place = along / scale + phase[of]
    cell = np.minimum(place.astype(np.int64), cells[of] - 1)
    f = place - cell
    at = first[of] + cell
    g, ff = 1.0 - f, f * f
    wa, wb, wd = g * g * g / 6.0, (ff * (f * 0.5 - 1.0)) + 2.0 / 3.0, ff * f / 6.0
    wc = 1.0 - wa - wb - wd
    sa, sb, sd = g * g * -0.5 / scale, f * (1.5 * f - 2.0) / scale, ff * 0.5 / scale
    sc = -(sa + sb + sd)
    value, slope = np.empty((len(channels), len(of))), np.empty((len(channels), len(of)))
    for row, channel in enumerate(channels):
        lattice = uniform(lattice_seeds, index, channel) * 2.0 - 1.0
        a, b, c, d = lattice[at], lattice[at + 1], lattice[at + 2], lattice[at + 3]
        value[row] = a * wa + b * wb + c * wc + d * wd
        slope[row] = a * sa + b * sb + c * sc + d * sd
    return value, slope
