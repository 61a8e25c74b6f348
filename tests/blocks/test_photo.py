"""Photos: pixels in a frame drawn by the pen."""

import warnings

import pytest

from sketchsvg import Sheet, picture, section, text
from sketchsvg.blocks.photo import BORDER, LARGEST, LEAST, SHARP, photo
from sketchsvg.errors import LayoutError, SheetError, Source
from sketchsvg.pipeline import compose as composed
from sketchsvg.pipeline import trace
from sketchsvg.rasters.raster import Bitmap
from sketchsvg.theme.load import load_theme
from tests.blocks.reading import assert_tidy, marks_of, texts_of
from tests.pixels import png

#: Type of 9 pt is smaller than the theme's.
SMALLER = 9.0 / load_theme("nano-banana").type.body


def bitmap(columns=300, rows=200, turn=1):
    return Bitmap(b"data", "png", columns, rows, turn=turn)


def rect_of(frame):
    return frame.block.pasted(frame).rect


def test_a_photo_stands_in_its_frame_over_its_caption_as_large_as_it_is_sharp(compose):
    frame = compose(photo(bitmap(), caption="The hills"))
    assert texts_of(frame) == ["The hills"]
    assert_tidy(frame)
    rect = rect_of(frame)
    assert (rect.width, rect.height) == pytest.approx((300 / SHARP * 25.4 * SMALLER, 200 / SHARP * 25.4 * SMALLER))
    (mark,) = [mark for mark in marks_of(frame) if mark.key == "photo/frame"]
    left, top, right, bottom = mark.curves.bounds()
    assert (left, top, right, bottom) == pytest.approx(
        (rect.x - BORDER, rect.y - BORDER, rect.right + BORDER, rect.bottom + BORDER)
    )


@pytest.mark.parametrize("size", [(3000, 500), (500, 3000), (4000, 3000), (30, 20), (20, 30)])
@pytest.mark.parametrize("turn", [1, 6])
def test_proportions_are_kept_and_sizes_are_sensible(compose, size, turn):
    made = bitmap(*size, turn=turn)
    rect = rect_of(compose(photo(made), 170.0))
    assert rect.width / rect.height == pytest.approx(made.width / made.height, rel=1e-6)
    assert rect.width <= LARGEST[0] + 1e-6 and rect.height <= LARGEST[1] + 1e-6
    assert max(rect.width, rect.height) >= LEAST * SMALLER - 1e-6


def test_a_narrow_or_low_place_makes_it_smaller(compose):
    assert compose(photo(bitmap(1400, 900)), 50.0).rect.width == 50
    low = compose(photo(bitmap(1400, 900), caption="below"), 80.0, 30.0)
    assert low.rect.height == pytest.approx(30)
    assert_tidy(low)
    with pytest.raises(LayoutError):
        compose(photo(bitmap(), caption="below"), 80.0, 2.0)


def test_a_width_is_kept_and_small_type_makes_others_smaller(compose, setting):
    from msgspec.structs import replace

    small = replace(setting, size=setting.theme.type.body * 0.8)
    given, free = photo(bitmap(), width=60), photo(bitmap())
    assert given.compose(100.0, small).detail.width == given.compose(100.0, setting).detail.width == 60
    inner = [free.compose(100.0, one).detail.width - 2 * BORDER for one in (small, replace(setting, size=None))]
    assert inner[0] / inner[1] == pytest.approx(0.8)


@pytest.mark.parametrize("width", [0, -3, 2, float("nan"), "wide"])
def test_a_width_must_leave_room(width):
    with pytest.raises(SheetError):
        photo(bitmap(), width=width)


def told(block):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sheet = Sheet(block, page="A5")
        trace(sheet, composed(sheet))
    return [(str(one.message), one.filename, one.lineno) for one in caught]


def test_few_pixels_are_told_once_with_their_place():
    from msgspec.structs import replace

    here = Source("sheet.py", 12)
    ((said, file, line),) = told(replace(photo(bitmap(), width=110), source=here))
    assert "71 pixels an inch" in said and "150" in said and (file, line) == ("sheet.py", 12)
    assert told(replace(photo(bitmap()), source=here)) == []


def test_the_scene_holds_the_pixels_and_says_what_they_show():
    sheet = Sheet(section("Head", text("words"), photo(bitmap(), alt="Hills", caption="caption")), page="A5")
    scene = trace(sheet, composed(sheet))
    (raster,) = scene.rasters
    assert raster.said == "Hills" and raster.bitmap == bitmap()
    (part,) = [part for part in scene.parts if part.role == "figure"]
    assert part.shown == "Hills" and part.rect.holds(raster.rect)
    assert trace(Sheet(text("a"), page="A5"), composed(Sheet(text("a"), page="A5"))).rasters == ()


def test_files_are_looked_for_beside_the_author(tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(png(300, 200))
    program = tmp_path / "sheet.py"
    monkeypatch.chdir("/")

    def run(line):
        program.write_text(line)
        space = {"picture": picture}
        exec(compile(line, str(program), "exec"), space)
        return space["made"]

    made = run('made = picture("a.png", raster=True, alt="Hills", width=50, caption="c", name="n")')
    assert (made.bitmap.columns, made.alt, made.wide, made.caption, made.name) == (300, "Hills", 50, "c", "n")
    for line, said in (
        ('made = picture("b.png", raster=True)', "There is no file"),
        ('made = picture("https://example.org/a.png", raster=True)', "nothing is fetched"),
        ('made = picture("file:///a.png", raster=True)', "nothing is fetched"),
        ('made = picture("a.png")', "draws no pixels"),
        ('made = picture(3, raster=True)', "for the file of a picture"),
    ):
        with pytest.raises(SheetError, match=said) as caught:
            run(line)
        assert str(caught.value.where).startswith(f"{program}:1")
    with pytest.raises(SheetError) as caught:
        run('made = picture("a.png")')
    assert "raster=True" in caught.value.mend
