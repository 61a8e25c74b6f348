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

#: How far the handles of a curve may lie beside its chord for a line to be drawn: it then runs within 15 µm of it.
_FLAT = 1.0
#: The square of the third difference of a cubic up to which a quadratic is drawn: both differ by sqrt(3) / 36 of that
#: difference at most, 16 µm.
_QUADRATIC = 277
#: How far a quadratic may turn away from its neighbours: 6 times the tangent of 4 degrees, and 4 times the one unit
#: that its handle may be off in any case.
_TURN, _OFF = 0.42, 4.0
#: How far a handle may lie from the mirror image of the one before the node, and how far across its direction: the
#: curve moves by 4/9 of that at most, 20 and 9 µm.
_MIRRORED, _ACROSS = 2.25, 1.0

Cells: TypeAlias = npt.NDArray[np.uint8]
Flags: TypeAlias = npt.NDArray[np.bool_]
#: Columns x and y.
Pair: TypeAlias = tuple[Ints, Ints]


class Steps(Struct, frozen=True, eq=False):
    """Strokes on the grid of whole units, taken apart into the steps that a path is made of.

    ``points`` (n, 2) are absolute; ``handles`` (m,) is the index of the first handle of each segment, which
    is followed by the second handle and the node, and preceded by the node it leaves; ``straight`` (m,)
    tells which segments are straight; ``firsts`` and ``lasts`` are the indices of the ends of each stroke,
    ``closed`` tells which strokes end where they begin.
    """

    points: Ints
    handles: Ints
    straight: Flags
    firsts: Ints
    lasts: Ints
    closed: Flags

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

    def drawn(self) -> Flags:
        """Which points are written when lines and cubics are: all but the handles of straight steps."""
        kept = np.ones(len(self.points), dtype=np.bool_)
        lines = self.handles[self.straight]
        kept[lines] = kept[lines + 1] = False
        return kept

    def pieces(self, cells: Cells, kept: Ints, cuts: list[tuple[int, int]]) -> list[Cells]:
        """``cells``, one row for each point that is ``kept``, parted into those of the strokes in each cut."""
        edges = np.append(self.firsts, len(self.points)).take(np.array(cuts, dtype=np.int64).ravel())
        starts = np.searchsorted(kept, edges).reshape(-1, 2).tolist()
        return [cells[first:last] for first, last in starts]


def steps_of(curves: Curves, units_per_mm: int) -> Steps:
    """Round ``curves`` (mm) to whole units.

    A segment is straight when it runs within three quarters of a unit of its chord and does not turn back.
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


def _rounded(points: npt.NDArray[np.float64], units_per_mm: int, handles: Ints, rounded: Ints) -> Flags:
    """Writes points (mm) as whole units to ``rounded`` and tells which segments are straight."""
    scaled = np.ascontiguousarray(points * units_per_mm)
    pairs = scaled.view(np.complex128).ravel()
    start, end = _pairs(pairs, handles - 1), _pairs(pairs, handles + 2)
    x, y = np.ascontiguousarray((end - start).T)
    length = np.sqrt(x * x + y * y)
    straight = np.ones(len(handles), dtype=np.bool_)
    for handle, sign in ((_pairs(pairs, handles) - start, 1.0), (_pairs(pairs, handles + 1) - end, -1.0)):
        u, v = np.ascontiguousarray(handle.T)
        straight &= np.abs(u * y - v * x) <= length * _FLAT
        # The handle points ahead, and not beyond the other end; where start and end are one, it lies there, too.
        straight &= (u * x + v * y) * sign >= length * -0.5
        straight &= u * u + v * v <= (length + 1.0) * (length + 1.0)
    rounded[:] = np.rint(scaled, out=scaled)
    return straight


def _pairs(pairs: npt.NDArray[np.complex128], at: Ints) -> npt.NDArray[np.float64]:
    """Some points (n, 2) out of all, which are taken as one number each: several times as fast."""
    return pairs.take(at).view(np.float64).reshape(-1, 2)


def path_texts(steps: Steps, cuts: list[tuple[int, int]], heads: Ints | None = None) -> list[str]:
    """The path text of the strokes ``first`` to ``last`` (excluded) of each pair in ``cuts``.

    ``heads`` are the strokes that begin with an absolute ``M``, among them the first of every cut (None: all do). The
    others begin with an ``m`` from the end of the stroke before, so the text of a head and of those that follow it
    depends on nothing else. A stroke goes on with relative ``l``, ``q``, ``s`` and ``c``, whichever is the shortest
    that runs where the curve does. The relative numbers are differences of rounded absolute ones: no error adds up. A
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
    absolute = np.ones(len(steps.firsts), dtype=np.bool_)
    if heads is not None:
        absolute[:] = False
        absolute[heads] = True
    return [text for share in shares for text in _texts(steps, share, absolute)]


