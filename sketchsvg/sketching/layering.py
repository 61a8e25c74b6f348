"""Layers: what overlaps keeps the order it was painted in, what does not shares a layer and so a path of the output."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats

#: Cells along each side of the page.
_CELLS = 128


class Layers:
    """Gives each mark the lowest layer that keeps it over everything painted before it in its place.

    Marks of one ``paint`` may share a layer even where they cross: there is no telling which of them is on top.
    """

    def __init__(self, width: float, height: float) -> None:
        self._scale = np.array((_CELLS / width, _CELLS / height))
        self._top = np.zeros((_CELLS, _CELLS), dtype=np.int64)
        self._paint = np.full((_CELLS, _CELLS), -1, dtype=np.int64)
        self._paints: dict[object, int] = {}

    def place(self, points: Floats, air: float, paint: object) -> int:
        """The layer for a mark with these points (mm), inked up to ``air`` mm around them; ``paint`` None: its own."""
        low = np.clip((points.min(axis=0) - air) * self._scale, 0, _CELLS - 1).astype(np.int64)
        high = np.clip((points.max(axis=0) + air) * self._scale, 0, _CELLS - 1).astype(np.int64) + 1
        across, down = slice(low[0], high[0]), slice(low[1], high[1])
        number = self._paints.setdefault(object() if paint is None else paint, len(self._paints))
        top, paints = self._top[down, across], self._paint[down, across]
        layer = int((top + ((paints != number) & (paints != -1))).max())
        top[...] = layer
        paints[...] = number
        return layer
