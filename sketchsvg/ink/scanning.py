"""Parallel lines clipped to shapes, all shapes at once: where the lines of a fill may run.

A span is a part of a line that is inside by the shape's rule and further than its clearance from every edge. Whatever a
fill draws on a span, within ``room`` to both sides of the line, leaves its ink inside the shape: at slanting edges,
past corners and around holes too.
"""

from __future__ import annotations

from math import cos, radians, sin

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Flags, running
from sketchsvg.ink.filled import Filled
from sketchsvg.ink.flattening import FLAT, edges_of
from sketchsvg.ink.keys import Channel, uniform

#: What a writer of files may round away, and what edges may be off, mm: kept clear beyond the ink.
MARGIN = FLAT + 0.02
#: How far a line may lie off its even place and how far it leans, both as shares of the gap.
_UNEVEN, _LEAN = 0.13, 0.1
#: How far both together take it, with a little to spare.
_OFF = 0.2
#: The index stride between the layers of a cross-hatch.
_LAYER = 1 << 20
#: What happens along a line, in the order in which it counts at one place: an edge comes too near, the line comes into
#: the shape or leaves it (by the way in which it crosses the outline), an edge is far enough.
_BEGINS, _IN, _OUT, _ENDS = 0, 1, 2, 3
#: What is counted of these: edges that are too near, and in steps of ``_ROUND`` how often the outline goes round.
_ROUND = 1 << 32
_COUNTS = (1, _ROUND, -_ROUND, -1)
#: Places along lines are told apart to a nanometre (2 ** -20 mm), 262 m to both sides; above them stands the line.
_STEP, _ZERO, _LINE = 2.0**-20, 2.0**18, 41
_PLACES = (1 << _LINE) - 1
#: So many meetings of lines and edges are looked at in one page; more are refused.
MEETINGS = 30_000_000


class Ways(Struct, frozen=True, eq=False):
    """The directions of each shape's lines: unit vectors along and across them, and the place of u = 0 along."""

    along: tuple[Floats, Floats]
    across: tuple[Floats, Floats]
    middle: Floats


class Lines(Struct, frozen=True, eq=False):
    """All lines: their shape, number in it, place across, lean (mm across a mm along), clearance and pitch in mm."""

    shape: Ints
    number: Ints
    place: Floats
    lean: Floats
    half: Floats
    pitch: Floats


class Near(Struct, frozen=True, eq=False):
    """The edges in the frame of the lines, sorted by the line they come near: edges of line i are a run of ``at``."""

    ua: Floats
    fa: Floats
    ub: Floats
    fb: Floats
    line: Ints


class Courses(Struct, frozen=True, eq=False):
    """Lines, one an entry: their place across, their lean and their directions."""

    place: Floats
    lean: Floats
    ways: Ways

    def page(self, u: Floats, off: Floats | float) -> tuple[Floats, Floats]:
        """Places ``u`` mm along lines and ``off`` mm beside them as x and y on the page."""
        return _on_page(self.ways, u, self.place + self.lean * u + off)


def _on_page(ways: Ways, u: Floats, v: Floats) -> tuple[Floats, Floats]:
    """Places in frames of lines as x and y on the page."""
    u = u + ways.middle
    return ways.along[0] * u + ways.across[0] * v, ways.along[1] * u + ways.across[1] * v


class Spans(Struct, frozen=True, eq=False):
    """Parts of lines that may be inked: the line of each and from where to where it runs along it, mm.

    Sorted by line, then along it. ``ways`` leads back to the page, ``near`` are the edges for who goes across lines.
    """

    lines: Lines
    line: Ints
    left: Floats
    right: Floats
    ways: Ways
    near: Near

    @property
    def shape(self) -> Ints:
        """The shape of each span."""
        return self.lines.shape.take(self.line)

    @property
    def number(self) -> Ints:
        """The number of each span's line in its shape: with the shape's seed the key of its randomness."""
        return self.lines.number.take(self.line)

    def page(self, span: Ints, u: Floats, off: Floats) -> tuple[Floats, Floats]:
        """Places ``u`` mm along spans and ``off`` mm beside their lines as x and y on the page."""
        return self.courses(span).page(u, off)

    def courses(self, span: Ints) -> Courses:
        """How some spans run, for who asks for several places on each."""
        line, lines = self.line.take(span), self.lines
        return Courses(lines.place.take(line), lines.lean.take(line), self._ways(lines.shape.take(line)))

    def page_of(self, shape: Ints, u: Floats, v: Floats) -> tuple[Floats, Floats]:
        """Places in the frame of a shape's lines as x and y on the page."""
        return _on_page(self._ways(shape), u, v)

    def _ways(self, shape: Ints) -> Ways:
        along, across, middle = self.ways.along, self.ways.across, self.ways.middle
        return Ways(
            (along[0].take(shape), along[1].take(shape)), (across[0].take(shape), across[1].take(shape)),
            middle.take(shape),
        )  # fmt: skip


