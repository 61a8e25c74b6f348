"""A loose scribble to and fro with round turns, without lifting the pen."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.scanning import scanned
from sketchsvg.ink.sweeping import scribble

#: From sweep to sweep, in gaps: a scribble is denser than ruled lines, for it covers less evenly.
_PITCH = 0.75


def fill(filled: Filled) -> FillInk:
    """Sweeps three quarters of ``gap`` apart, joined by round turns."""
    dense = replace(filled, gap=filled.gap * _PITCH)
    return scribble(dense, scanned(dense, filled.angle, 0, np.zeros(len(filled.gap)), beyond=1.0))
