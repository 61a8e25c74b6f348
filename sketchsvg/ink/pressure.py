"""How hard the pen presses: the width of stroked lines, and a width along the stroke for outlined ones."""

from __future__ import annotations

from functools import cache

import numpy as np
from msgspec import Struct

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, norm
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
    pressure = strokes.of_pen("pressure")
    width = strokes.width
    if pressure.any():
        draw = uniform(strokes.seeds, 0, Channel.WIDTH) - 0.5
        quick = lengths / manner.usual
        score = draw + np.where(quick < 0.22, 0.4, 0.0) - np.where(quick > 0.9, 0.25, 0.0)
        # Spread evenly, so that steps on both sides of the nib leave its weight as it is.
        width = width * (1.0 + pressure * np.minimum(np.maximum(score * 2.0, -1.0), 1.0))
    found: Floats = width * np.where(lengths > 0, 1.0, DOT)
    return found


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


class Places(Struct, frozen=True, eq=False):
    """Places along outlined lines, in any order.

    ``of`` is the line of each place, ``along`` how far on it the place lies in mm and ``bend`` the curvature there in
    1/mm; ``lengths`` (mm) is one a line.
    """

    of: Ints
    along: Floats
    bend: Floats
    lengths: Floats

    @classmethod
    def on(cls, chains: Chains, tangents: Floats, between: Floats) -> Places:
        """All nodes, and then as many places half-way from each node to the next (behind a last one: the node itself).

        ``tangents`` are unit tangents at the nodes and ``between`` half-way.
        """
        along, lengths = chains.along()
        steps, last = chains.steps, chains.last
        early, late = norm(between - tangents), np.zeros(len(steps))
        late[:-1] = norm(tangents[:, 1:] - between[:, :-1])
        early[last] = late[last] = 0.0
        middle = (early + late) / np.maximum(steps, 1e-6)
        # At a node the turn from half-way before it to half-way behind it.
        turn, reach = early, steps.copy()
        turn[1:] += late[:-1]
        reach[1:] += steps[:-1]
        node = turn * 2.0 / np.maximum(reach, 1e-6)
        return cls(
            np.concatenate((chains.owner, chains.owner)),
            np.concatenate((along, along + steps * 0.5)),
            np.concatenate((node, middle)),
            lengths,
        )


def half_widths(places: Places, source: Ints, strokes: Strokes, manner: Manner, rests: Tips, turns: Tips) -> Floats:
    """Half the width of the ink at places on outlined strokes, mm; ``source`` is the drawn stroke of each line.

    ``rests`` tells which lines begin and end with the pen at rest, ``turns`` which at a corner, where it slows down.

    The pen is slow at the ends and in bends and presses more there: width = slow - fast * speed, times a slow noise.
    The speed rises from rest over the run-up as in a movement of least jerk (Flash and Hogan 1985), and in bends falls
    with the cube root of the curvature (the two-thirds power law: Lacquaniti, Terzuolo and Viviani 1983).
    """
    owner, along, lengths = places.of, places.along, places.lengths
    slow, fast, uneven = (strokes.of_profile(name)[source] for name in ("slow", "fast", "noise"))
    width = slow.take(owner)
    if fast.any():
        reach = 1.0 / np.maximum(np.minimum(manner.run_up[source], lengths * 0.5), 1e-6)
        early, late = (
            np.where(rest, 0.0, np.where(turn, _TURN, 1.0))
            for rest, turn in ((rests.begun, turns.begun), (rests.ended, turns.ended))
        )
        gone = along * reach.take(owner)
        near = np.minimum(gone + early.take(owner), (late + lengths * reach).take(owner) - gone)
        speed = _least_jerk(np.maximum(np.minimum(near, 1.0), 0.0))
        speed /= _cube_root(1.0 + places.bend * (7.0 * manner.slow_radius[source]).take(owner))
        width -= fast.take(owner) * speed
    noise, _ = lattice_noise(strokes.seeds[source], lengths, manner.press[source], owner, along, (Channel.PRESSURE,))
    width *= 1.0 + uneven.take(owner) * noise[0]
    half: Floats = width * (strokes.width[source] * np.where(lengths > 0, 0.5, 0.5 * DOT)).take(owner)
    return half


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
    place = np.arange(65) / 128.0
    low, high = np.zeros(65), np.full(65, 0.5)
    for _ in range(50):
        t = (low + high) * 0.5
        early = t * t * t * (10.0 + t * (6.0 * t - 15.0)) < place
        low, high = np.where(early, t, low), np.where(early, high, t)
    speeds: Floats = 16.0 * high * high * (1.0 - high) * (1.0 - high)
    return speeds


def _cube_root(values: Floats) -> Floats:
    """Cube roots to within 2 % up to a million, by square roots only: 1/3 = 1/4 + 1/16 + 1/64 and so on."""
    root = np.sqrt(np.sqrt(values))
    found = root
    for _ in range(3):
        root = np.sqrt(np.sqrt(root))
        found = found * root
    return found
