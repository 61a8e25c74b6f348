"""From line to line without lifting the pen: which spans of neighbouring lines a stroke may run through."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Flags, running
from sketchsvg.ink.scanning import MEETINGS, Spans

Place = tuple[Floats, Floats]

#: Spans end at their clearance to the last digit: by so many mm it is not asked for again.
_ROUNDED = 1e-6


class Runs(Struct, frozen=True, eq=False):
    """Spans in the order in which strokes run through them: run ``i`` owns ``span[starts[i]:starts[i + 1]]``."""

    span: Ints
    starts: Ints

    @property
    def owner(self) -> Ints:
        """The run of each place in ``span``."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))


def neighbours(spans: Spans) -> Ints:
    """For each span the one on the next line of its shape that lies beside it, or -1; none has two neighbours above."""
    count = len(spans.line)
    if not count:
        return np.zeros(0, dtype=np.int64)
    # The first span of the next line that ends behind where this one begins.
    low = min(float(spans.left.min()), 0.0)
    stride = float(spans.right.max()) - low + 1.0
    ends = spans.line * stride + (spans.right - low)
    below = np.searchsorted(ends, (spans.line + 1) * stride + (spans.left - low))
    found = np.minimum(below, count - 1)
    beside = (below < count) & (spans.line[found] == spans.line + 1) & (spans.left[found] < spans.right)
    beside &= spans.lines.shape[spans.line[found]] == spans.shape
    # Of several that meet the same span only the first goes on into it.
    told = np.where(beside, found, -1)
    told[1:][told[1:] == told[:-1]] = -1
    return told


def runs_along(following: Ints) -> Runs:
    """Spans linked into runs; ``following`` is the next span of each or -1 and always further on."""
    count = len(following)
    linked = np.flatnonzero(following >= 0)
    head = np.arange(count)
    head[following[linked]] = linked
    rank = (head != np.arange(count)).astype(np.int64)
    # Pointer jumping: every round doubles how far back each span has looked for the head of its run.
    while True:
        further = head[head]
        if (further == head).all():
            break
        rank += rank[head]
        head = further
    order = np.lexsort((rank, head))
    return Runs(order, np.append(np.flatnonzero(rank[order] == 0), count))


class Clearance(Struct, frozen=True, eq=False):
    """The edges of spans sorted by the line they come near: what tells which ways across lines are free."""

    spans: Spans
    edge: Ints
    first: Ints

    @classmethod
    def of(cls, spans: Spans) -> Clearance:
        """The clearance of spans scanned with an eye to the lines one ``beyond``."""
        near = spans.near
        first = running(np.bincount(near.line, minlength=len(spans.lines.shape)))
        return cls(spans, np.argsort(near.line, kind="stable"), first)

    def free(self, line: Ints, corners: tuple[Place, Place, Place]) -> Flags:
        """Which triangles keep their clearance from all edges.

        ``corners`` are places along and across the lines' frame (one a triangle each), no further than one line from
        ``line``. A triangle may be as thin as a segment. All three corners must be inside the shape.
        """
        near, lines = self.spans.near, self.spans.lines
        many = self.first[line + 1] - self.first[line]
        if many.sum() > MEETINGS:
            raise OverflowError
        triangle = np.repeat(np.arange(len(line)), many)
        edge = self.edge[self.first[line][triangle] + np.arange(len(triangle)) - (np.cumsum(many) - many)[triangle]]
        of = line[triangle]
        shift, lean, gap = lines.place[of], lines.lean[of], lines.half[of] - _ROUNDED
        ua, ub = near.ua[edge], near.ub[edge]
        a, b = (ua, near.fa[edge] + shift + lean * ua), (ub, near.fb[edge] + shift + lean * ub)
        p, q, r = ((u[triangle], v[triangle]) for u, v in corners)
        hit = _nearer(a, b, p, q, gap)
        if corners[1] is not corners[2]:
            hit |= _nearer(a, b, q, r, gap) | _nearer(a, b, r, p, gap) | _within(a, p, q, r)
        fine = np.ones(len(line), dtype=np.bool_)
        fine[triangle[hit]] = False
        return fine


def _nearer(a: Place, b: Place, p: Place, q: Place, gap: Floats) -> Flags:
    """Whether the segments ab and pq come nearer to each other than ``gap``."""
    square = gap * gap
    near = _point_nearer(a, p, q, square) | _point_nearer(b, p, q, square)
    near |= _point_nearer(p, a, b, square) | _point_nearer(q, a, b, square)
    crossed = (_side(a, b, p) > 0) != (_side(a, b, q) > 0)
    return np.asarray(near | (crossed & ((_side(p, q, a) > 0) != (_side(p, q, b) > 0))))


def _point_nearer(point: Place, a: Place, b: Place, square: Floats) -> Flags:
    along_u, along_v = b[0] - a[0], b[1] - a[1]
    u, v = point[0] - a[0], point[1] - a[1]
    length = along_u * along_u + along_v * along_v
    share = np.minimum(np.maximum((u * along_u + v * along_v) / np.where(length > 0, length, 1.0), 0.0), 1.0)
    u, v = u - along_u * share, v - along_v * share
    return np.asarray(u * u + v * v < square)


def _side(a: Place, b: Place, point: Place) -> Floats:
    return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])


def _within(point: Place, p: Place, q: Place, r: Place) -> Flags:
    one, two, three = _side(p, q, point), _side(q, r, point), _side(r, p, point)
    return np.asarray(((one > 0) & (two > 0) & (three > 0)) | ((one < 0) & (two < 0) & (three < 0)))
