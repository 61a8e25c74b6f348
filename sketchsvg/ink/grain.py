"""What rough paper does to a line: it takes ink or graphite in runs, with dropouts between."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, add, leftwards, pick, running, units
from sketchsvg.ink.cutting import Pieces, cut_out
from sketchsvg.ink.keys import Channel, Seeds, uniform

#: Shorter runs than this, in mm, leave nothing.
_SPECK = 0.03
#: How far a dropout lies off its even place, as a share of the distance between two.
_UNEVEN = 0.8


def dropouts(lengths: Floats, seeds: Seeds, run: Floats, gap: Floats) -> Pieces:
    """The runs of ink on lines of some ``lengths``; ``run`` and ``gap`` are the usual lengths of ink and dropout, mm.

    One entry a line; a line of length 0, or with a run of 0, is left whole.
    """
    pitch = run + gap
    grainy = (run > 0) & (lengths > 0)
    pitch = np.where(grainy, pitch, 1.0)
    phase = uniform(seeds, 0, Channel.GRAIN)
    # Dropout i lies around (i + 1/2 - phase) pitches; the runs are what is left between two of them.
    counts = np.where(grainy, (lengths / pitch + phase).astype(np.int64) + 2, 1)
    line = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(len(line)) - running(counts)[line]
    step, seed, shift = pitch[line], seeds[line], phase[line]

    def dropout(index: Ints) -> tuple[Floats, Floats]:
        off = (uniform(seed, index * 2 + 2, Channel.GRAIN) - 0.5) * _UNEVEN
        half = gap[line] * (0.3 + 1.4 * uniform(seed, index * 2 + 3, Channel.GRAIN)) * 0.5
        middle = (index - 0.5 - shift + off) * step
        return middle - half, middle + half

    begin = np.where(grainy[line], dropout(number)[1], 0.0)
    end = np.where(grainy[line], dropout(number + 1)[0], lengths[line])
    begin, end = np.maximum(begin, 0.0), np.minimum(end, lengths[line])
    kept = np.flatnonzero((end - begin > _SPECK) | ~grainy[line])
    return Pieces(line, begin, end).kept(kept)


def grained(
    chains: Chains, seeds: Seeds, run: Floats, gap: Floats, scatter: Floats
) -> tuple[Chains, Ints]:
    """Lines as runs of ink, each up to ``scatter`` mm beside its line, and the line of each run."""
    if not (run > 0).any() or not len(chains):
        return chains, np.arange(len(chains))
    lengths = chains.along()[1]
    dots = np.flatnonzero(lengths == 0)
    long = np.flatnonzero(lengths > 0)
    pieces = dropouts(lengths[long], seeds[long], run[long], gap[long])
    line = long[pieces.stroke]
    runs = cut_out(chains.take(long), pieces)
    aside = leftwards(units(pick(runs.nodes, runs.last) - pick(runs.nodes, runs.first)))
    place = np.rint(pieces.begin * 1e3).astype(np.int64)
    far = (uniform(seeds[line], place, Channel.STRAY) * 2.0 - 1.0) * scatter[line]
    counts = np.diff(runs.starts)
    add(runs.nodes, np.arange(runs.nodes.shape[1]), np.repeat(aside * far, counts, axis=1))
    if not len(dots):
        return runs, line
    return Chains.joined([runs, chains.take(dots)]), np.concatenate((line, dots))
