"""Whoever copies from a PDF, or searches in it, finds what the author wrote: every line, every space, in order."""

import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from sketchsvg import Sheet, code, maths, section, text
from sketchsvg.exporters.pdf import to_pdf
from sketchsvg.exporters.reading import read
from sketchsvg.frame import Frame, Line
from sketchsvg.inked import InkedPage
from sketchsvg.pipeline import compose, ink, trace
from tests.exporters.everything import everything
from tests.exporters.readers_of_pdf import READERS, pdfium, squeezed


class Printed:
    """A sheet, its page and its PDF."""

    def __init__(self, sheet: Sheet, folder: Path) -> None:
        self.frame: Frame = compose(sheet)
        self.page: InkedPage = ink(trace(sheet, self.frame))
        self.path = folder / "page.pdf"
        self.path.write_bytes(to_pdf(self.page))

    @property
    def lines(self) -> list[Line]:
        return [line for frame in self.frame.walk() for line in frame.lines]


@pytest.fixture(scope="module")
def all_of_it(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return Printed(everything(), tmp_path_factory.mktemp("everything"))


@pytest.mark.parametrize("reader", READERS)
def test_every_line_is_copied_as_it_was_written(all_of_it: Printed, reader: str):
    found = squeezed(READERS[reader](all_of_it.path))
    written = [squeezed(line.words.text) for line in all_of_it.lines]
    assert len(written) > 100
    assert [line for line in written if line not in found] == []


def read_out(page: InkedPage) -> str:
    (elements,) = read([page])
    words = (word for element in elements for word in element.read_out())
    return squeezed("".join(word.text + " " * (word.space or word.end) for word in words))


@pytest.mark.parametrize("reader", ["poppler, as written", "mupdf"])
def test_the_text_is_copied_in_the_order_in_which_it_is_read(all_of_it: Printed, reader: str):
    assert squeezed(READERS[reader](all_of_it.path)) == read_out(all_of_it.page)


def test_pdfium_too_keeps_the_order_where_lines_do_not_cross(tmp_path: Path):
    # In diagrams it sorts what stands on one height.
    page = Printed(everything(diagrams=False), tmp_path)
    assert squeezed(pdfium(page.path)) == read_out(page.page)


def test_a_search_finds_every_line_where_it_is(all_of_it: Printed):
    reader = pypdfium2.PdfDocument(all_of_it.path)[0].get_textpage()
    missed = []
    for line in all_of_it.lines:
        # pdfium searches for nothing beyond the basic plane, such as an emoji.
        if not line.words.text.strip() or max(line.words.text) > "\uffff":
            continue
        search = reader.search(squeezed(line.words.text), match_case=True)
        places = []
        while hit := search.get_next():
            first, count = hit
            boxes = [reader.get_charbox(first + number) for number in range(count)]
            middle = sum((box[1] + box[3]) / 2 for box in boxes) / len(boxes)
            sides = (min(box[0] for box in boxes), max(box[2] for box in boxes), middle)
            left, right, up = (side / 72 * 25.4 for side in sides)
            places.append((left, right, all_of_it.page.height - up))
        where = line.rect.inset(-1.0)
        if not any(where.x < x and right < where.right and where.y < y < where.bottom for x, right, y in places):
            missed.append((line.words.text, places[:2], line.rect))
    assert missed == []


def test_words_in_other_forms_are_copied_in_composed_ones(tmp_path: Path):
    decomposed = unicodedata.normalize("NFD", "한글 café")
    found = pdfium(Printed(Sheet(text(decomposed), page="80x40"), tmp_path).path)
    assert found == "한글 café"


def test_code_keeps_its_indentation_and_every_space(tmp_path: Path):
    typed = "def f(x):\n    return  [1,   2]\n        # 안녕"
    page = Printed(Sheet(code(typed), page="90x50"), tmp_path)
    # pdfium and poppler make one space of several, or guess how many.
    rows = [row.rstrip() for row in READERS["mupdf"](page.path).split("\n")]
    assert "\n".join(rows).strip() == typed


def test_a_broken_line_ends_with_the_space_that_it_was_broken_at(tmp_path: Path):
    page = Printed(Sheet(text("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열 그리고 또 하나 둘 셋"), page="60x70"), tmp_path)
    words = page.page.words
    ends = [word for word in words if word.end]
    assert len(ends) > 1
    assert [word.space for word in ends] == [True] * (len(ends) - 1) + [False]
    assert [word.last for word in words] == [False] * (len(words) - 1) + [True]


def test_a_word_broken_inside_has_no_space(tmp_path: Path):
    page = Printed(Sheet(text("https://example.org/a-long-way/to-go/and-further/until-here"), page="60x60"), tmp_path)
    assert sum(word.end for word in page.page.words) > 1
    assert not any(word.space for word in page.page.words)


def test_a_formula_is_copied_as_its_source(tmp_path: Path):
    pytest.importorskip("ziamath")
    page = Printed(Sheet(section("Maths", maths(r"\frac{a + b}{c} = 1"), "with $x = 2$ inside"), page="90x70"), tmp_path)
    for reader in ("pdfium", "poppler, as written"):
        found = squeezed(READERS[reader](page.path))
        assert r"\frac{a + b}{c} = 1" in found
        assert "with x = 2 inside" in found
