from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sketchsvg import Sheet, section, title
from sketchsvg.book import Chapter
from sketchsvg.exporters.imposition import imposed
from sketchsvg.finish import Finish
from sketchsvg.imposing import Imposition
from sketchsvg.printing import to_print

POINT = 72 / 25.4
BOOKLET = Imposition(booklet=True)


def pages(count: int, page: str = "A5") -> list[Chapter]:
    return [Chapter("notes", tuple(
        Sheet(title(f"Page {number}") / section("쪽", f"words{number}"), page=page, seed=number)
        for number in range(1, count + 1)
    ))]  # fmt: skip


@pytest.fixture(scope="module")
def booklet() -> bytes:
    return to_print(pages(6), imposition=BOOKLET)


def words(pdf: bytes) -> list[list[tuple[str, float]]]:
    """On each side the words “words…” and where they begin, in mm."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        all_ = text.get_text_range()
        side = []
        for number in range(1, 10):
            at = all_.find(f"words{number}")
            if at >= 0:
                side.append((f"words{number}", text.get_charbox(at)[0] / POINT))
        found.append(side)
    return found


def box(pdf: bytes, name: str, page: int = 0) -> list[float]:
    with pikepdf.open(BytesIO(pdf)) as book:
        return [float(side) / POINT for side in book.pages[page].obj[name]]


def test_six_a5_pages_become_two_a4_sheets_with_two_sides(booklet):
    assert len(pikepdf.open(BytesIO(booklet)).pages) == 4
    assert box(booklet, "/MediaBox") == pytest.approx([0, 0, 297, 210], abs=0.001)
    assert box(booklet, "/TrimBox") == pytest.approx([0, 0, 297, 210], abs=0.001)


def test_each_page_stands_in_its_half_in_the_order_for_folding(booklet):
    halves = [[(word, x > 148.5) for word, x in side] for side in words(booklet)]
    assert halves == [
        [("words1", True)], [("words2", False)],
        [("words3", True), ("words6", False)], [("words4", False), ("words5", True)],
    ]  # fmt: skip


def test_empty_pages_have_the_paper_of_the_others(booklet):
    side = pypdfium2.PdfDocument(booklet)[0].render(scale=1).to_pil().convert("RGB")
    commonest = max(side.crop((10, 10, 410, 580)).getcolors(1 << 20))
    assert commonest[1] == (0xFF, 0xFD, 0xF5)


def test_a5_pages_keep_their_size_and_their_vectors(booklet):
    with pikepdf.open(BytesIO(booklet)) as book:
        content = book.pages[3].obj.Contents.read_bytes()
        assert content.count(b" Do") == 2
        assert b"1 0 0 1 " in content
        for page in book.pages:
            for form in page.obj.Resources.XObject.values():
                assert form.Subtype == "/Form"
                assert "/XObject" not in form.Resources, "no pictures"


def test_a_booklet_asks_to_be_turned_over_its_short_edge(booklet):
    with pikepdf.open(BytesIO(booklet)) as book:
        assert book.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert str(book.docinfo["/Title"]) == "Page 1"


def test_the_outline_leads_to_the_sides(booklet):
    with pikepdf.open(BytesIO(booklet)) as book:
        sides = [page.obj.objgen for page in book.pages]
        with book.open_outline() as outline:
            entries = [(item.title, sides.index(item.destination[0].objgen)) for item in outline.root]
    assert ("Page 1", 0) in entries
    assert ("Page 2", 1) in entries
    assert ("Page 6", 2) in entries
    assert ("Page 5", 3) in entries


def test_a_booklet_bleeds_outside_only_and_shows_cut_and_fold():
    made = to_print(pages(4), Finish(bleed=3, crop_marks=True), BOOKLET)
    assert box(made, "/TrimBox") == pytest.approx([9, 9, 9 + 296, 9 + 210], abs=0.001)
    assert box(made, "/BleedBox") == pytest.approx([6, 6, 12 + 296, 12 + 210], abs=0.001)
    assert box(made, "/MediaBox") == pytest.approx([0, 0, 314, 228], abs=0.001)
    shown = pypdfium2.PdfDocument(made)[0].render(scale=254 / 72).to_pil().convert("RGB")
    paper = (0xFF, 0xFD, 0xF5)
    for x, y in ((75, 1130), (3065, 1130), (1000, 75), (1000, 2205)):
        assert shown.getpixel((x, y)) == paper, "bleed"
    for x, y in ((45, 1130), (3095, 1130), (1000, 45), (1000, 2235)):
        assert shown.getpixel((x, y)) == (255, 255, 255), "outside of it"
    with pikepdf.open(BytesIO(made)) as book:
        lines = book.pages[0].obj.Contents.read_bytes().count(b" l S")
    assert lines == 8 + 6


def test_pages_that_are_made_smaller_bleed_as_far():
    made = to_print(pages(4, "A4"), Finish(bleed=3), BOOKLET)
    shown = pypdfium2.PdfDocument(made)[0].render(scale=254 / 72).to_pil().convert("RGB")
    assert shown.getpixel((3, 3)) == (0xFF, 0xFD, 0xF5), "the very corner of the medium"


def test_four_on_a_side():
    made = to_print(pages(5, "A6"), imposition=Imposition(pages="4"))
    first, second = words(made)
    assert [word for word, _ in first] == ["words1", "words2", "words3", "words4"]
    assert [word for word, _ in second] == ["words5"]
    assert box(made, "/MediaBox") == pytest.approx([0, 0, 210, 297], abs=0.001)


def test_pages_of_different_sizes_stand_in_the_middle_of_their_cells():
    mixed = [Chapter("mixed", (pages(1, "A5")[0].sheets[0], pages(1, "A6")[0].sheets[0]))]
    made = to_print(mixed, imposition=Imposition(pages="2"))
    shown = pypdfium2.PdfDocument(made)[0].render(scale=1).to_pil().convert("RGB")
    assert shown.getpixel((640, 20)) == (255, 255, 255), "above the smaller page"
    assert shown.getpixel((640, 150)) != (255, 255, 255)


def test_large_pages_are_made_smaller():
    made = to_print(pages(2, "A4"), imposition=Imposition(pages="2"))
    (side,) = words(made)
    assert [x > 148.5 for _, x in side] == [False, True]
    with pikepdf.open(BytesIO(made)) as book:
        assert b"0.70707071 0 0 0.70707071" in book.pages[0].obj.Contents.read_bytes()


def test_a_foreign_pdf_can_be_imposed():
    foreign = pikepdf.new()
    foreign.add_blank_page(page_size=(200, 300))
    data = BytesIO()
    foreign.save(data)
    assert box(imposed(data.getvalue(), Imposition(pages="2")), "/MediaBox") == pytest.approx([0, 0, 210, 297], abs=0.001)


def test_the_same_pages_give_the_same_bytes():
    assert to_print(pages(2), Finish(bleed=3), BOOKLET) == to_print(pages(2), Finish(bleed=3), BOOKLET)
