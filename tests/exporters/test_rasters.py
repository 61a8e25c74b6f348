"""Pictures of pixels in all files: where they are, what lies over them, and that all files agree."""

import io
import subprocess
import sys
import xml.etree.ElementTree as ET
from base64 import b64decode

import numpy as np
import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from sketchsvg import Sheet, section, text
from sketchsvg.blocks.photo import photo
from sketchsvg.book import to_book
from sketchsvg.errors import MissingPackageError, SheetError
from sketchsvg.exporters.pdf import Chapter, bound, drawn, to_pdf
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.svg import to_svg
from sketchsvg.finish import Finish
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import polyline_stroke, rectangle
from sketchsvg.inked import InkedPage, InkedPath
from sketchsvg.pipeline import compose, ink, plot, render, trace
from sketchsvg.rasters.file import bitmap_of
from sketchsvg.rasters.raster import Bitmap, Raster
from tests.exporters.structure import archive_problems, elements, kind, structure_problems, top
from tests.pixels import JPEG, exif, png, with_segments

pytestmark = pytest.mark.filterwarnings("ignore:The picture has")

SVG = "{http://www.w3.org/2000/svg}"
RED, BLUE = (200, 40, 30), (32, 128, 224)


def quarters(colour: int = 2) -> Bitmap:
    """2 by 2 pixels: red, blue over green, white; seen through where they have alpha."""
    pixels = [b"\xff\0\0", b"\0\0\xff", b"\0\xff\0", b"\xff\xff\xff"]
    held = [pixel + b"\x80" * (colour == 6) for pixel in pixels]
    return bitmap_of(png(2, 2, colour, rows=b"\0" + held[0] + held[1] + b"\0" + held[2] + held[3]), "a")


def page_with(*rasters: Raster, over: bool = True) -> InkedPage:
    paper = InkedPath(rectangle(Rect(0, 0, 60, 40)), 0, "#ffffff", 1.0, 0.0, "paper")
    faint = InkedPath(rectangle(Rect(0, 0, 60, 40)), 50, "#000000", 0.1, 0.0, "areas")
    line = InkedPath(Curves.of([polyline_stroke([(0, 20), (60, 20)])]), 70, "#000000", 1.0, 2.0, "frames")
    return InkedPage(60, 40, (paper, faint, line) if over else (paper, faint), (), title="t", rasters=rasters)


def seen_png(page: InkedPage) -> np.ndarray:
    from sketchsvg.exporters.raster import pixels_of, resolution_of

    pixels = pixels_of(page, resolution_of(page, 254, None))
    return np.stack([(pixels >> shift) & 255 for shift in (16, 8, 0)], axis=2).astype(int)


def seen_pdf(pdf: bytes) -> np.ndarray:
    return pypdfium2.PdfDocument(pdf)[0].render(scale=254 / 72, rev_byteorder=True).to_numpy()[:, :, :3].astype(int)


@pytest.mark.parametrize("over", [True, False])
@pytest.mark.parametrize("colour", [2, 6])
def test_pdf_and_png_show_the_same_pixels_under_the_lines(colour, over):
    page = page_with(Raster(quarters(colour), Rect(10, 10, 40, 20)), over=over)
    drawings = [seen_png(page), seen_pdf(to_pdf(page))]
    for seen in drawings:
        red, blue, green, ground = seen[120, 130], seen[120, 470], seen[270, 130], seen[50, 300]
        assert abs(ground - 230).max() <= 2
        if colour == 2:
            assert (abs(red - (255, 0, 0)).max(), abs(blue - (0, 0, 255)).max(), abs(green - (0, 255, 0)).max()) <= (3, 3, 3)
        else:
            assert abs(red - (243, 115, 115)).max() <= 4
        # A line goes over the picture.
        assert (seen[200, 130].max() < 20) == over


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turned_picture_is_seen_alike_everywhere(turn):
    place = Rect(10, 5, 30, 12) if turn < 5 else Rect(10, 5, 20, 30)
    page = page_with(Raster(replace(quarters(), turn=turn), place), over=False)
    drawings = [seen_png(page), seen_pdf(to_pdf(page))]
    x, y = place.x + place.width * np.array((0.06, 0.94)), place.y + place.height * np.array((0.06, 0.94))
    corners = [[tuple((seen[round(v * 10), round(u * 10)] > 128).tolist()) for v in y for u in x] for seen in drawings]
    assert corners[0] == corners[1]
    red, blue, green, white = (1, 0, 0), (0, 0, 1), (0, 1, 0), (1, 1, 1)
    wanted = {
        1: [red, blue, green, white], 2: [blue, red, white, green], 3: [white, green, blue, red],
        4: [green, white, red, blue], 5: [red, green, blue, white], 6: [green, red, white, blue],
        7: [white, blue, green, red], 8: [blue, white, red, green],
    }  # fmt: skip
    assert corners[0] == wanted[turn]
    image = ET.fromstring(to_svg(page)).find(f".//{SVG}image")
    assert ("transform" in image.attrib) == (turn != 1)
    if turn != 1:
        a, b, c, d, e, f = map(float, image.get("transform")[7:-1].split())
        wide, high = float(image.get("width")), float(image.get("height"))
        ends = sorted((a * u + c * v + e, b * u + d * v + f) for u in (0, wide) for v in (0, high))
        assert ends == sorted((u * 50, v * 50) for u in (place.x, place.right) for v in (place.y, place.bottom))


