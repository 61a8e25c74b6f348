"""Areas measured all at once."""

import numpy as np
import pytest

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line, polyline, rectangle
from sketchsvg.readers.svg.polygons import clip_of, rings_of
from sketchsvg.sketching.areas import Outline, areas_of, regions

PAGE = clip_of(rings_of(rectangle(Rect(0, 0, 100, 100))), "nonzero")
RING = Curves.joined([rectangle(Rect(10, 10, 30, 30)), rectangle(Rect(20, 20, 10, 10))])


def area_of(curves, rule="nonzero", clips=()):
    return areas_of([Outline(curves, rule, clips)])[0]


def test_thickness_is_area_over_half_the_circumference():
    assert area_of(ellipse(50, 50, 8, 8)).thickness == pytest.approx(8, rel=0.01)
    assert area_of(rectangle(Rect(0, 0, 40, 10))).thickness == pytest.approx(8)
    # A hole takes its area away and adds its edge.
    assert area_of(RING, "evenodd").thickness == pytest.approx(2 * (900 - 100) / (120 + 40))


def test_together_they_are_as_they_are_alone():
    shapes = [ellipse(20, 20, 8, 5), RING, line(0, 0, 9, 9), polyline([(0, 0), (9, 0), (9, 9)]), rectangle(Rect(90, 90, 30, 30))]
    every = areas_of([Outline(one, "evenodd", (PAGE,)) for one in shapes])
    for one, area in zip(shapes, every, strict=True):
        alone = area_of(one, "evenodd", (PAGE,))
        assert (area is None) == (alone is None)
        if area is not None:
            assert area.thickness == alone.thickness and area.box == alone.box and area.traced == alone.traced
            assert np.array_equal(area.curves.points, alone.curves.points)


def test_open_outlines_are_closed_and_lines_enclose_nothing():
    area = area_of(polyline([(0, 0), (9, 0), (9, 9)]))
    assert not area.traced and (area.curves.points[0] == area.curves.points[-1]).all()
    assert area_of(line(0, 0, 9, 9)) is None and area_of(rectangle(Rect(0, 0, 9, 9))).traced


def test_what_a_clip_leaves():
    half = clip_of(rings_of(rectangle(Rect(0, 0, 25, 100))), "nonzero")
    area = area_of(rectangle(Rect(10, 10, 30, 30)), clips=(PAGE, half))
    assert area.box == pytest.approx((10, 10, 25, 40)) and not area.traced
    assert area_of(rectangle(Rect(30, 10, 30, 30)), clips=(half,)) is None
    assert area_of(rectangle(Rect(200, 10, 30, 30)), clips=(PAGE,)) is None


def test_regions_of_nothing_are_none():
    ring = rings_of(rectangle(Rect(0, 0, 9, 9)))
    assert [area is None for area in regions([([], "nonzero"), (ring, "nonzero"), ([ring[0][:2]], "nonzero")])] == [True, False, True]
    assert regions([]) == []


def test_points_in_areas():
    area = area_of(RING, "evenodd")
    assert area.holds(12, 12) and not area.holds(25, 25) and not area.holds(5, 5)
