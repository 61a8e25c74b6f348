"""What a hand does to whole glyphs: it turns, grows and shifts each a little, and drifts off the baseline."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, norm, pick, running
from sketchsvg.ink.columns import Columns
from sketchsvg.ink.keys import Channel, Seeds, gentle
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.scene import Writing

#: Standard deviations that still read well: turn in radians (0.8 degrees), size as a share, shifts in em. None of
#: them exceeds three times this.
_TURN, _SIZE, _LIFT, _ADVANCE = 0.014, 0.015, 0.005, 0.008
#: The slow drift off the baseline: the furthest in em, and over how many em it comes and goes.
_DRIFT, _DRIFT_WAVELENGTH = 0.026, 5.0
#: How much letters grow and lean along with that, at the furthest: a share, and half a turn in radians.
_GROWTH, _LEAN = 0.018, 0.005


class _Glyphs(Struct, frozen=True, eq=False):
    """All glyphs of a page: their origins (2, g), line, place in it, em and drift, and the seed of each line."""

    origins: Floats
    line: Ints
    place: Ints
    em: Floats
    drift: Floats
    line_seeds: Seeds
    line_em: Floats


def drifted(chains: Chains, page: Columns, letters: Ints) -> Chains:
    """The strokes of writing with every glyph turned, sized and shifted about its middle.

    ``letters`` are the marks the strokes belong to; a further pass over a glyph finds it where the first one put it.
    """
    numbers = letters.tolist()
    texts = {number: writing for number in numbers if (writing := page.marks[number].writing) is not None}
    glyphs = _glyphs(list(texts.values()), page.seeds[letters])
    base = dict(zip(texts, running(np.bincount(glyphs.line, minlength=len(texts))).tolist(), strict=False))
    going = np.repeat(letters, page.passes.take(letters)).tolist()
    glyph = np.concatenate([texts[number].glyph_of_stroke + base[number] for number in going])

    seed, place = glyphs.line_seeds.take(glyphs.line), glyphs.place
    along, ease = _along_line(glyphs)
    half_turn = (gentle(seed, place, Channel.TURN) * (0.5 * _TURN) + ease * _LEAN) * glyphs.drift
    # The rational form of a turn by 2 arctan(t): exact in every arithmetic, and never anything but a turn.
    square = half_turn * half_turn
    grown = gentle(seed, place, Channel.SIZE) * _SIZE + ease * _GROWTH
    size = (1.0 + grown * glyphs.drift) / (1.0 + square)
    cosine, sine = size * (1.0 - square), size * 2.0 * half_turn
    much = glyphs.drift * glyphs.em
    middle = _middles(chains, glyph, glyphs)
    # x' = middle + shift + turned (x - middle): one matrix and one offset a glyph.
    lift = gentle(seed, place, Channel.BASELINE) * _LIFT + along * _DRIFT
    move_x = middle[0] + gentle(seed, place, Channel.SHIFT) * _ADVANCE * much
    move_x -= middle[0] * cosine - middle[1] * sine
    move_y = middle[1] + lift * much - (middle[0] * sine + middle[1] * cosine)
    # The glyph of each node, then the numbers of each node's glyph.
    of = glyph.take(chains.owner)
    c, s = cosine.take(of), sine.take(of)

    def turned(vectors: Floats) -> Floats:
        x, y = vectors
        found = np.empty_like(vectors)
        np.subtract(x * c, y * s, out=found[0])
        np.add(x * s, y * c, out=found[1])
        return found

    nodes = turned(chains.nodes)
    nodes[0] += move_x.take(of)
    nodes[1] += move_y.take(of)
    made = Chains(nodes, turned(chains.before), turned(chains.after), chains.starts)
    made.__dict__["owner"] = chains.owner
    return made


def _glyphs(texts: list[Writing], seeds: Seeds) -> _Glyphs:
    counts = np.array([len(writing.origins) for writing in texts], dtype=np.int64)
    line = np.repeat(np.arange(len(texts)), counts)
    em = np.array([writing.em for writing in texts])
    return _Glyphs(
        origins=np.ascontiguousarray(np.concatenate([writing.origins for writing in texts]).T),
        line=line,
        place=np.arange(len(line)) - running(counts)[line],
        em=em[line],
        drift=np.array([writing.drift for writing in texts])[line],
        line_seeds=seeds,
        line_em=em,
    )


def _along_line(glyphs: _Glyphs) -> tuple[Floats, Floats]:
    """The slow drifts at each glyph, off the baseline and of size and slant, within [-1, 1]: smooth along its line."""
    heads = np.flatnonzero(glyphs.place == 0)
    head_of_line = np.zeros(len(glyphs.line_em), dtype=np.int64)
    head_of_line[glyphs.line[heads]] = heads
    away = norm(glyphs.origins - pick(glyphs.origins, head_of_line[glyphs.line]))
    lengths = np.zeros(len(glyphs.line_em))
    if len(heads):
        lengths[glyphs.line[heads]] = np.maximum.reduceat(away, heads)
    waves = glyphs.line_em * _DRIFT_WAVELENGTH
    channels = (Channel.BASELINE_DRIFT, Channel.BASELINE_DRIFT + 1)
    value, _ = lattice_noise(glyphs.line_seeds, lengths, waves, glyphs.line, away, channels)
    return value[0], value[1]


def _middles(chains: Chains, glyph: Ints, glyphs: _Glyphs) -> Floats:
    """The point each glyph turns about: the middle of its ink across, a third of an em above the baseline."""
    middle = np.stack((glyphs.origins[0], glyphs.origins[1] - 0.35 * glyphs.em))
    if not len(chains):
        return middle
    x = chains.nodes[0]
    if (glyph[1:] >= glyph[:-1]).all():
        # Glyph after glyph: the ink of each lies in one piece.
        heads = np.flatnonzero(np.concatenate((np.ones(1, dtype=np.bool_), glyph[1:] != glyph[:-1])))
        seen, begins = glyph[heads], chains.first[heads]
        middle[0, seen] = (np.minimum.reduceat(x, begins) + np.maximum.reduceat(x, begins)) * 0.5
        return middle
    low, high = np.full(len(glyphs.em), np.inf), np.full(len(glyphs.em), -np.inf)
    np.minimum.at(low, glyph, np.minimum.reduceat(x, chains.first))
    np.maximum.at(high, glyph, np.maximum.reduceat(x, chains.first))
    inked = high >= low
    middle[0, inked] = (low[inked] + high[inked]) * 0.5
    return middle