def sheet(data: bytes = JPEG, **options) -> Sheet:
    made = photo(bitmap_of(data, "a"), **{"alt": "Hills & <sea>", **options})
    return Sheet(section("Head", text("words"), made), page="A6", title="t")


def test_an_svg_holds_the_file_and_says_what_it_shows():
    root = ET.fromstring(sheet().to_svg())
    (image,) = root.iter(f"{SVG}image")
    assert b64decode(image.get("href").removeprefix("data:image/jpeg;base64,")) == JPEG
    assert (image.get("role"), image.get("aria-label")) == ("img", "Hills & <sea>")
    # A caption makes the picture a part of the text, where it is said already.
    told = ET.fromstring(sheet(caption="Caption").to_svg())
    assert next(told.iter(f"{SVG}image")).get("aria-hidden") == "true"
    assert [one.get("aria-label") for one in told.iter() if one.get("role") == "figure"] == ["Hills & <sea>"]


@pytest.mark.parametrize("data", [JPEG, png(6, 4), png(6, 4, 6, b"abcd"), with_segments(JPEG, exif(6))], ids=["jpeg", "png", "alpha", "turned"])
def test_a_pdf_keeps_its_rules_and_reads_the_picture_out(data):
    pdf = pikepdf.open(io.BytesIO(sheet(data).to_pdf()))
    assert structure_problems(pdf) == [] and archive_problems(pdf, pictures=True) == []
    (figure,) = [one for one in elements(top(pdf)) if kind(one) == "Figure"]
    assert str(figure.Alt) == "Hills & <sea>"
    (image,) = pdf.pages[0].obj.Resources.XObject.values()
    assert "/Interpolate" not in image
    if data.startswith(b"\xff"):
        assert image.Filter == "/DCTDecode" and image.read_raw_bytes() == JPEG
    assert ("/SMask" in image) == (data == png(6, 4, 6, b"abcd"))


def test_the_same_bytes_each_time_and_one_file_for_one_picture():
    bitmap = quarters(6)
    page = page_with(Raster(bitmap, Rect(5, 5, 20, 10)), Raster(bitmap, Rect(30, 5, 20, 10)))
    assert (to_pdf(page), to_png(page), to_svg(page)) == (to_pdf(page), to_png(page), to_svg(page))
    pdf = pikepdf.open(io.BytesIO(to_pdf(page)))
    assert len(pdf.pages[0].obj.Resources.XObject) == 1


def test_a_page_that_is_drawn_before_it_is_bound_shows_the_same():
    page = page_with(Raster(quarters(6), Rect(10, 10, 40, 20)))
    before = drawn(page)
    assert before.rasters == () and before.paths == ()
    assert (seen_pdf(bound([Chapter("", (before,))])) == seen_pdf(to_pdf(page))).all()


def test_where_cairo_writes_in_an_unknown_way_the_picture_is_there_too(monkeypatch):
    import re

    import sketchsvg.exporters.cairo as cairo

    page = page_with(Raster(quarters(), Rect(10, 10, 40, 20)), over=False)
    usual = seen_pdf(to_pdf(page))
    monkeypatch.setattr(cairo, "STAND_IN", re.compile(rb"nothing (\d+)"))
    assert (seen_pdf(to_pdf(page)) == usual).all()


def test_a_bleed_moves_pictures_along():
    own = sheet()
    page, wider = (ink(trace(own, compose(own)), finish) for finish in (None, Finish(bleed=3)))
    assert wider.rasters[0].rect == page.rasters[0].rect.moved(3, 3)


@pytest.mark.parametrize("data", [JPEG, png(6, 4, 6, b"\xff\x20\x10\xff")], ids=["jpeg", "png"])
def test_black_ink_makes_pictures_grey(data):
    pytest.importorskip("PIL")
    finish = Finish(mono=True)
    pdf = pikepdf.open(io.BytesIO(render(sheet(data), "pdf", finish=finish)))
    (image,) = pdf.pages[0].obj.Resources.XObject.values()
    assert image.ColorSpace == "/DeviceGray"
    (raster,) = ink(trace(sheet(data), compose(sheet(data)), finish)).rasters
    assert raster.bitmap.channels == 1


def test_a_plotter_refuses_pixels():
    with pytest.raises(SheetError, match="plotter draws no pixels"):
        plot(sheet())


def test_a_jpeg_in_a_png_needs_pillow(monkeypatch):
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(MissingPackageError, match="Pillow"):
        render(sheet(), "png")
    assert render(sheet(), "pdf") and render(sheet(), "svg") and render(sheet(png()), "png")


def test_a_book_holds_pictures():
    pdf = pikepdf.open(io.BytesIO(to_book([sheet(), sheet(png())])))
    assert [len(page.obj.Resources.XObject) for page in pdf.pages] == [1, 1]


def test_a_page_without_pictures_loads_nothing_of_them():
    program = (
        "import sys; from sketchsvg import Sheet, text; sheet = Sheet(text('words'), page='A6');"
        "[sheet.to_svg(), sheet.to_pdf(), sheet.to_png()]; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "sketchsvg.exporters.pdf" in loaded
    assert [name for name in loaded if "rasters." in name or "bitmaps" in name or "photo" in name] == []
