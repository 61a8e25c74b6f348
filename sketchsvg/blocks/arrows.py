"""Arrows that lead the eye from block to block across the white between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

from msgspec import Struct

from sketchsvg.errors import SheetError, Source
from sketchsvg.frame import Frame
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, polyline_stroke, smooth_stroke
from sketchsvg.names import unknown
from sketchsvg.scene import Fill, Layer, Mark

#: The length of an arrow's head in mm.
HEAD = 2.3
#: A medallion is the gutter and this much wider, in mm; the arrow in it takes this part of it.
OVER, WITHIN = 1.5, 0.6


class Arrow(Struct, frozen=True):
    """From the block named ``start`` to the block named ``end``, in an accent's hue (default: that of the end)."""

    start: str
    end: str
    accent: str = ""


def arrow_strokes(x0: float, y0: float, x1: float, y1: float, bow: float = 0.0, head: float = HEAD) -> Curves:
    """A pen arrow with an open head: a shaft that bows ``bow`` mm to its left, then the head in one stroke."""
    dx, dy = x1 - x0, y1 - y0
    length = max(1e-9, sqrt(dx * dx + dy * dy))
    ux, uy = dx / length, dy / length
    middle = ((x0 + x1) / 2 + uy * bow, (y0 + y1) / 2 - ux * bow)
    shaft = smooth_stroke([(x0, y0), middle, (x1, y1)]) if bow else polyline_stroke([(x0, y0), (x1, y1)])
    # At its end a bowed shaft points away from the chord by twice the bow over the half length.
    lean = 4 * bow / length
    ex, ey = ux - uy * lean, uy + ux * lean
    size = sqrt(ex * ex + ey * ey)
    ex, ey = ex / size, ey / size
    head = min(head, length * 0.6)
    back, side = head * 0.84, head * 0.54
    wings = [
        (x1 - ex * back - ey * side, y1 - ey * back + ex * side),
        (x1, y1),
        (x1 - ex * back + ey * side, y1 - ey * back - ex * side),
    ]
    return Curves.of([shaft, polyline_stroke(wings)])


def trace_arrows(arrows: Sequence[str | Arrow], root: Frame, where: Source | None) -> Iterator[Mark]:
    """The marks of a sheet's arrows; ``NameUnknownError`` for a block that is not on the sheet."""
    if not arrows:
        return
    frames = {frame.id: frame for frame in root.walk()}
    for arrow in (one for spec in arrows for one in _parsed(spec, where)):
        start, end = (_named(name, frames, where) for name in (arrow.start, arrow.end))
        theme = end.setting.theme
        colour = theme.accents[arrow.accent or end.setting.accent]
        (x, y), (dx, dy) = _crossing(start.rect, end.rect)
        side = theme.space.gutter + OVER
        key = f"arrows/{arrow.start}/{arrow.end}"
        yield Mark(
            f"{key}/medallion", ellipse(x, y, side / 2, side / 2), theme.pens.frame, theme.lines.card, colour,
            Layer.TOP_FILL, fill=Fill("wash", theme.paper.colour),
        )  # fmt: skip
        half = side * WITHIN / 2
        yield Mark(
            key, arrow_strokes(x - dx * half, y - dy * half, x + dx * half, y + dy * half, bow=0.25, head=side * 0.32),
            theme.pens.arrow, theme.lines.arrow * 1.5, colour, Layer.TOP_LINE,
        )  # fmt: skip


def _parsed(spec: str | Arrow, where: Source | None) -> list[Arrow]:
    """``"a -> b -> c"`` as two arrows."""
    if isinstance(spec, Arrow):
        return [spec]
    names = [name.strip() for name in spec.split("->")] if isinstance(spec, str) else []
    if len(names) < 2 or not all(names):
        raise SheetError(
            f"An arrow is written as “block -> block”, not {spec!r}.", where=where, mend='arrows=["one -> other"]'
        )
    return [Arrow(a, b) for a, b in pairwise(names)]


def _named(name: str, frames: dict[str, Frame], where: Source | None) -> Frame:
    if name not in frames:
        raise unknown("block on the sheet called", name, frames, where)
    return frames[name]


def _crossing(a: Rect, b: Rect) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the way from one box to another crosses the white between them, and its direction."""
    if b.x >= a.right or a.x >= b.right:
        y = (max(a.y, b.y) + min(a.bottom, b.bottom)) / 2
        if b.x >= a.right:
            return ((a.right + b.x) / 2, y), (1.0, 0.0)
        return ((b.right + a.x) / 2, y), (-1.0, 0.0)
    x = (max(a.x, b.x) + min(a.right, b.right)) / 2
    if b.y >= a.bottom:
        return (x, (a.bottom + b.y) / 2), (0.0, 1.0)
    return (x, (b.bottom + a.y) / 2), (0.0, -1.0)
