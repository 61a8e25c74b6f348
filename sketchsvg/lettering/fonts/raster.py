"""From outlines to a thin line of pixels: an outline filled on a grid, and the grid thinned down to its middle.

Only whole numbers and IEEE-exact steps, so the same outline gives the same pixels on every machine.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Floats

Bits = npt.NDArray[np.bool_]

#: Straight pieces for each cubic of an outline.
PIECES = 8


def filled(contours: tuple[Floats, ...], left: float, top: float, cell: float, columns: int, rows: int) -> Bits:
    """Which cells lie inside of ``contours`` (nonzero rule): (rows, columns), from the corner (left, top).

    A cell is ``cell`` wide and high, and inside when its middle is.
    """
    begin, end = _segments(contours)
    begin, end = (begin - (left, top)) / cell - 0.5, (end - (left, top)) / cell - 0.5
    winding = np.zeros((rows, columns + 1), dtype=np.int64)
    level = begin[:, 1] == end[:, 1]
    begin, end = begin[~level], end[~level]
    down = end[:, 1] > begin[:, 1]
    high, low = np.where(down[:, None], begin, end), np.where(down[:, None], end, begin)
    # A scanline at y crosses where high.y <= y < low.y.
    first = np.ceil(high[:, 1]).astype(np.int64)
    last = np.ceil(low[:, 1]).astype(np.int64)
    counts = np.maximum(0, last - first)
    piece = np.repeat(np.arange(len(counts)), counts)
    offset = np.arange(len(piece)) - np.repeat(np.cumsum(counts) - counts, counts)
    y = first[piece] + offset
    slope = (low[:, 0] - high[:, 0]) / (low[:, 1] - high[:, 1])
    x = np.ceil(high[piece, 0] + (y - high[piece, 1]) * slope[piece]).astype(np.int64)
    seen = (y >= 0) & (y < rows)
    np.add.at(winding, (y[seen], np.clip(x[seen], 0, columns)), np.where(down[piece[seen]], 1, -1))
    return np.asarray(np.cumsum(winding, axis=1)[:, :columns] != 0)


def thinned(bits: Bits) -> Bits:
    """The middle line of what is set, one cell thick (Zhang & Suen, CACM 27(3), 1984)."""
    grid = np.zeros((bits.shape[0] + 2, bits.shape[1] + 2), dtype=np.int8)
    grid[1:-1, 1:-1] = bits
    changed = True
    while changed:
        changed = False
        for step in (0, 1):
            gone = _removable(grid, step)
            if gone.any():
                grid[1:-1, 1:-1][gone] = 0
                changed = True
    return np.asarray(grid[1:-1, 1:-1] != 0)


def _removable(grid: npt.NDArray[np.int8], step: int) -> Bits:
    north, south = grid[:-2, 1:-1], grid[2:, 1:-1]
    west, east = grid[1:-1, :-2], grid[1:-1, 2:]
    ring = [north, grid[:-2, 2:], east, grid[2:, 2:], south, grid[2:, :-2], west, grid[:-2, :-2]]
    count = ring[0].copy()
    for one in ring[1:]:
        count = count + one
    turns = np.zeros_like(count)
    for one, following in zip(ring, [*ring[1:], ring[0]], strict=True):
        turns += (one == 0) & (following == 1)
    if step == 0:
        open_ = (north * east * south == 0) & (east * south * west == 0)
    else:
        open_ = (north * east * west == 0) & (north * south * west == 0)
    gone = (grid[1:-1, 1:-1] == 1) & (count >= 2) & (count <= 6) & (turns == 1) & open_
    return np.asarray(gone & ~_last_of_a_dot(grid[1:-1, 1:-1] == 1, count))


def _last_of_a_dot(bits: Bits, count: npt.NDArray[np.int8]) -> Bits:
    """The first cell of each lone square of four cells: both steps would take all of it, and with it the dot."""
    corner = bits & (count == 3)
    kept = np.zeros_like(bits)
    kept[:-1, :-1] = corner[:-1, :-1] & corner[1:, :-1] & corner[:-1, 1:] & corner[1:, 1:]
    return kept


def _segments(contours: tuple[Floats, ...]) -> tuple[Floats, Floats]:
    """The straight pieces of closed contours: their beginnings and their ends."""
    t = (np.arange(PIECES + 1) / PIECES)[None, :, None]
    begins, ends = [], []
    for contour in contours:
        p = [contour[k::3][: (len(contour) - 1) // 3, None, :] for k in range(3)] + [contour[3::3, None, :]]
        u = 1 - t
        points = u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3]
        begins.append(points[:, :-1].reshape(-1, 2))
        ends.append(points[:, 1:].reshape(-1, 2))
        # A contour that its font left open is closed.
        begins.append(contour[-1:])
        ends.append(contour[:1])
    return np.concatenate(begins), np.concatenate(ends)


__all__ = ["Bits", "filled", "thinned"]
