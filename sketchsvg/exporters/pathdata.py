"""Strokes as SVG path text: whole numbers, formatted in bulk."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Ints

#: Bytes of a formatted number: a letter or a space, a sign, five digits, and a letter that follows it.
CELL = 8
_LARGEST = 99_999
#: About how many points are worked on at a time.
_AT_ONCE = 60_000

Cells: TypeAlias = npt.NDArray[np.uint8]


class Steps(Struct, frozen=True, eq=False):
    """Strokes on the grid of whole units, taken apart into the steps that a path is made of.

    ``points`` (n, 2) are absolute; ``handles`` (m,) is the index of the first handle of each segment, which
    is followed by the second handle and the node, and preceded by the node it leaves; ``straight`` (m,)
    tells which segments are straight; ``firsts`` and ``lasts`` are the indices of the ends of each stroke,
    ``closed`` tells which strokes end where they begin.
    """

    points: Ints
    handles: Ints
    straight: npt.NDArray[np.bool_]
    firsts: Ints
    lasts: Ints
    closed: npt.NDArray[np.bool_]

    def between(self, first: int, last: int) -> Steps:
        """Some of the strokes: from number ``first`` up to ``last``, which is no longer among them."""
        if first == 0 and last == len(self.firsts):
            return self
        strokes = slice(first, last)
        begin = int(self.firsts[first]) if first < len(self.firsts) else len(self.points)
        end = int(self.lasts[last - 1]) + 1 if last > first else begin
        segments = slice(*np.searchsorted(self.handles, (begin, end)).tolist())
        return Steps(
            self.points[begin:end],
            self.handles[segments] - begin,
            self.straight[segments],
            self.firsts[strokes] - begin,
            self.lasts[strokes] - begin,
            self.closed[strokes],
        )

    def pieces(self, cells: Cells, cuts: list[tuple[int, int]]) -> list[Cells]:
        """Of ``cells``, one row a point, those of the strokes in each cut, without the handles of straight steps."""
        kept = np.ones(len(self.points), dtype=np.bool_)
        lines = self.handles[self.straight]
        kept[lines] = kept[lines + 1] = False
        ends = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(kept)))
        starts = ends[np.append(self.firsts, len(kept))].tolist()
        if not len(cells):
            return [cells for _ in cuts]
        # A row at a time, in one piece.
        rows = cells.reshape(len(cells), -1).view(f"V{cells[0].size}").ravel()
        whole = rows.take(np.flatnonzero(kept)).view(np.uint8).reshape(-1, *cells.shape[1:])
        return [whole[starts[first] : starts[last]] for first, last in cuts]


def steps_of(curves: Curves, units_per_mm: int) -> Steps:
    """Round ``curves`` (mm) to whole units.

    A segment is straight when both handles lie within half a unit of the thirds of its chord; it then
    differs from the line by less than that.
    """
    firsts, lasts = curves.starts[:-1], curves.starts[1:] - 1
    segments = (lasts - firsts) // 3
    # The first handle of every segment: its place among all segments, thrice, and a point more for every stroke.
    handles = np.repeat(np.arange(1, len(segments) + 1), segments)
    handles += 3 * np.arange(len(handles))
    points = np.empty(curves.points.shape, dtype=np.int64)
    straight = np.empty(len(handles), dtype=np.bool_)
    ends = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(segments)))
    for first, last in pairwise(_shares(curves.starts)):
        a, b = curves.starts[first], curves.starts[last]
        own = slice(ends[first], ends[last])
        straight[own] = _rounded(curves.points[a:b], units_per_mm, handles[own] - a, points[a:b])
    exact = np.ascontiguousarray(curves.points).view(np.complex128).ravel()
    same = exact.take(firsts) == exact.take(lasts)
    # A dot is a straight segment that returns to its start; it is no outline.
    dots = (segments == 1) & np.append(straight, False)[ends[1:] - 1]
    return Steps(points, handles, straight, firsts, lasts, same & ~dots)


def _shares(starts: Ints) -> list[int]:
    """Where many strokes are parted, so that what is worked out for some of them stays near the processor."""
    shares = int(starts[-1]) // _AT_ONCE + 1
    wanted = np.arange(1, shares) * (int(starts[-1]) // shares)
    return sorted({0, *np.searchsorted(starts, wanted).tolist(), len(starts) - 1})


def _rounded(points: npt.NDArray[np.float64], units_per_mm: int, handles: Ints, rounded: Ints) -> npt.NDArray[np.bool_]:
    """Writes points (mm) as whole units to ``rounded`` and tells which segments are straight."""
    scaled = np.ascontiguousarray(points * units_per_mm)
    pairs = scaled.view(np.complex128).ravel()
    start, end = _pairs(pairs, handles - 1), _pairs(pairs, handles + 2)
    third = (end - start) / 3
    start += third
    end -= third
    off = np.maximum(np.abs(_pairs(pairs, handles) - start), np.abs(_pairs(pairs, handles + 1) - end))
    rounded[:] = np.rint(scaled, out=scaled)
    return np.asarray(np.maximum(off[:, 0], off[:, 1]) <= 0.5)


def _pairs(pairs: npt.NDArray[np.complex128], at: Ints) -> npt.NDArray[np.float64]:
    """Some points (n, 2) out of all, which are taken as one number each: several times as fast."""
    return pairs.take(at).view(np.float64).reshape(-1, 2)


def path_texts(steps: Steps, cuts: list[tuple[int, int]]) -> list[str]:
    """The path text of the strokes ``first`` to ``last`` (excluded) of each pair in ``cuts``.

    A stroke begins with an absolute ``M`` and goes on with relative ``c`` and ``l``, so its text depends on
    nothing but itself. The relative numbers are differences of rounded absolute ones: no error adds up. A
    closed stroke ends with ``z``.
    """
    shares: list[list[tuple[int, int]]] = []
    points = _AT_ONCE
    for first, last in cuts:
        if points >= _AT_ONCE:
            shares.append([])
            points = 0
        shares[-1].append((first, last))
        points += int(steps.lasts[last - 1] - steps.firsts[first]) if last > first else 0
    return [text for share in shares for text in _texts(steps, share)]


def _texts(steps: Steps, cuts: list[tuple[int, int]]) -> list[str]:
    begin, end = cuts[0][0], cuts[-1][1]
    steps = steps.between(begin, end)
    cells = number_cells(_relative(steps))
    cells[steps.firsts, 0, 0] = ord("M")
    _write_letters(cells, steps)
    cells[steps.lasts[steps.closed], 1, CELL - 1] = ord("z")
    pieces = steps.pieces(cells, [(first - begin, last - begin) for first, last in cuts])
    return [piece.tobytes().translate(None, b"\0").decode("ascii") for piece in pieces]


def _relative(steps: Steps) -> Ints:
    """Each point as seen from the node that its segment leaves; the first point of a stroke as it is."""
    # The node that each point is seen from; a first one would be seen from itself.
    base = np.empty(len(steps.points), dtype=np.int64)
    base[steps.firsts] = 0
    for behind in range(3):
        base[steps.handles + behind] = steps.handles - 1
    values = np.empty_like(steps.points)
    for axis in (0, 1):
        column = steps.points[:, axis].copy()
        seen_from = column.take(base)
        seen_from[steps.firsts] = 0
        np.subtract(column, seen_from, out=values[:, axis])
    return values


def number_cells(values: Ints) -> Cells:
    """The text of ``values`` (n, 2) in cells (n, 2, 8) of a byte each.

    Unused bytes are 0, to be deleted at the end. A number begins with what parts it from the one before: a minus
    sign, or else a space.
    """
    table, zero = _number_table(_limit(values))
    return table[values + zero].view(np.uint8).reshape(-1, 2, CELL)


def _write_letters(cells: Cells, steps: Steps) -> None:
    """Put ``c`` and ``l`` where a stroke begins to bend or to run straight; a repeated letter is left out."""
    first_of_stroke = np.zeros(len(cells) + 1, dtype=np.bool_)
    first_of_stroke[steps.firsts + 1] = True
    changes = first_of_stroke[steps.handles]
    changes[1:] |= steps.straight[1:] != steps.straight[:-1]
    cells[steps.handles[changes & ~steps.straight], 0, 0] = ord("c")
    cells[steps.handles[changes & steps.straight] + 2, 0, 0] = ord("l")


def _limit(values: Ints) -> int:
    """The size of the table that holds all ``values``: a power of two, so that few are ever made."""
    largest = int(np.abs(values).max()) if values.size else 0
    return min(1 << max(largest.bit_length(), 12), _LARGEST)


@lru_cache(maxsize=4)
def _number_table(limit: int) -> tuple[npt.NDArray[np.uint64], int]:
    """The text of every number from ``-limit`` to ``limit`` in cells of eight bytes, and the index of 0."""
    numbers = np.arange(limit + 1)
    digits = np.zeros((limit + 1, CELL), dtype=np.uint8)
    for place in range(5):
        rest = numbers // 10**place
        digits[:, 6 - place] = np.where((rest > 0) | (place == 0), rest % 10 + ord("0"), 0)
    table = np.concatenate((digits[:0:-1], digits))
    table[:limit, 1] = ord("-")
    table[limit:, 0] = ord(" ")
    table.setflags(write=False)
    return table.view(np.uint64).reshape(-1), limit
