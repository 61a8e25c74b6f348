"""From strokes with their marks to the paths of a page: what shares colour, opacity and width is one path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.inked import InkedPath
from sketchsvg.scene import Mark

#: Widths are told apart to a tenth of a micrometre.
_WIDTHS = 1e4


class Ink(Struct, frozen=True, eq=False):
    """Strokes ready for the page: one mark number and one width (mm; 0: a filled outline) a stroke.

    ``coat`` orders what lies on one layer: 0 is fill, 1 the line, higher numbers go over it. ``opacity`` is one a
    stroke.
    """

    curves: Curves
    mark: Ints
    width: Floats
    opacity: Floats
    coat: int


def paths(inks: Sequence[Ink], marks: Sequence[Mark]) -> tuple[InkedPath, ...]:
    """The ink as few paths, by layer, then fills before lines, then in the order of the marks."""
    inks = [ink for ink in inks if len(ink.curves)]
    if not inks:
        return ()
    curves = Curves.joined(ink.curves for ink in inks)
    mark = np.concatenate([ink.mark for ink in inks])
    coat = np.concatenate([np.full(len(ink.curves), ink.coat) for ink in inks])
    width = np.concatenate([np.rint(ink.width * _WIDTHS) for ink in inks]).astype(np.int64)
    opacity = np.concatenate([np.rint(ink.opacity * _WIDTHS) for ink in inks]).astype(np.int64)
    line_paint = _numbered([(one.layer, one.colour) for one in marks])
    # What is filled evenodd is a path of its own: two such shapes in one path would cut holes into each other.
    fill_paint = _numbered([
        (one.layer, "" if not one.fill else f"{number} evenodd" if one.fill.rule == "evenodd" else one.fill.colour)
        for number, one in enumerate(marks)
    ])  # fmt: skip
    paint = np.where(coat == 0, fill_paint[mark], line_paint[mark])

    group, members = _same((coat, paint, opacity, width), mark)
    order = np.argsort(group, kind="stable")
    sorted_curves = curves if (np.diff(group) >= 0).all() else taken(curves, order)
    ends = np.cumsum(np.bincount(group))
    made: list[tuple[tuple[int, int, int], InkedPath]] = []
    for number, (start, stop) in enumerate(zip([0, *ends.tolist()[:-1]], ends.tolist(), strict=True)):
        head = int(members[number])
        one = marks[int(mark[head])]
        fill = one.fill if coat[head] == 0 else None
        a, b = int(sorted_curves.starts[start]), int(sorted_curves.starts[stop])
        path = InkedPath(
            curves=Curves(sorted_curves.points[a:b], sorted_curves.starts[start : stop + 1] - a),
            layer=int(one.layer),
            colour=(fill.colour if fill else one.colour).lower(),
            opacity=float(opacity[head]) / _WIDTHS,
            width=float(width[head]) / _WIDTHS,
            label=label(one, int(coat[head])),
            rule=fill.rule if fill else "nonzero",
        )
        made.append(((path.layer, int(coat[head]), int(mark[head])), path))
    made.sort(key=lambda entry: entry[0])
    return tuple(path for _, path in made)


def label(mark: Mark, coat: int) -> str:
    """What a path holds, for readers of the file."""
    if coat == 0:
        return "fill"
    if mark.writing is not None:
        return "text"
    if mark.pen == "highlighter":
        return "highlighter"
    curves = mark.curves
    if len(curves) == 1 and (curves.points[0] == curves.points[-1]).all():
        return "frames"
    return "lines"


def taken(curves: Curves, strokes: Ints) -> Curves:
    """Some of the strokes, in the order given."""
    counts = np.diff(curves.starts)[strokes]
    starts = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=starts[1:])
    at = np.repeat(curves.starts[strokes] - starts[:-1], counts) + np.arange(starts[-1])
    # A point at a time, which is one number of 16 bytes.
    points = np.ascontiguousarray(curves.points).view(np.complex128).ravel().take(at)
    return Curves(points.view(np.float64).reshape(-1, 2), starts)


def _numbered(values: Sequence[tuple[int, str]]) -> Ints:
    known: dict[tuple[int, str], int] = {}
    return np.array([known.setdefault(value, len(known)) for value in values], dtype=np.int64)


def _same(columns: tuple[Ints, ...], mark: Ints) -> tuple[Ints, Ints]:
    """The number of the group of each stroke, and for each group its stroke of the lowest mark."""
    code = np.zeros(len(mark), dtype=np.int64)
    for column in columns:
        code = code * (int(column.max()) + 1) + column
    # Sorted by group and in it by mark, the first of each group is its lowest mark.
    order = np.lexsort((mark, code))
    ranked = code[order]
    fresh = np.ones(len(order), dtype=np.bool_)
    fresh[1:] = ranked[1:] != ranked[:-1]
    group = np.empty(len(order), dtype=np.int64)
    group[order] = np.cumsum(fresh) - 1
    return group, order[fresh]
