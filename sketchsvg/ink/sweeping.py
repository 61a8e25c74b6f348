"""Filling to and fro without lifting the pen, as one colours in: sharp turns of a zigzag, round ones of a scribble."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Ints
from sketchsvg.ink.chains import Flags, running
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.hatching import bent
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.linking import Clearance, Place, Runs, neighbours, runs_along
from sketchsvg.ink.scanning import Spans

#: How short of its end a sweep may turn, as a share of its line and at most in gaps, the most for a loose hand.
_SHORT, _SHORT_GAPS = 0.06, 0.9
#: How near to a round turn the stroke begins to bend, in gaps, and how sharp the turn is (1: as sharp as can be).
_ROUND, _SHARP = 1.5, 0.86


class Sweeps(Struct, frozen=True, eq=False):
    """Runs of spans with the place of each turn in the lines' frame, and what keeps clear of the edges."""

    runs: Runs
    turn: Place
    clearance: Clearance


def swept(filled: Filled, spans: Spans, loose: float) -> Sweeps:
    """Runs through the shapes, as long as the pen need not leave them; ``loose`` is how unevenly it turns.

    A run turns at the left end of one span and the right end of the next. Where the straight way between them would
    leave the shape the run ends and another begins.
    """
    shape, number = spans.shape, spans.number
    much = uniform(filled.seeds[shape], number, Channel.HATCH_END) * filled.loose[shape] * loose
    width = spans.right - spans.left
    short = np.minimum(width * _SHORT, filled.gap[shape] * _SHORT_GAPS) * much
    # Which end a line turns at hangs on its number alone, so that a run may be parted anywhere.
    even = (number & 1) == 0
    u = np.where(even, spans.left + short, spans.right - short)
    v = spans.lines.place[spans.line] + spans.lines.lean[spans.line] * u
    following = neighbours(spans)
    head = np.flatnonzero(following >= 0)
    foot = following[head]
    there = (u[foot], v[foot])
    clearance = Clearance.of(spans)
    fine = clearance.free(spans.line[head], ((u[head], v[head]), there, there))
    following[head[~fine]] = -1
    runs = runs_along(following)
    return Sweeps(runs, (u[runs.span], v[runs.span]), clearance)


def zigzag(filled: Filled, spans: Spans) -> FillInk:
    """Straight sweeps from side to side, sharp at the turns."""
    sweeps = swept(filled, spans, loose=0.4)
    return _drawn(filled, spans, sweeps, np.zeros(len(sweeps.runs.span), dtype=np.bool_))


def scribble(filled: Filled, spans: Spans) -> FillInk:
    """Sweeps from side to side, round at the turns where there is room for that."""
    sweeps = swept(filled, spans, loose=1.0)
    runs, turn = sweeps.runs, sweeps.turn
    owner = runs.owner
    inner = np.ones(len(owner), dtype=np.bool_)
    inner[runs.starts[:-1]] = inner[runs.starts[1:] - 1] = False
    at = np.flatnonzero(inner)
    before, after = _beside(filled, spans, sweeps, at)
    rounded = np.zeros(len(owner), dtype=np.bool_)
    line = spans.line[runs.span[at]]
    fine = sweeps.clearance.free(line, (before, (turn[0][at], turn[1][at]), after))
    rounded[at[fine]] = True
    return _drawn(filled, spans, sweeps, rounded)


def _beside(filled: Filled, spans: Spans, sweeps: Sweeps, at: Ints) -> tuple[Place, Place]:
    """Where the turns ``at`` some places begin and end: on the sweeps towards the turns before and after."""
    u, v = sweeps.turn
    reach = filled.gap[spans.shape[sweeps.runs.span[at]]] * _ROUND
    found = []
    for other in (at - 1, at + 1):
        du, dv = u[other] - u[at], v[other] - v[at]
        length = np.sqrt(du * du + dv * dv)
        share = np.minimum(reach / np.where(length > 0, length, 1.0), 0.45)
        found.append((u[at] + du * share, v[at] + dv * share))
    return found[0], found[1]


def _drawn(filled: Filled, spans: Spans, sweeps: Sweeps, rounded: Flags) -> FillInk:
    """The strokes of runs; a span that is a run of its own is a plain line."""
    runs, turn = sweeps.runs, sweeps.turn
    counts = np.diff(runs.starts)
    lone = runs.span[runs.starts[:-1][counts == 1]]
    shape = spans.shape
    lines = bent(spans, lone, spans.left[lone], spans.right[lone], np.zeros(len(lone)))
    single = FillInk(lines, shape[lone], filled.weight[shape[lone]])
    owner = runs.owner
    kept = np.flatnonzero(counts[owner] > 1)
    if not len(kept):
        return single

    # Nodes: one at a sharp turn, two around a round one.
    twice = rounded[kept].astype(np.int64)
    node = np.repeat(kept, 1 + twice)
    second = np.zeros(len(node), dtype=np.bool_)
    second[1:] = node[1:] == node[:-1]
    u, v = turn[0][node], turn[1][node]
    around = np.flatnonzero(rounded[node])
    before, after = _beside(filled, spans, sweeps, node[around])
    for values, one, two in ((u, before[0], after[0]), (v, before[1], after[1])):
        values[around] = np.where(second[around], two, one)
    x, y = spans.page_of(shape[runs.span[node]], u, v)
    tip_x, tip_y = spans.page_of(shape[runs.span[node]], turn[0][node], turn[1][node])

    run = owner[node]
    sizes = np.bincount(run, minlength=len(counts))
    sizes = sizes[sizes > 0]
    starts = running(sizes)
    stroke = np.repeat(np.arange(len(sizes)), sizes)
    begins = running(3 * sizes - 2)
    at = begins[stroke] + 3 * (np.arange(len(node)) - starts[stroke])
    points = np.empty((int(begins[-1]), 2))
    points[at, 0], points[at, 1] = x, y
    inside = np.ones(len(node), dtype=np.bool_)
    inside[starts[1:] - 1] = False
    head = np.flatnonzero(inside)
    bend = second[head + 1]
    for axis, values, tip in ((0, x, tip_x), (1, y, tip_y)):
        a, b = values[head], values[head + 1]
        corner = tip[head]
        points[at[head] + 1, axis] = np.where(bend, a + (corner - a) * _SHARP, a + (b - a) / 3.0)
        points[at[head] + 2, axis] = np.where(bend, b + (corner - b) * _SHARP, b + (a - b) / 3.0)
    of = shape[runs.span[node[starts[:-1]]]]
    return FillInk.joined(single, FillInk(Curves(points, begins), of, filled.weight[of]))
