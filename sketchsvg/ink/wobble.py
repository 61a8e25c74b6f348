"""The unsteadiness of a hand: every stroke moved by a smooth field of its arc length.

A node at arc length s moves by d(s); a handle h of it becomes h + d'(s) |h|, signed by its side. Handles that were in
line stay in line, real corners stay corners, and the derivative makes the cubics follow the field between nodes.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, add, cubic_lengths, leftwards, norm, pick
from sketchsvg.ink.keys import Channel, Seeds, uniform, uniforms
from sketchsvg.ink.manner import STRAND_WAVE, Manner, closed
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Strokes
from sketchsvg.ink.subdivide import Split

#: A straight piece bends as far as its pen does from this length in mm on; shorter ones bend as strongly, so less far.
_BOW_LENGTH = 80.0


class _Field(Struct, frozen=True, eq=False):
    """The field while it is summed: ``offset`` and ``slope`` (2, n) at nodes of known ``owner`` and arc length."""

    offset: Floats
    slope: Floats
    owner: Ints
    along: Floats
    lengths: Floats

    def add_noise(self, seeds: Seeds, far: Floats, waves: Floats, channel: int) -> None:
        """A layer of noise, worked out only for the strokes that have it."""
        some = np.flatnonzero(far > 0)
        if not len(some):
            return
        channels = (channel, channel + 1)
        if len(some) == len(far):
            value, slope = lattice_noise(seeds, self.lengths, waves, self.owner, self.along, channels)
            reach = far[self.owner]
            self.offset[:] += value * reach
            self.slope[:] += slope * reach
            return
        number = np.full(len(far), -1, dtype=np.int64)
        number[some] = np.arange(len(some))
        at = np.flatnonzero(number[self.owner] >= 0)
        of = number[self.owner[at]]
        value, slope = lattice_noise(seeds[some], self.lengths[some], waves[some], of, self.along[at], channels)
        reach = far[some][of]
        add(self.offset, at, value * reach)
        add(self.slope, at, slope * reach)

    def add_ends(self, seeds: Seeds, drift: Floats, reach: Floats) -> None:
        """The ends of a stroke stray a little more than its middle."""
        reach = np.maximum(np.minimum(reach, self.lengths * 0.45), 1e-6)
        per_mm = 1.0 / reach[self.owner]
        draws = [(draw * 2.0 - 1.0) * drift for axis in range(4) for draw in uniforms(seeds, axis, (Channel.END,))]
        for end, away in enumerate((self.along, self.lengths[self.owner] - self.along)):
            q = np.maximum(1.0 - away * per_mm, 0.0)
            square, change = q * q, q * per_mm * (2.0 if end else -2.0)
            for axis in (0, 1):
                far = draws[2 * end + axis].take(self.owner)
                self.offset[axis] += far * square
                self.slope[axis] += far * change


def wobbled(drawn: Split, clean: Chains, strokes: Strokes, manner: Manner) -> tuple[Chains, Floats]:
    """The strokes as the hand draws them, and their lengths in mm. ``clean`` are the strokes before the split."""
    chains = drawn.chains
    along, lengths = chains.along()
    shape = chains.nodes.shape
    field = _Field(np.zeros(shape), np.zeros(shape), chains.owner, along, lengths)
    field.add_noise(strokes.seeds, manner.wobble, manner.wave, Channel.WOBBLE)
    field.add_noise(strokes.seeds, manner.tremor, manner.tremor_wave, Channel.TREMOR)
    # Each strand of a pen strays on its own.
    strand_seeds = strokes.seeds + strokes.strand.astype(np.uint64)
    field.add_noise(strand_seeds, manner.stray, np.full(len(lengths), STRAND_WAVE), Channel.STRAND)
    field.add_ends(strokes.seeds, np.where(closed(clean), manner.closing_drift, manner.drift), manner.reach)
    if manner.bow.any():
        _add_bow(field, drawn, clean, strokes, manner)
    moved = replace(
        chains,
        nodes=chains.nodes + field.offset,
        before=chains.before - field.slope * norm(chains.before),
        after=chains.after + field.slope * norm(chains.after),
    )
    return moved, lengths


def _add_bow(field: _Field, drawn: Split, clean: Chains, strokes: Strokes, manner: Manner) -> None:
    """One gentle bend in every straight piece: an arm swings about its elbow."""
    every = clean.segments
    bowing = manner.bow > 0
    some = np.flatnonzero(bowing[clean.owner[every]])
    if not len(some):
        return
    at = every[some]
    chord = pick(clean.nodes, at + 1) - pick(clean.nodes, at)
    length = norm(chord)
    of = clean.owner[at]
    arc = cubic_lengths(chord, pick(clean.after, at), pick(clean.before, at + 1))
    straight = (arc < length * 1.0005) & (length > 0)
    much = uniform(strokes.seeds[of], at - clean.starts[of], Channel.BOW) * 2.0 - 1.0
    share = np.minimum(1.0, length / _BOW_LENGTH)
    far = np.where(straight, manner.bow[of] * much * (share * share), 0.0)
    safe = np.where(length > 0, length, 1.0)
    across = leftwards(chord) * (far / safe)
    # From the numbers of all segments to those of the segments that bow.
    place = np.zeros(len(every), dtype=np.int64)
    place[some] = np.arange(len(some))
    nodes = np.flatnonzero(bowing[field.owner])
    segment, u = place[drawn.segment[nodes]], drawn.place[nodes]
    rest = u * (1.0 - u)
    aside = pick(across, segment)
    add(field.offset, nodes, aside * (16.0 * rest * rest))
    add(field.slope, nodes, aside * (32.0 * rest * (1.0 - 2.0 * u) / safe[segment]))