def scanned(filled: Filled, angle: Floats, layer: int, room: Floats, beyond: float = 0.0) -> Spans:
    """The spans of lines at ``angle`` (degrees, one a shape), with ``room`` mm a shape beside each for its ink.

    ``layer`` numbers the set of lines; ``beyond`` is how many lines further ``near`` is to look. Raises
    ``OverflowError`` when the shapes are too intricate to be scanned.
    """
    edges = edges_of(filled.outlines)
    shape = filled.shape[edges.outline]
    c, s = _turns(angle)
    along, across = (c, -s), (s, c)
    (ax, ay), (bx, by) = edges.begin, edges.end
    cs, ss = c[shape], s[shape]
    ua, va = ax * cs - ay * ss, ax * ss + ay * cs
    ub, vb = bx * cs - by * ss, bx * ss + by * cs

    count = len(filled.gap)
    low_u, high_u = _reaches(ua, shape, count)
    low_v, high_v = _reaches(va, shape, count)
    middle = np.where(np.isfinite(low_u), (low_u + high_u) * 0.5, 0.0)
    lines, first = _placed(filled, low_v, high_v, high_u - low_u, layer, room)
    near = _near(ua - middle[shape], va, ub - middle[shape], vb, shape, lines, first, low_v, beyond)
    line, left, right = _clipped(near, lines, filled.evenodd)
    return Spans(lines, line, left, right, Ways(along, across, middle), near)


def _turns(angles: Floats) -> tuple[Floats, Floats]:
    """Cosines and sines of angles in degrees."""
    known, of = np.unique(angles, return_inverse=True)
    # Rounded, so that the last digit of a platform's sine can never reach the page.
    turns = [(round(cos(radians(value)), 12), round(sin(radians(value)), 12)) for value in known.tolist()]
    c, s = np.array(turns).reshape(-1, 2).T
    return c.take(of), s.take(of)


def _reaches(values: Floats, shape: Ints, count: int) -> tuple[Floats, Floats]:
    """The least and the greatest value of each shape; shapes of no edge have inf and -inf."""
    low, high = np.full(count, np.inf), np.full(count, -np.inf)
    if len(shape):
        heads = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), shape[1:] != shape[:-1])))
        low[shape[heads]] = np.minimum.reduceat(values, heads)
        high[shape[heads]] = np.maximum.reduceat(values, heads)
    return low, high


def _placed(filled: Filled, low: Floats, high: Floats, width: Floats, layer: int, room: Floats) -> tuple[Lines, Ints]:
    """Where the lines of each shape lie: as many as its depth holds gaps, spread evenly but for a little."""
    depth = np.where(high >= low, high - low, 0.0)
    wanted = np.maximum(np.rint(depth / filled.gap), 1.0)
    if wanted.sum() > MEETINGS / 10:
        raise OverflowError
    counts = np.where(np.isfinite(low), wanted, 0).astype(np.int64)
    first = running(counts)
    shape = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(shape)) - first[shape]
    pitch = (depth / np.maximum(counts, 1))[shape]
    seeds, keyed, loose = filled.seeds[shape], number + layer * _LAYER, filled.loose[shape]
    off = (uniform(seeds, keyed, Channel.HATCH_PLACE) * 2.0 - 1.0) * _UNEVEN * loose
    lean = uniform(seeds, keyed, Channel.HATCH_TILT) * 2.0 - 1.0
    lean = lean * loose * _LEAN * pitch / np.maximum(np.maximum(width, 1e-6)[shape], np.maximum(pitch, 1e-6))
    # Lines that lean are measured along the frame's axes, where distances come out a little different.
    half = (filled.weight * 0.5 + room + MARGIN)[shape] * (1.0 + np.abs(lean))
    place = low[shape] + (number + 0.5 + off) * pitch
    return Lines(shape, keyed, place, lean, half, pitch), first


