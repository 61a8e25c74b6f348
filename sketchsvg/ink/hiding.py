"""What lies under a card or a sign on the page is not seen; a plotter, which covers nothing, must not draw it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.grouping import Ink
from sketchsvg.scene import Layer, Mark, Word

#: Fills that cover, from this opacity on.
COVERING, OPAQUE = frozenset(("wash", "solid")), 0.95
#: How finely strokes and outlines are looked at: points a cubic piece, and mm between points of a stroke.
PIECES, STEP = 12, 0.25
#: The room that a word needs beside, over and under its baseline, in em: a hand that hatches leaves it.
BESIDE, ABOVE, BELOW = 0.3, 0.98, 0.28
#: What is left of a stroke between two covers counts from this length in mm on.
SHORTEST = 0.4


class _Cover(Struct, frozen=True, eq=False):
    """An opaque area: its layer and its corners (n, 2), all outlines joined."""

    layer: int
    starts: Floats
    ends: Floats

    def holds(self, points: Floats) -> npt.NDArray[np.bool_]:
        """Which points lie inside, by the even-odd rule."""
        x, y = points[:, :1], points[:, 1:]
        (x0, y0), (x1, y1) = self.starts.T, self.ends.T
        crossed = (y0 <= y) != (y1 <= y)
        rise = np.where(y1 == y0, 1.0, y1 - y0)
        right = x < x0 + (y - y0) / rise * (x1 - x0)
        odd: npt.NDArray[np.bool_] = np.count_nonzero(crossed & right, axis=1) % 2 == 1
        return odd


def visible(inks: Sequence[Ink], drawn: Sequence[Mark], page: Sequence[Mark]) -> list[Ink]:
    """The strokes without what opaque areas of higher layers hide; fills leave room for words, too.

    ``drawn`` are the marks of the inks' strokes, ``page`` all marks of the page.
    """
    covers = [_cover(mark) for mark in page if _covers(mark)]
    words = [_room(word, mark.layer) for mark in page if mark.writing for word in mark.writing.words if not word.angle]
    return [_uncovered(ink, drawn, [*covers, *words] if ink.coat == 0 else covers) for ink in inks]


def _room(word: Word, layer: int) -> _Cover:
    """The place of a word and half of the white beside it."""
    left, right = word.x - BESIDE * word.size, word.x + word.width + BESIDE * word.size
    top, bottom = word.y - ABOVE * word.size, word.y + BELOW * word.size
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    return _Cover(layer, corners, np.concatenate((corners[1:], corners[:1])))


def _covers(mark: Mark) -> bool:
    fill = mark.fill
    return (
        fill is not None and fill.style in COVERING and fill.opacity >= OPAQUE
        and mark.layer >= Layer.GROUND and len(mark.curves) > 0
    )  # fmt: skip


def _cover(mark: Mark) -> _Cover:
    outlines = [_points(stroke, 1.0) for stroke in mark.curves.strokes()]
    return _Cover(
        mark.layer,
        np.concatenate(outlines),
        np.concatenate([np.concatenate((outline[1:], outline[:1])) for outline in outlines]),
    )


def _uncovered(ink: Ink, marks: Sequence[Mark], covers: Sequence[_Cover]) -> Ink:
    if not len(ink.curves):
        return ink
    layers = np.array([marks[number].layer for number in ink.mark.tolist()], dtype=np.int64)
    low = np.minimum.reduceat(ink.curves.points, ink.curves.starts[:-1])
    high = np.maximum.reduceat(ink.curves.points, ink.curves.starts[:-1])
    strokes: dict[int, list[Floats]] = {}
    for cover in covers:
        near = (layers < cover.layer) & (high >= cover.starts.min(axis=0)).all(axis=1)
        near &= (low <= cover.starts.max(axis=0)).all(axis=1)
        for number in np.flatnonzero(near).tolist():
            parts = strokes.get(number)
            if parts is None:
                parts = [_whole(ink, number)]
            strokes[number] = [left for part in parts for left in _left(part, cover)]
    if not strokes:
        return ink
    kept = [(number, part) for number in range(len(layers)) for part in strokes.get(number, [_whole(ink, number)])]
    source: Ints = np.array([number for number, _ in kept], dtype=np.int64)
    curves = Curves.of([part for _, part in kept])
    return Ink(curves, ink.mark[source], ink.width[source], ink.opacity[source], ink.coat)


def _whole(ink: Ink, number: int) -> Floats:
    return ink.curves.points[ink.curves.starts[number] : ink.curves.starts[number + 1]]


def _left(stroke: Floats, cover: _Cover) -> list[Floats]:
    """What the cover leaves of a stroke: itself where nothing is hidden, else its parts."""
    points = _points(stroke, STEP)
    hidden = cover.holds(points)
    if not hidden.any():
        return [stroke]
    edges = np.flatnonzero(np.diff(np.concatenate(([True], hidden, [True])).astype(np.int8))).tolist()
    runs = [(first, end - 1) for first, end in zip(edges[::2], edges[1::2], strict=True)]
    each = (len(points) - 1) // max(1, len(stroke) // 3)
    return [_part(stroke, first, last, each) for first, last in runs if _length(points[first : last + 1]) >= SHORTEST]


def _part(stroke: Floats, first: int, last: int, each: int) -> Floats:
    """The stroke from one of its points to another; every piece has ``each`` of them."""
    begin, end = first // each, (last - 1) // each
    part = stroke[3 * begin : 3 * end + 4].copy()
    if last < (end + 1) * each:
        part[-4:] = _split(part[-4:], last / each - end)[0]
    if first > begin * each:
        # Of a piece that has just been cut at its end, the share is one of what is left.
        whole = last / each - begin if begin == end else 1.0
        part[:4] = _split(part[:4], (first / each - begin) / whole)[1]
    return part


def _split(piece: Floats, share: float) -> tuple[Floats, Floats]:
    """A cubic piece in two, by the construction of de Casteljau."""
    a, b, c, d = piece
    ab, bc, cd = a + (b - a) * share, b + (c - b) * share, c + (d - c) * share
    abc, bcd = ab + (bc - ab) * share, bc + (cd - bc) * share
    middle = abc + (bcd - abc) * share
    return np.stack((a, ab, abc, middle)), np.stack((middle, bcd, cd, d))


def _length(points: Floats) -> float:
    step = np.diff(points, axis=0)
    return float(np.sqrt(step[:, 0] * step[:, 0] + step[:, 1] * step[:, 1]).sum())


def _points(stroke: Floats, step: float) -> Floats:
    """Points on a stroke, no further apart than ``step`` mm or a twelfth of a piece, its nodes among them."""
    if len(stroke) < 4:
        return stroke
    a, b, c, d = stroke[:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    longest = float(np.abs(np.diff(stroke, axis=0)).max()) * 3
    count = max(PIECES, int(longest / step) + 1)
    t = (np.arange(count) / count)[None, :, None]
    s = 1 - t
    inner = a[:, None] * (s * s * s) + b[:, None] * (3 * s * s * t)
    inner = inner + c[:, None] * (3 * s * t * t) + d[:, None] * (t * t * t)
    return np.concatenate((inner.reshape(-1, 2), stroke[-1:]))
