"""Where a flat nib goes over its own ink it is darker: exactly there, and nowhere else."""

import numpy as np
import pytest

from sketchsvg.geometry import shapes
from sketchsvg.geometry.curves import Curves
from sketchsvg.ink import ink
from sketchsvg.ink.overlaps import covered_again, polygons, rims
from tests.ink.measures import flattened, winding
from tests.ink.scenes import box, mark, scene

WIDTH, OPACITY = 3.0, 0.4
LOOP = shapes.smooth([(10, 40), (40, 20), (50, 35), (35, 45), (20, 25), (30, 10)])


def coats(*curves):
    """The paths of bands of one paint: first coats, second coats, dark ends."""
    marks = [mark(f"{n}", one, "highlighter", WIDTH, opacity=OPACITY) for n, one in enumerate(curves)]
    paths = ink(scene(*marks)).paths
    bands = [path for path in paths if path.opacity == OPACITY]
    return bands, [path for path in paths if path.opacity < OPACITY]


def near(points, curve, far):
    """How many separate parts of a centreline come within ``far`` of each point."""
    middle = flattened(curve.strokes()[0], 60)
    close = np.sqrt(((points[:, None] - middle[None]) ** 2).sum(axis=2)) < far
    return (close[:, 1:] & ~close[:, :-1]).sum(axis=1) + close[:, 0]


def test_a_band_that_crosses_itself_is_darker_at_the_crossing():
    (under, over), _ = coats(LOOP)
    points = np.stack(np.meshgrid(np.arange(0, 60, 0.8), np.arange(0, 60, 0.8)), axis=2).reshape(-1, 2)
    twice = winding(points, over.curves) != 0
    assert 10 < twice.sum() < 60
    # Wobble and pressure move the rim by less than half a millimetre.
    assert (near(points[twice], LOOP, WIDTH / 2 + 0.5) >= 2).all()
    assert twice[near(points, LOOP, WIDTH / 2 - 0.5) >= 2].all()
    assert (winding(points[twice], under.curves) != 0).all()


def test_a_band_that_only_bends_is_even():
    bend = shapes.smooth([(10, 10), (30, 5), (33, 8), (30, 11), (12, 18)])
    bands, ends = coats(bend)
    assert len(bands) == 1
    assert [len(path.curves) for path in ends] == [2]


def test_a_closed_band_is_darker_where_it_closes_or_at_its_corners():
    (_, corners), _ = coats(box(30, 20))
    assert len(corners.curves) == 4
    middles = np.array([stroke[::3].mean(axis=0) for stroke in corners.curves.strokes()])
    found = {(round(x / 30), round(y / 20)) for x, y in middles - 10}
    assert found == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_bands_of_one_paint_are_darker_where_they_cross_each_other():
    bands, _ = coats(shapes.smooth([(5, 20), (20, 10), (40, 25)]), shapes.smooth([(20, 5), (25, 20), (22, 35)]))
    assert [len(path.curves) for path in bands] == [1, 1]
    apart, _ = coats(shapes.smooth([(5, 20), (20, 10), (40, 25)]), shapes.smooth([(60, 5), (65, 20), (62, 35)]))
    assert [len(path.curves) for path in apart] == [2]


@pytest.mark.parametrize(("times", "wide"), [(1, []), (2, [9.5]), (3, [10.0, 9.0])])
def test_each_going_over_is_a_layer(times, wide):
    rings = [shapes.ellipse(10 + 0.5 * n, 10, 5, 5).strokes()[0] for n in range(times)]
    # Outlines turn the other way round than ellipses are drawn.
    outlines = Curves.of([ring[::-1] for ring in rings])
    along = [np.array([0.0, 5.0])] * times
    found = covered_again(rims(outlines, np.arange(times), along), 1.0)
    assert len(found) == len(wide)
    for areas, expected in zip(found, wide, strict=True):
        x, y = polygons(areas).points[::3].T
        assert np.ptp(y) < 10.1
        assert np.ptp(x) == pytest.approx(expected, abs=0.1)
