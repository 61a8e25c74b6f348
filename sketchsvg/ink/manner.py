"""How unsteadily each stroke is drawn: a pen's habits turned into millimetres for this very stroke."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from msgspec.structs import astuple

from sketchsvg.geometry.curves import Floats, Ints
from sketchsvg.ink.chains import Chains, Flags, dot, end_directions
from sketchsvg.ink.columns import Columns
from sketchsvg.ink.strokes import Strokes

#: Over what length in mm the ends of a loop stray, and over what share of the em those of a letter.
_REACH, _LETTER_REACH = 4.5, 0.35
#: Over how many mm a drawn line comes up to speed, and over what share of the em a letter does.
_RUN_UP, _LETTER_RUN_UP = 9.0, 0.5
#: A bend of this radius in mm halves the speed of a drawing hand; for letters a share of the em.
_SLOW_RADIUS, _LETTER_SLOW_RADIUS = 0.35, 0.04
#: The wavelength of pressure along a stroke, mm, and for letters in em.
_PRESS, _LETTER_PRESS = 12.0, 0.8
#: A stroke of this length in mm is neither short nor long; for letters in em.
_USUAL, _LETTER_USUAL = 12.0, 1.0
#: From this em in mm on letters are large.
_LARGE = 5.0
#: How far apart nodes may lie, as a share of the wavelength of the noise that moves them. Cubics that know the noise
#: and its slope at both ends follow it over such a way to within 4 % of its height.
_NODES = 0.8
#: The same for letters in em: no stroke is so long that its bends would be missed, and every node costs twice, in ink
#: and in the file. A third of a ring is one piece, too (cosines of 127 and 162 degrees).
_LETTER_STEP, _LETTER_TURN, _LETTER_SHARP_TURN = 0.9, -0.6, -0.95
#: How closely start and end must agree in direction for the pen to run on: the cosine of 25 degrees.
_RUNS_ON = 0.9


class Manner(Struct, frozen=True, eq=False):
    """One number a stroke, in mm unless said otherwise. Amplitudes are the furthest the line goes.

    ``step`` is how far apart nodes may lie and ``turn`` and ``sharp_turn`` how much a piece may bend
    (as in ``pieces_needed``).
    ``wobble`` and ``tremor`` are amplitudes of noise with their ``wave`` and ``tremor_wave``; ``bow`` bends
    straight pieces; ``drift`` and ``closing_drift`` move the ends of open strokes and of loops over ``reach``; what is
    ``askew`` moves as a whole with its ends.
    ``overrun``, ``least_overrun`` (a share of it), ``miss`` and ``miss_chance`` (a share) close loops. ``run_up``,
    ``slow_radius`` and ``press`` shape the speed and the pressure of outlined strokes (``outlined``), ``usual`` is the
    length that counts as neither short nor long.
    """

    step: Floats
    turn: Floats
    sharp_turn: Floats
    wobble: Floats
    wave: Floats
    tremor: Floats
    tremor_wave: Floats
    bow: Floats
    drift: Floats
    closing_drift: Floats
    reach: Floats
    askew: Flags
    overrun: Floats
    least_overrun: Floats
    miss: Floats
    miss_chance: Floats
    run_up: Floats
    slow_radius: Floats
    press: Floats
    usual: Floats
    outlined: Flags

    def followed_by(self, other: Manner) -> Manner:
        """The manner of these strokes and then of others."""
        return Manner(*(np.concatenate(pair) for pair in zip(astuple(self), astuple(other), strict=True)))

    def behind(self, count: int) -> Manner:
        """The manner of all strokes but the first ``count``."""
        return Manner(*(values[count:] for values in astuple(self)))


def drawing_manner(strokes: Strokes) -> Manner:
    """Drawings: everything grows with the square root of the stroke's extent until the pen's habit is reached."""
    extents = strokes.chains.extents()
    one = np.ones(len(extents))
    grown = np.sqrt(np.minimum(1.0, extents / strokes.of_pen("settles")))
    wave = np.minimum(strokes.of_pen("wavelength"), 1.4 * np.maximum(extents, 0.5))
    tremor_wave = strokes.of_pen("tremor_wavelength")
    # The edge of a fill that has no line closes without a trace.
    lined = np.where(strokes.width > 0, grown, 0.0)
    # A loop shows how it closes: it is outlined earlier, so that its ends can thin out.
    widest_stroked, loops = strokes.of_profile("drawing_width"), running_on(strokes.chains)
    widest_stroked[loops] = strokes.of_profile("loop_width")[loops]
    return Manner(
        step=np.minimum(wave * _NODES, tremor_wave * _NODES),
        turn=-0.2 * one,
        sharp_turn=-0.8 * one,
        wobble=strokes.of_pen("wobble") * grown,
        wave=wave,
        tremor=strokes.of_pen("tremor") * grown,
        tremor_wave=tremor_wave,
        bow=strokes.of_pen("bow"),
        drift=strokes.of_pen("drift") * lined,
        closing_drift=strokes.of_pen("closing_drift") * lined,
        reach=_REACH * one,
        # Moved over some millimetres only, short lines, which are mostly ends, would be less steady than long ones.
        askew=~closed(strokes.chains),
        overrun=strokes.of_pen("overrun") * lined,
        least_overrun=0.35 * one,
        miss=strokes.of_pen("miss") * lined,
        miss_chance=strokes.of_pen("miss_chance"),
        run_up=_RUN_UP * one,
        slow_radius=_SLOW_RADIUS * one,
        press=_PRESS * one,
        usual=_USUAL * one,
        outlined=_able(strokes) & (strokes.width >= widest_stroked),
    )


def letter_manner(strokes: Strokes, page: Columns) -> Manner:
    """Letters: everything in proportion to their em."""
    em = page.em.take(strokes.mark)
    # Large letters are drawn with more care: their unsteadiness grows with the square root of their size.
    tremors = np.array([mark.writing.tremor if mark.writing is not None else 1.0 for mark in page.marks])
    care = em * np.sqrt(np.minimum(1.0, _LARGE / em)) * tremors.take(strokes.mark)
    none = np.zeros(len(em))
    overrun = strokes.of_pen("letter_overrun") * care
    return Manner(
        step=em * _LETTER_STEP,
        turn=none + _LETTER_TURN,
        sharp_turn=none + _LETTER_SHARP_TURN,
        wobble=strokes.of_pen("letter_wobble") * care,
        wave=strokes.of_pen("letter_wavelength") * em,
        tremor=none,
        tremor_wave=em,
        bow=none,
        drift=strokes.of_pen("letter_drift") * care,
        closing_drift=strokes.of_pen("letter_drift") * care * 0.5,
        reach=em * _LETTER_REACH,
        askew=none > 0,
        overrun=overrun,
        least_overrun=none,
        miss=overrun * 0.4,
        # Ovals of letters stay open more often than frames: they are written faster.
        miss_chance=strokes.of_pen("miss_chance") * 2.5,
        run_up=em * _LETTER_RUN_UP,
        slow_radius=em * _LETTER_SLOW_RADIUS,
        press=em * _LETTER_PRESS,
        usual=em * _LETTER_USUAL,
        outlined=_able(strokes) & (em >= strokes.of_profile("letter_em")),
    )


def _able(strokes: Strokes) -> Flags:
    return np.array([pen.profile is not None for pen in strokes.pens], dtype=np.bool_)[strokes.pen]


def closed(chains: Chains) -> Flags:
    """Which strokes end where they began, having been somewhere else."""
    return chains.closed


def running_on(chains: Chains) -> Ints:
    """The strokes that are loops and close smoothly, so that the pen may run on past their start."""
    loops = np.flatnonzero(closed(chains))
    begin, end = end_directions(chains, loops)
    return loops[dot(begin, end) > _RUNS_ON]
