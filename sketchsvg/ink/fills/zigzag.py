"""One sharp zigzag to and fro, without lifting the pen."""

from __future__ import annotations

import numpy as np

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.scanning import scanned
from sketchsvg.ink.sweeping import zigzag


def fill(filled: Filled) -> FillInk:
    """Sweeps ``gap`` apart in their middles, joined at their ends."""
    return zigzag(filled, scanned(filled, filled.angle, 0, np.zeros(len(filled.gap)), beyond=1.0))
