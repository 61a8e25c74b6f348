import pikepdf
import pytest

from sketchsvg import Finish, Imposition, Sheet, save, section, title
from sketchsvg.blocks.text import text
from sketchsvg.errors import LayoutError, NameUnknownError, OutputError, SheetError

SHEET = Sheet(title("A") / section("B", "words"), page="A6")


@pytest.mark.parametrize(("name", "start"), [("p.svg", b"<"), ("p.pdf", b"%PDF-"), ("p.png", b"\x89PNG")])
def test_the_suffix_tells_the_format(tmp_path, name, start):
    save(SHEET, tmp_path / name, ppi=50)
    assert (tmp_path / name).read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_unknown_suffix_is_refused(tmp_path):
    with pytest.raises(NameUnknownError, match="pdf"):
        save(SHEET, tmp_path / "p.pfd")


def test_a_folder_that_is_not_there_is_an_output_error(tmp_path):
    with pytest.raises(OutputError, match="none"):
        save(SHEET, tmp_path / "none" / "p.svg")


def test_the_old_file_stays_when_the_new_one_cannot_be_made(tmp_path):
    path = tmp_path / "p.svg"
    path.write_text("old")
    with pytest.raises(LayoutError):
        save(Sheet(section("B", text("아주 긴 글 " * 2000)), page="A6"), path)
    assert path.read_text() == "old"


def test_several_sheets_are_one_pdf(tmp_path):
    save([SHEET, SHEET.changed(seed=2), SHEET.changed(page="A5")], tmp_path / "all.pdf")
    with pikepdf.open(tmp_path / "all.pdf") as book:
        heights = [round(float(page.mediabox[3]) / 72 * 25.4) for page in book.pages]
    assert heights == [148, 148, 210]


def test_a_booklet_is_saved(tmp_path):
    save([SHEET] * 3, tmp_path / "fold.pdf", imposition=Imposition(booklet=True), finish=Finish(mono=True))
    with pikepdf.open(tmp_path / "fold.pdf") as book:
        assert len(book.pages) == 2


def test_a_page_is_finished_for_print_in_every_format(tmp_path):
    for suffix in ("svg", "png", "pdf", "webp"):
        save(SHEET, tmp_path / f"plain.{suffix}", ppi=50)
        save(SHEET, tmp_path / f"black.{suffix}", ppi=50, finish=Finish(mono=True, paper="none"))
        assert (tmp_path / f"plain.{suffix}").read_bytes() != (tmp_path / f"black.{suffix}").read_bytes()
    black = (tmp_path / "black.svg").read_text()
    assert "#000000" in black
    assert "#1f2a44" not in black
    assert 'data-label="paper' not in black


@pytest.mark.parametrize(("sheets", "options", "said"), [
    ([], {}, "no sheet"), ([SHEET, SHEET], {}, "2 sheets cannot"), (SHEET, {"imposition": Imposition()}, "printer's sheet"),
])  # fmt: skip
def test_what_no_picture_holds_is_refused(tmp_path, sheets, options, said):
    with pytest.raises(SheetError, match=said) as caught:
        save(sheets, tmp_path / "p.svg", **options)
    assert caught.value.mend
    assert list(tmp_path.iterdir()) == []
