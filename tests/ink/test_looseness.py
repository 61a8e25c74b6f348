"""A pen held more loosely, or less: factors, bounds, points that stay."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink, pen_names
from sketchsvg.ink.catalogue import pen_for
from sketchsvg.ink.looseness import loosely
from tests.ink.measures import flattened
from tests.ink.scenes import box, filled, mark, scene

STAR = [(20.0, 5.0), (25.0, 15.0), (36.0, 16.0), (28.0, 23.0), (31.0, 34.0), (20.0, 28.0), (9.0, 34.0), (4.0, 16.0)]


def drawn(curves: Curves, pen: str = "fineliner", count: int = 40, **how) -> list[np.ndarray]:
    loose = loosely(**how) if how else None
    # So fine that lines are stroked, which shows where they run.
    marks = [mark(f"{n}", curves, pen, 0.19, loose=loose) for n in range(count)]
    return [stroke for path in ink(scene(*marks)).paths for stroke in path.curves.strokes()]


def offs(length: float = 60.0, **how) -> np.ndarray:
    """How far each of some level lines lies off its place at most."""
    strokes = drawn(shapes.line(10, 50, 10 + length, 50), **how)
    return np.array([np.abs(flattened(stroke)[:, 1] - 50.0).max() for stroke in strokes])


@pytest.mark.parametrize("factor", [0.5, 2.0, 5.0])
def test_roughness_is_a_factor(factor):
    assert offs(roughness=factor) == pytest.approx(offs() * factor, rel=0.02)


def test_as_usual_is_the_very_same_ink():
    curves = box(30, 20)
    assert [s.tobytes() for s in drawn(curves, roughness=1.0)] == [s.tobytes() for s in drawn(curves)]


@pytest.mark.parametrize("pen", sorted(set(pen_names()) - {"highlighter"}))
def test_without_roughness_a_line_is_straight_and_still_its_pen_s(pen):
    usual, even = (drawn(shapes.line(10, 50, 50, 50), pen, 3, **how) for how in ({}, {"roughness": 0.0}))
    assert len(even) > 0 and (len(even) > 30) == (len(usual) > 30)
    for stroke in even:
        points = flattened(stroke, 6)
        # Grains lie to both sides of their line and outlines around it, as far as the nib reaches.
        assert np.abs(points[:, 1] - 50.0).max() < 0.3
    if pen in ("fineliner", "ruler"):
        assert all((stroke[:, 1] == 50.0).all() for stroke in even)


def test_bowing_bends_straight_pieces_only():
    line, oval = shapes.line(10, 50, 90, 50), shapes.ellipse(50, 50, 20, 20)
    assert np.mean(offs(80.0, bowing=20.0)) > 3 * np.mean(offs(80.0))
    assert np.mean(offs(80.0, bowing=0.0)) <= np.mean(offs(80.0)) * 1.02
    assert [s.tobytes() for s in drawn(oval, bowing=20.0)] == [s.tobytes() for s in drawn(oval)]
    assert [s.tobytes() for s in drawn(line, bowing=20.0)] != [s.tobytes() for s in drawn(line)]


@given(st.floats(0.02, 2.0), st.floats(0.0, 10.0), st.floats(0.0, 100.0), st.sampled_from([8.0, 40.0, 150.0]))
@settings(max_examples=25)
def test_no_line_lies_further_off_than_it_may(most, roughness, bowing, length):
    assert offs(length, roughness=roughness, bowing=bowing, max_offset=most).max() <= most


def test_a_bound_that_is_wide_enough_changes_nothing():
    assert offs(max_offset=50.0).tolist() == offs().tolist()


@pytest.mark.parametrize("pen", ["ballpoint", "fineliner", "marker"])
@pytest.mark.parametrize("roughness", [1.0, 6.0])
def test_points_that_are_to_stay_do(pen, roughness):
    how = {"roughness": roughness, "preserve_vertices": True}
    for stroke in drawn(shapes.polygon(STAR), pen, 5, **how):
        for end in (stroke[0], stroke[-1]):
            assert min(np.hypot(*(end - np.array(corner))) for corner in STAR) < 1e-9
    for stroke in drawn(shapes.polyline(STAR), pen, 5, **how):
        assert all(np.hypot(*(stroke - np.array(corner)).T).min() < 1e-9 for corner in STAR)
    for stroke in drawn(shapes.ellipse(50, 50, 20, 10), pen, 5, **how):
        assert all(np.hypot(*(stroke - np.array(node)).T).min() < 1e-9 for node in ((50, 40), (30, 50), (70, 50)))
    assert offs(preserve_vertices=True, roughness=roughness).min() > 0.02


def test_lines_bend_smoothly_around_points_that_stay():
    wave = shapes.smooth([(10, 50), (30, 40), (55, 60), (80, 45), (120, 50)])
    for stroke in drawn(wave, preserve_vertices=True, roughness=4.0):
        before, after = stroke[3:-1:3] - stroke[2:-2:3], stroke[4::3] - stroke[3:-1:3]
        cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
        assert np.abs(cross / (np.hypot(*before.T) * np.hypot(*after.T))).max() < 1e-9


def test_fills_lie_as_evenly_as_their_lines():
    def gaps(roughness: float) -> float:
        one = filled("box", box(30, 30), "hachure", angle=0.0)
        one = mark("box", one.curves, "ballpoint", 0.3, fill=one.fill, loose=loosely(roughness=roughness))
        (path,) = [path for path in ink(scene(one)).paths if path.label == "fill"]
        return float(np.diff(np.sort([stroke[:, 1].mean() for stroke in path.curves.strokes()])).std())

    assert gaps(0.0) < 1e-6 < gaps(0.3) < gaps(1.0)


def test_two_marks_of_one_pen_are_held_each_as_it_says():
    one, other = (mark(key, shapes.line(10, 50, 70, 50), loose=how) for key, how in (("a", None), ("b", loosely(roughness=0.0))))
    both = {stroke.tobytes() for path in ink(scene(one, other)).paths for stroke in path.curves.strokes()}
    alone = {s.tobytes() for m in (one, other) for path in ink(scene(m)).paths for s in path.curves.strokes()}
    assert both == alone and len(both) == 2
    assert pen_for(one) is not pen_for(other)


@pytest.mark.parametrize(
    "wrong",
    [
        {"roughness": -0.1}, {"roughness": 11.0}, {"roughness": float("nan")}, {"roughness": "much"}, {"bowing": -1.0},
        {"max_offset": -1.0}, {"max_offset": float("inf")}, {"preserve_vertices": 1},
    ],
)  # fmt: skip
def test_what_no_hand_can_do_is_refused(wrong):
    with pytest.raises(SheetError, match=next(iter(wrong))) as caught:
        loosely(**wrong)
    assert caught.value.mend and caught.value.where.file == __file__
