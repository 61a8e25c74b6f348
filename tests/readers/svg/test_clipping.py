"""Lines and areas cut by clips."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line, polygon, polyline, rectangle
from sketchsvg.readers.svg.area_cuts import cut_area
from sketchsvg.readers.svg.clipping import cut_at, cut_lines, cut_strokes
from sketchsvg.readers.svg.polygons import area, clip_of, curves_of, inside, is_convex, oriented, rings_of

SQUARE = clip_of(rings_of(rectangle(Rect(10, 10, 20, 20))), "nonzero")
#: A square ring: 10 … 30 with a hole 15 … 25.
RING = clip_of(rings_of(Curves.joined([rectangle(Rect(10, 10, 20, 20)), rectangle(Rect(15, 15, 10, 10))])), "evenodd")
L_SHAPE = clip_of(rings_of(polygon([(0, 0), (20, 0), (20, 10), (10, 10), (10, 20), (0, 20)])), "nonzero")


def size(rings):
    """The area of rings that the even-odd rule fills."""
    return sum(area(ring) for ring in oriented(rings)) / 2


def test_lines_keep_what_is_inside():
    cut = cut_lines(line(0, 20, 40, 20), SQUARE)
    assert len(cut) == 1 and cut.bounds() == pytest.approx((10, 20, 30, 20))
    assert [round(stroke[0][0], 6) for stroke in cut_lines(line(0, 20, 40, 20), RING).strokes()] == [10, 25]
    assert len(cut_lines(line(0, 0, 40, 5), SQUARE)) == 0


def test_lines_on_the_edge_of_a_clip_stay():
    assert cut_lines(line(10, 10, 30, 10), SQUARE).bounds() == (10, 10, 30, 10)


def test_a_loop_that_leaves_and_comes_back_is_one_line():
    cut = cut_lines(rectangle(Rect(15, 15, 30, 10)), SQUARE)
    assert len(cut) == 1 and cut.bounds() == pytest.approx((15, 15, 30, 25))


def test_curves_are_cut_on_the_curve():
    cut = cut_lines(ellipse(20, 20, 12, 12), SQUARE)
    radius = np.sqrt(((np.concatenate([stroke[::3] for stroke in cut.strokes()]) - 20) ** 2).sum(axis=1))
    assert len(cut) == 4 and abs(radius - 12).max() < 0.02


def test_areas_within_convex_and_other_clips():
    box = rings_of(rectangle(Rect(0, 0, 20, 20)))
    assert size(cut_area(box, "nonzero", SQUARE)[0]) == pytest.approx(100)
    assert size(cut_area(box, "nonzero", RING)[0]) == pytest.approx(75, abs=1e-3)
    assert size(cut_area(rings_of(rectangle(Rect(5, 5, 10, 10))), "nonzero", L_SHAPE)[0]) == pytest.approx(75, abs=1e-3)
    assert cut_area(box, "nonzero", clip_of([], "nonzero"))[0] == []
    assert size(cut_area(rings_of(rectangle(Rect(11, 11, 2, 2))), "nonzero", RING)[0]) == pytest.approx(4, abs=1e-3)
    assert cut_area(rings_of(rectangle(Rect(18, 18, 2, 2))), "nonzero", RING)[0] == []


corner = st.tuples(st.integers(0, 39), st.integers(0, 39)).map(lambda p: (p[0] + 0.37, p[1] + 0.61))


@settings(max_examples=40, deadline=None)
@given(st.lists(corner, min_size=3, max_size=7, unique=True), st.sampled_from([SQUARE, RING, L_SHAPE]))
def test_points_of_what_is_left_lie_in_both(points, clip):
    rings = rings_of(polygon(points))
    left, rule = cut_area(rings, "evenodd", clip)
    grid = np.array([(x + 0.213, y + 0.119) for x in range(0, 40, 2) for y in range(0, 40, 2)])
    both = inside(grid, rings, "evenodd") & inside(grid, clip.rings, clip.rule)
    assert (inside(grid, left, rule) == both).mean() > 0.985


def test_pieces_join_to_the_whole():
    stroke = ellipse(0, 0, 5, 3).points
    pieces = cut_at(stroke, np.array([0, 0, 2, 3]), np.array([0.25, 0.5, 0.1, 0.9]))
    assert len(pieces) == 5
    assert all((before[-1] == after[0]).all() for before, after in pairwise(pieces))
    assert (pieces[0][0] == stroke[0]).all() and (pieces[-1][-1] == stroke[-1]).all()


def test_what_is_convex():
    star = [(130, 65), (146, 115), (100, 84), (160, 84), (114, 115)]
    assert is_convex(rings_of(polygon([(0, 0), (9, 1), (5, 8)]))[0])
    assert not is_convex(np.array(star, dtype=float))
    assert not is_convex(L_SHAPE.rings[0])


def test_nested_rings_turn_by_turns():
    rings = [ring for inset in (0, 2, 4) for ring in rings_of(rectangle(Rect(0, 0, 20, 20).inset(inset)))]
    assert [area(ring) > 0 for ring in oriented(rings)] == [True, False, True]
    assert rings_of(curves_of(rings))[0].tolist() == rings[0].tolist()


def test_a_line_of_no_area_has_no_ring():
    assert rings_of(polyline([(0, 0), (5, 5)])) == []


POLYGONS = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 40)), min_size=3, max_size=7)


@settings(max_examples=60, deadline=None)
@given(POLYGONS, POLYGONS, st.booleans())
def test_areas_are_cut_exactly_whatever_their_shape(points, others, outside):
    # Turned about their middles in order, so that no side crosses another.
    subject, clip = (rings_of(polygon(_star(corners))) for corners in (points, others))
    if not subject or not clip:
        return
    region = replace(clip_of(clip, "nonzero"), outside=outside)
    rings, rule = cut_area(subject, "nonzero", region)
    places = np.random.RandomState(7).uniform(0, 41, size=(800, 2))
    kept = inside(places, rings, rule) if rings else np.zeros(800, dtype=bool)
    wanted = inside(places, subject, "nonzero") & (inside(places, clip, "nonzero") != outside)
    assert np.count_nonzero(kept != wanted) <= 2


def _star(corners):
    middle = np.mean(corners, axis=0)
    away = np.array(corners) - middle
    return np.array(corners)[np.argsort(np.arctan2(away[:, 1], away[:, 0]), kind="stable")]


def test_edges_that_lie_on_each_other_leave_no_slivers():
    box = rings_of(rectangle(Rect(0, 0, 30, 30)))
    hole = replace(clip_of(rings_of(rectangle(Rect(20, 0, 30, 30))), "nonzero"), outside=True)
    (ring,), _ = cut_area(box, "nonzero", hole)
    assert ring.max(axis=0) == pytest.approx((20, 30), abs=1e-4) and len(ring) == 4


def test_lines_outside_of_a_hole():
    hole = replace(SQUARE, outside=True)
    cut = cut_lines(line(0, 20, 40, 20), hole)
    assert [stroke[[0, -1], 0].tolist() for stroke in cut.strokes()] == [pytest.approx([0, 10]), pytest.approx([30, 40])]


def test_of_many_strokes_those_that_are_not_cut_stay_as_they_are():
    strokes = Curves.joined([line(x, 5, x, 35) for x in range(0, 40, 4)] + [line(12, y, 28, y) for y in range(12, 30, 4)])
    cut, source = cut_strokes(strokes, SQUARE)
    assert source.tolist() == [3, 4, 5, 6, 7, 10, 11, 12, 13, 14]
    alone = [cut_lines(Curves.of([stroke]), SQUARE) for stroke in strokes.strokes()]
    assert np.array_equal(cut.points, Curves.joined(alone).points)
