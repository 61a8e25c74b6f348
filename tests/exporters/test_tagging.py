import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from sketchsvg import Sheet, Sketch, bullets, card, figure, maths, quote, section, table, text, title, write
from sketchsvg.book import Chapter, to_book, to_collection
from sketchsvg.finish import Finish
from sketchsvg.readers import read
from tests.exporters.everything import everything
from tests.exporters.structure import (
    archive_problems,
    contents,
    elements,
    kids,
    kind,
    structure_problems,
    top,
)

ROOT = Path(__file__).parents[2]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture(scope="module")
def all_of_it() -> pikepdf.Pdf:
    return opened(everything().to_pdf())


def notes(folder: Path) -> tuple[Sheet, ...]:
    parts = "".join(f"## Chapter {n}\n\nwords and [more](#chapter-0), **{n}**\n\n" + "- item\n" * 30 for n in range(3))
    (folder / "notes.md").write_text(f"---\ntitle: Notes\nfit: flow\npage: A5\n---\n\n{parts}", encoding="utf-8")
    return read(str(folder / "notes.md"))


def test_a_sheet_of_everything_keeps_the_rules(all_of_it: pikepdf.Pdf):
    assert structure_problems(all_of_it) == []
    assert archive_problems(all_of_it) == []


def test_a_book_keeps_the_rules(tmp_path: Path):
    book = opened(to_book(notes(tmp_path)))
    assert len(book.pages) > 1
    assert structure_problems(book) == []
    assert archive_problems(book) == []


def test_several_texts_keep_the_rules_and_are_parts(tmp_path: Path):
    korean = Sheet(title("제목") / section("절", "말"), page="A6", language="ko")
    book = opened(to_collection([Chapter("notes", notes(tmp_path)), Chapter("one", (korean,))]))
    assert structure_problems(book) == []
    first, second = kids(top(book))
    assert (kind(first), kind(second)) == ("Part", "Part")
    assert "/Lang" not in first
    assert str(second.Lang) == "ko"


@pytest.mark.parametrize("finish", [Finish(bleed=3, crop_marks=True), Finish(paper="none"), Finish(mono=True)])
def test_a_page_for_print_keeps_the_rules(finish: Finish):
    from sketchsvg.pipeline import render

    sheet = Sheet(title("Title") / section("Head", bullets("a", "[b](https://example.org)"), figure("star")), page="A5")
    page = opened(render(sheet, "pdf", finish=finish))
    assert structure_problems(page) == []


def test_a_drawing_by_itself_is_a_figure():
    drawing = opened(Sketch(60, 30, title="Two circles", description="A small and a large one").circle(20, 15, 5).to_pdf())
    assert structure_problems(drawing) == []
    (one,) = kids(top(drawing))
    assert (kind(one), str(one.Alt)) == ("Figure", "A small and a large one")


def test_words_by_themselves_are_paragraphs():
    page = opened(write("안녕 hello\n줄 둘", size=12).to_pdf())
    assert structure_problems(page) == []
    (one,) = kids(top(page))
    assert kind(one) == "P"
    assert contents(page)[0].text == {0: "안녕 hello 줄 둘"}


def test_headings_rise_one_by_one():
    sheet = Sheet(title("Top") / section("Second", text("words")) / section("Second again", text("more")), page="A5")
    page = opened(sheet.to_pdf())
    assert [kind(one) for one in elements(top(page)) if kind(one)[:1] == "H"] == ["H1", "H2", "H2"]


def test_a_page_without_a_title_begins_with_a_first_heading():
    sheet = Sheet(section("Alone", text("words")), page="A5")
    page = opened(sheet.to_pdf())
    assert structure_problems(page) == []
    assert [kind(one) for one in elements(top(page))] == ["Document", "Sect", "H1", "P"]


