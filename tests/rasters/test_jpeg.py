"""JPEG files: what is kept of them, how they are turned, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.errors import LimitError
from sketchsvg.rasters.jpeg import jpeg_bitmap
from sketchsvg.rasters.reading import BrokenError
from tests.pixels import GREY_JPEG, JPEG, exif, segment, with_segments


def test_the_pixels_stay_and_nothing_else():
    told = with_segments(JPEG, segment(0xED, b"caption and place"), segment(0xFE, b"by me"), exif(1))
    bitmap, profile = jpeg_bitmap(told + b"a film of the moment")
    assert (bitmap.width, bitmap.height, bitmap.channels, bitmap.turn, profile) == (8, 8, 3, 1, b"")
    assert bitmap.data == JPEG


def test_grey_is_one_channel():
    assert jpeg_bitmap(GREY_JPEG)[0].channels == 1


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("said", "turn"), [(1, 1), (3, 3), (6, 6), (8, 8), (0, 1), (9, 1)])
def test_how_the_camera_was_held(order, said, turn):
    assert jpeg_bitmap(with_segments(JPEG, exif(said, order)))[0].turn == turn


def test_a_broken_exif_is_let_be():
    assert jpeg_bitmap(with_segments(JPEG, segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff")))[0].turn == 1


def test_a_profile_is_told():
    assert jpeg_bitmap(with_segments(JPEG, segment(0xE2, b"ICC_PROFILE\0\1\1wide")))[1] == b"wide"


FRAME = JPEG.index(b"\xff\xc0")


def with_frame(**changes: int) -> bytes:
    data = bytearray(JPEG)
    for at, value in changes.items():
        data[FRAME + int(at[1:])] = value
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (JPEG[:-2], "too early"),
        (JPEG[:-1], "too early"),
        (JPEG[: FRAME + 6], "too early"),
        (JPEG[:2] + b"\xff\xd9", "no pixels"),
        (with_frame(_1=0xC3), "lossless"),
        (with_frame(_4=12), "no JPEG"),
        (with_frame(_9=4), "no JPEG"),
        (with_frame(_5=0, _6=0), "no pixels"),
        (with_segments(JPEG, segment(0xC0, b"\x08\0\x08\0\x08\x04" + b"\1\x11\0" * 4)), "CMYK"),
        (with_segments(JPEG, b"words"), "follow"),
    ],
)
def test_what_is_broken_is_told(data, reason):
    with pytest.raises(BrokenError, match=reason):
        jpeg_bitmap(data)


def test_more_pixels_than_a_page_needs_are_refused():
    with pytest.raises(LimitError, match="50 million"):
        jpeg_bitmap(with_frame(_5=255, _6=255, _7=255, _8=255))


@given(st.integers(3, len(JPEG) - 1), st.integers(0, 255))
def test_whatever_a_byte_becomes_it_is_read_or_told(at, value):
    data = bytearray(JPEG)
    data[at] = value
    try:
        bitmap, _ = jpeg_bitmap(bytes(data))
    except (BrokenError, LimitError):
        return
    assert bitmap.width > 0 and bitmap.data.endswith(b"\xff\xd9")
