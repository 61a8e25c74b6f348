"""Curves: many strokes in two arrays keep their shapes when they are joined, placed and turned."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sketchsvg.geometry import Curves

finite = st.floats(-500, 500, allow_nan=False, width=32)
stroke = st.integers(0, 3).flatmap(lambda k: arrays.arrays(np.float64, (3 * k + 1, 2), elements=finite))
curves = st.lists(stroke, max_size=4).map(Curves.of)


def same(a, b):
    return len(a) == len(b) and all(np.array_equal(p, q) for p, q in zip(a, b, strict=True))


@given(st.lists(stroke, max_size=5))
def test_strokes_come_back_as_they_were_given(strokes):
    assert same(Curves.of(strokes).strokes(), strokes)


@given(st.lists(curves, max_size=4))
def test_joined_has_all_strokes_in_order(parts):
    joined = Curves.joined(parts)
    assert same(joined.strokes(), [s for part in parts for s in part.strokes()])
    assert joined.starts[0] == 0 and joined.starts[-1] == len(joined.points)


def test_joined_takes_a_generator():
    one = Curves.of([np.zeros((1, 2))])
    assert len(Curves.joined(part for part in (one, one, one))) == 3


@given(curves, finite, finite, st.floats(0.1, 9))
def test_placed_scales_about_the_origin_then_moves(drawn, x, y, scale):
    placed = drawn.placed(x, y, scale)
    assert np.array_equal(placed.points, drawn.points * scale + [x, y])
    assert np.array_equal(placed.starts, drawn.starts)


def test_a_quarter_turn_is_clockwise_on_the_page():
    right_of_centre = Curves.of([np.array([[15.0, 7.0]])])
    assert right_of_centre.turned(90, 10, 7).points.tolist() == [[10.0, 12.0]]


@given(curves, st.floats(-360, 360), finite, finite)
@settings(max_examples=60)
def test_turning_keeps_distances_and_turning_back_undoes_it(drawn, degrees, x, y):
    turned = drawn.turned(degrees, x, y)
    before = ((drawn.points - [x, y]) ** 2).sum(axis=1)
    after = ((turned.points - [x, y]) ** 2).sum(axis=1)
    assert np.allclose(before, after, rtol=1e-9, atol=1e-6)
    assert np.allclose(turned.turned(-degrees, x, y).points, drawn.points, atol=1e-6)


def test_empty_has_no_stroke_and_joins_with_anything():
    dot = Curves.of([np.ones((1, 2))])
    assert len(Curves.empty()) == 0 and Curves.empty().strokes() == []
    assert same(Curves.joined([Curves.empty(), dot, Curves.empty()]).strokes(), dot.strokes())
    assert len(Curves.joined([])) == 0 and len(Curves.of([])) == 0


def test_points_and_starts_cannot_be_written_to():
    drawn = Curves.of([np.zeros((4, 2))])
    with pytest.raises(ValueError, match="read-only"):
        drawn.points[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        drawn.starts[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        drawn.strokes()[0][0, 0] = 1


def test_bounds_are_those_of_all_points():
    drawn = Curves.of([np.array([[3.0, 9.0]]), np.array([[-1.0, 4.0], [0, 12], [2, 5], [7, 6]])])
    assert drawn.bounds() == (-1.0, 4.0, 7.0, 12.0)


def test_nothing_has_no_bounds():
    with pytest.raises(ValueError):
        Curves.empty().bounds()
