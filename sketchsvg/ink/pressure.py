"""How hard the pen presses: the width of stroked lines, and a width along the stroke for outlined ones."""

from __future__ import annotations

from functools import cache
from math import cos, radians, sin

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, directions, norm, pick
from sketchsvg.ink.keys import Channel, uniform
from sketchsvg.ink.manner import Manner
from sketchsvg.ink.noise import lattice_noise
from sketchsvg.ink.strokes import Strokes

#: A dot is so much wider than the nib: of a line as wide one sees more.
DOT = 1.2
#: How far on its way to full speed a pen is when it takes a corner.
_TURN = 0.2
#: Stroked widths are steps of this ratio, so that what is nearly as wide shares a path: no eye tells 3 % apart.
_STEP = 1.06


def stroked_widths(strokes: Strokes, manner: Manner, lengths: Floats) -> Floats:
    """The width of each stroked line: around the nib, thinner when long and fast; one of few widths a page."""
    draw = uniform(strokes.seeds, 0, Channel.WIDTH) - 0.5
    quick = lengths / manner.usual
    score = draw + np.where(quick < 0.22, 0.4, 0.0) - np.where(quick > 0.9, 0.25, 0.0)
    # Spread evenly, so that steps on both sides of the nib leave its weight as it is.
    pressed = np.minimum(np.maximum(score * 2.0, -1.0), 1.0)
    dot = np.where(lengths > 0, 1.0, DOT)
    width: Floats = strokes.width * dot * strokes.of_strand("width") * (1.0 + strokes.of_pen("pressure") * pressed)
    return stepped(width)


def stepped(widths: Floats) -> Floats:
    """Each width moved to the nearest of the steps that pens have in common."""
    steps, bounds = _steps()
    near: Floats = steps[np.searchsorted(bounds, widths)]
    return near


@cache
def _steps() -> tuple[Floats, Floats]:
    """Widths from 2 micrometres to 400 mm, and the bounds between each and the next."""
    steps = [0.002]
    while steps[-1] < 400.0:
        steps.append(steps[-1] * _STEP)
    found = np.array(steps)
    return found, (found[1:] + found[:-1]) * 0.5


class Tips(Struct, frozen=True, eq=False):
    """Which lines begin and which end at a tip: where the pen comes down, rests or leaves, as the case may be."""

    begun: Flags
    ended: Flags


def half_widths(chains: Chains, source: Ints, strokes: Strokes, manner: Manner, rests: Tips, turns: Tips) -> Floats:
    """Half the width of the ink at each node of outlined strokes, mm; ``source`` is the drawn stroke of each chain.

    ``rests`` tells which chains begin and end with the pen at rest, ``turns`` which at a corner, where it slows down.

    The pen is slow at the ends and in bends and presses more there: width = slow - fast * speed, times a slow noise.
    The speed rises from rest over the run-up as in a movement of least jerk (Flash and Hogan 1985), and in bends falls
    with the cube root of the curvature (the two-thirds power law: Lacquaniti, Terzuolo and Viviani 1983).
    """
    owner = chains.owner
    of = source[owner]
    along, lengths = chains.along()
    reach = np.maximum(np.minimum(manner.run_up[source], lengths * 0.5), 1e-6)[owner]
    early, late = (
        np.where(rest, 0.0, np.where(turn, _TURN, 1.0))[owner]
        for rest, turn in ((rests.begun, turns.begun), (rests.ended, turns.ended))
    )
    near = np.minimum(np.minimum(along / reach + early, (lengths[owner] - along) / reach + late), 1.0)
    speed = _least_jerk(near) / _cube_root(1.0 + 7.0 * _curvatures(chains) * manner.slow_radius[of])
    noise, _ = lattice_noise(strokes.seeds[source], lengths, manner.press[source], owner, along, (Channel.PRESSURE,))
    slow, fast = strokes.of_profile("slow")[of], strokes.of_profile("fast")[of]
    width = (slow - fast * speed) * (1.0 + strokes.of_profile("noise")[of] * noise[0])
    # Along the nib's edge the line is thin, across it wide; the mean over all directions stays what it was.
    _, out = directions(chains)
    edge = nib_edges(strokes)[:, of]
    across = out[0] * edge[0] + out[1] * edge[1]
    width = width * (1.0 + strokes.of_profile("chisel")[of] * (1.0 - 2.0 * across * across))
    width = width * np.where(lengths > 0, 1.0, DOT)[owner]
    half: Floats = strokes.width[of] * 0.5 * width
    return half


def nib_edges(strokes: Strokes) -> Floats:
    """The direction of the edge of each stroke's nib: unit vectors (2, m)."""
    # Rounded, so that the last digit of a platform's sine can never reach the page.
    angles = [radians(pen.profile.nib if pen.profile else 0.0) for pen in strokes.pens]
    table = np.array([(round(cos(angle), 12), -round(sin(angle), 12)) for angle in angles]).T
    return table[:, strokes.pen]


def _least_jerk(near: Floats) -> Floats:
    """The speed at places between rest (0) and full speed (1) of a movement of least jerk, as a share of full speed."""
    table = _least_jerk_table()
    place = near * (len(table) - 1)
    at = np.minimum(place.astype(np.int64), len(table) - 2)
    below = table[at]
    speed: Floats = below + (table[at + 1] - below) * (place - at)
    return speed


@cache
def _least_jerk_table() -> Floats:
    """The speed 30 t^2 (1 - t)^2 over its maximum at evenly spaced places 10 t^3 - 15 t^4 + 6 t^5 up to the middle."""
    speeds = []
    for step in range(65):
        low, high = 0.0, 0.5
        for _ in range(50):
            t = (low + high) * 0.5
            if 2.0 * t * t * t * (10.0 + t * (6.0 * t - 15.0)) < step / 64:
                low = t
            else:
                high = t
        speeds.append(16.0 * high * high * (1.0 - high) * (1.0 - high))
    return np.array(speeds)


def _cube_root(values: Floats) -> Floats:
    """Cube roots to within 2 % up to a million, by square roots only: 1/3 = 1/4 + 1/16 + 1/64 and so on."""
    root = np.sqrt(np.sqrt(values))
    found = root
    for _ in range(3):
        root = np.sqrt(np.sqrt(root))
        found = found * root
    return found


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
