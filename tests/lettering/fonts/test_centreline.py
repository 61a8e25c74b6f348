import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry.shapes import ellipse, polygon
from sketchsvg.lettering.fonts.centreline import centreline
from sketchsvg.lettering.fonts.raster import filled, thinned

HALF = 0.04


def bar(x0, y0, x1, y1):
    left, right, top, low = min(x0, x1) - HALF, max(x0, x1) + HALF, min(y0, y1) - HALF, max(y0, y1) + HALF
    return polygon([(left, top), (right, top), (right, low), (left, low)]).points


PLACES = st.integers(0, 4).map(lambda n: n * 0.2)
LEVEL = st.tuples(PLACES, st.floats(0.3, 0.9)).map(lambda p: bar(0.0, -p[0], p[1], -p[0]))
UPRIGHT = st.tuples(PLACES, st.floats(0.3, 0.9)).map(lambda p: bar(p[0], 0.0, p[0], -p[1]))


@given(st.lists(st.one_of(LEVEL, UPRIGHT), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_strokes_stay_inside_what_the_outline_fills_and_reach_its_ends(bars):
    curves = centreline(tuple(bars))
    points = curves.points[np.isfinite(curves.points).all(axis=1)]
    assert len(points) == len(curves.points) > 0
    nodes = np.concatenate([stroke[0::3] for stroke in curves.strokes()])
    inside = np.zeros(len(nodes), dtype=bool)
    for one in bars:
        low, high = one.min(axis=0), one.max(axis=0)
        inside |= ((nodes > low - 0.015) & (nodes < high + 0.015)).all(axis=1)
    assert inside.all()
    outline = np.concatenate(bars)
    assert (points.min(axis=0) < outline.min(axis=0) + 3 * HALF).all()
    assert (points.max(axis=0) > outline.max(axis=0) - 3 * HALF).all()


def test_a_ring_of_two_circles_is_one_round_stroke():
    outer, inner = ellipse(0, 0, 0.4, 0.4).points, ellipse(0, 0, 0.32, 0.32).points[::-1]
    (ring,) = centreline((outer, inner)).strokes()
    radii = np.sqrt(ring[0::3, 0] ** 2 + ring[0::3, 1] ** 2)
    assert radii == pytest.approx(np.full(len(radii), 0.36), abs=0.012)
    assert (ring[0] == ring[-1]).all()


def test_an_l_keeps_its_corner():
    (stroke,) = centreline((bar(0.0, 0.0, 0.0, -0.8), bar(0.0, 0.0, 0.6, 0.0))).strokes()
    nearest = min(abs(x) + abs(y) for x, y in stroke[0::3])
    assert nearest < 0.045


def test_nothing_gives_nothing():
    assert len(centreline(())) == 0


def test_overlapping_contours_are_filled_as_one():
    bits = filled((bar(0.2, -0.2, 0.8, -0.2), bar(0.5, -0.2, 0.9, -0.2)), 0.0, -0.4, 0.01, 100, 40)
    rows = bits.sum(axis=1)
    assert rows.max() == 78 and set(rows[rows > 0].tolist()) == {78}


def test_a_hole_stays_open():
    outer, inner = polygon([(0, 0), (1, 0), (1, 1), (0, 1)]).points, polygon([(0.4, 0.4), (0.4, 0.6), (0.6, 0.6), (0.6, 0.4)]).points
    bits = filled((outer, inner), 0.0, 0.0, 0.1, 10, 10)
    assert bits.sum() == 96 and not bits[4:6, 4:6].any()


def test_thinning_leaves_one_cell_of_a_thick_line():
    bits = np.zeros((9, 30), dtype=bool)
    bits[2:7, 2:28] = True
    line = thinned(bits)
    assert (line.sum(axis=0)[6:24] == 1).all() and (line & ~bits).sum() == 0


@pytest.mark.parametrize("radius", [0.026, 0.034, 0.04, 0.047, 0.056])
@pytest.mark.parametrize("shift", [0.0, 0.0013, 0.0026, 0.0039])
def test_no_dot_is_lost(radius, shift):
    dot, bar_below = ellipse(0.1 + shift, -0.6, radius, radius).points, bar(0.0, 0.0, 0.8, 0.0)
    strokes = centreline((dot, bar_below)).strokes()
    assert [stroke for stroke in strokes if stroke[:, 1].max() < -0.5]
