import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.ink import ink
from sketchsvg.ink.draw import inks_of
from sketchsvg.ink.pen import Pen
from tests.ink.scenes import box, mark, scene, text_mark


def test_a_polygon_is_drawn_side_by_side_and_crosses_by_a_bounded_hair():
    marks = [mark(f"{n}", box(40, 20), "fineliner") for n in range(60)]
    sides = [s for path in ink(scene(*marks)).paths for s in path.curves.strokes()]
    assert len(sides) == 240
    over = []
    for side in sides:
        axis = 0 if np.ptp(side[:, 0]) > np.ptp(side[:, 1]) else 1
        low, high = (10.0, 50.0) if axis == 0 else (10.0, 30.0)
        over += [low - side[:, axis].min(), side[:, axis].max() - high]
    assert max(over) < 0.75
    assert min(over) > -0.35
    assert np.mean(over) > 0.05


def test_small_polygons_cross_less():
    def reach(size):
        marks = [mark(f"{n}", box(size, size), "fineliner") for n in range(60)]
        points = np.concatenate([path.curves.points for path in ink(scene(*marks)).paths])
        return (10.0 - points).max()

    assert reach(3.0) < 0.25 < reach(40.0)


def test_open_corners_stay_in_one_stroke():
    arrow = shapes.polyline([(10, 10), (14, 12), (10, 14)])
    assert sum(len(path.curves) for path in ink(scene(mark("head", arrow))).paths) == 1


def test_round_corners_stay_in_one_stroke():
    assert sum(len(path.curves) for path in ink(scene(mark("box", box(20, 10, 2)))).paths) == 1


def test_letters_never_overshoot():
    page = ink(scene(text_mark("text", 9)))
    assert sum(len(path.curves) for path in page.paths) == 18


@pytest.mark.parametrize("overshoot", [0.5, 0.8])
def test_how_far_sides_cross_is_spread_as_it_is_meant_to_be(overshoot):
    """Without wobble: from a fifth of the pen's overshoot short of the corner to all of it past, most often little."""
    pen = Pen(
        wobble=0.0, tremor=0.0, bow=0.0, drift=0.0, closing_drift=0.0, overrun=0.0, miss=0.0, overshoot=overshoot,
        pressure=0.0,
    )  # fmt: skip
    marks = [mark(f"{n}", box(40, 20), "fineliner") for n in range(150)]
    (drawn,) = inks_of(marks, [pen] * len(marks), 7)
    over = []
    for side in drawn.curves.strokes():
        axis = 0 if np.ptp(side[:, 0]) > np.ptp(side[:, 1]) else 1
        low, high = (10.0, 50.0) if axis == 0 else (10.0, 30.0)
        over += [low - side[:, axis].min(), side[:, axis].max() - high]
    share = np.sort(np.array(over) / overshoot)
    assert len(share) == 1200
    assert -0.2 <= share[0] < -0.19 and 0.97 < share[-1] <= 1.0
    # The share is 1.2 u^2 - 0.2 of an even u.
    wanted = np.sqrt((share + 0.2) / 1.2)
    assert np.abs(np.linspace(0, 1, len(share)) - wanted).max() < 0.05
