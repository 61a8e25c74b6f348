"""Two layers of parallel pen lines, one across the other."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.hatching import hatched


def fill(filled: Filled) -> FillInk:
    """Lines at the fill's angle and lines square to them."""
    one = hatched(filled, filled.angle, layer=0)
    two = hatched(filled, filled.angle + 90.0, layer=1)
    return FillInk(
        Curves.joined((one.curves, two.curves)),
        np.concatenate((one.shape, two.shape)),
        np.concatenate((one.width, two.width)),
    )
