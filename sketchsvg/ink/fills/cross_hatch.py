"""Two layers of parallel pen lines, one across the other."""

from __future__ import annotations

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.hatching import hatched


def fill(filled: Filled) -> FillInk:
    """Lines at the fill's angle and lines square to them."""
    return FillInk.joined(hatched(filled, filled.angle, layer=0), hatched(filled, filled.angle + 90.0, layer=1))
