"""The outlines of a flowchart's nodes: closed curves in a rectangle of any size."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import QUARTER, Point, ellipse, polygon, rectangle


def box(rect: Rect) -> Curves:
    """A box whose corners are hardly round."""
    return rectangle(rect, min(1.2, rect.height / 4))


def rounded(rect: Rect) -> Curves:
    """A box with round corners."""
    return rectangle(rect, min(3.2, rect.height / 2.6))


def stadium(rect: Rect) -> Curves:
    """A box with half circles for ends."""
    return rectangle(rect, rect.height / 2)


def oval(rect: Rect) -> Curves:
    """An ellipse; a circle in a square."""
    return ellipse(*rect.centre, rect.width / 2, rect.height / 2)


def diamond(rect: Rect) -> Curves:
    """A square on its tip."""
    x, y = rect.centre
    return polygon([(x, rect.y), (rect.right, y), (x, rect.bottom), (rect.x, y)])


def hexagon(rect: Rect) -> Curves:
    """Tips on the left and on the right."""
    d, y = rect.height * 0.28, rect.centre[1]
    return polygon([
        (rect.x + d, rect.y), (rect.right - d, rect.y), (rect.right, y), (rect.right - d, rect.bottom),
        (rect.x + d, rect.bottom), (rect.x, y),
    ])  # fmt: skip


def slanted(top_left: float, top_right: float, low_right: float, low_left: float) -> Callable[[Rect], Curves]:
    """A four-sided outline; the numbers move its corners inwards, as parts of its height."""

    def outline(rect: Rect) -> Curves:
        h = rect.height
        return polygon([
            (rect.x + top_left * h, rect.y), (rect.right - top_right * h, rect.y),
            (rect.right - low_right * h, rect.bottom), (rect.x + low_left * h, rect.bottom),
        ])  # fmt: skip

    return outline


def sloped(rect: Rect) -> Curves:
    """A top that rises to the right."""
    fall = rect.height * 0.22
    return polygon([(rect.x, rect.y + fall), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)])


def odd(rect: Rect) -> Curves:
    """A notch on the left."""
    d = rect.height * 0.3
    return polygon([
        (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
        (rect.x + d, rect.centre[1]),
    ])  # fmt: skip


def notched(rect: Rect) -> Curves:
    """One corner cut off, as of a punched card."""
    d = min(3.0, rect.height * 0.3)
    return polygon([
        (rect.x + d, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
        (rect.x, rect.y + d),
    ])  # fmt: skip


def pentagon(rect: Rect) -> Curves:
    """Both upper corners cut off."""
    d = min(3.0, rect.height * 0.3)
    return polygon([
        (rect.x + d, rect.y), (rect.right - d, rect.y), (rect.right, rect.y + d), (rect.right, rect.bottom),
        (rect.x, rect.bottom), (rect.x, rect.y + d),
    ])  # fmt: skip


def triangle(rect: Rect) -> Curves:
    """A tip above."""
    return polygon([(rect.centre[0], rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)])


def flipped_triangle(rect: Rect) -> Curves:
    """A tip below."""
    return polygon([(rect.x, rect.y), (rect.right, rect.y), (rect.centre[0], rect.bottom)])


def hourglass(rect: Rect) -> Curves:
    """Two triangles, tip on tip."""
    return polygon([(rect.x, rect.y), (rect.right, rect.y), (rect.x, rect.bottom), (rect.right, rect.bottom)])


def bolt(rect: Rect) -> Curves:
    """A flash of lightning."""
    corners = ((0.62, 0.0), (0.04, 0.58), (0.44, 0.58), (0.3, 1.0), (0.96, 0.36), (0.56, 0.36))
    return polygon([(rect.x + x * rect.width, rect.y + y * rect.height) for x, y in corners])


def delay(rect: Rect) -> Curves:
    """A half circle for its right end."""
    r = rect.height / 2
    x, h = rect.right - r, r * QUARTER
    return closed([
        (rect.x, rect.y), *side((rect.x, rect.y), (x, rect.y)),
        (x + h, rect.y), (rect.right, rect.y + r - h), (rect.right, rect.y + r),
        (rect.right, rect.y + r + h), (x + h, rect.bottom), (x, rect.bottom),
        *side((x, rect.bottom), (rect.x, rect.bottom)), *side((rect.x, rect.bottom), (rect.x, rect.y)),
    ])  # fmt: skip


def curved_trapezoid(rect: Rect) -> Curves:
    """A screen: a tip on the left, bulging on the right."""
    d, y = rect.height * 0.3, rect.centre[1]
    return closed([
        (rect.x, y), *side((rect.x, y), (rect.x + d, rect.y)),
        *side((rect.x + d, rect.y), (rect.right - d, rect.y)),
        (rect.right - d * 0.2, rect.y + d * 0.4), (rect.right, y - d * 0.7), (rect.right, y),
        (rect.right, y + d * 0.7), (rect.right - d * 0.2, rect.bottom - d * 0.4), (rect.right - d, rect.bottom),
        *side((rect.right - d, rect.bottom), (rect.x + d, rect.bottom)),
        *side((rect.x + d, rect.bottom), (rect.x, y)),
    ])  # fmt: skip


def stored(rect: Rect) -> Curves:
    """Stored data: both ends curve to the left."""
    d, h = rect.height * 0.2, rect.height / 2 * QUARTER
    y, left, right = rect.centre[1], rect.x + d, rect.right
    return closed([
        (left, rect.y), *side((left, rect.y), (right, rect.y)),
        (right - d * QUARTER, rect.y), (right - d, y - h), (right - d, y),
        (right - d, y + h), (right - d * QUARTER, rect.bottom), (right, rect.bottom),
        *side((right, rect.bottom), (left, rect.bottom)),
        (left - d * QUARTER, rect.bottom), (rect.x, y + h), (rect.x, y),
        (rect.x, y - h), (left - d * QUARTER, rect.y), (left, rect.y),
    ])  # fmt: skip


def cap(rect: Rect) -> float:
    """How far the lid of a cylinder bulges, in mm."""
    return min(2.2, rect.height * 0.16)


def cylinder(rect: Rect) -> Curves:
    """A cylinder that stands."""
    c = cap(rect)
    top, low = rect.y + c, rect.bottom - c
    return closed([
        (rect.x, top), *bow(rect.x, rect.right, top, -c), *side((rect.right, top), (rect.right, low)),
        *bow(rect.right, rect.x, low, c), *side((rect.x, low), (rect.x, top)),
    ])  # fmt: skip


def lying_cylinder(rect: Rect) -> Curves:
    """A cylinder that lies, its lid on the right."""
    return on_side(cylinder, rect)


def wave(rect: Rect) -> float:
    """How far the torn edge of a paper swings, in mm."""
    return min(1.8, rect.height * 0.14)


def document(rect: Rect) -> Curves:
    """A sheet of paper, torn off below."""
    low = rect.bottom - wave(rect)
    return closed([
        (rect.x, low), *side((rect.x, low), (rect.x, rect.y)), *side((rect.x, rect.y), (rect.right, rect.y)),
        *side((rect.right, rect.y), (rect.right, low)), *torn(rect.right, rect.x, low, wave(rect)),
    ])  # fmt: skip


def flag(rect: Rect) -> Curves:
    """A paper tape: torn above and below."""
    swing = wave(rect)
    top, low = rect.y + swing, rect.bottom - swing
    return closed([
        (rect.x, top), *torn(rect.x, rect.right, top, -swing), *side((rect.right, top), (rect.right, low)),
        *torn(rect.right, rect.x, low, swing), *side((rect.x, low), (rect.x, top)),
    ])  # fmt: skip


def torn(x0: float, x1: float, y: float, swing: float) -> list[Point]:
    """One swing from (x0, y) to (x1, y), to the one side and then to the other; without its first point."""
    w = x1 - x0
    return [(x0 + w * 0.3, y - swing * 1.7), (x1 - w * 0.32, y + swing * 2.4), (x1, y)]


def bow(x0: float, x1: float, y: float, bulge: float) -> list[Point]:
    """Half an ellipse from (x0, y) to (x1, y), bulging by ``bulge``: without its first point."""
    middle, k = (x0 + x1) / 2, QUARTER
    return [
        (x0, y + bulge * k), (middle + (x0 - middle) * k, y + bulge), (middle, y + bulge),
        (middle + (x1 - middle) * k, y + bulge), (x1, y + bulge * k), (x1, y),
    ]  # fmt: skip


def side(start: Point, end: Point) -> list[Point]:
    """A straight side as a cubic, without its first point."""
    dx, dy = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return [(start[0] + dx, start[1] + dy), (end[0] - dx, end[1] - dy), end]


def closed(chain: list[Point]) -> Curves:
    """One stroke of cubics."""
    return Curves.of([np.array(chain)])


def on_side(outline: Callable[[Rect], Curves], rect: Rect) -> Curves:
    """An outline with x and y exchanged: what was above stands on the right."""
    drawn = outline(Rect(rect.y, -rect.right, rect.height, rect.width))
    return Curves(drawn.points[:, ::-1] * np.array((-1.0, 1.0)), drawn.starts)
