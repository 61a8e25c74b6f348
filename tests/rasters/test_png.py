"""PNG files: what is kept of them, and what is refused."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.errors import LimitError
from sketchsvg.rasters.png import png_bitmap
from sketchsvg.rasters.reading import BrokenError
from tests.pixels import chunk, png


def test_the_pixels_stay_and_nothing_else():
    place = chunk(b"tEXt", b"Comment\0taken at home")
    bitmap, profile = png_bitmap(png(6, 4, 2, b"abc", place))
    assert (bitmap.width, bitmap.height, bitmap.channels, profile) == (6, 4, 3, b"")
    assert bitmap.data == png(6, 4, 2, b"abc")
    assert "home" not in repr(bitmap) and len(repr(bitmap)) < 60


def test_a_profile_is_told():
    _, profile = png_bitmap(png(6, 4, 2, b"abc", chunk(b"iCCP", b"Wide\0\0" + zlib.compress(b"colours"))))
    assert profile == b"Widecolours"


@pytest.mark.parametrize(("colour", "pixel", "channels"), [(0, b"a", 1), (2, b"abc", 3), (4, b"ab", 1), (6, b"abcd", 3)])
def test_all_kinds_of_colour(colour, pixel, channels):
    assert png_bitmap(png(3, 2, colour, pixel))[0].channels == channels


def test_interlaced_and_packed_samples():
    # 5 by 5 of 1 bit, passes of 1, 1, 1, 2, 4 (2 rows, 2 wide), ... : 1x1, 1x1, 2x1, 1x2, 3x1, 2x3, 5x2 pixels.
    rows = b"\0\0" * (1 + 1 + 1 + 2 + 1 + 3 + 2)
    assert png_bitmap(png(5, 5, 0, rows=rows, depth=1, interlaced=1))[0].width == 5
    with pytest.raises(BrokenError, match="fewer"):
        png_bitmap(png(5, 5, 0, rows=rows[:-1], depth=1, interlaced=1))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png()[:-1], "too early"),
        (png()[:20], "too early"),
        (png(rows=b"\0" * 75), "fewer"),
        (png(rows=b"\0" * 77), "more"),
        (png(0, 4), "no pixels"),
        (png(depth=3), "no PNG"),
        (png(colour=3, pixel=b"a"), "palette"),
        (png().replace(b"IHDR", b"IHDX"), "checksum"),
        (png(6, 4, 2, b"abc", chunk(b"NEED", b"")), "not known"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "no header"),
    ],
)
def test_what_is_broken_is_told(data, reason):
    with pytest.raises(BrokenError, match=reason):
        png_bitmap(data)


def test_more_pixels_than_a_page_needs_are_refused_before_they_are_unpacked():
    with pytest.raises(LimitError, match="50 million"):
        png_bitmap(png(10_000, 5_001, rows=b""))


@given(st.integers(0, len(png()) - 1), st.integers(1, 255))
def test_a_flipped_byte_is_told_or_changes_nothing_that_counts(at, change):
    data = bytearray(png())
    data[at] ^= change
    try:
        bitmap, _ = png_bitmap(bytes(data))
    except (BrokenError, LimitError):
        return
    # Only the signature, which its reader has looked at before, may differ.
    assert at < 8 and bitmap.data == png()
