"""Strokes as PDF path operators, formatted in bulk like those of the SVG."""

from __future__ import annotations

import numpy as np

from sketchsvg.exporters.pathdata import CELL, Steps, number_cells


def path_operators(steps: Steps, cuts: list[tuple[int, int]]) -> list[bytes]:
    """The operators of the strokes ``first`` to ``last`` (excluded) of each pair in ``cuts``, in whole units.

    A PDF knows absolute coordinates only. Strokes are not closed: round caps draw what a round join would, and
    areas close by themselves.
    """
    kept = np.flatnonzero(steps.drawn())
    numbers = number_cells(steps.points.take(kept, axis=0))
    # In a PDF a space stands before a minus sign too.
    numbers[:, :, 0] = ord(" ")
    cells = np.zeros((len(numbers), 3, CELL), dtype=np.uint8)
    cells[:, :2] = numbers
    for points, operator in (
        (steps.firsts, b" m"), (steps.handles[~steps.straight] + 2, b" c"), (steps.handles[steps.straight] + 2, b" l")
    ):
        cells[np.searchsorted(kept, points), 2, :2] = np.frombuffer(operator, dtype=np.uint8)
    return [piece.tobytes().translate(None, b"\0") for piece in steps.pieces(cells, kept, cuts)]
