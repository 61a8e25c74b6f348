"""Where items lie on the page."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.readers.svg.affine import Matrix, inverse, placed, placed_point
from sketchsvg.readers.svg.items import Box, Item, Lettering, Shape

#: Nowhere: a box that meets none.
_NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)


def boxes_around(items: Sequence[Item]) -> Floats:
    """(left, top, right, bottom) of what each item inks, (n, 4) in mm; lines reach to their edges."""
    boxes = np.full((len(items), 4), _NOWHERE)
    shapes = [at for at, item in enumerate(items) if isinstance(item, Shape)]
    if shapes:
        curves = [item.curves for at in shapes if isinstance(item := items[at], Shape)]
        points = np.concatenate([one.points for one in curves])
        starts = np.cumsum([0, *[len(one.points) for one in curves[:-1]]])
        lines = [item.line for at in shapes if isinstance(item := items[at], Shape)]
        half = np.array([line.width / 2 if line is not None else 0.0 for line in lines])[:, None]
        boxes[shapes, :2] = np.minimum.reduceat(points, starts) - half
        boxes[shapes, 2:] = np.maximum.reduceat(points, starts) + half
    for at, item in enumerate(items):
        if isinstance(item, Lettering):
            boxes[at] = _around_words(item)
    return boxes


def _around_words(item: Lettering) -> tuple[float, float, float, float]:
    if item.track is not None:
        return item.track.bounds()
    left = -item.anchor * item.width
    corners = [(left, -1.0), (left + item.width, -1.0), (left, 0.3), (left + item.width, 0.3)]
    x, y = zip(*[placed_point(item.matrix, *corner) for corner in corners], strict=True)
    return min(x), min(y), max(x), max(y)


def box_in(items: Sequence[Item], matrix: Matrix) -> Box | None:
    """The box around the outlines of items in the units that ``matrix`` leads from; None where there are none."""
    undone = inverse(matrix)
    points = [item.curves.points for item in items if isinstance(item, Shape) and not item.picture]
    for item in items:
        if isinstance(item, Lettering):
            left, top, right, bottom = _around_words(item)
            points.append(np.array([(left, top), (right, bottom)]))
        elif item.picture:
            points.append(item.curves.points)
    if undone is None or not points:
        return None
    own = placed(np.concatenate(points), undone)
    (left, top), (right, bottom) = own.min(axis=0).tolist(), own.max(axis=0).tolist()
    return left, top, right, bottom
