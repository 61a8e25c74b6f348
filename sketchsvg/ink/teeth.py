"""Small zigzags along the lines of a fill."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Curves, Floats
from sketchsvg.ink.chains import running
from sketchsvg.ink.filled import Filled, FillInk
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.scanning import MEETINGS, Spans

#: From one tooth to the next, in reaches; how much of its reach and of its half-wave a tooth may be short of.
_WAVE, _SHORT, _UNEVEN = 2.5, 0.3, 0.3


def teeth(filled: Filled, spans: Spans, reach: Floats) -> FillInk:
    """Zigzags that reach up to ``reach`` mm (one a shape) to both sides of every span."""
    shape, number = spans.shape, spans.number
    width = spans.right - spans.left
    half_wave = np.where(filled.tooth > 0, filled.tooth * 0.5, reach * (0.5 * _WAVE))
    wanted = np.maximum(np.rint(width / half_wave[shape]), 1.0)
    if wanted.sum() > MEETINGS / 10:
        raise OverflowError
    counts = wanted.astype(np.int64)
    starts = running(counts + 1)
    span = np.repeat(np.arange(len(counts)), counts + 1)
    index = np.arange(len(span)) - starts[span]
    seeds, key, of = filled.seeds[shape[span]], number[span] * (1 << 20) + index, shape[span]
    loose = filled.loose[of]
    inner = (index > 0) & (index < counts[span])
    step = (width / counts)[span]
    shift = (uniform(seeds, key * 2, Channel.DAB) - 0.5) * _UNEVEN * loose * step
    u = spans.left[span] + index * step + np.where(inner, shift, 0.0)
    # The first row's teeth begin upwards, the next row's where its own chance says.
    up = (index + number[span] + np.rint(uniform(seeds, number[span] * 2 + 1, Channel.HATCH_BOW)).astype(np.int64)) % 2
    much = 1.0 - _SHORT * loose * uniform(seeds, key * 2 + 1, Channel.DAB)
    off = np.where(up == 1, 1.0, -1.0) * much * reach[of]
    x, y = spans.page(span, u, off)

    nodes = np.stack((x, y), axis=1)
    return FillInk(polylines(nodes, starts), shape, filled.weight[shape])


def polylines(nodes: Floats, starts: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Curves:
    """Strokes of straight pieces through runs of nodes (n, 2); run ``i`` begins at ``starts[i]``."""
    counts = np.diff(starts)
    owner = np.repeat(np.arange(len(counts)), counts)
    begins = running(3 * counts - 2)
    at = begins[owner] + 3 * (np.arange(len(owner)) - starts[owner])
    points = np.empty((int(begins[-1]), 2))
    points[at] = nodes
    keep = np.ones(len(owner), dtype=np.bool_)
    keep[starts[1:] - 1] = False
    head = np.flatnonzero(keep)
    third = (nodes[head + 1] - nodes[head]) / 3.0
    points[at[head] + 1] = nodes[head] + third
    points[at[head] + 2] = nodes[head + 1] - third
    return Curves(points, begins)
