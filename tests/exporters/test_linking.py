import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sketchsvg import Sheet, card, section, text, title
from sketchsvg.book import Chapter, to_book, to_collection
from sketchsvg.readers import read


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def links_of(page: pikepdf.Page) -> list[pikepdf.Dictionary]:
    return list(page.obj.get("/Annots", []))


def outline_of(pdf: pikepdf.Pdf) -> list[tuple[str, int, list]]:
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def told(item: pikepdf.OutlineItem) -> tuple[str, int, list]:
        return item.title, pages[item.destination[0].objgen], [told(child) for child in item.children]

    with pdf.open_outline() as outline:
        return [told(item) for item in outline.root]


def test_an_address_can_be_clicked_where_it_is_written():
    sheet = Sheet(text("before [the words](https://example.org/a?b=1) after"), page="100x30")
    data = sheet.to_pdf()
    pdf = opened(data)
    (link,) = links_of(pdf.pages[0])
    assert str(link.A.URI) == "https://example.org/a?b=1"
    assert str(link.Contents) == "https://example.org/a?b=1"
    reader = pypdfium2.PdfDocument(data)[0].get_textpage()
    left, bottom, right, top = (float(side) for side in link.Rect)
    assert reader.get_text_bounded(left - 0.5, bottom, right + 0.5, top).strip() == "the words"


def test_a_link_over_two_lines_is_clicked_on_both():
    sheet = Sheet(text("[many words that lead to one and the same place](https://example.org)"), page="60x50")
    pdf = opened(sheet.to_pdf())
    links = links_of(pdf.pages[0])
    assert len(links) > 1
    assert {str(link.A.URI) for link in links} == {"https://example.org"}
    heights = [float(link.Rect[1]) for link in links]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == len(heights)


def test_a_link_to_a_heading_leads_there_in_a_single_page():
    sheet = Sheet(title("Top") / section("Key terms", text("words")) / section("More", text("[up](#key-terms)")), page="A5")
    pdf = opened(sheet.to_pdf())
    (link,) = links_of(pdf.pages[0])
    assert link.Dest[0].objgen == pdf.pages[0].obj.objgen
    entries = {title: number for number, (title, _, _) in enumerate(outline_of(pdf))}
    with pdf.open_outline() as outline:
        assert float(outline.root[entries["Key terms"]].destination[3]) == float(link.Dest[3])


def test_a_link_to_no_heading_is_words():
    pdf = opened(Sheet(text("[gone](#nowhere)"), page="60x30").to_pdf())
    assert links_of(pdf.pages[0]) == []


def test_a_link_that_would_run_something_is_words():
    pdf = opened(Sheet(text("[run](javascript:alert(1))"), page="60x30").to_pdf())
    assert links_of(pdf.pages[0]) == []


def test_an_address_with_other_letters_is_written_in_ascii():
    pdf = opened(Sheet(text("[위키](https://ko.wikipedia.org/wiki/한글)"), page="60x30").to_pdf())
    (link,) = links_of(pdf.pages[0])
    assert str(link.A.URI) == "https://ko.wikipedia.org/wiki/%ED%95%9C%EA%B8%80"
    assert str(link.Contents) == "https://ko.wikipedia.org/wiki/한글"


def test_the_outline_is_that_of_the_headings_without_those_of_cards():
    sheet = Sheet(title("Top") / section("One", card("A card", "words")) / section("Two", text("words")), page="A5")
    assert outline_of(opened(sheet.to_pdf())) == [("Top", 0, []), ("One", 0, []), ("Two", 0, [])]


def test_a_page_without_headings_has_no_outline():
    pdf = opened(Sheet(text("words"), page="60x30").to_pdf())
    assert "/Outlines" not in pdf.Root


@pytest.fixture
def sheets(tmp_path: Path) -> tuple[Sheet, ...]:
    parts = "".join(f"## Part {n}\n\n### Deeper {n}\n\n" + "- item\n" * 30 for n in range(3))
    (tmp_path / "notes.md").write_text(
        f"---\ntitle: Notes\nfit: flow\npage: A5\n---\n\n[last](#part-2)\n\n{parts}", encoding="utf-8"
    )
    return read(str(tmp_path / "notes.md"))


def test_a_book_has_the_outline_of_all_its_pages(sheets: tuple[Sheet, ...]):
    pdf = opened(to_book(sheets))
    assert [title for title, _, _ in outline_of(pdf)] == ["Notes", "Part 0", "Part 1", "Part 2"]
    assert [child[0] for child in outline_of(pdf)[1][2]] == ["Deeper 0"]
    (link,) = links_of(pdf.pages[0])
    pages = [page.obj.objgen for page in pdf.pages]
    assert pages.index(link.Dest[0].objgen) == {title: page for title, page, _ in outline_of(pdf)}["Part 2"] > 0


def test_links_of_a_chapter_stay_in_it(sheets: tuple[Sheet, ...]):
    pdf = opened(to_collection([Chapter("a", sheets), Chapter("b", sheets)]))
    count = len(sheets)
    pages = [page.obj.objgen for page in pdf.pages]
    (first,), (second,) = links_of(pdf.pages[0]), links_of(pdf.pages[count])
    assert pages.index(second.Dest[0].objgen) == pages.index(first.Dest[0].objgen) + count
    assert [title for title, _, _ in outline_of(pdf)] == ["Notes", "Notes"]
