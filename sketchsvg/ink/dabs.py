"""Where short marks go along the lines of a fill: dots, dashes."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import running
from sketchsvg.ink.filled import Filled
from sketchsvg.ink.keys import Seeds
from sketchsvg.ink.scanning import MEETINGS, Spans

#: So many marks of one line have keys of their own.
_PER_LINE = 1 << 20


class Dabs(Struct, frozen=True, eq=False):
    """Places along spans: the span of each, its middle ``u`` in mm along the line, and the key of its randomness."""

    span: Ints
    u: Floats
    seeds: Seeds
    key: Ints


def spaced(filled: Filled, spans: Spans, pitch: Floats, stagger: Floats | float) -> Dabs:
    """Places every ``pitch`` mm (one a shape), each row shifted by ``stagger`` pitches against the last, or at random.

    Rows of a shape share one lattice, whatever lies between their spans. Every span has a place or more: at least its
    middle. ``stagger`` is one number or one a span.
    """
    shape, number = spans.shape, spans.number
    step = pitch[shape]
    shift = number * stagger if isinstance(stagger, float) else stagger
    shift = (shift - np.floor(shift)) * step
    first = np.ceil((spans.left - shift) / step)
    last = np.floor((spans.right - shift) / step)
    alone = last < first
    counts = np.where(alone, 1, last - first + 1)
    if counts.sum() > MEETINGS / 10:
        raise OverflowError
    many = counts.astype(np.int64)
    span = np.repeat(np.arange(len(many)), many)
    place = np.arange(len(span)) - running(many)[span] + first.astype(np.int64)[span]
    u = np.where(alone[span], (spans.left + spans.right)[span] * 0.5, place * step[span] + shift[span])
    key = number[span] * _PER_LINE + place + _PER_LINE // 2
    return Dabs(span, u, filled.seeds[shape[span]], key)
