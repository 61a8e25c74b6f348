"""How hard the pen presses: three widths for stroked lines, and a width along the stroke for outlined ones."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, directions, norm
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.pen import Profile
from sketchsvg.ink.strokes import Strokes

#: Over how many mm a drawn line comes up to speed, and over what share of the em a letter does.
_RUN_UP, _LETTER_RUN_UP = 9.0, 0.5
#: A bend of this radius in mm halves the speed of a drawing hand; for letters a share of the em.
_SLOW_RADIUS, _LETTER_SLOW_RADIUS = 0.35, 0.04
#: The wavelength of pressure along a stroke, mm, and for letters in em.
_WAVE, _LETTER_WAVE = 12.0, 0.8
#: The nib of a chisel is held at about 40 degrees: it is widest across this direction (cosine, sine).
_NIB = (0.766044443119, -0.642787609687)


def stroked_widths(strokes: Strokes, lengths: Floats) -> Floats:
    """The width of each stroked line: one of three classes around the nib, thinner when long and fast."""
    nib = strokes.width * strokes.of_strand("width")
    spread = strokes.of_pen("pressure")
    draw = uniform(strokes.seeds, 0, Channel.WIDTH) - 0.5
    quick = np.where(strokes.writing, lengths / np.where(strokes.writing, strokes.em, 1.0), lengths / 12.0)
    score = draw + np.where(quick < 0.22, 0.4, 0.0) - np.where(quick > 0.9, 0.25, 0.0)
    return nib * (1.0 + spread * (np.where(score > 0.22, 1.0, 0.0) - np.where(score < -0.22, 1.0, 0.0)))


def half_widths(chains: Chains, source: Ints, strokes: Strokes) -> Floats:
    """Half the width of the ink at each node of outlined strokes, mm; ``source`` is the drawn stroke of each chain."""
    owner = chains.owner
    of = source[owner]
    along, lengths = chains.along()
    em, writing = strokes.em[source], strokes.writing[source]
    reach = np.where(writing, em * _LETTER_RUN_UP, _RUN_UP)
    reach = np.maximum(np.minimum(reach, lengths * 0.5), 1e-6)[owner]
    near = np.minimum(np.minimum(along, lengths[owner] - along) / reach, 1.0)
    radius = np.where(writing, em * _LETTER_SLOW_RADIUS, _SLOW_RADIUS)[owner]
    speed = near * (2.0 - near) / (1.0 + _curvatures(chains) * radius)
    waves = np.where(writing, em * _LETTER_WAVE, _WAVE)
    noise, _ = lattice_noise(strokes.seeds[source], lengths, waves, owner, along, (Channel.PRESSURE,))
    _, out = directions(chains)
    across = out[:, 0] * _NIB[0] + out[:, 1] * _NIB[1]
    shape = {name: profile_of(strokes, name)[of] for name in ("slow", "fast", "noise", "chisel")}
    width = (shape["slow"] - shape["fast"] * speed) * (1.0 + shape["noise"] * noise[:, 0])
    # Along the nib the line is thin, across it wide; the mean over all directions stays what it was.
    width = width * (1.0 + shape["chisel"] * (1.0 - 2.0 * across * across))
    return strokes.width[of] * 0.5 * width


def profile_of(strokes: Strokes, field: str) -> Floats:
    """A number of each stroke's profile; what a pen without one would have for pens that have none."""
    plain = Profile()
    values = [float(getattr(pen.profile or plain, field)) for pen in strokes.pens]
    return np.array(values)[strokes.pen]


def _curvatures(chains: Chains) -> Floats:
    """The curvature at each node, 1/mm, from the turn to the neighbouring nodes."""
    into, out = directions(chains)
    at = chains.segments
    turn = norm(out[at] - into[at + 1])
    length = np.maximum(norm(chains.nodes[at + 1] - chains.nodes[at]), 1e-6)
    bend, weight = np.zeros(len(chains.nodes)), np.zeros(len(chains.nodes))
    bend[at] += turn
    weight[at] += length
    bend[at + 1] += turn
    weight[at + 1] += length
    return bend / np.where(weight > 0, weight, 1.0)
