"""Letters from a font on a whole page: read back as written, the same bytes each time."""

import itertools
from pathlib import Path

import pytest

from sketchsvg import Sheet, section, text
from sketchsvg.pipeline import compose, trace

pytest.importorskip("uharfbuzz", reason="uharfbuzz reads fonts")
own_font = pytest.importorskip("tests.lettering.fonts.own_font", reason="fontTools makes the font of these tests")


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    own_font.build(Path("bars.ttf"))
    Path("mine.toml").write_text('base = "nano-banana"\n[fonts]\nfallback = ["bars.ttf"]\n', encoding="utf-8")
    return Sheet(section("A", text("가 十口와 **一** 나")), theme="mine.toml", page="A6")


def test_the_font_of_the_theme_lends_its_letters(sheet):
    marks = [mark for mark in trace(sheet, compose(sheet)).marks if mark.writing and "十" in mark.writing.text]
    assert marks and sum(len(mark.curves) for mark in marks) >= 5


def test_words_are_those_of_the_author(sheet):
    marks = trace(sheet, compose(sheet)).marks
    words = [word for mark in marks if mark.writing for word in mark.writing.words]
    assert [word.text for word in words][1:] == ["가", "十口와", "一", "나"]
    for before, after in itertools.pairwise(words[1:]):
        assert before.x + before.width <= after.x + 1e-6


def test_they_are_read_back_from_the_pdf(sheet):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF back")
    found = pdfium.PdfDocument(sheet.to_pdf())[0].get_textpage().get_text_range()
    assert "가 十口와 一 나" in found


def test_the_same_font_gives_the_same_bytes(sheet):
    from tests.lettering.conftest import forget

    first = sheet.to_svg()
    forget()
    assert sheet.to_svg() == first