def _near(
    ua: Floats, va: Floats, ub: Floats, vb: Floats, shape: Ints, lines: Lines, first: Ints, low: Floats, beyond: float
) -> Near:
    """Every edge with every line it may come near; ``fa`` and ``fb`` are how far beside the line its ends lie.

    Line n of a shape lies within ``_OFF`` pitches of n + 1/2 pitches, wherever along it one looks.
    """
    counts = np.diff(first)
    empty = np.zeros(0)
    if not len(lines.shape) or not len(shape):
        return Near(empty, empty, empty, empty, np.zeros(0, dtype=np.int64))
    head = np.minimum(first[:-1], len(lines.shape) - 1)
    pitch, reach = lines.pitch[head], lines.half[head] * (1.0 + _LEAN)
    pitch = np.where(pitch > 0, pitch, 1.0)[shape]
    slack = _OFF + beyond + reach[shape] / pitch
    under = np.minimum(va, vb) - low[shape]
    over = np.maximum(va, vb) - low[shape]
    top = np.maximum(np.ceil(under / pitch - 0.5 - slack), 0.0).astype(np.int64)
    bottom = np.minimum(np.floor(over / pitch - 0.5 + slack), counts[shape] - 1.0).astype(np.int64)
    many = np.maximum(bottom - top + 1, 0)
    if many.sum() > MEETINGS:
        raise OverflowError
    edge = np.repeat(np.arange(len(shape)), many)
    line = (first[shape] + top)[edge] + np.arange(len(edge)) - (np.cumsum(many) - many)[edge]
    place, lean = lines.place[line], lines.lean[line]
    # Signed distances of both ends of the edge from the line; equal points get equal ones, so no crossing is lost.
    u0, u1 = ua[edge], ub[edge]
    return Near(u0, va[edge] - (place + lean * u0), u1, vb[edge] - (place + lean * u1), line)


def _clipped(near: Near, lines: Lines, evenodd: Flags) -> tuple[Ints, Floats, Floats]:
    """The parts of lines whose ink is inside: the line of each, where it begins and where it ends along the line."""
    fa, fb, ua, ub, line = near.fa, near.fb, near.ua, near.ub, near.line
    crossing = np.flatnonzero((fa < 0) != (fb < 0))
    f0, f1, u0 = fa[crossing], fb[crossing], ua[crossing]
    cross_at = u0 + (ub[crossing] - u0) * (f0 / (f0 - f1))

    half = lines.half.take(line)
    close = np.flatnonzero((np.minimum(fa, fb) < half) & (np.maximum(fa, fb) > -half))
    begin, end = _too_near(ua[close], fa[close], ub[close], fb[close], half[close])

    # What happens along the lines, as whole numbers in its order: the line, the place on it, and what it is.
    near_line = line[close]
    events = np.concatenate((
        _events(near_line, begin, _BEGINS), _events(near_line, end, _ENDS),
        _events(line[crossing], cross_at, np.where(f0 < 0, _IN, _OUT)),
    ))  # fmt: skip
    events.sort()
    # Counted both at once: how often the outline goes round the line, and below that how many edges are too near.
    counted = np.cumsum(np.array(_COUNTS).take(events & 3))
    inside = counted != 0
    if evenodd.any():
        odd = evenodd.take(lines.shape.take(events >> _LINE))
        inside = np.where(odd, (counted & _ROUND).astype(np.bool_), inside)
    inside &= (counted & (_ROUND - 1)) == 0
    changes = inside.copy()
    changes[1:] ^= inside[:-1]
    # One after another a span opens and shuts.
    found = events[changes]
    place = ((found & _PLACES) >> 2) * _STEP - _ZERO
    return found[::2] >> _LINE, place[::2], place[1::2]


def _events(line: Ints, at: Floats, what: Ints | int) -> Ints:
    """Something that happens ``at`` places (mm) along lines, as a number by which it is sorted."""
    number = np.rint((at + _ZERO) * (1.0 / _STEP)).astype(np.int64)
    number <<= 2
    number |= what
    number |= line << _LINE
    return number


def _too_near(ua: Floats, fa: Floats, ub: Floats, fb: Floats, radius: Floats) -> tuple[Floats, Floats]:
    """Between which places along a line an edge is nearer to it than ``radius``.

    The edge runs from ``ua`` to ``ub`` along the line and from ``fa`` to ``fb`` across it; some of it is that near.
    The points nearer than ``radius`` to an edge are a convex stadium: two straight sides and two round ends.
    """
    begins, ends, squares = [], [], radius * radius
    for u, f in ((ua, fa), (ub, fb)):
        square = squares - f * f
        # A round end that is not met begins last and ends first of all.
        reach = np.where(square > 0, np.sqrt(np.maximum(square, 0.0)), -np.inf)
        begins.append(u - reach)
        ends.append(u + reach)
    begin, end = np.minimum(*begins), np.maximum(*ends)
    du, df = ub - ua, fb - fa
    length = np.sqrt(du * du + df * df)
    scale = radius / np.where(length > 0, length, 1.0)
    shift_u, shift_f = df * scale, du * scale
    for side in (-1.0, 1.0):
        low, high = fa + shift_f * side, fb + shift_f * side
        # Where a side does not cross the line there is no number, which is less and more than none.
        share = low / np.where((low < 0) != (high < 0), low - high, np.nan)
        at = ua - shift_u * side + du * share
        np.fmin(begin, at, out=begin)
        np.fmax(end, at, out=end)
    return begin, end
