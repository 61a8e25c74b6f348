"""Parallel rows of small zigzags."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.scanning import scanned
from sketchsvg.ink.teeth import teeth

#: From row to row, and how far a tooth reaches to either side of its row, in gaps.
_ROW, _REACH = 1.5, 0.5


def fill(filled: Filled) -> FillInk:
    """Rows of teeth, so far apart that the strokes lie about ``gap`` apart."""
    reach = filled.gap * _REACH
    spans = scanned(replace(filled, gap=filled.gap * _ROW), filled.angle, 0, reach)
    return teeth(filled, spans, reach)
