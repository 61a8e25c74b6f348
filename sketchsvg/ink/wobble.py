"""The unsteadiness of a hand: every stroke moved by a smooth field of its arc length.

A node at arc length s moves by d(s); a handle h of it becomes h + d'(s) |h|, signed by its side. Handles that were in
line stay in line, real corners stay corners, and the derivative makes the cubics follow the field between nodes.
"""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, add, leftwards, norm, pick
from sketchsvg.ink.keys import Channel, Seeds, uniform
from sketchsvg.ink.manner import Manner, closed
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
            reach = far.take(self.owner)
            value *= reach
            slope *= reach
            np.add(self.offset, value, out=self.offset)
            np.add(self.slope, slope, out=self.slope)
            return
        # Letters, which come first, have no tremor: then it is all strokes from one on.
        begin = int(some[0])
        if begin + len(some) == len(far):
            at = int(np.searchsorted(self.owner, begin))
            of = self.owner[at:] - begin
            seeds, lengths, waves, far = seeds[begin:], self.lengths[begin:], waves[begin:], far[begin:]
            value, slope = lattice_noise(seeds, lengths, waves, of, self.along[at:], channels)
            reach = far.take(of)
            self.offset[:, at:] += value * reach
            self.slope[:, at:] += slope * reach
            return
        number = np.full(len(far), -1, dtype=np.int64)
        number[some] = np.arange(len(some))
        nodes = np.flatnonzero(number.take(self.owner) >= 0)
        of = number[self.owner[nodes]]
        value, slope = lattice_noise(seeds[some], self.lengths[some], waves[some], of, self.along[nodes], channels)
        reach = far[some][of]
        add(self.offset, nodes, value * reach)
        add(self.slope, nodes, slope * reach)

    def add_ends(self, seeds: Seeds, drift: Floats, reach: Floats, askew: Flags) -> None:
        """The ends of a stroke stray, and what is near them less and less; what is ``askew`` leans from end to end."""
        reach = np.where(askew, self.lengths, np.minimum(reach, self.lengths * 0.45))
        per_mm = (1.0 / np.maximum(reach, 1e-6)).take(self.owner)
        bent = (~askew).astype(np.float64).take(self.owner)
        draws = [(uniform(seeds, number, Channel.END) * 2.0 - 1.0) * drift for number in range(4)]
        for end, away in enumerate((self.along, self.lengths.take(self.owner) - self.along)):
            gone = np.minimum(away * per_mm, 1.0)
            left, bend = 1.0 - gone, 1.0 - gone * bent
            share, change = left * bend, (bend + left * bent) * (per_mm if end else -per_mm)
            for axis in (0, 1):
                far = draws[2 * end + axis].take(self.owner)
                self.offset[axis] += far * share
                self.slope[axis] += far * change


def wobbled(drawn: Split, clean: Chains, strokes: Strokes, manner: Manner) -> tuple[Chains, Floats]:
    """The strokes as the hand draws them, and their lengths in mm. ``clean`` are the strokes before the split."""
    chains = drawn.chains
    along, lengths = chains.along()
    shape = chains.nodes.shape
    field = _Field(np.zeros(shape), np.zeros(shape), chains.owner, along, lengths)
    field.add_noise(strokes.seeds, manner.wobble, manner.wave, Channel.WOBBLE)
    field.add_noise(strokes.seeds, manner.tremor, manner.tremor_wave, Channel.TREMOR)
    drift = np.where(closed(clean), manner.closing_drift, manner.drift)
    field.add_ends(strokes.seeds, drift, manner.reach, manner.askew)
    if manner.bow.any():
        _add_bow(field, drawn, clean, strokes, manner)
    if any(pen.pinned for pen in strokes.pens):
        _pin(field, drawn, clean, strokes)
    before, after = chains.reaches
    moved = Chains(
        chains.nodes + field.offset,
        chains.before - field.slope * before,
        chains.after + field.slope * after,
        chains.starts,
    )
    moved.__dict__["owner"] = chains.owner
    return moved, lengths


def _add_bow(field: _Field, drawn: Split, clean: Chains, strokes: Strokes, manner: Manner) -> None:
    """One gentle bend in every straight piece: an arm swings about its elbow."""
    # Letters, which come first, have none.
    begin = int(clean.starts[int(np.argmax(manner.bow > 0))])
    owner, steps, nodes = clean.owner[begin:], clean.steps[begin:], clean.nodes[:, begin:]
    chord = np.zeros_like(nodes)
    chord[:, :-1] = nodes[:, 1:] - nodes[:, :-1]
    length = norm(chord)
    some = np.flatnonzero((steps < length * 1.0005) & (steps > 0) & (manner.bow > 0).take(owner))
    if not len(some):
        return
    of, length = owner[some], length[some]
    much = uniform(strokes.seeds[of], some + begin - clean.starts[of], Channel.BOW) * 2.0 - 1.0
    share = np.minimum(1.0, length / _BOW_LENGTH)
    across = leftwards(pick(chord, some)) * (manner.bow[of] * much * (share * share) / length)
    # Of the nodes after splitting those in the middle of a piece that bends, and which of these pieces that is.
    place = np.full(len(clean.owner), -1, dtype=np.int64)
    place[some + begin] = np.arange(len(some))
    piece = place.take(drawn.source)
    inner = np.flatnonzero(piece >= 0)
    piece, u = piece[inner], drawn.place[inner]
    rest = u * (1.0 - u)
    aside = pick(across, piece)
    add(field.offset, inner, aside * (16.0 * rest * rest))
    add(field.slope, inner, aside * (32.0 * rest * (1.0 - 2.0 * u) / length[piece]))


def _pin(field: _Field, drawn: Split, clean: Chains, strokes: Strokes) -> None:
    """Lets the unsteadiness die away towards the points of shapes that are to stay where they are."""
    from sketchsvg.ink.pinning import held

    nodes, share, change = held(drawn, clean, strokes.of_pen("pinned") > 0)
    for axis in (0, 1):
        offset, slope = field.offset[axis], field.slope[axis]
        slope[nodes] = slope[nodes] * share + offset[nodes] * change
        offset[nodes] *= share
