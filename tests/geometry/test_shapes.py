"""Clean shapes: closed where they must be, inside their bounds, and as round as they say."""

from math import cos, pi, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry import Rect, shapes

length = st.floats(0.5, 200)
place = st.floats(-200, 200)


def on_curve(stroke, per_piece=50):
    t = np.linspace(0.0, 1.0, per_piece)[:, None, None]
    a, b, c, d = stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
    points = a * (1 - t) ** 3 + 3 * b * (1 - t) ** 2 * t + 3 * c * (1 - t) * t**2 + d * t**3
    return points.swapaxes(0, 1).reshape(-1, 2)


def only(curves):
    (stroke,) = curves.strokes()
    assert len(stroke) % 3 == 1
    return stroke


@given(st.lists(st.tuples(place, place), min_size=1, max_size=8))
def test_a_polyline_goes_through_its_points_with_handles_at_the_thirds(points):
    stroke = only(shapes.polyline(points))
    assert np.array_equal(stroke[0::3], points)
    assert np.allclose(stroke[1::3], (2 * stroke[0:-1:3] + stroke[3::3]) / 3, atol=1e-9)
    assert np.allclose(stroke[2::3], (stroke[0:-1:3] + 2 * stroke[3::3]) / 3, atol=1e-9)


def test_a_line_is_one_piece():
    assert only(shapes.line(1, 2, 7, -1)).tolist() == [[1, 2], [3, 1], [5, 0], [7, -1]]


def test_a_polygon_returns_to_its_first_point():
    stroke = only(shapes.polygon([(0, 0), (4, 0), (4, 3)]))
    assert stroke[0::3].tolist() == [[0, 0], [4, 0], [4, 3], [0, 0]]


@given(place, place, length, length, st.floats(0, 300))
def test_a_rectangle_is_closed_and_fills_its_bounds_exactly(x, y, width, height, radius):
    rect = Rect(x, y, width, height)
    curves = shapes.rectangle(rect, radius)
    stroke = only(curves)
    assert np.array_equal(stroke[0], stroke[-1])
    assert np.allclose(curves.bounds(), (x, y, rect.right, rect.bottom), atol=1e-9)


@given(length, length, st.floats(0.1, 50))
def test_a_round_rectangle_is_drawn_clockwise_and_its_corners_are_circles(width, height, radius):
    radius = min(radius, width / 2, height / 2)
    stroke = only(shapes.rectangle(Rect(0, 0, width, height), radius))
    points = on_curve(stroke)
    x, y = points[:, 0], points[:, 1]
    # The shoelace sum is positive for a clockwise turn where y grows downwards.
    area = (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2
    assert area == pytest.approx(width * height - (4 - pi) * radius * radius, rel=2e-3)
    corner = points[(x < radius) & (y < radius)]
    distance = np.sqrt(((corner - radius) ** 2).sum(axis=1))
    assert np.abs(distance - radius).max() < 3e-4 * radius + 1e-9


def test_a_rectangle_without_radius_has_four_corners():
    stroke = only(shapes.rectangle(Rect(1, 2, 3, 4)))
    assert stroke[0::3].tolist() == [[1, 2], [4, 2], [4, 6], [1, 6], [1, 2]]


@given(place, place, length, length)
@settings(max_examples=50)
def test_an_ellipse_is_true_to_three_hundredths_of_a_per_cent(cx, cy, rx, ry):
    curves = shapes.ellipse(cx, cy, rx, ry)
    stroke = only(curves)
    assert np.array_equal(stroke[0], stroke[-1])
    points = (on_curve(stroke) - [cx, cy]) / [rx, ry]
    assert np.abs(np.sqrt((points**2).sum(axis=1)) - 1).max() < 2.8e-4
    assert np.allclose(curves.bounds(), (cx - rx, cy - ry, cx + rx, cy + ry))


def test_an_ellipse_begins_at_the_top_and_turns_left():
    stroke = only(shapes.ellipse(10, 10, 4, 2))
    assert stroke[0].tolist() == [10, 8] and stroke[3].tolist() == [6, 10]


@given(
    st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=9, unique=True),
    st.booleans(),
)
@settings(max_examples=60)
def test_smooth_goes_through_its_points_without_a_corner(points, closed):
    stroke = shapes.smooth_stroke(points, closed)
    nodes = [*points, points[0]] if closed else points
    assert np.allclose(stroke[0::3], nodes)
    assert np.isfinite(stroke).all()
    into, out_of = stroke[3:-1:3] - stroke[2:-2:3], stroke[4::3] - stroke[3:-1:3]
    cross = into[:, 0] * out_of[:, 1] - into[:, 1] * out_of[:, 0]
    size = np.sqrt((into**2).sum(axis=1) * (out_of**2).sum(axis=1))
    assert np.all(np.abs(cross) <= 1e-6 * size + 1e-9)
    if closed:
        assert np.allclose(stroke[0], stroke[-1])
        a, b = stroke[1] - stroke[0], stroke[-1] - stroke[-2]
        assert abs(a[0] * b[1] - a[1] * b[0]) <= 1e-6 * np.sqrt((a**2).sum() * (b**2).sum()) + 1e-9


@given(st.lists(st.floats(0.25, 1.2), min_size=3, max_size=5), st.floats(0, 6), st.floats(1, 100))
def test_smooth_gives_a_circle_back(steps, begin, radius):
    angles = begin + np.cumsum(steps)
    points = [(radius * cos(angle), radius * sin(angle)) for angle in angles]
    distance = np.sqrt((on_curve(shapes.smooth_stroke(points)) ** 2).sum(axis=1))
    assert np.abs(distance - radius).max() < 1e-3 * radius


@pytest.mark.parametrize("count", [4, 5, 6, 8, 12])
def test_a_closed_smooth_stroke_gives_a_full_circle_back(count):
    points = [(cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count)]
    distance = np.sqrt((on_curve(shapes.smooth_stroke(points, closed=True)) ** 2).sum(axis=1))
    assert np.abs(distance - 1).max() < 1e-3


def test_two_points_are_a_straight_line():
    assert np.array_equal(shapes.smooth_stroke([(0, 0), (3, 6)]), shapes.polyline_stroke([(0, 0), (3, 6)]))


def test_a_repeated_point_does_no_harm():
    assert np.isfinite(shapes.smooth_stroke([(0, 0), (1, 1), (1, 1), (2, 0)])).all()
