from io import BytesIO

import numpy as np
import pikepdf
import pytest
from msgspec.structs import replace
from PIL import Image

from sketchsvg import Sheet, section, title
from sketchsvg.exporters.bleed import MARK_WEIGHT, crop_marks, fold_marks, on_medium
from sketchsvg.exporters.pdf import to_pdf
from sketchsvg.exporters.png import to_png
from sketchsvg.exporters.svg import to_svg
from sketchsvg.finish import Finish
from sketchsvg.geometry.rect import Rect
from sketchsvg.inked import InkedPage
from sketchsvg.pipeline import render

POINT = 72 / 25.4
SHEET = Sheet(title("Bleeding") / section("A section", "words", name="words"), page="A6")


def boxes(pdf: bytes) -> dict[str, list[float]]:
    with pikepdf.open(BytesIO(pdf)) as book:
        page = book.pages[0].obj
        return {name: [float(side) for side in page[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox") if name in page}


@pytest.mark.parametrize(("bleed", "marks", "edge"), [(3, True, 9), (3, False, 3), (0, True, 8), (3.175, True, 9.175)])
def test_a_pdf_has_its_boxes(bleed, marks, edge):
    found = boxes(render(SHEET, "pdf", finish=Finish(bleed=bleed, crop_marks=marks)))
    assert found["/MediaBox"] == pytest.approx([0, 0, (105 + 2 * edge) * POINT, (148 + 2 * edge) * POINT], abs=1e-3)
    left, right, top = edge * POINT, (edge + 105) * POINT, (edge + 148) * POINT
    assert found["/TrimBox"] == pytest.approx([left, left, right, top], abs=1e-3)
    out = bleed * POINT
    assert found["/BleedBox"] == pytest.approx([left - out, left - out, right + out, top + out], abs=1e-3)


def test_a_plain_pdf_is_all_page():
    found = boxes(render(SHEET, "pdf"))
    assert found == {name: pytest.approx([0, 0, 105 * POINT, 148 * POINT], abs=1e-3) for name in ("/MediaBox", "/TrimBox")}


def test_ink_and_words_move_together(page: InkedPage):
    moved = on_medium(page, Finish(bleed=3))
    assert (moved.width, moved.height) == (106, 86)
    for old, new in zip(page.paths, moved.paths, strict=True):
        assert new.curves.points - old.curves.points == pytest.approx(3)
    assert [(word.x - 3, word.y - 3, word.text) for word in moved.words] == [
        (pytest.approx(word.x), pytest.approx(word.y), word.text) for word in page.words
    ]


def test_what_is_cut_out_is_the_page_without_bleed():
    whole = Image.open(BytesIO(render(SHEET, "png", ppi=254)))
    bled = Image.open(BytesIO(render(SHEET, "png", ppi=254, finish=Finish(bleed=5, crop_marks=True))))
    edge = 110
    assert bled.size == (whole.width + 2 * edge, whole.height + 2 * edge)
    cut = bled.convert("RGB").crop((edge, edge, edge + whole.width, edge + whole.height))
    differ = (np.asarray(cut) != np.asarray(whole.convert("RGB"))).any(axis=2)
    # Where the paper ends, its own print is blended with what lies behind it.
    assert differ.mean() < 0.002
    assert not differ[5:-5, 5:-5].any()


def test_the_print_of_the_paper_runs_into_the_bleed():
    bled = Image.open(BytesIO(render(SHEET, "png", ppi=254, finish=Finish(bleed=8)))).convert("RGB")
    # A level line of the grid at 50 mm, seen in the left bleed and in the right one; beside it the paper.
    for x in (40, bled.width - 40):
        assert bled.getpixel((x, 80 + 500)) != (0xFF, 0xFD, 0xF5)
        assert bled.getpixel((x, 80 + 520)) == (0xFF, 0xFD, 0xF5)
    # An upright line that stands wholly in the bleed, 5 mm outside.
    assert bled.getpixel((30, 80 + 520)) != (0xFF, 0xFD, 0xF5)
    # None where the page is cut.
    assert bled.getpixel((80, 80 + 520)) == (0xFF, 0xFD, 0xF5)


def test_marks_are_outside_of_the_bleed_and_point_at_the_cut():
    trim = Rect(9, 9, 105, 148)
    for stroke in crop_marks(trim, 3).strokes():
        (x0, y0), (x1, y1) = stroke[0], stroke[-1]
        level = y0 == y1
        assert (y0 in (9, 157)) if level else (x0 in (9, 114))
        near = min(abs(x0 - edge) for edge in (9, 114)) if level else min(abs(y0 - edge) for edge in (9, 157))
        assert near == pytest.approx(3)
        assert abs(x1 - x0) + abs(y1 - y0) == pytest.approx(5)
    assert len(crop_marks(trim, 3)) == 8


def test_a_fold_is_shown_in_the_middle_above_and_below():
    marks = fold_marks(Rect(10, 10, 200, 100), 3).strokes()
    assert {float(point[0]) for stroke in marks for point in stroke} == {110.0}
    assert all(stroke[:, 1].max() <= 7 or stroke[:, 1].min() >= 113 for stroke in marks)


def test_marks_are_black_and_as_thin_as_prints(page: InkedPage):
    finish = Finish(bleed=3, crop_marks=True)
    marked = on_medium(page, finish)
    medium, *_, marks = marked.paths
    assert (marks.colour, marks.width, marks.label) == ("#000000", MARK_WEIGHT, "crop marks")
    assert (medium.colour, medium.curves.bounds()) == ("#ffffff", (0, 0, 118, 98))
    assert 'data-label="crop marks"' in to_svg(marked)
    bare = on_medium(replace(page, paths=page.paths[2:]), replace(finish, paper="none"))
    assert Image.open(BytesIO(to_png(bare, 50))).mode == "RGBA"


def test_the_words_are_found_where_they_stand(page: InkedPage):
    import pypdfium2

    def left(pdf: bytes) -> float:
        text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
        return text.get_charbox(text.get_text_range().index("Claude"))[0]

    assert left(to_pdf(on_medium(page, Finish(bleed=3)))) - left(to_pdf(page)) == pytest.approx(3 * POINT, abs=0.01)
