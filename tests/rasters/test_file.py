"""Files of pixels: found, measured, and refused with a reason."""

import warnings

import pytest

from sketchsvg.errors import LimitError, Note, SheetError, Source
from sketchsvg.rasters import file
from sketchsvg.rasters.file import bitmap_file
from tests.pixels import JPEG, png, segment, with_segments

HERE = Source("sheet.py", 7)


@pytest.mark.parametrize(("name", "data", "format"), [("a.png", png(), "png"), ("a.JPG", JPEG, "jpeg"), ("a.jpeg", png(), "png")])
def test_a_file_is_read_as_what_it_is(tmp_path, name, data, format):
    (tmp_path / name).write_bytes(data)
    assert bitmap_file(tmp_path / name).format == format


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.gif", b"GIF89a", "no picture that can be pasted in"),
        ("a.png", b"", "it is empty"),
        ("a.png", b"words", "neither a PNG nor a JPEG"),
        ("a.jpg", JPEG[:50], "cannot be pasted in: it ends too early"),
    ],
)
def test_one_clear_error_with_its_place(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SheetError, match=reason) as caught:
        bitmap_file(tmp_path / name, HERE)
    assert caught.value.where == HERE and caught.value.mend


def test_what_is_no_file_is_told(tmp_path):
    (tmp_path / "folder.png").mkdir()
    for name in ("none.png", "folder.png"):
        with pytest.raises(SheetError, match="There is no file") as caught:
            bitmap_file(tmp_path / name, HERE)
        assert str(tmp_path / name) in caught.value.mend
    with pytest.raises(SheetError):
        bitmap_file(tmp_path / "a\0.png", HERE)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(png())
    monkeypatch.setattr(file, "MOST_BYTES", 50)
    with pytest.raises(LimitError, match="at most"):
        bitmap_file(tmp_path / "a.png", HERE)


def test_other_colours_than_srgb_are_noted(tmp_path):
    def notes(profile: bytes) -> list[str]:
        (tmp_path / "a.jpg").write_bytes(with_segments(JPEG, segment(0xE2, b"ICC_PROFILE\0\1\1" + profile)))
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            bitmap_file(tmp_path / "a.jpg", HERE)
        return [str(one.message) for one in caught if one.category is Note]

    assert "not sRGB" in notes(b"Display P3")[0]
    assert notes(b"sRGB IEC61966") == notes("an sRGB".encode("utf-16-be")) == []
