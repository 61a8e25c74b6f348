"""What a hand does to whole glyphs: it turns, grows and shifts each a little, and drifts off the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sketchsvg.geometry.curves import Floats
from sketchsvg.ink.chains import Chains, norm
from sketchsvg.ink.keys import Channel, Seeds, gentle
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Strokes
from sketchsvg.scene import Mark, Writing

#: Standard deviations, measured on handwriting that reads well: turn in radians (0.8 degrees), size as a share,
#: shifts in em. None of them exceeds three times this.
_TURN, _SIZE, _LIFT, _ADVANCE = 0.014, 0.015, 0.005, 0.008
#: The slow drift off the baseline: the furthest in em, and over how many em it comes and goes.
_DRIFT, _DRIFT_WAVELENGTH = 0.026, 5.0


def drifted(strokes: Strokes, marks: Sequence[Mark], chosen: Sequence[int], seeds: Seeds) -> Chains:
    """The strokes with every glyph of their writing turned, sized and shifted about its middle."""
    chains = strokes.chains
    written = [(marks[n].writing, seeds[n]) for n in chosen if marks[n].writing is not None]
    texts = [(writing, seed) for writing, seed in written if writing is not None]
    if not texts:
        return chains
    origins = np.concatenate([writing.origins for writing, _ in texts])
    counts = np.array([len(writing.origins) for writing, _ in texts], dtype=np.int64)
    line = np.repeat(np.arange(len(texts)), counts)
    em = np.array([writing.em for writing, _ in texts])[line]
    amount = np.array([writing.drift for writing, _ in texts])[line]
    seed = np.array([seed for _, seed in texts], dtype=np.uint64)
    place = np.arange(len(line)) - (np.cumsum(counts) - counts)[line]

    glyph_seed = seed[line]
    half_turn = gentle(glyph_seed, place, Channel.TURN) * (0.5 * _TURN) * amount
    # The rational form of a turn by 2 arctan(t): exact in every arithmetic, and never anything but a turn.
    bottom = 1.0 + half_turn * half_turn
    size = 1.0 + gentle(glyph_seed, place, Channel.SIZE) * _SIZE * amount
    cosine, sine = size * (1.0 - half_turn * half_turn) / bottom, size * 2.0 * half_turn / bottom
    slow = _along_baseline(texts, seed, origins, counts)
    shift = np.stack(
        (
            gentle(glyph_seed, place, Channel.SHIFT) * (_ADVANCE * amount * em),
            (gentle(glyph_seed, place, Channel.BASELINE) * _LIFT + slow * _DRIFT) * (amount * em),
        ),
        axis=1,
    )
    owner = chains.owner
    glyph = strokes.glyph[owner]
    inside = np.flatnonzero(glyph >= 0)
    of = glyph[inside]
    middle = _middles(chains.nodes[inside], of, origins, em)

    def turned(vectors: Floats) -> Floats:
        x, y, c, s = vectors[:, 0], vectors[:, 1], cosine[of], sine[of]
        return np.stack((x * c - y * s, x * s + y * c), axis=1)

    nodes, before, after = chains.nodes.copy(), chains.before.copy(), chains.after.copy()
    about = middle[of]
    nodes[inside] = about + turned(nodes[inside] - about) + shift[of]
    before[inside], after[inside] = turned(before[inside]), turned(after[inside])
    return replace(chains, nodes=nodes, before=before, after=after)


def _along_baseline(texts: list[tuple[Writing, np.uint64]], seed: Seeds, origins: Floats, counts: Floats) -> Floats:
    """The slow drift at each glyph, within [-1, 1]: smooth along its line."""
    line = np.repeat(np.arange(len(texts)), counts)
    first = np.cumsum(counts) - counts
    filled = np.flatnonzero(counts > 0)
    away = norm(origins - origins[np.minimum(first, len(origins) - 1)][line])
    lengths = np.zeros(len(texts))
    if len(filled):
        lengths[filled] = np.maximum.reduceat(away, first[filled])
    waves = np.array([writing.em * _DRIFT_WAVELENGTH for writing, _ in texts])
    value, _ = lattice_noise(seed, lengths, waves, line, away, (Channel.BASELINE + 2,))
    return value[:, 0]


def _middles(nodes: Floats, of: Floats, origins: Floats, em: Floats) -> Floats:
    """The point each glyph turns about: the middle of its ink across, a third of an em above the baseline."""
    middle = np.stack((origins[:, 0], origins[:, 1] - 0.35 * em), axis=1)
    low, high = np.full(len(origins), np.inf), np.full(len(origins), -np.inf)
    np.minimum.at(low, of, nodes[:, 0])
    np.maximum.at(high, of, nodes[:, 0])
    seen = high >= low
    middle[seen, 0] = (low[seen] + high[seen]) * 0.5
    return middle
