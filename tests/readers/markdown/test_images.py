"""Images in Markdown: pixels only where the notes ask for them."""

from pathlib import Path

import pytest

from sketchsvg import SketchError
from sketchsvg.pipeline import compose, trace
from sketchsvg.readers import read
from tests.pixels import JPEG, png

pytestmark = pytest.mark.filterwarnings("ignore:The picture has")


def read_notes(tmp_path: Path, front: str, body: str):
    (tmp_path / "a.png").write_bytes(png(300, 200))
    (tmp_path / "b c.jpg").write_bytes(JPEG)
    (tmp_path / "notes.md").write_text(f"---\npage: A5\n{front}---\n\n## Head\n\nwords\n\n{body}\n", encoding="utf-8")
    return read(str(tmp_path / "notes.md"))


def test_pixels_are_pasted_in_where_they_are_asked_for(tmp_path):
    (sheet,) = read_notes(tmp_path, "images: raster\n", '![Hills](a.png "Seen from above")\n\n![A square](b%20c.jpg)')
    frame = compose(sheet)
    first, second = (one for one in frame.walk() if one.block.kind == "photo")
    assert (first.block.alt, first.block.caption, first.block.source.line) == ("Hills", "Seen from above", 10)
    assert (second.block.alt, second.block.caption, second.block.bitmap.format) == ("A square", "A square", "jpeg")
    assert [raster.said for raster in trace(sheet, frame).rasters] == ["Hills", "A square"]


@pytest.mark.parametrize("front", ["", "images: drawn\n"])
def test_they_are_refused_else_and_the_error_says_how_to_ask(tmp_path, front):
    with pytest.raises(SketchError, match="draws no pixels") as caught:
        read_notes(tmp_path, front, "![Hills](a.png)")
    assert "images: raster" in caught.value.mend
    with pytest.raises(SketchError, match="draws no pixels") as caught:
        read_notes(tmp_path, front, "![Hills](a.gif)")
    assert "images: raster" not in caught.value.mend and "PNG" in caught.value.mend


@pytest.mark.parametrize("address", ["broken.png", "none.jpg", "a.gif", "data:image/png;base64,AAAA"])
def test_what_cannot_be_pasted_in_is_told_with_its_line(tmp_path, address):
    (tmp_path / "broken.png").write_bytes(png()[:-9])
    with pytest.raises(SketchError) as caught:
        read_notes(tmp_path, "images: raster\n", f"![Hills]({address})")
    assert (Path(caught.value.where.file).name, caught.value.where.line) == ("notes.md", 10)
    assert caught.value.mend
