"""The order in which a plotter draws strokes, so that its pen travels little through the air."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sketchsvg.geometry.curves import Curves, Ints

#: Further than any place on a page, squared.
_GONE = 1e30


@dataclass(frozen=True, slots=True, eq=False)
class Route:
    """Strokes in the order in which they are drawn: their numbers, and whether each is drawn from its end."""

    order: Ints
    backwards: npt.NDArray[np.bool_]


def shortest_route(strokes: Curves, x: float = 0.0, y: float = 0.0) -> Route:
    """From (x, y) on always to the nearest end of a stroke that is not drawn yet (the greedy tour).

    Every step looks at all ends that are left: n strokes take n^2 steps of arithmetic, in arrays. Of ends that are
    equally near the first stroke's is taken, its start before its end.
    """
    count = len(strokes)
    ends = np.concatenate((strokes.points[strokes.starts[:-1]], strokes.points[strokes.starts[1:] - 1]))
    number = np.concatenate((np.arange(count), np.arange(count)))
    reverse = np.arange(2 * count) >= count
    # Starts and ends side by side, so that the first of equals is the stroke's own start.
    side_by_side = np.argsort(number * 2 + reverse, kind="stable")
    across, down = ends[side_by_side, 0].copy(), ends[side_by_side, 1].copy()
    of, turned = number[side_by_side], reverse[side_by_side]
    far = ends[np.where(turned, of, of + count)]
    order, backwards = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.bool_)
    left = count
    for step in range(count):
        dx, dy = across - x, down - y
        nearest = int(np.argmin(dx * dx + dy * dy))
        order[step], backwards[step] = of[nearest], turned[nearest]
        x, y = float(far[nearest, 0]), float(far[nearest, 1])
        pair = nearest - nearest % 2
        across[pair : pair + 2] = _GONE
        left -= 1
        if left * 4 < len(of) and left > 32:
            kept = across < _GONE
            across, down, of, turned, far = across[kept], down[kept], of[kept], turned[kept], far[kept]
    return Route(order, backwards)


def travelled(strokes: Curves, route: Route | None = None, x: float = 0.0, y: float = 0.0) -> float:
    """How far a pen travels through the air from (x, y) on, drawing the strokes as they stand or by a route."""
    first, last = strokes.points[strokes.starts[:-1]], strokes.points[strokes.starts[1:] - 1]
    if route is not None:
        turned = route.backwards[:, None]
        first, last = first[route.order], last[route.order]
        first, last = np.where(turned, last, first), np.where(turned, first, last)
    hops = first - np.concatenate((np.array([[x, y]]), last[:-1]))
    return float(np.sqrt(hops[:, 0] * hops[:, 0] + hops[:, 1] * hops[:, 1]).sum())
