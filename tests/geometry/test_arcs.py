"""Arcs and sectors: on their ellipse, between their angles, closed where they should be."""

from math import cos, radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry.arcs import arc, sector

angles = st.floats(-400, 400)


def off_the_ellipse(points):
    """How far nodes and middles of the pieces lie off the ellipse around (50, 50) of 30 x 20, as a share."""
    a, b, c, d = points[0:-1:3], points[1::3], points[2::3], points[3::3]
    places = np.concatenate((points[::3], (a + 3 * b + 3 * c + d) / 8))
    return np.abs(((places[:, 0] - 50) / 30) ** 2 + ((places[:, 1] - 50) / 20) ** 2 - 1).max()


@given(start=angles, sweep=st.floats(-360, 360).filter(lambda sweep: abs(sweep) > 0.1))
@settings(max_examples=80, deadline=None)
def test_an_arc_lies_on_its_ellipse_from_angle_to_angle(start, sweep):
    points = arc(50, 50, 30, 20, start, start + sweep).points
    assert off_the_ellipse(points) < 1e-3
    for point, angle in ((points[0], start), (points[-1], start + sweep)):
        assert point == pytest.approx((50 + 30 * cos(radians(angle)), 50 - 20 * sin(radians(angle))), abs=1e-4)


def test_angles_grow_anticlockwise_and_y_downwards():
    begin, end = arc(0, 0, 10, 10, 0, 90).points[[0, -1]]
    assert begin == pytest.approx((10, 0))
    assert end == pytest.approx((0, -10))


@given(start=angles, way=st.sampled_from([1, -1]))
@settings(max_examples=60, deadline=None)
def test_a_full_turn_is_closed_in_four_pieces(start, way):
    points = arc(50, 50, 30, 20, start, start + 360 * way).points
    assert np.array_equal(points[0], points[-1])
    assert len(points) == 13


def test_a_sector_is_a_closed_slice_through_the_middle():
    (stroke,) = sector(50, 50, 30, 20, 0, 90).strokes()
    assert tuple(stroke[0]) == tuple(stroke[-1]) == (50, 50)
    assert off_the_ellipse(stroke[3:-3]) < 1e-3
    assert np.allclose(stroke[1], (60, 50)) and np.allclose(stroke[-2], (50, 50 - 20 / 3))
