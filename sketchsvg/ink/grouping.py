"""From strokes with their marks to the paths of a page: what shares colour, opacity and width is one path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.ink.cancelling import loners
from sketchsvg.inked import InkedPath
from sketchsvg.scene import Mark

#: Widths are told apart to a tenth of a micrometre.
_WIDTHS = 1e4
#: So many strokes are sorted by small numbers instead of large ones.
_MANY = 10_000
#: Numbers below this one are small: they fit into 16 bits.
_SMALL = 1 << 16
#: The least width of ink in mm: what printers hold and eyes see (0.1 mm, a quarter of a point).
HAIRLINE = 0.1


class Ink(Struct, frozen=True, eq=False):
    """Strokes ready for the page: one mark number and one width (mm; 0: a filled outline) a stroke.

    ``coat`` orders what lies on one layer: 0 is fill, 1 the line, higher numbers go over it. ``opacity`` is one a
    stroke. ``grain`` is a pattern that all strokes are broken into: lengths of ink and
    gap as they show, in widths of the line.
    """

    curves: Curves
    mark: Ints
    width: Floats
    opacity: Floats
    coat: int
    grain: tuple[float, ...] = ()


def paths(inks: Sequence[Ink], marks: Sequence[Mark]) -> tuple[InkedPath, ...]:
    """The ink as few paths, by layer, then fills before lines, then in the order of the marks."""
    inks = [ink for ink in inks if len(ink.curves)]
    if not inks:
        return ()
    curves = Curves.joined(ink.curves for ink in inks)
    mark = np.concatenate([ink.mark for ink in inks])
    coat = np.repeat(np.array([ink.coat for ink in inks]), [len(ink.mark) for ink in inks])
    width = np.rint(np.concatenate([ink.width for ink in inks]) * _WIDTHS).astype(np.int64)
    width[(width > 0) & (width < HAIRLINE * _WIDTHS)] = HAIRLINE * _WIDTHS
    opacity = np.rint(np.concatenate([ink.opacity for ink in inks]) * _WIDTHS).astype(np.int64)
    paint = _numbered([(one.layer, one.colour) for one in marks]).take(mark)
    filled = np.flatnonzero(coat == 0)
    if len(filled):
        # What is filled evenodd is a path of its own: two such shapes in one path would cut holes into each other.
        lone = loners(marks)
        paint[filled] = _numbered([
            (one.layer, f"{number} alone" if one.fill.rule == "evenodd" or number in lone else one.fill.colour)
            if one.fill else (one.layer, "") for number, one in enumerate(marks)
        ]).take(mark[filled])  # fmt: skip

    patterns = list(dict.fromkeys(ink.grain for ink in inks))
    grain = np.repeat(np.array([patterns.index(ink.grain) for ink in inks]), [len(ink.mark) for ink in inks])

    order, heads, ends = _same((coat, paint, opacity, width, grain), mark)
    if (order[1:] < order[:-1]).any():
        curves = taken(curves, order)
    begins = np.concatenate((np.zeros(1, dtype=np.int64), ends[:-1]))
    firsts, lasts = curves.starts.take(begins).tolist(), curves.starts.take(ends).tolist()
    own = mark.take(order)
    fresh = np.append(True, own[1:] != own[:-1])
    details = zip(grain[heads].tolist(), mark[heads].tolist(), coat[heads].tolist(), width[heads].tolist(),
                  opacity[heads].tolist(), begins.tolist(), ends.tolist(), firsts, lasts, strict=True)  # fmt: skip
    made: list[tuple[tuple[int, int, int], InkedPath]] = []
    for grains, number, lies, wide, strong, start, stop, a, b in details:
        one = marks[number]
        fill = one.fill if lies == 0 else None
        path = InkedPath(
            curves=Curves(curves.points[a:b], curves.starts[start : stop + 1] - a),
            layer=int(one.layer),
            colour=(fill.colour if fill else one.colour).lower(),
            opacity=strong / _WIDTHS,
            width=wide / _WIDTHS,
            label=label(one, lies),
            rule=fill.rule if fill else "nonzero",
            heads=np.flatnonzero(fresh[start:stop]),
            dash=_dash(patterns[grains], wide / _WIDTHS),
        )
        made.append(((path.layer, lies, number), path))
    made.sort(key=lambda entry: entry[0])
    return tuple([path for _, path in made])


def _dash(grain: tuple[float, ...], width: float) -> tuple[float, ...]:
    """The dashes in mm that show as this grain: their round ends are ink, too."""
    ends = (-1.0, 1.0)
    return tuple([max(length + ends[place % 2], 0.0) * width for place, length in enumerate(grain)])


def label(mark: Mark, coat: int) -> str:
    """What a path holds, for readers of the file."""
    if coat == 0:
        return "fill"
    if mark.writing is not None:
        return "text"
    if mark.pen == "highlighter":
        return "highlighter"
    curves = mark.curves
    single = len(curves.starts) == 2 or mark.keys
    return "frames" if single and curves.points[0].tolist() == curves.points[curves.starts[1] - 1].tolist() else "lines"


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


def _by_code(code: Ints) -> Ints:
    """The order of codes, those that are equal as they stand. Many are sorted by small numbers, which takes no time."""
    ranks, small = code, len(code) > 0 and int(code.max()) < _SMALL
    if not small and len(code) > _MANY:
        kinds = np.unique(code)
        ranks, small = np.searchsorted(kinds, code), len(kinds) < _SMALL
    return np.argsort(ranks.astype(np.uint16) if small else code, kind="stable")


def _same(columns: tuple[Ints, ...], mark: Ints) -> tuple[Ints, Ints, Ints]:
    """The strokes ordered group by group, for each group its stroke of the lowest mark, and where it ends."""
    code = np.zeros(len(mark), dtype=np.int64)
    for column in columns:
        least, most = int(column.min()), int(column.max())
        # What is the same for all, as most of it is on most pages, parts nothing.
        if most > least:
            code *= most - least + 1
            code += column - least
    # Sorted by mark and then, stably, by group: the first of each group is its lowest mark.
    by_mark = np.argsort(mark, kind="stable")
    order = by_mark[_by_code(code[by_mark])]
    ranked = code[order]
    fresh = np.flatnonzero(ranked[1:] != ranked[:-1]) + 1
    begins = np.concatenate((np.zeros(1, dtype=np.int64), fresh))
    return order, order[begins], np.append(fresh, len(order))
