"""Tools that measure ink."""

import numpy as np

from sketchsvg.geometry.curves import Curves


def flattened(stroke: np.ndarray, steps: int = 24) -> np.ndarray:
    """Points along a chain of cubics."""
    parts = [stroke[:1]]
    t = np.linspace(0.0, 1.0, steps + 1)[1:, None]
    for at in range(0, len(stroke) - 1, 3):
        a, b, c, d = stroke[at : at + 4]
        parts.append(a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3)
    return np.concatenate(parts)


def winding(points: np.ndarray, outlines: Curves) -> np.ndarray:
    """The winding number of outlines around each of some points."""
    total = np.zeros(len(points), dtype=int)
    for stroke in outlines.strokes():
        edge = flattened(stroke, 12)
        edge = np.concatenate((edge, edge[:1]))
        (ax, ay), (bx, by) = edge[:-1].T, edge[1:].T
        px, py = points[:, 0, None], points[:, 1, None]
        side = (bx - ax) * (py - ay) - (px - ax) * (by - ay)
        total += ((ay <= py) & (by > py) & (side > 0)).sum(axis=1)
        total -= ((ay > py) & (by <= py) & (side < 0)).sum(axis=1)
    return total
