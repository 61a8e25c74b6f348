"""The order in which a plotter draws strokes, so that its pen travels little through the air."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints

#: Further than any place on a page, squared.
_GONE = 1e30
#: How often a route is gone through for pieces to turn round, how many strokes ahead their other end is looked for
#: (more takes long and saves little), and what a turn must save (mm).
ROUNDS, AHEAD, GAIN = 4, 300, 0.01


class Route(Struct, frozen=True, eq=False):
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


def untangled(strokes: Curves, route: Route, x: float = 0.0, y: float = 0.0) -> Route:
    """The route with pieces of it gone through the other way round wherever that is shorter (2-opt).

    Every place looks at up to ``AHEAD`` places behind it at once, so that a round takes n times that much arithmetic.
    """
    order, backwards = route.order.copy(), route.backwards.copy()
    starts, ends = _ends(strokes, route)
    for _ in range(ROUNDS):
        better = False
        for first in range(len(order) - 1):
            at = ends[first - 1] if first else np.array((x, y))
            stop = min(len(order), first + AHEAD)
            before = _far(at, starts[first : first + 1])[0]
            behind = _far(ends[first : stop - 1], starts[first + 1 : stop])
            across = _far(starts[first], starts[first + 1 : stop])
            if stop == len(order):
                # Behind the last stroke lies nothing: the pen may stop anywhere.
                behind, across = np.append(behind, 0.0), np.append(across, 0.0)
            saved = before + behind - _far(at, ends[first : first + len(behind)]) - across
            best = int(np.argmax(saved))
            if saved[best] > GAIN:
                part = slice(first, first + best + 1)
                order[part], backwards[part] = order[part][::-1].copy(), ~backwards[part][::-1]
                starts[part], ends[part] = ends[part][::-1].copy(), starts[part][::-1].copy()
                better = True
        if not better:
            break
    return Route(order, backwards)


def _far(one: Floats, other: Floats) -> Floats:
    """The distances between places (n, 2), or from one place to each of many."""
    step = other - one
    return np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1])


def _ends(strokes: Curves, route: Route) -> tuple[Floats, Floats]:
    """Where the strokes of a route begin and end as they are drawn."""
    first = strokes.points[strokes.starts[:-1]][route.order]
    last = strokes.points[strokes.starts[1:] - 1][route.order]
    turned = route.backwards[:, None]
    return np.where(turned, last, first), np.where(turned, first, last)


def travelled(strokes: Curves, route: Route | None = None, x: float = 0.0, y: float = 0.0) -> float:
    """How far a pen travels through the air from (x, y) on, drawing the strokes as they stand or by a route."""
    as_they_stand = Route(np.arange(len(strokes)), np.zeros(len(strokes), dtype=np.bool_))
    first, last = _ends(strokes, route or as_they_stand)
    hops = first - np.concatenate((np.array([[x, y]]), last[:-1]))
    return float(np.sqrt(hops[:, 0] * hops[:, 0] + hops[:, 1] * hops[:, 1]).sum())
