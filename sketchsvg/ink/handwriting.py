"""What a hand does to whole glyphs: it turns, grows and shifts each a little, and drifts off the baseline."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, norm, pick, running
from sketchsvg.ink.keys import Channel, Seeds, gentle
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Round
from sketchsvg.scene import Mark, Writing

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


def drifted(chains: Chains, marks: Sequence[Mark], going: Sequence[Round], seeds: Seeds) -> Chains:
    """The strokes of writing with every glyph turned, sized and shifted about its middle.

    ``going`` are the rounds the strokes belong to; a further pass over a glyph finds it where the first one put it.
    """
    numbers = list(dict.fromkeys(one.mark for one in going))
    texts = {number: writing for number in numbers if (writing := marks[number].writing) is not None}
    glyphs = _glyphs(list(texts.values()), seeds[numbers])
    base = dict(zip(texts, running(np.bincount(glyphs.line, minlength=len(texts))).tolist(), strict=False))
    glyph = np.concatenate([texts[one.mark].glyph_of_stroke + base[one.mark] for one in going])

    seed, place = glyphs.line_seeds[glyphs.line], glyphs.place
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
    shift_x = gentle(seed, place, Channel.SHIFT) * (_ADVANCE * much)
    shift_y = (gentle(seed, place, Channel.BASELINE) * _LIFT + along * _DRIFT) * much
    move = np.stack(
        (
            shift_x + middle[0] - (middle[0] * cosine - middle[1] * sine),
            shift_y + middle[1] - (middle[0] * sine + middle[1] * cosine),
        )
    )
    counts = np.diff(chains.starts)
    c, s = np.repeat(cosine[glyph], counts), np.repeat(sine[glyph], counts)

    def turned(vectors: Floats) -> Floats:
        return np.stack((vectors[0] * c - vectors[1] * s, vectors[0] * s + vectors[1] * c))

    return replace(
        chains,
        nodes=turned(chains.nodes) + np.repeat(pick(move, glyph), counts, axis=1),
        before=turned(chains.before),
        after=turned(chains.after),
    )


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
    low = np.full(len(glyphs.em), np.inf)
    high = np.full(len(glyphs.em), -np.inf)
    if len(chains):
        np.minimum.at(low, glyph, np.minimum.reduceat(chains.nodes[0], chains.first))
        np.maximum.at(high, glyph, np.maximum.reduceat(chains.nodes[0], chains.first))
    seen = high >= low
    middle[0, seen] = (low[seen] + high[seen]) * 0.5
    return middle
