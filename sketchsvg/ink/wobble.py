"""The unsteadiness of a hand: every stroke moved by a smooth field of its arc length.

A node at arc length s moves by d(s); a handle h of it becomes h + d'(s) |h|, signed by its side. Handles that were in
line stay in line, real corners stay corners, and the derivative makes the cubics follow the field between nodes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.ink.chains import Chains, norm, segment_lengths
from sketchsvg.ink.closing import closed
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Strokes
from sketchsvg.ink.subdivide import Split

#: Over what length in mm the ends of a drawn stroke stray, and over what share of the em those of a letter.
_END_REACH, _LETTER_END_REACH = 6.0, 0.35
#: A straight piece bends as far as its pen does from this length in mm on.
_BOW_LENGTH = 40.0


def growth(chains: Chains, strokes: Strokes) -> Floats:
    """What share of its full unsteadiness a drawn stroke gets: the square root of its extent, 1 for large ones."""
    share: Floats = np.sqrt(np.minimum(1.0, chains.extents() / strokes.of_pen("settles")))
    return share


def steps(strokes: Strokes, extents: Floats) -> Floats:
    """How far apart nodes may lie on each stroke, mm: a third of the wobble, half of the tremor, half an em."""
    waves = np.minimum(_wavelengths(strokes, extents) / 3.0, strokes.of_pen("tremor_wavelength") / 2.0)
    return np.where(strokes.writing, strokes.em * 0.5, waves)


def wobbled(drawn: Split, clean: Chains, strokes: Strokes, growth: Floats) -> Chains:
    """The strokes as the hand draws them. ``clean`` are the strokes before they were split."""
    chains = drawn.chains
    owner = chains.owner
    along, lengths = chains.along()
    extents = clean.extents()
    writing, em = strokes.writing, strokes.em

    far = np.where(writing, strokes.of_pen("letter_wobble") * em, strokes.of_pen("wobble") * growth)
    value, slope = lattice_noise(
        strokes.seeds, lengths, _wavelengths(strokes, extents), owner, along, (Channel.WOBBLE, Channel.WOBBLE + 1)
    )
    offset, lean = value * far[owner, None], slope * far[owner, None]

    tremor = np.where(writing, 0.0, strokes.of_pen("tremor") * growth)
    _add_noise(offset, lean, strokes, lengths, along, owner, tremor, strokes.of_pen("tremor_wavelength"), Channel.TREMOR)
    stray = strokes.of_strand("stray") * strokes.width
    _add_noise(offset, lean, strokes, lengths, along, owner, stray, np.full(len(em), 9.0), Channel.STRAND)
    _add_ends(offset, lean, strokes, growth, closed(clean), lengths, along, owner)
    _add_bow(offset, lean, drawn, clean, strokes)

    return replace(
        chains,
        nodes=chains.nodes + offset,
        before=chains.before - lean * norm(chains.before)[:, None],
        after=chains.after + lean * norm(chains.after)[:, None],
    )


def _wavelengths(strokes: Strokes, extents: Floats) -> Floats:
    drawing = np.minimum(strokes.of_pen("wavelength"), 1.4 * np.maximum(extents, 0.5))
    return np.where(strokes.writing, strokes.of_pen("letter_wavelength") * strokes.em, drawing)


def _add_noise(
    offset: Floats, lean: Floats, strokes: Strokes, lengths: Floats, along: Floats, owner: Floats,
    far: Floats, waves: Floats, channel: int,
) -> None:
    """A further layer of noise, worked out only for the strokes that have it."""
    some = np.flatnonzero(far > 0)
    if not len(some):
        return
    number = np.full(len(far), -1, dtype=np.int64)
    number[some] = np.arange(len(some))
    at = np.flatnonzero(number[owner] >= 0)
    of = number[owner[at]]
    # Each strand of a pen strays on its own: its number shifts the place on the lattice's seeds.
    seeds = strokes.seeds[some] + strokes.strand[some].astype(np.uint64)
    value, slope = lattice_noise(seeds, lengths[some], waves[some], of, along[at], (channel, channel + 1))
    offset[at] += value * far[some][of, None]
    lean[at] += slope * far[some][of, None]


def _add_ends(
    offset: Floats, lean: Floats, strokes: Strokes, growth: Floats, loops: Floats,
    lengths: Floats, along: Floats, owner: Floats,
) -> None:
    """The ends of a stroke stray a little more than its middle; those of a loop part from each other."""
    drift = np.where(loops, strokes.of_pen("closing_drift"), strokes.of_pen("drift")) * growth
    drift = np.where(strokes.width > 0, drift, 0.0)
    drift = np.where(strokes.writing, strokes.of_pen("letter_drift") * strokes.em, drift)
    reach = np.where(strokes.writing, strokes.em * _LETTER_END_REACH, _END_REACH)
    reach = np.maximum(np.minimum(reach, lengths * 0.45), 1e-6)
    span = reach[owner]
    for end, away in enumerate((along, lengths[owner] - along)):
        near = np.flatnonzero(away < span)
        of = owner[near]
        q = 1.0 - away[near] / span[near]
        sign = 2.0 if end else -2.0
        for axis in (0, 1):
            far = (uniform(strokes.seeds, 2 * end + axis, Channel.END) * 2.0 - 1.0) * drift
            offset[near, axis] += far[of] * q * q
            lean[near, axis] += sign * q * far[of] / span[near]


def _add_bow(offset: Floats, lean: Floats, drawn: Split, clean: Chains, strokes: Strokes) -> None:
    """One gentle bend in every straight piece: an arm swings about its elbow."""
    at = clean.segments
    chord = clean.nodes[at + 1] - clean.nodes[at]
    length = norm(chord)
    of = clean.owner[at]
    straight = (segment_lengths(clean) < length * 1.0005) & (length > 0) & ~strokes.writing[of]
    much = uniform(strokes.seeds[of], at - clean.starts[of], Channel.BOW) * 2.0 - 1.0
    far = np.where(straight, strokes.of_pen("bow")[of] * much * np.minimum(1.0, length / _BOW_LENGTH), 0.0)
    safe = np.where(length > 0, length, 1.0)
    across = np.stack((-chord[:, 1], chord[:, 0]), axis=1) * (far / safe)[:, None]
    u = drawn.place
    rest = u * (1.0 - u)
    offset += across[drawn.segment] * (16.0 * rest * rest)[:, None]
    lean += across[drawn.segment] * (32.0 * rest * (1.0 - 2.0 * u) / safe[drawn.segment])[:, None]
