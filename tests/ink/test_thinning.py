"""Fewer points, near enough."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.errors import SheetError
from sketchsvg.geometry import shapes
from sketchsvg.geometry.svgpath import parse_path
from sketchsvg.ink import marks
from sketchsvg.ink.thinning import straightened, thinned
from tests.ink.measures import flattened

POINTS = st.lists(st.tuples(st.floats(-50, 50), st.floats(-50, 50)), min_size=2, max_size=60)


def away(points: np.ndarray, chain: np.ndarray) -> float:
    """How far the furthest of some points lies from a chain."""
    a, b = chain[:-1][None], chain[1:][None]
    along, off = b - a, points[:, None] - a
    share = np.clip((along * off).sum(2) / np.maximum((along * along).sum(2), 1e-30), 0, 1)
    return float(np.sqrt(((off - along * share[..., None]) ** 2).sum(2)).min(1).max())


@given(POINTS, st.floats(0.0, 20.0))
@settings(max_examples=150)
def test_every_point_stays_within_the_tolerance(points, tolerance):
    points = np.array(points)
    fewer = thinned(points, tolerance)
    assert (fewer[0] == points[0]).all() and (fewer[-1] == points[-1]).all()
    assert len(fewer) <= max(len(points), 2)
    assert away(points, fewer) <= tolerance + 1e-9


def test_what_is_straight_needs_its_ends_only():
    line = np.stack((np.linspace(0, 9, 500), np.linspace(3, 7, 500)), axis=1)
    assert len(thinned(line, 0.01)) == 2


def test_a_spiral_of_very_many_points_is_thinned_as_well():
    t = np.linspace(0, 60, 50_001)
    spiral = np.stack((t * np.cos(30 * t), t * np.sin(30 * t)), axis=1)
    fewer = thinned(spiral, 0.5)
    assert 1000 < len(fewer) < 15_000
    assert away(spiral[::500], fewer) <= 0.5


def test_paths_become_few_straight_pieces():
    curves = parse_path("M10 10C20 0 30 30 40 10S60 0 70 20L70 40H10z M5 5h30v9z")
    fewer = straightened(curves, 0.5)
    assert [len(stroke) for stroke in fewer.strokes()][1] == 10
    for before, after in zip(curves.strokes(), fewer.strokes(), strict=True):
        chain = after[::3]
        assert away(flattened(before, 20), chain) <= 0.52
        assert shapes.polyline_stroke(chain) == pytest.approx(after)
        assert (after[0] == after[-1]).all()


def test_plain_functions_take_a_tolerance():
    wave = [(x / 10, np.sin(x / 10)) for x in range(300)]
    assert len(marks.polyline(wave, simplify=0.1).curves.points) < 150 < len(marks.polyline(wave).curves.points)
    assert len(marks.curve(wave, simplify=0.1).curves.points) < 150
    assert len(marks.polygon([*wave, (30, 20), (0, 20)], simplify=0.1).curves.points) < 150
    with pytest.raises(SheetError, match="simplify"):
        marks.path("M0 0h5", simplify=-1)


def test_tight_curves_are_straight():
    points = [(10, 10), (30, 30), (60, 10), (80, 40)]
    round_, half, straight = (marks.curve(points, tightness=t).curves.points for t in (0.0, 0.5, 1.0))
    assert straight == pytest.approx(shapes.polyline_stroke(points))
    assert half == pytest.approx((round_ + straight) / 2)
    with pytest.raises(SheetError, match="tightness"):
        marks.curve(points, tightness=1.5)
