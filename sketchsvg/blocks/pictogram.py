"""Icons as pictures: their lines, and a wash of colour inside what is closed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.scene import Fill, Layer, Mark
from sketchsvg.theme.theme import Theme


def trace_pictogram(
    key: str, curves: Curves, weight: float, colour: str, wash: str, theme: Theme, layer: int = Layer.LINE
) -> Iterator[Mark]:
    """The marks of an icon whose closed strokes are coloured with ``wash``; ``weight`` of its lines in mm."""
    closed = [stroke for stroke in curves.strokes() if len(stroke) > 4 and np.array_equal(stroke[0], stroke[-1])]
    if closed:
        yield Mark(
            f"{key}/wash", Curves.of(closed), theme.pens.icon, 0.0, wash, layer - 1, fill=Fill("wash", wash)
        )
    yield Mark(key, curves, theme.pens.icon, weight, colour, layer)