def _texts(steps: Steps, cuts: list[tuple[int, int]], absolute: Flags) -> list[str]:
    begin, end = cuts[0][0], cuts[-1][1]
    steps, absolute = steps.between(begin, end), absolute[begin:end]
    values = _relative(steps)
    written, letters = _commands(steps, values)
    follows = np.flatnonzero(~absolute)
    if len(follows):
        before = _as_one(steps.points).take(steps.lasts.take(follows - 1)).view(np.int64)
        flat, at = values.reshape(-1), 2 * steps.firsts.take(follows)
        flat[at] -= before[::2]
        flat[at + 1] -= before[1::2]
    letters[steps.firsts] = np.where(absolute, ord("M"), ord("m"))
    kept = np.flatnonzero(written)
    cells, letters = number_cells(_both(_as_one(values).take(kept))), letters.take(kept)
    some = np.flatnonzero(letters)
    cells[some, 0, 0] = letters.take(some)
    cells[np.searchsorted(kept, steps.lasts[steps.closed]), 1, CELL - 1] = ord("z")
    pieces = steps.pieces(cells, kept, [(first - begin, last - begin) for first, last in cuts])
    return [piece.tobytes().translate(None, b"\0").decode("ascii") for piece in pieces]


def _relative(steps: Steps) -> Ints:
    """Each point (n, 2) as seen from the node that its segment leaves; the first point of a stroke as it is."""
    points = _as_one(steps.points)
    values = steps.points.copy()
    left = steps.handles - 1
    if len(left):
        # A segment goes on until the next one leaves; first points, which are among them then, are put right below.
        ways = np.append(left[1:], len(points) - 1) - left
        values[left[0] + 1 :] -= _both(np.repeat(points.take(left), ways))
    _as_one(values)[steps.firsts] = points.take(steps.firsts)
    return values


def _as_one(points: Ints) -> npt.NDArray[np.complex128]:
    """Pairs (n, 2) as one number of 16 bytes each, which are taken several times as fast."""
    return np.ascontiguousarray(points).view(np.complex128).ravel()


def _pair(pairs: npt.NDArray[np.complex128]) -> Pair:
    """All first and all second whole numbers of what ``_as_one`` made of them."""
    x, y = np.ascontiguousarray(_both(pairs).T)
    return x, y


def _both(pairs: npt.NDArray[np.complex128]) -> Ints:
    """The two whole numbers (n, 2) of what ``_as_one`` made of them."""
    return pairs.view(np.int64).reshape(-1, 2)


def _commands(steps: Steps, values: Ints) -> tuple[Flags, Cells]:
    """Which points are written, and the letter before each (0: none); a repeated letter is left out.

    ``values`` are as seen from the node before; a quadratic's one handle takes the place of the first.
    """
    begins = np.zeros(len(values) + 2, dtype=np.bool_)
    # Where the first handle of a stroke lies, and where that of one behind the last would.
    begins[steps.firsts + 1] = begins[-1:] = True
    bent = np.flatnonzero(~steps.straight)
    at = steps.handles.take(bent)
    points = _as_one(values)
    first, second, end = (_pair(points.take(at + number)) for number in range(3))
    bends = _Bends(at, first, (end[0] - second[0], end[1] - second[1]), end)
    quadratic = _quadratics(bends, begins)
    mirrored = _mirrored(bends, np.delete(np.arange(len(bent)), quadratic), begins)
    kept, letter, begin = steps.drawn(), np.full(len(steps.handles), ord("l"), dtype=np.uint8), steps.handles + 2
    letter[bent], begin[bent] = ord("c"), at
    for some, sign, unseen in ((quadratic, "q", 1), (mirrored, "s", 0)):
        letter[bent.take(some)] = ord(sign)
        kept[at.take(some) + unseen] = False
    begin[bent.take(mirrored)] += 1
    for column, out, back, stop in zip(values.T, bends.out, bends.back, end, strict=True):
        handle = 2 * stop.take(quadratic) + 3 * (out.take(quadratic) - back.take(quadratic))
        column[at.take(quadratic)] = np.rint(handle / 4)

    changes = begins.take(steps.handles)
    changes[1:] |= letter[1:] != letter[:-1]
    some = np.flatnonzero(changes)
    letters = np.zeros(len(values), dtype=np.uint8)
    letters[begin.take(some)] = letter.take(some)
    return kept, letters


