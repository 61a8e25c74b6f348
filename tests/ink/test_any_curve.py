"""Whatever curves come in, finite ink comes out, near where it was asked for."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import fill_names, ink, pen_names
from tests.ink.scenes import filled, mark, scene

grid = st.integers(0, 60).map(lambda n: n / 2)
point = st.tuples(grid, grid)


@st.composite
def strokes(draw, closed: bool = False):
    """Chains with cusps, doubled points, handles of length 0 and turns on the spot."""
    count = draw(st.integers(1 if closed else 0, 4))
    points = [draw(point) for _ in range(3 * count + 1)]
    if draw(st.booleans()) and count:
        points[1] = points[0]
    if closed:
        points[-1] = points[0]
    return np.array(points)


def assert_sound(page, reach: float) -> None:
    for path in page.paths:
        assert np.isfinite(path.curves.points).all()
        assert (np.diff(path.curves.starts) % 3 == 1).all()
        assert path.curves.points.min() > -reach
        assert path.curves.points.max() < 30 + reach


@settings(max_examples=60, deadline=None)
@given(st.lists(strokes(), min_size=1, max_size=3), st.sampled_from(pen_names()), st.sampled_from([0.2, 0.6, 3.0]))
def test_any_line(chains, pen, width):
    page = ink(scene(mark("any", Curves.of(chains), pen, width)))
    assert_sound(page, 3.0 + 2.5 * width)
    assert page.paths


@settings(max_examples=60, deadline=None)
@given(st.lists(strokes(closed=True), min_size=1, max_size=2), st.sampled_from(fill_names()), st.integers(-90, 200))
def test_any_fill(chains, style, angle):
    assert_sound(ink(scene(filled("any", Curves.of(chains), style, angle=float(angle)))), 5.0)
