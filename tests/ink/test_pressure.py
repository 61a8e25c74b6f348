"""Width follows speed: from rest as in a movement of least jerk, in bends by the two-thirds power law."""

import numpy as np
import pytest

from sketchsvg.geometry import arcs, shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink.draw import inks_of
from sketchsvg.ink.pen import Pen, Profile
from tests.ink.measures import winding
from tests.ink.scenes import mark

NIB = 1.0
#: Over how many mm a drawn line comes up to speed, and the radius in mm that halves the speed.
RUN_UP, SLOW_RADIUS = 9.0, 0.35


def pen(fast: float = 0.5, **profile) -> Pen:
    """A pen without wobble, whose width tells its speed."""
    still = dict.fromkeys(("wobble", "tremor", "bow", "drift", "closing_drift", "overrun", "miss", "overshoot"), 0.0)
    return Pen(**still, profile=Profile(slow=1.0, fast=fast, noise=0.0, drawing_width=0.1, loop_width=0.1, **profile))


def outline(curves: Curves, how: Pen, key: str = "one") -> Curves:
    return Curves.joined(made.curves for made in inks_of([mark(key, curves, "ballpoint", NIB)], [how], 1))


def widths(curves: Curves, how: Pen, middles: np.ndarray, across: np.ndarray) -> np.ndarray:
    offs = np.linspace(-0.8, 0.8, 1601)
    points = middles[:, None] + across[:, None] * offs[None, :, None]
    inside = winding(points.reshape(-1, 2), outline(curves, how)).reshape(len(middles), -1) != 0
    return inside.sum(axis=1) * (offs[1] - offs[0])


def test_a_line_comes_up_to_speed_as_in_a_movement_of_least_jerk():
    away = np.array([1.0, 2.0, 3.0, 4.5, 6.0, 7.5, 9.0, 15.0, 30.0])
    middles = np.stack((20.0 + away, np.full(len(away), 50.0)), axis=1)
    measured = widths(shapes.line(20, 50, 80, 50), pen(), middles, np.tile((0.0, 1.0), (len(away), 1)))
    t = np.linspace(0.0, 0.5, 2001)
    place, speed = 10 * t**3 - 15 * t**4 + 6 * t**5, 16 * t**2 * (1 - t) ** 2
    expected = 1.0 - 0.5 * np.interp(np.minimum(away / RUN_UP, 1.0) * 0.5, place, speed)
    assert measured == pytest.approx(expected, abs=0.05)
    # It is not even a straight ramp.
    assert np.abs(measured - (1.0 - 0.5 * np.minimum(away / RUN_UP, 1.0))).max() > 0.05


def test_in_bends_speed_falls_with_the_cube_root_of_the_curvature():
    radii = np.array([1.5, 2.5, 5.0, 10.0, 25.0])
    found = []
    for radius in radii:
        # Half a turn and more, seen in its middle, far from both ends.
        turn = max(200.0, np.degrees(2.4 * RUN_UP / radius))
        turn = min(turn, 350.0)
        bend = arcs.arc(50.0, 50.0, radius, radius, 90.0 - turn / 2, 90.0 + turn / 2)
        middle, across = np.array([(50.0, 50.0 - radius)]), np.array([(0.0, 1.0)])
        found.append(float(widths(bend, pen(), middle, across)[0]))
    long_enough = radii * np.radians(350.0) / 2 >= RUN_UP
    speed = (1.0 + 7.0 * SLOW_RADIUS / radii) ** (-1.0 / 3.0)
    assert np.array(found)[long_enough] == pytest.approx((1.0 - 0.5 * speed)[long_enough], abs=0.025)
    assert (np.diff(found) < 0).all()


def test_a_pen_that_knows_no_speed_is_of_one_width():
    middles = np.stack((np.linspace(21, 79, 40), np.full(40, 50.0)), axis=1)
    measured = widths(shapes.line(20, 50, 80, 50), pen(fast=0.0), middles, np.tile((0.0, 1.0), (40, 1)))
    assert measured == pytest.approx(np.ones(40), abs=0.01)


def test_ink_gathers_under_some_resting_tips():
    """A blob reaches over the line where it begins, as often as the pen says, and never where it does not say so."""
    rim = np.stack((np.full(41, 20.0), np.linspace(49.3, 50.7, 41)), axis=1)

    def swollen(chance: float) -> float:
        how = pen(fast=0.0, blob=0.4, blob_chance=chance)
        wide = [np.ptp(rim[winding(rim, outline(shapes.line(20, 50, 60, 50), how, f"{n}")) != 0, 1]) for n in range(60)]
        return float(np.mean(np.array(wide) > 1.1))

    assert swollen(0.0) == 0.0
    assert 0.2 < swollen(0.5) < 0.8
    assert swollen(1.0) > 0.6
