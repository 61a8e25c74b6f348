import zlib
from io import BytesIO
from struct import unpack

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from sketchsvg.errors import SheetError
from sketchsvg.exporters import png, raster
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.svg import to_svg
from sketchsvg.inked import InkedPage


def chunks(data: bytes) -> dict[bytes, bytes]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    found, start = {}, 8
    while start < len(data):
        (length,) = unpack(">I", data[start:start + 4])
        kind, body = data[start + 4:start + 8], data[start + 8:start + 8 + length]
        assert unpack(">I", data[start + 8 + length:start + 12 + length]) == (zlib.crc32(kind + body),)
        found[kind] = body
        start += 12 + length
    return found


def picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(("ppi", "size", "a_metre"), [
    (300, (1181, 945), 11811), (72, (283, 227), 2835), (96.5, (380, 304), 3799),
])
def test_the_picture_has_its_size_and_says_its_resolution(
    page: InkedPage, ppi: float, size: tuple[int, int], a_metre: int
):
    found = chunks(to_png(page, ppi))
    assert list(found) == [b"IHDR", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"IDAT", b"IEND"]
    assert unpack(">II", found[b"IHDR"][:8]) == size
    assert unpack(">IIB", found[b"pHYs"]) == (a_metre, a_metre, 1)


def test_ink_paper_holes_and_dots_have_their_colours(page: InkedPage):
    shown = picture(to_png(page, 254))  # ten pixels a millimetre
    assert shown.mode == "RGB"
    assert shown.getpixel((50, 50)) == (0xFF, 0xFD, 0xF5)
    assert shown.getpixel((210, 210)) == (0x2F, 0x6F, 0xDE)
    assert shown.getpixel((250, 250)) == (0xFF, 0xFD, 0xF5), "the hole shows the paper"
    red, green, blue = shown.getpixel((700, 250))
    assert (red, green) == (0xFF, 0xEA), "half of the highlighter, half of the paper"
    assert abs(blue - 0xA1) <= 1
    assert shown.getpixel((805, 603)) == (0x1F, 0x2A, 0x44), "a dot is round and as wide as the pen"
    assert shown.getpixel((809, 609)) == (0xFF, 0xFD, 0xF5)


def test_a_page_without_paper_shows_what_is_behind_it(page: InkedPage):
    shown = picture(to_png(replace(page, paths=page.paths[2:4]), 254))
    assert shown.mode == "RGBA"
    assert shown.getpixel((50, 50)) == (0, 0, 0, 0)
    assert shown.getpixel((210, 210)) == (0x2F, 0x6F, 0xDE, 255)
    red, green, blue, alpha = shown.getpixel((700, 250))
    assert alpha in (127, 128)
    assert max(abs(red - 0xFF), abs(green - 0xD8), abs(blue - 0x4D)) <= 1


def test_the_picture_is_that_of_the_svg(page: InkedPage):
    import cairosvg

    svg = to_svg(page).encode()
    drawn = picture(cairosvg.svg2png(svg, output_width=945, output_height=756)).convert("RGB")
    ours = picture(to_png(page, 240))
    assert ours.size == drawn.size
    difference = np.abs(np.asarray(ours, dtype=int) - np.asarray(drawn, dtype=int))
    # A shorter step of the SVG may lie 16 µm, a seventh of these pixels, beside the curve; nowhere else do they differ.
    assert difference.max() <= 36
    assert (difference > 2).mean() < 0.002


def test_a_picture_of_several_bands_is_that_of_one(page: InkedPage, monkeypatch: pytest.MonkeyPatch):
    for paths in (page.paths, page.paths[2:4]):
        whole = to_png(replace(page, paths=paths), 150)
        with monkeypatch.context() as patch:
            patch.setattr(raster, "PIXELS_A_BAND", 10_000)
            divided = to_png(replace(page, paths=paths), 150)
        assert divided != whole
        rows = zlib.decompress(chunks(divided)[b"IDAT"])
        assert rows == zlib.decompress(chunks(whole)[b"IDAT"])


@given(st.lists(st.binary(max_size=300), max_size=5))
def test_parts_deflated_by_themselves_are_one_stream(parts: list[bytes]):
    deflated = []
    for number, part in enumerate(parts):
        deflate = zlib.compressobj(wbits=-15)
        data = deflate.compress(part)
        data += deflate.flush(zlib.Z_FINISH if number == len(parts) - 1 else zlib.Z_FULL_FLUSH)
        deflated.append((data, zlib.adler32(part), len(part)))
    if parts:
        assert zlib.decompress(png._one_stream(deflated)) == b"".join(parts)


def test_the_same_page_gives_the_same_bytes(page: InkedPage):
    assert to_png(page, 96) == to_png(page, 96)


@pytest.mark.parametrize("ppi", [0, -300, float("nan"), float("inf"), 0.01, 20_000, 9_000])
def test_a_resolution_that_makes_no_picture_is_refused(page: InkedPage, ppi: float):
    with pytest.raises(SheetError, match="ppi") as caught:
        to_png(page, ppi)
    assert caught.value.mend


def test_a_picture_can_be_asked_for_by_its_width(page: InkedPage):
    shown = picture(to_png(page, width=640))
    assert shown.size == (640, 512)
    assert shown.info["dpi"] == pytest.approx((162.56, 162.56), abs=0.05)


def test_the_picture_says_that_its_colours_are_srgb(page: InkedPage):
    shown = picture(to_png(page, 72))
    assert shown.info["srgb"] == 0
    assert shown.info["gamma"] == 0.45455
    assert shown.info["chromaticity"] == (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