class _Bends(Struct, frozen=True, eq=False):
    """Segments that are not straight.

    The point ``at`` is the first handle; ``out`` leads to it, ``back`` from the second handle to the ``end``.
    """

    at: Ints
    out: Pair
    back: Pair
    end: Pair


def _quadratics(bends: _Bends, begins: Flags) -> Ints:
    """The bends that a quadratic draws as well, without a corner where it meets its neighbours."""
    # The third difference: what a quadratic leaves out.
    x, y = (3 * (out + back) - 2 * end for out, back, end in zip(bends.out, bends.back, bends.end, strict=True))
    near = np.flatnonzero(x * x + y * y <= _QUADRATIC)
    x, y = x.take(near), y.take(near)
    found = np.ones(len(near), dtype=np.bool_)
    at = bends.at.take(near)
    # A stroke that begins or ends here has no neighbour.
    for (u, v), beyond in ((bends.out, at), (bends.back, at + 4)):
        u, v = u.take(near), v.take(near)
        length = np.sqrt(u * u + v * v)
        found &= begins.take(beyond) | (np.abs(x * v - y * u) <= length * (_TURN * length + _OFF))
    return near.take(np.flatnonzero(found))


def _mirrored(bends: _Bends, cubics: Ints, begins: Flags) -> Ints:
    """Those of the ``cubics`` whose first handle mirrors the second one of a cubic just before."""
    after, before, at = cubics[1:], cubics[:-1], bends.at.take(cubics)
    follows = np.flatnonzero((at[1:] == at[:-1] + 3) & ~begins.take(at[1:]))
    after, before = after.take(follows), before.take(follows)
    (u, v), (x, y) = (column.take(before) for column in bends.back), (column.take(after) for column in bends.out)
    x, y = x - u, y - v
    near: Flags = x * x + y * y <= _MIRRORED * _MIRRORED
    near &= np.abs(x * v - y * u) <= _ACROSS * np.sqrt(u * u + v * v)
    return after.take(np.flatnonzero(near))


def number_cells(values: Ints) -> Cells:
    """The text of ``values`` (n, 2) in cells (n, 2, 8) of a byte each.

    Unused bytes are 0, to be deleted at the end. A number begins with what parts it from the one before: a minus
    sign, or else a space.
    """
    table, zero = _number_table(_limit(values))
    return table.take(values + zero).view(np.uint8).reshape(-1, 2, CELL)


def _limit(values: Ints) -> int:
    """The size of the table that holds all ``values``: a power of two, so that few are ever made."""
    largest = int(np.abs(values).max()) if values.size else 0
    return min(1 << max(largest.bit_length(), 12), _LARGEST)


@lru_cache(maxsize=4)
def _number_table(limit: int) -> tuple[npt.NDArray[np.uint64], int]:
    """The text of every number from ``-limit`` to ``limit`` in cells of eight bytes, and the index of 0."""
    digits = np.zeros((limit + 1, CELL), dtype=np.uint8)
    figures = np.arange(ord("0"), ord("9") + 1, dtype=np.uint8)
    for place in range(5):
        # Every figure stands as often as the places behind it count; numbers too small to have this place lack it.
        least = 10**place if place else 0
        if least > limit:
            break
        row = np.tile(figures.repeat(10**place), limit // 10 ** (place + 1) + 1)
        digits[least:, 6 - place] = row[least : limit + 1]
    table = np.concatenate((digits[:0:-1], digits))
    table[:limit, 1] = ord("-")
    table[limit:, 0] = ord(" ")
    table.setflags(write=False)
    return table.view(np.uint64).reshape(-1), limit
