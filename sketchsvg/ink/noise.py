"""Smooth noise along a stroke, with a wavelength in millimetres that is the same however long the stroke is."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.keys import Seeds, runs, uniform


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

    per_mm = (1.0 / wavelengths).take(of)
    place = along * per_mm
    place += phase.take(of)
    # Rounding may take the end of a stroke a hair into a cell that it has not.
    cell = np.minimum(place, (cells - 0.5).take(of)).astype(np.int64)
    f = place - cell
    at = first.take(of)
    at += cell
    at1, at2, at3 = at + 1, at + 2, at + 3
    g, ff = 1.0 - f, f * f
    # Slopes are differences of neighbours under the quadratic B-spline; values are built up from the same squares.
    early, late = g * g * 0.5, ff * 0.5
    middle = 1.0 - early - late
    wa, wd = early * g * (1.0 / 3.0), late * f * (1.0 / 3.0)
    wb = late * (f - 2.0) + 2.0 / 3.0
    early, middle, late = early * per_mm, middle * per_mm, late * per_mm
    value, slope = np.empty((len(channels), len(of))), np.empty((len(channels), len(of)))
    for row, lattice in enumerate(runs(seeds, first, counts, channels)):
        lattice *= 2.0
        lattice -= 1.0
        a, b, c, d = lattice.take(at), lattice.take(at1), lattice.take(at2), lattice.take(at3)
        a -= b
        b -= c
        d -= c
        # a, b and d are now the steps from b to a, from c to b and from c to d.
        slope[row] = d * late - b * middle - a * early
        a += b
        value[row] = c + a * wa + b * wb + d * wd
    return value, slope
