"""Pictures of pixels in JSON: by the name of a file, or with the file in it."""

import json

import pytest

from sketchsvg import Sheet, SketchError
from sketchsvg.blocks.photo import photo
from sketchsvg.rasters.file import bitmap_of
from sketchsvg.readers.json.reader import sheet_of
from tests.pixels import JPEG, exif, png, with_segments

pytestmark = pytest.mark.filterwarnings("ignore:The picture has")


def said(**fields):
    return json.dumps({"sketchsvg": 1, "body": [{"type": "picture", **fields}]})


@pytest.mark.parametrize("data", [png(), JPEG, with_segments(JPEG, exif(1))])
def test_a_photo_comes_back(data):
    made = photo(bitmap_of(data, "a"), alt="Hills", width=5, caption="c", name="n")
    sheet = Sheet(made.share(50) / photo(made.bitmap), page="A6")
    back = Sheet.from_json(sheet.to_json())
    assert back == sheet and back.to_json() == sheet.to_json() and back.to_svg() == sheet.to_svg()


def test_a_file_is_looked_for_beside_the_sheet(tmp_path):
    (tmp_path / "a.jpg").write_bytes(JPEG)
    sheet = sheet_of(said(raster="a.jpg", alt="Hills", width=30), str(tmp_path / "page.json"))
    assert (sheet.root.alt, sheet.root.wide, sheet.root.bitmap.data) == ("Hills", 30, JPEG)


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"raster": "none.png"}, "$.body[0].raster"),
        ({"raster": "https://example.org/a.png"}, "$.body[0].raster"),
        ({"raster": "data:image/png;base64,?"}, "$.body[0].raster"),
        ({"raster": "data:image/png;base64,AAAA"}, "$.body[0].raster"),
        ({"raster": "a.png", "svg": "a.svg"}, "$.body[0]"),
        ({"raster": "a.png", "height": 3}, "$.body[0]"),
    ],
)
def test_errors_name_the_path(fields, path, tmp_path):
    with pytest.raises(SketchError) as caught:
        sheet_of(said(**fields), str(tmp_path / "page.json"))
    assert path in caught.value.what and caught.value.where.line == 1 and caught.value.mend


def test_how_the_camera_was_held_comes_back():
    made = photo(bitmap_of(with_segments(JPEG, exif(6)), "a"))
    back = Sheet.from_json(Sheet(made, page="A6").to_json())
    assert back.root.bitmap.turn == 6


