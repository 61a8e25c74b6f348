"""What rough paper does to a line: it takes ink or graphite in runs, with dropouts between."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, leftwards, pick, running, units
from sketchsvg.ink.cutting import Pieces, cut_out, straight_parts
from sketchsvg.ink.keys import Channel, Seeds, uniform

#: Shorter runs than this, in mm, leave nothing.
_SPECK = 0.03
#: Runs up to this length in mm are straight.
_STRAIGHT = 1.5
#: How far a dropout lies off its even place, as a share of the distance between two.
_UNEVEN = 0.8


def dropouts(lengths: Floats, seeds: Seeds, run: Floats, gap: Floats) -> Pieces:
    """The runs of ink on lines of some ``lengths``; ``run`` and ``gap`` are the usual lengths of ink and dropout, mm.

    One entry a line; a line of length 0, or with a run of 0, is left whole.
    """
    grainy = (run > 0) & (lengths > 0)
    pitch = np.where(grainy, run + gap, 1.0)
    phase = uniform(seeds, 0, Channel.GRAIN)
    # Dropout i lies around (i - 1/2 - phase) pitches; the runs are what is left between two of them.
    counts = np.where(grainy, (lengths / pitch + phase).astype(np.int64) + 2, 1)
    starts = running(counts + 1)
    line = np.repeat(np.arange(len(counts)), counts + 1)
    index = np.arange(len(line)) - starts.take(line)
    seed, step = seeds.take(line), pitch.take(line)
    off, much = (uniform(seed, index * 2 + place, Channel.GRAIN) for place in (2, 3))
    middle = (index - (phase + 0.5).take(line) + (off - 0.5) * _UNEVEN) * step
    half = gap.take(line) * (0.15 + 0.7 * much)
    last = np.zeros(len(line), dtype=np.bool_)
    last[starts[1:] - 1] = True
    head = np.flatnonzero(~last)
    line = line[head]
    length, whole = lengths.take(line), ~grainy.take(line)
    begin = np.where(whole, 0.0, np.maximum((middle + half)[head], 0.0))
    end = np.where(whole, length, np.minimum((middle - half)[head + 1], length))
    return Pieces(line, begin, end).kept(np.flatnonzero((end - begin > _SPECK) | whole))


def grained(chains: Chains, seeds: Seeds, run: Floats, gap: Floats, scatter: Floats) -> tuple[Chains, Ints]:
    """Lines as runs of ink, each up to ``scatter`` mm beside its line, and the line of each run.

    All arguments are one a line; runs that are short on the whole are straight.
    """
    lengths = chains.along()[1]
    grainy = (run > 0) & (lengths > 0)
    if not grainy.any():
        return chains, np.arange(len(chains))
    parts, lines = [], []
    for some in (grainy & (run > _STRAIGHT), grainy & (run <= _STRAIGHT), ~grainy):
        chosen = np.flatnonzero(some)
        if not len(chosen):
            continue
        part = chains if len(chosen) == len(chains) else chains.take(chosen)
        if not grainy[chosen[0]]:
            parts.append(part)
            lines.append(chosen)
            continue
        pieces = dropouts(lengths[chosen], seeds[chosen], run[chosen], gap[chosen])
        line = chosen[pieces.stroke]
        runs = cut_out(part, pieces) if run[chosen[0]] > _STRAIGHT else straight_parts(part, pieces)
        parts.append(_scattered(runs, pieces.begin, seeds[line], scatter[line]))
        lines.append(line)
    return Chains.joined(parts), np.concatenate(lines)


def _scattered(runs: Chains, begin: Floats, seeds: Seeds, scatter: Floats) -> Chains:
    """Each run up to ``scatter`` mm beside its line; ``begin`` is where on the line it begins, its key."""
    if not scatter.any():
        return runs
    aside = leftwards(units(pick(runs.nodes, runs.last) - pick(runs.nodes, runs.first)))
    place = np.rint(begin * 1e3).astype(np.int64)
    far = scatter * (uniform(seeds, place, Channel.STRAY) * 2.0 - 1.0)
    return Chains(runs.nodes + pick(aside * far, runs.owner), runs.before, runs.after, runs.starts)
