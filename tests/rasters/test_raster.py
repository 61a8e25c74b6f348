"""Bitmaps in their places: how a turned one is seen."""

import pytest

from sketchsvg.geometry.rect import Rect
from sketchsvg.rasters.raster import Bitmap, Raster


@pytest.mark.parametrize(
    ("turn", "first", "right"),
    [(1, (10, 20), (40, 20)), (2, (40, 20), (10, 20)), (3, (40, 30), (10, 30)), (4, (10, 30), (40, 30)),
     (5, (10, 20), (10, 30)), (6, (40, 20), (40, 30)), (7, (40, 30), (40, 20)), (8, (10, 30), (10, 20))],
)  # fmt: skip
def test_where_the_first_stored_pixel_is_seen_and_where_its_row_leads(turn, first, right):
    raster = Raster(Bitmap(b"", "jpeg", 6, 4, turn=turn), Rect(10, 20, 30, 10))
    a, b, c, d, e, f = raster.matrix()
    assert (e, f) == first
    assert (a + e, b + f) == right
    # All of the place is covered.
    assert {(x, y) for x in (e, a + e, c + e) for y in (f, b + f, d + f)} >= {first, right}
    assert sorted((abs(a + c), abs(b + d))) == [10, 30]


def test_size_and_resolution_are_those_that_are_seen():
    turned = Raster(Bitmap(b"", "jpeg", 400, 600, turn=6), Rect(0, 0, 25.4, 16.9))
    assert (turned.bitmap.width, turned.bitmap.height) == (600, 400)
    assert turned.ppi == pytest.approx(600)
    assert Raster(Bitmap(b"", "png", 400, 600), Rect(0, 0, 50.8, 76.2)).ppi == pytest.approx(200)