def test_the_head_of_a_table_says_which_cells_it_is_of():
    page = opened(Sheet(table(("a", "b"), ("c", "d"), ("e", "")), page="A6").to_pdf())
    (made,) = kids(top(page))
    assert [[kind(cell) for cell in kids(row)] for row in kids(made)] == [["TH", "TH"], ["TD", "TD"], ["TD", "TD"]]
    assert [cell.A.Scope for cell in kids(kids(made)[0])] == [Name.Column, Name.Column]
    assert contents(page)[0].text == {0: "a", 1: "b", 2: "c", 3: "d", 4: "e"}


def test_lists_in_lists_stand_in_the_item_before_them():
    page = opened(Sheet(bullets("a", bullets("b", bullets("c"), "d"), "e"), page="A6").to_pdf())
    assert structure_problems(page) == []
    (outer,) = kids(top(page))
    first, _second = kids(outer)
    _, body = kids(first)
    (inner,) = [one for one in kids(body) if kind(one) == "L"]
    assert len(kids(inner)) == 2
    assert "".join(contents(page)[0].text.values()) == "•a•b•c•d•e"


def test_icons_among_words_are_figures_with_their_names():
    page = opened(Sheet(text("go :rocket: now"), page="80x30").to_pdf())
    assert structure_problems(page) == []
    (line,) = kids(top(page))
    drawn = [one for one in kids(line) if isinstance(one, pikepdf.Dictionary)]
    assert [(kind(one), str(one.Alt)) for one in drawn] == [("Figure", "rocket")]


def test_formulas_say_their_source():
    pytest.importorskip("ziamath")
    page = opened(Sheet(maths(r"\frac{a}{b}") / text("and $x^2$"), page="80x50").to_pdf())
    assert structure_problems(page) == []
    assert [str(one.Alt) for one in elements(top(page)) if kind(one) == "Formula"] == [r"\frac{a}{b}", "x^2"]


def test_what_every_page_repeats_is_no_content(tmp_path: Path):
    book = opened(to_book(notes(tmp_path)))
    assert ["".join(content.artifacts).split() for content in contents(book)][:2] == [
        ["–", "1", "–"], ["Notes–", "2", "–"],
    ]


def test_another_language_than_that_of_the_page_is_named():
    page = opened(Sheet(text("English words") / text("한국어 문장이다 really"), page="A6", language="en").to_pdf())
    assert ["/Lang" in one for one in kids(top(page))] == [False, True]
    korean = opened(Sheet(text("English words") / text("한국어 문장이다"), page="A6", language="ko").to_pdf())
    assert str(korean.Root.Lang) == "ko"
    assert not any("/Lang" in one for one in kids(top(korean)))


AWKWARD = {
    "styles in heads": title("**A** [b](https://x.org) 💡") / section("==H== :rocket:", text("[💡 l :rocket:](https://x.org/💡) `co  de`")),
    "boxes in boxes": section("a", section("b", section("c", card("d", card("e", text("f")))))),
    "a link that is turned": quote("q [l](https://example.org/a) r", by="me", tilt=5),
    "cells of two lines": table(("[a](https://example.org)", "b\nc"), ("**x**\ny", "- z")),
    "characters with marks": bullets("[a](#b)\nnew line", "e\u0301 한\u1112\u1161\u11ab a\u00a0c\u00adlong"),
    "nothing but an icon": figure("star"),
}  # fmt: skip


@pytest.mark.parametrize("name", AWKWARD)
def test_what_is_awkward_keeps_the_rules(name: str):
    page = opened(Sheet(AWKWARD[name], page="A5").to_pdf())
    assert structure_problems(page) + archive_problems(page) == []


@pytest.mark.parametrize("sheet", ["blocks.py", "ch23.py", "formulas.py", "ch23.md"])
def test_the_sheets_of_the_project_keep_the_rules(sheet: str):
    path = ROOT / "sheets" / sheet
    if not path.exists():
        pytest.skip(f"there is no {sheet}")
    if sheet == "formulas.py":
        pytest.importorskip("ziamath")
    book = opened(to_book(read(str(path))))
    assert structure_problems(book) == []
    assert archive_problems(book) == []
