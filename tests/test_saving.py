import pytest

from sketchsvg import Sheet, save, section, title
from sketchsvg.blocks.text import text
from sketchsvg.errors import LayoutError, NameUnknownError, OutputError

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
