"""Parallel pen lines."""

from __future__ import annotations

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.hatching import hatched


def fill(filled: Filled) -> FillInk:
    """Lines at the fill's angle, clipped to the shape."""
    return hatched(filled, filled.angle, layer=0)
