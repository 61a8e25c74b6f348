"""Many polygons cut at once are what each gives alone."""

import numpy as np
import pytest

from sketchsvg.readers.svg.area_cuts import cut_area, cut_areas
from sketchsvg.readers.svg.half_planes import cut_by_half_planes, cut_convex
from sketchsvg.readers.svg.polygons import area, clip_of

SQUARE = np.array([(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)])
TRIANGLE = np.array([(0.0, 0.0), (10.0, 0.0), (0.0, 10.0)])


def _disc(x, y, radius, corners=96):
    turn = 2 * np.pi * np.arange(corners) / corners
    return np.array((x, y)) + radius * np.stack((np.cos(turn), np.sin(turn)), axis=1)


def test_each_ring_is_cut_by_its_own_line():
    middles, ways = np.full((4, 2), 5.0), np.array([(1.0, 0.0), (0.0, -1.0), (1.0, 1.0), (1.0, 0.0)])
    right, upper, corner, none = cut_by_half_planes([SQUARE, SQUARE, TRIANGLE, SQUARE - 50], middles, ways)
    assert right.tolist() == [[5, 0], [10, 0], [10, 10], [5, 10]]
    assert (area(upper) / 2, area(corner), len(none)) == (50, 0, 0)


def test_polygons_of_many_sizes_are_cut_together_as_alone():
    asked = [
        ([SQUARE + 3, TRIANGLE], SQUARE),
        ([SQUARE], TRIANGLE),
        ([SQUARE + 40], SQUARE),
        ([_disc(5, 5, 6)], SQUARE),
    ]
    together = cut_convex(asked)
    assert [[ring.tolist() for ring in rings] for rings in together] == [
        [ring.tolist() for ring in cut_convex([one])[0]] for one in asked
    ]
    assert [len(rings) for rings in together] == [2, 1, 0, 1]


@pytest.mark.parametrize("way", [1, -1])
@pytest.mark.parametrize("begin", [0, 7, 30, 55, 88])
@pytest.mark.parametrize("radius", [1.0, 3.0, 4.9])
def test_a_disc_within_a_disc_is_what_edge_after_edge_leaves(radius, begin, way):
    ring, disc = np.roll(_disc(5, 5, 5, 112)[::way], begin, axis=0), _disc(5, 5, radius)
    (left,), _ = cut_area([ring], "nonzero", clip_of([disc], "nonzero"))
    assert left == pytest.approx(cut_convex([([ring], disc)])[0][0], abs=1e-9)


def test_what_is_not_cut_stays_the_same_object():
    whole, clear = ([SQUARE], "nonzero"), ([SQUARE + 90], "nonzero")
    clip = clip_of([_disc(5, 5, 9)], "nonzero")
    kept, gone = cut_areas([(whole, clip), (clear, clip)])
    assert kept is whole
    assert not gone[0]
