"""How hard the pen presses: three widths for stroked lines, and a width along the stroke for outlined ones."""

from __future__ import annotations

import numpy as np

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, directions, norm, pick
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.manner import Manner
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Strokes

#: The nib of a chisel is held at 40 degrees: this is the direction of its edge (cosine, sine).
_NIB = (0.766044443119, -0.642787609687)


def stroked_widths(strokes: Strokes, manner: Manner, lengths: Floats) -> Floats:
    """The width of each stroked line: one of three classes around the nib, thinner when long and fast."""
    draw = uniform(strokes.seeds, 0, Channel.WIDTH) - 0.5
    quick = lengths / manner.usual
    score = draw + np.where(quick < 0.22, 0.4, 0.0) - np.where(quick > 0.9, 0.25, 0.0)
    pressed = np.where(score > 0.22, 1.0, 0.0) - np.where(score < -0.22, 1.0, 0.0)
    width: Floats = strokes.width * strokes.of_strand("width") * (1.0 + strokes.of_pen("pressure") * pressed)
    return width


def half_widths(chains: Chains, source: Ints, strokes: Strokes, manner: Manner) -> Floats:
    """Half the width of the ink at each node of outlined strokes, mm; ``source`` is the drawn stroke of each chain.

    The pen is slow at the ends and in bends and presses more there: width = slow - fast * speed, with a speed that
    rises and falls over the run-up as in a movement of least jerk, times a slow noise.
    """
    owner = chains.owner
    of = source[owner]
    along, lengths = chains.along()
    reach = np.maximum(np.minimum(manner.run_up[source], lengths * 0.5), 1e-6)[owner]
    near = np.minimum(np.minimum(along, lengths[owner] - along) / reach, 1.0)
    speed = near * (2.0 - near) / (1.0 + _curvatures(chains) * manner.slow_radius[of])
    noise, _ = lattice_noise(
        strokes.seeds[source], lengths, manner.press[source], owner, along, (Channel.PRESSURE,)
    )
    _, out = directions(chains)
    across = out[0] * _NIB[0] + out[1] * _NIB[1]
    slow, fast = strokes.of_profile("slow")[of], strokes.of_profile("fast")[of]
    width = (slow - fast * speed) * (1.0 + strokes.of_profile("noise")[of] * noise[0])
    # Along the nib's edge the line is thin, across it wide; the mean over all directions stays what it was.
    width = width * (1.0 + strokes.of_profile("chisel")[of] * (1.0 - 2.0 * across * across))
    half: Floats = strokes.width[of] * 0.5 * width
    return half


def _curvatures(chains: Chains) -> Floats:
    """The curvature at each node, 1/mm, from the turn to the neighbouring nodes."""
    into, out = directions(chains)
    at = chains.segments
    turn = norm(pick(out, at) - pick(into, at + 1))
    length = np.maximum(norm(pick(chains.nodes, at + 1) - pick(chains.nodes, at)), 1e-6)
    bend, weight = np.zeros(chains.nodes.shape[1]), np.zeros(chains.nodes.shape[1])
    for end in (at, at + 1):
        bend[end] += turn
        weight[end] += length
    return bend / np.where(weight > 0, weight, 1.0)
