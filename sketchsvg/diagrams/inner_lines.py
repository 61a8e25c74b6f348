"""The lines that a flowchart's figures have inside their outline, or in place of it."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

import numpy as np

from sketchsvg.diagrams.outlines import bow, box, cap, document, on_side, oval, side, torn, wave
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import QUARTER, Point, line, polygon, polyline

#: How far a bar stands from its side, how far the sheets of a stack are shifted, in mm.
BAR, SHIFT = 1.9, 1.3
#: How far a brace reaches out, in mm.
BRACE = 2.0


def lid(rect: Rect) -> Curves:
    """The lower half of a cylinder's lid."""
    c = cap(rect)
    return Curves.of([np.array([(rect.x, rect.y + c), *bow(rect.x, rect.right, rect.y + c, c)])])


def lids(rect: Rect) -> Curves:
    """A lid and a line under it."""
    return Curves.joined([lid(rect), lid(rect.moved(0, 1.4))])


def lying_lid(rect: Rect) -> Curves:
    """The lid of a cylinder that lies."""
    return on_side(lid, rect)


def inner_circle(rect: Rect) -> Curves:
    """A second circle."""
    return oval(rect.inset(1.1))


def disc(rect: Rect) -> Curves:
    """A small disc in the middle."""
    return oval(rect.inset(rect.width * 0.24))


def bars(rect: Rect) -> Curves:
    """A bar on both sides."""
    return Curves.joined([line(x, rect.y, x, rect.bottom) for x in (rect.x + BAR, rect.right - BAR)])


def left_bar(rect: Rect) -> Curves:
    """A bar on the left."""
    return line(rect.x + BAR, rect.y, rect.x + BAR, rect.bottom)


def left_bar_of_document(rect: Rect) -> Curves:
    """A bar on the left that ends where the paper is torn."""
    return line(rect.x + BAR, rect.y, rect.x + BAR, rect.bottom - wave(rect) * 0.55)


def top_bar(rect: Rect) -> Curves:
    """A bar above."""
    return line(rect.x, rect.y + 1.9, rect.right, rect.y + 1.9)


def window(rect: Rect) -> Curves:
    """A bar on the left and one above."""
    return Curves.joined([left_bar(rect), top_bar(rect)])


def cross(rect: Rect) -> Curves:
    """A cross in a circle."""
    (x, y), d = rect.centre, rect.width / 2 / sqrt(2)
    return Curves.joined([line(x - d, y - d, x + d, y + d), line(x + d, y - d, x - d, y + d)])


def rails(rect: Rect) -> Curves:
    """Only the upper and the lower side."""
    return Curves.joined([line(rect.x, y, rect.right, y) for y in (rect.y, rect.bottom)])


def left_brace(rect: Rect) -> Curves:
    """A brace on the left."""
    return _brace(rect.x + BRACE, rect, -1.0)


def right_brace(rect: Rect) -> Curves:
    """A brace on the right."""
    return _brace(rect.right - BRACE, rect, 1.0)


def braces(rect: Rect) -> Curves:
    """A brace on both sides."""
    return Curves.joined([left_brace(rect), right_brace(rect)])


def _brace(x: float, rect: Rect, way: float) -> Curves:
    """A brace whose ends stand at ``x`` and whose tip points ``way``."""
    spine, tip, y = x + way * BRACE / 2, x + way * BRACE, rect.centre[1]
    r = min(1.7, rect.height / 5)
    k = r * (1 - QUARTER)
    return Curves.of([np.array([
        (x, rect.y), (x + way * BRACE / 2 * QUARTER, rect.y), (spine, rect.y + k), (spine, rect.y + r),
        *side((spine, rect.y + r), (spine, y - r)),
        (spine, y - k), (spine + way * BRACE / 2 * (1 - QUARTER), y), (tip, y),
        (spine + way * BRACE / 2 * (1 - QUARTER), y), (spine, y + k), (spine, y + r),
        *side((spine, y + r), (spine, rect.bottom - r)),
        (spine, rect.bottom - k), (x + way * BRACE / 2 * QUARTER, rect.bottom), (x, rect.bottom),
    ])])  # fmt: skip


def corner_tag(rect: Rect) -> Curves:
    """A tag in the lower right corner."""
    d = min(3.2, rect.height * 0.4)
    return line(rect.right - d, rect.bottom, rect.right, rect.bottom - d)


def folded_corner(rect: Rect) -> Curves:
    """A corner of a torn paper that is turned up."""
    d, low = min(3.2, rect.height * 0.36), rect.bottom - wave(rect)
    x, y = rect.right - d, low - wave(rect) * 0.6
    chain = [(x, y), (x + d * 0.25, y - d * 0.5), (rect.right - d * 0.4, low - d * 0.8), (rect.right, low - d)]
    return Curves.of([np.array(chain)])


def stacked_outline(rect: Rect) -> Curves:
    """Around three sheets that lie on each other, those behind shifted up and to the right."""
    o, x, y, r, b = SHIFT, rect.x, rect.y, rect.right, rect.bottom
    return polygon([
        (x, y + 2 * o), (x + o, y + 2 * o), (x + o, y + o), (x + 2 * o, y + o), (x + 2 * o, y), (r, y),
        (r, b - 2 * o), (r - o, b - 2 * o), (r - o, b - o), (r - 2 * o, b - o), (r - 2 * o, b), (x, b),
    ])  # fmt: skip


def stacked_boxes(rect: Rect) -> Curves:
    """A box and what is seen of two behind it."""
    return _stacked(rect, box, lambda front: 0.0)


def stacked_documents(rect: Rect) -> Curves:
    """A torn paper and what is seen of two behind it."""
    return _stacked(rect, document, lambda front: wave(front))


def torn_stack(rect: Rect) -> Curves:
    """Around three torn papers."""
    o, x, y, r = SHIFT, rect.x, rect.y, rect.right
    front = _front(rect)
    low = front.bottom - wave(front)
    corners: list[Point] = [(x, low), (x, y + 2 * o), (x + o, y + 2 * o), (x + o, y + o), (x + 2 * o, y + o),
                            (x + 2 * o, y), (r, y), (r, low - 2 * o), (r - o, low - 2 * o), (r - o, low - o),
                            (r - 2 * o, low - o), (r - 2 * o, low)]  # fmt: skip
    chain = list(map(tuple, polyline(corners).points.tolist()))
    return Curves.of([np.array([*chain, *torn(r - 2 * o, x, low, wave(front))])])


def _front(rect: Rect) -> Rect:
    return Rect(rect.x, rect.y + 2 * SHIFT, rect.width - 2 * SHIFT, rect.height - 2 * SHIFT)


def _stacked(rect: Rect, sheet: Callable[[Rect], Curves], lift: Callable[[Rect], float]) -> Curves:
    """The front ``sheet`` and two behind it, whose right sides end ``lift`` mm over the bottom."""
    front = _front(rect)
    parts = [sheet(front)]
    for number in (1, 2):
        o = number * SHIFT
        left, top, right, low = front.x + o, front.y - o, front.right + o, front.bottom - lift(front) - o
        parts.append(polyline([(left, top + SHIFT), (left, top), (right, top), (right, low), (right - SHIFT, low)]))
    return Curves.joined(parts)
