"""Outlines that stand on a line: their sides, and the roundness of their upper corners."""

import numpy as np
import pytest

from sketchsvg.blocks.outlines import rounded_top, standing
from sketchsvg.geometry.rect import Rect

BOX = Rect(10, 20, 30, 12)


@pytest.mark.parametrize("radius", [0.0, 1.6, 50.0])
def test_a_closed_outline_fills_its_box(radius):
    outline = rounded_top(BOX, radius)
    assert len(outline) == 1
    assert len(outline.points) % 3 == 1
    assert outline.bounds() == pytest.approx((10, 20, 40, 32))
    assert np.array_equal(outline.points[0], outline.points[-1])
    nodes = {(float(x), float(y)) for x, y in outline.points[::3]}
    assert {(10, 32), (40, 32)} <= nodes


def test_corners_are_round_by_the_radius():
    nodes = {(round(float(x), 9), round(float(y), 9)) for x, y in standing(BOX, 2.0).points[::3]}
    assert {(10, 22), (12, 20), (38, 20), (40, 22)} <= nodes


def test_what_stands_has_no_base():
    (stroke,) = standing(BOX, 1.0).strokes()
    assert stroke[0].tolist() == [10, 32]
    assert stroke[-1].tolist() == [40, 32]
