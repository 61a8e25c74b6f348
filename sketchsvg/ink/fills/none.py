"""No fill."""

from __future__ import annotations

from sketchsvg.ink.filled import Filled, FillInk


def fill(filled: Filled) -> FillInk:
    """Nothing."""
    return FillInk.none()
