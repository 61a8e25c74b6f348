"""Width follows speed: slow at the ends as in a movement of least jerk, slow in bends by the two-thirds power law."""

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.arcs import arc
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.draw import inks_of
from sketchsvg.ink.pen import Pen, Profile
from tests.ink.measures import winding
from tests.ink.scenes import mark

SLOW, FAST, NIB = 1.5, 0.8, 0.4
#: A pen whose line tells its speed and nothing else, and whose hand is as steady as can be.
SPEEDOMETER = Pen(
    wobble=1e-9, tremor=0.0, bow=0.0, drift=0.0, closing_drift=0.0, overrun=0.0, miss=0.0, overshoot=0.0,
    profile=Profile(slow=SLOW, fast=FAST, noise=0.0),
)  # fmt: skip


def speed(curves: Curves, point: tuple[float, float], across: tuple[float, float]) -> float:
    """The share of full speed that the width of the ink at a point tells."""
    (line,) = inks_of([mark("one", curves, "speedometer", NIB)], [SPEEDOMETER], 1)
    offs = np.linspace(-NIB, NIB, 8001)[:, None]
    inside = winding(np.array(point) + offs * np.array(across), line.curves) != 0
    return (SLOW - inside.sum() * 2 / 8000) / FAST


def least_jerk(share: float) -> float:
    """The speed of a movement of least jerk, over its peak, where it has gone this share of its way (up to a half)."""
    times = np.linspace(0, 0.5, 100_001)
    gone = 10 * times**3 - 15 * times**4 + 6 * times**5
    time = np.interp(share, gone, times)
    return 30 * time**2 * (1 - time) ** 2 / (30 / 16)


@pytest.mark.parametrize("place", [1.5, 3.0, 5.0, 7.0, 9.0, 20.0])
def test_the_pen_comes_up_to_speed_with_least_jerk(place):
    # Full speed is reached after 9 mm, the middle of such a movement.
    expected = least_jerk(min(place / 9.0, 1.0) * 0.5)
    line = shapes.line(10, 10, 60, 10)
    for x in (10 + place, 60 - place):
        assert speed(line, (x, 10), (0, 1)) == pytest.approx(expected, abs=0.06)


@pytest.mark.parametrize("radius", [1.2, 2.0, 5.0, 12.0, 40.0])
def test_bends_are_taken_slower_by_the_cube_root_of_their_curvature(radius):
    half_turn = arc(50, 50, radius, radius, 0, 180)
    # A bend of 0.35 mm halves the speed.
    expected = (1 + 7 * 0.35 / radius) ** (-1 / 3)
    assert speed(half_turn, (50, 50 - radius), (0, 1)) == pytest.approx(expected, abs=0.03)


def test_tight_bends_follow_the_power_law():
    wide, tight = (speed(arc(50, 50, r, r, 0, 180), (50, 50 - r), (0, 1)) for r in (2.4, 0.6))
    # A quarter of the radius is 0.63 of the speed where nothing else limits it; the straight limits it a little.
    assert 0.63 < tight / wide < 0.75
