"""The figures of a flowchart's nodes: how much room words need in them, their outlines and inner lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from types import MappingProxyType

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import QUARTER, Point, ellipse, line, polygon, rectangle, smooth


class Figure(Struct, frozen=True):
    """Around words of w x h mm stands an outline of ``wide`` w + ``add_x`` + lean h by ``high`` h + ``add_y`` mm.

    ``lean`` is what slanted sides take, as a part of the height. ``down`` moves the words by a part of what the outline
    is higher than they are. ``reach`` is the part of a half side on which edges may end. ``square`` figures are as
    high as they are wide. ``inner`` are lines inside of the outline; ``bare`` figures have no outline at all, and
    ``solid`` ones are filled with ink and have no words.
    """

    outline: Callable[[Rect], Curves]
    inner: Callable[[Rect], Curves] | None = None
    wide: float = 1.0
    high: float = 1.0
    add_x: float = 6.0
    add_y: float = 4.4
    lean: float = 0.0
    down: float = 0.0
    reach: float = 0.6
    square: bool = False
    bare: bool = False
    solid: bool = False

    def around(self, width: float, height: float) -> tuple[float, float]:
        """Width and height of the outline around words, in mm."""
        high = self.high * height + self.add_y
        wide = self.wide * width + self.add_x + self.lean * high
        if self.square and not width:
            return 6.5, 6.5
        if self.square:
            # A circle through the corners, and no smaller than what a single letter needs.
            side = max(9.0, sqrt(width * width + height * height) + self.add_x)
            return side, side
        return max(wide, 9.0), max(high, 8.0)


def _box(rect: Rect) -> Curves:
    return rectangle(rect, min(1.2, rect.height / 4))


def _rounded(rect: Rect) -> Curves:
    return rectangle(rect, min(3.2, rect.height / 2.6))


def _stadium(rect: Rect) -> Curves:
    return rectangle(rect, rect.height / 2)


def _oval(rect: Rect) -> Curves:
    return ellipse(*rect.centre, rect.width / 2, rect.height / 2)


def _diamond(rect: Rect) -> Curves:
    x, y = rect.centre
    return polygon([(x, rect.y), (rect.right, y), (x, rect.bottom), (rect.x, y)])


def _hexagon(rect: Rect) -> Curves:
    d, y = rect.height * 0.28, rect.centre[1]
    return polygon([
        (rect.x + d, rect.y), (rect.right - d, rect.y), (rect.right, y), (rect.right - d, rect.bottom),
        (rect.x + d, rect.bottom), (rect.x, y),
    ])  # fmt: skip


def _slanted(top_left: float, top_right: float, low_right: float, low_left: float) -> Callable[[Rect], Curves]:
    """A four-sided outline; the numbers move its corners inwards, as parts of its height."""

    def outline(rect: Rect) -> Curves:
        h = rect.height
        return polygon([
            (rect.x + top_left * h, rect.y), (rect.right - top_right * h, rect.y),
            (rect.right - low_right * h, rect.bottom), (rect.x + low_left * h, rect.bottom),
        ])  # fmt: skip

    return outline


def _sloped(rect: Rect) -> Curves:
    fall = rect.height * 0.22
    return polygon([(rect.x, rect.y + fall), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)])


def _odd(rect: Rect) -> Curves:
    d = rect.height * 0.3
    return polygon([
        (rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
        (rect.x + d, rect.centre[1]),
    ])  # fmt: skip


def _notched(rect: Rect) -> Curves:
    d = min(3.0, rect.height * 0.3)
    return polygon([
        (rect.x + d, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom),
        (rect.x, rect.y + d),
    ])  # fmt: skip


def _pentagon(rect: Rect) -> Curves:
    d = min(3.0, rect.height * 0.3)
    return polygon([
        (rect.x + d, rect.y), (rect.right - d, rect.y), (rect.right, rect.y + d), (rect.right, rect.bottom),
        (rect.x, rect.bottom), (rect.x, rect.y + d),
    ])  # fmt: skip


def _cap(rect: Rect) -> float:
    """How far the lid of a cylinder bulges."""
    return min(2.2, rect.height * 0.16)


def _bow(x0: float, x1: float, y: float, bulge: float) -> list[Point]:
    """Half an ellipse from (x0, y) to (x1, y), bulging by ``bulge``: without its first point."""
    middle, k = (x0 + x1) / 2, QUARTER
    return [
        (x0, y + bulge * k), (middle + (x0 - middle) * k, y + bulge), (middle, y + bulge),
        (middle + (x1 - middle) * k, y + bulge), (x1, y + bulge * k), (x1, y),
    ]  # fmt: skip


def _side(start: Point, end: Point) -> list[Point]:
    dx, dy = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return [(start[0] + dx, start[1] + dy), (end[0] - dx, end[1] - dy), end]


def _cylinder(rect: Rect) -> Curves:
    c = _cap(rect)
    top, low = rect.y + c, rect.bottom - c
    chain = [(rect.x, top), *_bow(rect.x, rect.right, top, -c), *_side((rect.right, top), (rect.right, low)),
             *_bow(rect.right, rect.x, low, c), *_side((rect.x, low), (rect.x, top))]  # fmt: skip
    return Curves.of([np.array(chain)])


def _lid(rect: Rect) -> Curves:
    c = _cap(rect)
    return Curves.of([np.array([(rect.x, rect.y + c), *_bow(rect.x, rect.right, rect.y + c, c)])])


def _lids(rect: Rect) -> Curves:
    lower = rect.moved(0, 1.4)
    return Curves.joined([_lid(rect), _lid(lower)])


def _lying_cylinder(rect: Rect) -> Curves:
    return _on_side(_cylinder, rect)


def _lying_lid(rect: Rect) -> Curves:
    return _on_side(_lid, rect)


def _on_side(outline: Callable[[Rect], Curves], rect: Rect) -> Curves:
    """An outline with x and y exchanged, its lid on the right."""
    drawn = outline(Rect(rect.y, -rect.right, rect.height, rect.width))
    return Curves(drawn.points[:, ::-1] * np.array((-1.0, 1.0)), drawn.starts)


def _document(rect: Rect) -> Curves:
    wave, low = min(1.8, rect.height * 0.14), rect.bottom - min(1.8, rect.height * 0.14)
    w = rect.width
    chain = [
        (rect.x, low), *_side((rect.x, low), (rect.x, rect.y)), *_side((rect.x, rect.y), (rect.right, rect.y)),
        *_side((rect.right, rect.y), (rect.right, low)),
        (rect.right - w * 0.3, low - wave * 1.7), (rect.x + w * 0.32, low + wave * 2.4), (rect.x, low),
    ]  # fmt: skip
    return Curves.of([np.array(chain)])


def _triangle(rect: Rect) -> Curves:
    return polygon([(rect.centre[0], rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom)])


def _flipped_triangle(rect: Rect) -> Curves:
    return polygon([(rect.x, rect.y), (rect.right, rect.y), (rect.centre[0], rect.bottom)])


def _delay(rect: Rect) -> Curves:
    r = rect.height / 2
    x, h = rect.right - r, r * QUARTER
    chain = [
        (rect.x, rect.y), *_side((rect.x, rect.y), (x, rect.y)),
        (x + h, rect.y), (rect.right, rect.y + r - h), (rect.right, rect.y + r),
        (rect.right, rect.y + r + h), (x + h, rect.bottom), (x, rect.bottom),
        *_side((x, rect.bottom), (rect.x, rect.bottom)), *_side((rect.x, rect.bottom), (rect.x, rect.y)),
    ]  # fmt: skip
    return Curves.of([np.array(chain)])


def _inner_circle(rect: Rect) -> Curves:
    return _oval(rect.inset(1.1))


def _bars(rect: Rect) -> Curves:
    d = 1.9
    return Curves.joined([line(x, rect.y, x, rect.bottom) for x in (rect.x + d, rect.right - d)])


def _left_bar(rect: Rect) -> Curves:
    return line(rect.x + 1.9, rect.y, rect.x + 1.9, rect.bottom)


def _top_bar(rect: Rect) -> Curves:
    return line(rect.x, rect.y + 1.7, rect.right, rect.y + 1.7)


def _window(rect: Rect) -> Curves:
    return Curves.joined([_left_bar(rect), _top_bar(rect)])


def _cross(rect: Rect) -> Curves:
    (x, y), d = rect.centre, rect.width / 2 / sqrt(2)
    return Curves.joined([line(x - d, y - d, x + d, y + d), line(x + d, y - d, x - d, y + d)])


def _hourglass(rect: Rect) -> Curves:
    return polygon([(rect.x, rect.y), (rect.right, rect.y), (rect.x, rect.bottom), (rect.right, rect.bottom)])


def _brace(rect: Rect, right: bool) -> Curves:
    """A brace along one side, its point outwards."""
    side, way = (rect.right, 1.0) if right else (rect.x, -1.0)
    d, y = 1.6 * way, rect.centre[1]
    return smooth([
        (side - d, rect.y), (side - d * 0.2, rect.y + 1.0), (side, y - 1.6), (side + d * 0.8, y),
        (side, y + 1.6), (side - d * 0.2, rect.bottom - 1.0), (side - d, rect.bottom),
    ])  # fmt: skip


def _left_brace(rect: Rect) -> Curves:
    return _brace(rect.inset(1.4, 0), right=False)


def _right_brace(rect: Rect) -> Curves:
    return _brace(rect.inset(1.4, 0), right=True)


def _braces(rect: Rect) -> Curves:
    return Curves.joined([_left_brace(rect), _right_brace(rect)])


def _tag(rect: Rect) -> Curves:
    d = min(2.6, rect.height * 0.3)
    return line(rect.right - d, rect.bottom, rect.right, rect.bottom - d)


def _curved_trapezoid(rect: Rect) -> Curves:
    d, y = rect.height * 0.3, rect.centre[1]
    return Curves.of([np.array([
        (rect.x, y), *_side((rect.x, y), (rect.x + d, rect.y)),
        *_side((rect.x + d, rect.y), (rect.right - d, rect.y)),
        (rect.right - d * 0.2, rect.y + d * 0.4), (rect.right, y - d * 0.7), (rect.right, y),
        (rect.right, y + d * 0.7), (rect.right - d * 0.2, rect.bottom - d * 0.4), (rect.right - d, rect.bottom),
        *_side((rect.right - d, rect.bottom), (rect.x + d, rect.bottom)),
        *_side((rect.x + d, rect.bottom), (rect.x, y)),
    ])])  # fmt: skip


_RECT = Figure(_box)
_DOCUMENT = Figure(_document, add_y=6.4, down=-0.2)
#: Every figure by mermaid's short name; what is not here is drawn as a box.
FIGURES: Mapping[str, Figure] = MappingProxyType(
    {
        "rect": _RECT,
        "rounded": Figure(_rounded),
        "stadium": Figure(_stadium, add_x=8.0),
        "circle": Figure(_oval, square=True, add_x=3.0, reach=0.75),
        "dbl-circ": Figure(_oval, _inner_circle, square=True, add_x=5.0, reach=0.75),
        "ellipse": Figure(_oval, wide=1.25, high=1.66, add_x=2.0, add_y=1.0, reach=0.65),
        "diam": Figure(_diamond, wide=1.75, high=2.33, add_x=2.0, add_y=1.0, reach=0.3),
        "hex": Figure(_hexagon, add_x=4.4, lean=0.56),
        "fr-rect": Figure(_box, _bars, add_x=9.0),
        "lin-rect": Figure(_box, _left_bar, add_x=8.0),
        "div-rect": Figure(_box, _top_bar, add_y=7.0, down=0.25),
        "win-pane": Figure(_box, _window, add_x=8.0, add_y=7.0, down=0.2),
        "cyl": Figure(_cylinder, _lid, add_y=8.2, down=0.2),
        "lin-cyl": Figure(_cylinder, _lids, add_y=9.6, down=0.25),
        "datastore": Figure(_cylinder, _lid, add_y=8.2, down=0.2),
        "h-cyl": Figure(_lying_cylinder, _lying_lid, add_x=11.0),
        "odd": Figure(_odd, add_x=6.0, lean=0.3),
        "lean-r": Figure(_slanted(0.35, 0.0, 0.35, 0.0), add_x=5.0, lean=0.7, reach=0.45),
        "lean-l": Figure(_slanted(0.0, 0.35, 0.0, 0.35), add_x=5.0, lean=0.7, reach=0.45),
        "trap-b": Figure(_slanted(0.35, 0.35, 0.0, 0.0), add_x=5.0, lean=0.7, reach=0.45),
        "trap-t": Figure(_slanted(0.0, 0.0, 0.35, 0.35), add_x=5.0, lean=0.7, reach=0.45),
        "sl-rect": Figure(_sloped, add_y=7.0, down=0.2),
        "notch-rect": Figure(_notched),
        "notch-pent": Figure(_pentagon, add_y=5.4),
        "doc": _DOCUMENT,
        "docs": _DOCUMENT,
        "lin-doc": Figure(_document, _left_bar, add_x=8.0, add_y=6.4, down=-0.2),
        "tag-doc": _DOCUMENT,
        "delay": Figure(_delay, add_x=9.0),
        "tri": Figure(_triangle, wide=2.0, high=2.0, add_x=3.0, add_y=2.0, down=0.4, reach=0.1),
        "flip-tri": Figure(_flipped_triangle, wide=2.0, high=2.0, add_x=3.0, add_y=2.0, down=-0.4, reach=0.1),
        "cross-circ": Figure(_oval, _cross, square=True, reach=0.1),
        "fr-circ": Figure(_oval, _inner_circle, square=True, reach=0.1),
        "sm-circ": Figure(_oval, square=True, reach=0.1),
        "f-circ": Figure(_oval, square=True, reach=0.1, solid=True),
        "text": Figure(_box, add_x=2.0, add_y=1.6, bare=True),
        "note": Figure(_notched),
        "tag-rect": Figure(_box, _tag, add_x=8.0),
        "hourglass": Figure(_hourglass, square=True, reach=0.8),
        "brace": Figure(_box, _left_brace, add_x=9.0, bare=True),
        "brace-r": Figure(_box, _right_brace, add_x=9.0, bare=True),
        "braces": Figure(_box, _braces, add_x=9.0, bare=True),
        "curv-trap": Figure(_curved_trapezoid, add_x=6.0, lean=0.6),
    }
)


def figure_named(name: str) -> Figure:
    """The figure of that name; a box where there is none."""
    return FIGURES.get(name, _RECT)
