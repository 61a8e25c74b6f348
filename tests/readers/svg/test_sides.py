"""On which side of a clip boxes lie."""

import numpy as np
from msgspec.structs import replace

from sketchsvg.geometry.shapes import polygon
from sketchsvg.readers.svg.items import Clip
from sketchsvg.readers.svg.polygons import clip_of, inside, rings_of
from sketchsvg.readers.svg.sides import sides

STAR = clip_of(rings_of(polygon([(50, 0), (60, 35), (98, 35), (68, 57), (80, 95), (50, 72), (20, 95), (32, 57), (2, 35), (40, 35)])), "nonzero")


def test_what_is_told_apart_is_true_for_every_point():
    across, down = np.meshgrid(np.arange(0, 100, 4.0), np.arange(0, 100, 4.0))
    corner = np.stack((across.ravel(), down.ravel()), axis=1)
    boxes = np.concatenate((corner, corner + 4.0), axis=1)
    found = sides(boxes, STAR)
    assert set(found.tolist()) == {-1, 0, 1}
    for share in np.random.RandomState(1).uniform(size=(20, 2)):
        within = inside(corner + 4.0 * share, STAR.rings, STAR.rule)
        assert within[found == 1].all() and not within[found == -1].any()


def test_a_region_of_nothing_leaves_nothing():
    assert sides(np.array([(0.0, 0.0, 1.0, 1.0)]), Clip(())).tolist() == [-1]


def test_a_small_region_within_a_box_is_no_side():
    assert sides(np.array([(0.0, 0.0, 99.0, 99.0)]), replace(STAR)).tolist() == [0]
