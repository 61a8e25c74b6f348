import re
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from itertools import product

import numpy as np
import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image

from sketchsvg.errors import SheetError
from sketchsvg.exporters import cairo
from sketchsvg.exporters.pdf import to_pdf
from sketchsvg.exporters.png import to_png
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Word


@pytest.fixture(scope="module")
def pdf(page: InkedPage) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(to_pdf(page)))


def text_of(data: bytes) -> str:
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().replace("\r\n", "\n")


def pixels_of(data: bytes) -> np.ndarray:
    """The page at 200 ppi."""
    shown = pypdfium2.PdfDocument(data)[0].render(scale=200 / 72).to_pil()
    return np.asarray(shown.convert("RGB"), dtype=int)


def test_the_page_has_its_exact_size(pdf: pikepdf.Pdf):
    (sheet,) = pdf.pages
    for box in (sheet.mediabox, sheet.trimbox):
        sides = [float(side) / 72 * 25.4 for side in box]
        assert sides == pytest.approx([0, 0, 100, 80], abs=1e-4)


def test_the_words_can_be_read_back(page: InkedPage):
    assert text_of(to_pdf(page)) == "가장 “대중적”인\nClaude 🙂 <모델>"


@pytest.mark.parametrize("text", [
    "하늘과", "“따옴표”", "𠀀🙂", "e\u0301a", "(a)\\b", "→•✓€", "ㄱㅏ", "I'm", "x²", "한\u1112\u1161\u11ab",
])
def test_every_character_is_read_back_as_it_was_written(text: str):
    page = InkedPage(100, 80, (), (Word(text, 10, 40, 20, 4, end=True, space=False),))
    codes = pypdfium2.PdfDocument(to_pdf(page))[0].get_textpage().get_text_bounded()
    assert codes == text


def test_more_characters_than_one_block_of_the_map_holds():
    syllables = "".join(chr(0xAC00 + 41 * i) for i in range(250))
    words = tuple(
        Word(syllables[i:i + 5], x, y, 16, 3, end=x == 82, space=x < 82)
        for i, (y, x) in zip(range(0, 250, 5), product(range(10, 70, 6), range(10, 100, 18)), strict=True)
    )
    read = text_of(to_pdf(InkedPage(110, 90, (), words)))
    assert read.split() == [word.text for word in words]


def test_words_that_touch_are_not_parted():
    words = (Word("굵", 10, 40, 4, 4, space=False), Word("게는", 14, 40, 8, 4, space=False, end=True))
    assert text_of(to_pdf(InkedPage(100, 80, (), words))) == "굵게는"


def test_a_selection_covers_the_drawn_word():
    page = InkedPage(100, 80, (), (Word("가나다", 10, 40, 20, 4, space=False, end=True),))
    reader = pypdfium2.PdfDocument(to_pdf(page))[0].get_textpage()
    assert reader.count_rects() == 1
    left, bottom, right, top = (side / 72 * 25.4 for side in reader.get_rect(0))
    assert left == pytest.approx(10, abs=0.1)
    assert right == pytest.approx(30, abs=0.1)
    assert 80 - top == pytest.approx(40 - 0.8 * 4, abs=0.3)
    assert 80 - bottom == pytest.approx(40 + 0.2 * 4, abs=0.3)


def test_turned_words_are_turned_with_their_ink():
    page = InkedPage(100, 80, (), (Word("word", 10, 40, 20, 4, angle=30, space=False, end=True),))
    reader = pypdfium2.PdfDocument(to_pdf(page))[0].get_textpage()
    first, last = ([side / 72 * 25.4 for side in reader.get_charbox(i)] for i in (0, 3))
    assert last[0] > first[2]
    assert last[3] < first[3], "clockwise: the end of the word lies lower"


def test_the_ink_is_vector(pdf: pikepdf.Pdf):
    sheet = pdf.pages[0]
    assert not list(sheet.get_images())
    assert b"/Image" not in b"".join(thing.unparse() for thing in pdf.objects)
    assert b" c " in b"".join(stream.read_bytes() for stream in sheet.Contents).replace(b"\n", b" ")


def test_the_document_says_what_it_is(pdf: pikepdf.Pdf):
    assert str(pdf.docinfo.Title) == "Where to find <LLMs> & 모델"
    assert str(pdf.docinfo.Author) == "Kim \"O'Neil\""
    assert str(pdf.Root.Lang) == "ko"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
    with pdf.open_metadata() as about:
        assert about["dc:title"] == "Where to find <LLMs> & 모델"
        assert about["dc:creator"] == ["Kim \"O'Neil\""]
        assert about["dc:language"] == {"ko"}


def test_the_date_is_the_builders(page: InkedPage, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    told = pikepdf.open(BytesIO(to_pdf(page)))
    assert str(told.docinfo.CreationDate) == "D:20231114221320Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(SheetError, match="yesterday"):
        to_pdf(page)


def test_a_page_without_ink_and_words_is_a_page():
    empty = pypdfium2.PdfDocument(to_pdf(InkedPage(20, 10, (), ())))
    assert len(empty) == 1
    assert empty[0].get_textpage().get_text_bounded() == ""


@pytest.mark.parametrize("word", [
    Word("a\0b", 1, 1, 1, 1), Word("a\ud800", 1, 1, 1, 1),
    Word("a", float("nan"), 1, 1, 1), Word("a", 1, 1, 1, 0),
])
def test_a_word_that_cannot_be_is_refused(page: InkedPage, word: Word):
    with pytest.raises(SheetError):
        to_pdf(replace(page, words=(word,)))


@pytest.mark.parametrize("surroundings", [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Seoul", "LC_ALL": "de_DE.UTF-8"},
])
def test_the_bytes_are_the_same_in_every_process(
    page: InkedPage, apart: Callable[..., str], surroundings: dict[str, str]
):
    program = """
from hashlib import sha256
from sketchsvg.exporters.pdf import to_pdf
print(sha256(to_pdf(small_page())).hexdigest())
"""
    assert apart(program, **surroundings).strip() == sha256(to_pdf(page)).hexdigest()


def test_a_cairo_that_writes_otherwise_prints_the_strokes_itself(
    page: InkedPage, monkeypatch: pytest.MonkeyPatch
):
    usual = to_pdf(page)
    monkeypatch.setattr(cairo, "STAND_IN", re.compile(rb"never found"))
    unusual = to_pdf(page)
    assert unusual != usual
    assert text_of(unusual) == text_of(usual)
    pictures = [pixels_of(data) for data in (usual, unusual)]
    assert np.abs(pictures[0] - pictures[1]).max() <= 2


def test_the_pdf_looks_like_the_png(page: InkedPage):
    pdf = pixels_of(to_pdf(page))
    png = np.asarray(Image.open(BytesIO(to_png(page, 200))).convert("RGB"), dtype=int)
    height, width = (min(sides) for sides in zip(pdf.shape[:2], png.shape[:2], strict=True))
    difference = np.abs(pdf[:height, :width] - png[:height, :width]).max(axis=2)
    # Only the edges differ, for the two do not smooth them alike.
    assert (difference > 40).mean() < 0.01
