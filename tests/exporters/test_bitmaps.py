"""The pixels in files, their colours and their greys."""

import sys

import numpy as np
import pytest

pytest.importorskip("cairocffi")

from sketchsvg.errors import MissingPackageError, SheetError
from sketchsvg.exporters.bitmaps import channels_of, in_grey, packed_rows, pixels_in
from sketchsvg.rasters.jpeg import jpeg_bitmap
from sketchsvg.rasters.png import png_bitmap
from tests.pixels import GREY_JPEG, JPEG, chunk, png


def pixels(data: bytes) -> np.ndarray:
    return pixels_in(png_bitmap(data)[0])


def test_pixels_of_all_kinds_of_png():
    assert (pixels(png(3, 2, 2, b"\x20\x80\xe0")) == 0xFF2080E0).all()
    assert (pixels(png(3, 2, 0, b"\x55")) == 0xFF555555).all()
    assert (pixels(png(3, 2, 6, b"\xff\x00\x80\x80")) == 0x80800040).all()
    palette = chunk(b"PLTE", b"\0\0\0\x11\x22\x33")
    assert (pixels(png(3, 2, 3, b"\1", palette)) == 0xFF112233).all()


def test_pixels_that_cairo_cannot_read_are_one_clear_error():
    broken = png_bitmap(png(3, 2, rows=b"\x09abcabcabc" * 2))[0]
    with pytest.raises(SheetError, match="cannot be read"):
        pixels_in(broken)


def test_colours_are_those_before_alpha():
    colours, alpha = channels_of(pixels(png(3, 2, 6, b"\xff\x00\x80\x80")))
    assert colours[0, 0].tolist() == [255, 0, 128] and int(alpha[0, 0]) == 128
    grey, none = channels_of(pixels(png(3, 2, 2, b"\x55\x55\x55")))
    assert grey.shape == (2, 3, 1) and none is None


def test_rows_are_packed_as_png_packs_them():
    values = np.arange(24, dtype=np.uint8).reshape(4, 2, 3) * 11
    import zlib

    rows = np.frombuffer(zlib.decompress(packed_rows(values)), dtype=np.uint8).reshape(4, 7)
    assert (rows[:, 0] == 2).all()
    assert (np.cumsum(rows[:, 1:], axis=0, dtype=np.uint8) == values.reshape(4, 6)).all()


def test_in_grey():
    made = in_grey(png_bitmap(png(3, 2, 6, b"\xff\x00\x00\x80"))[0])
    assert png_bitmap(made.data)[0] == made and made.channels == 1
    colours, alpha = channels_of(pixels_in(made))
    assert colours[0, 0].tolist() == [76] and int(alpha[0, 0]) == 128
    grey = png_bitmap(png(3, 2, 0, b"\x55"))[0]
    assert in_grey(grey) is grey


def test_a_jpeg_is_read_by_pillow(monkeypatch):
    pytest.importorskip("PIL")
    found = pixels_in(jpeg_bitmap(JPEG)[0])
    assert [abs((int(found[3, 3]) >> at & 255) - want) <= 3 for at, want in ((16, 200), (8, 40), (0, 30))] == [True] * 3
    assert channels_of(pixels_in(jpeg_bitmap(GREY_JPEG)[0]))[0].shape == (8, 8, 1)
    assert in_grey(jpeg_bitmap(JPEG)[0]).format == "png"
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(MissingPackageError, match="Pillow") as caught:
        pixels_in(jpeg_bitmap(JPEG)[0])
    assert "webp" in caught.value.mend
