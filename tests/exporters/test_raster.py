from itertools import pairwise

import pytest

from sketchsvg.errors import LimitError, SheetError
from sketchsvg.exporters import raster
from sketchsvg.exporters.raster import Resolution, resolution_of
from sketchsvg.inked import InkedPage

A4 = InkedPage(210, 297, (), ())


def test_an_a4_page_at_300_ppi_has_the_pixels_that_printers_know():
    assert resolution_of(A4) == Resolution(2480, 3508, 300)


@pytest.mark.parametrize("width", [1, 7, 640, 1199, 2480, 9999])
def test_a_picture_is_as_wide_as_was_asked_for(width: int):
    resolution = resolution_of(A4, width=width)
    assert resolution.width == width
    assert resolution.height == pytest.approx(width * 297 / 210, abs=0.5)


def test_a_width_goes_before_a_resolution():
    assert resolution_of(A4, 72, 1000) == resolution_of(A4, 300, 1000)


@pytest.mark.parametrize("width", [0, -3, 2.5, True, "wide"])
def test_a_width_that_is_no_number_of_pixels_is_refused(width: object):
    with pytest.raises(SheetError, match="pixels"):
        resolution_of(A4, 300, width)  # type: ignore[arg-type]


@pytest.mark.parametrize(("ppi", "width"), [(1300, None), (20_000, None), (300, 11_000), (300, 40_000)])
def test_more_pixels_than_memory_holds_are_refused_before_any_is_made(ppi: float, width: int | None):
    with pytest.raises(LimitError, match="too many") as caught:
        resolution_of(A4, ppi, width)
    assert caught.value.mend
    assert caught.value.status == 2


def test_bands_are_the_whole_picture():
    for size in ((1, 1), (30_000, 1), (2480, 3508), (1000, 1500)):
        found = raster.bands(*size)
        assert found[0][0] == 0
        assert found[-1][1] == size[1]
        assert all(above[1] == below[0] for above, below in pairwise(found))
    assert len(raster.bands(2480, 3508)) == raster.MOST_BANDS
    assert len(raster.bands(700, 700)) == 1
