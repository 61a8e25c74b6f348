import re
from io import BytesIO

import pikepdf

from sketchsvg import Sheet, section, title
from sketchsvg.book import Chapter
from sketchsvg.finish import Finish
from sketchsvg.pipeline import render
from sketchsvg.printing import to_print

SHEET = Sheet(title("One ink") / section("A section", "words"), page="A6")
MONO = Finish(mono=True, bleed=3, crop_marks=True)


def content(pdf: bytes) -> list[bytes]:
    with pikepdf.open(BytesIO(pdf)) as book:
        return [b"\n".join(part.read_bytes() for part in page.obj.Contents) for page in book.pages]


def test_a_page_in_black_needs_one_plate():
    (drawn,) = content(render(SHEET, "pdf", finish=MONO))
    assert not re.search(rb"\s(rg|RG|k|K|sc|SC|scn|SCN)\s", drawn)
    assert re.search(rb"\b0 g\s", drawn)
    assert re.search(rb"\b0 G\s", drawn)


def test_a_page_in_colour_has_three_parts_a_colour():
    (drawn,) = content(render(SHEET, "pdf"))
    assert re.search(rb"\srg\s", drawn)


def test_all_pages_of_a_book_are_grey():
    for drawn in content(to_print([Chapter("a", (SHEET, SHEET))], MONO)):
        assert not re.search(rb"\s(rg|RG)\s", drawn)


def test_the_words_are_still_found():
    import pypdfium2

    text = pypdfium2.PdfDocument(render(SHEET, "pdf", finish=MONO))[0].get_textpage().get_text_range()
    assert "A section" in text


def test_the_same_page_gives_the_same_bytes():
    assert render(SHEET, "pdf", finish=MONO) == render(SHEET, "pdf", finish=MONO)
