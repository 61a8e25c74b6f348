"""Python files are run like programs, and their errors are shown at their own lines."""

import sys
from pathlib import Path

import pytest

from sketchsvg.errors import SheetError, Source
from sketchsvg.readers import read
from sketchsvg.readers.files import InputError

SHEET = "from sketchsvg import Sheet, title\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("sheets").mkdir()


def write(text: str, path: str = "sheets/page.py") -> str:
    Path(path).write_text(text, encoding="utf-8")
    return path


def failing(text: str) -> SheetError:
    with pytest.raises(SheetError) as caught:
        read(write(text))
    assert caught.value.mend
    return caught.value


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("sheet = Sheet(title('a'))", 1),
        ("sheets = [Sheet(title('a')), Sheet(title('b'))]", 2),
        ("sheets = (Sheet(title('a')),)", 1),
        ("def build():\n    return Sheet(title('a'))", 1),
    ],
)
def test_what_a_file_may_make(text, count):
    assert len(read(write(SHEET + text))) == count


def test_the_places_in_a_sheet_are_named_as_the_user_typed_them():
    [sheet] = read(write(SHEET + "\nsheet = Sheet(title('a'))\n"))
    assert (sheet.source.file, sheet.source.line) == ("sheets/page.py", 3)


def test_the_file_finds_its_neighbours_and_each_its_own():
    Path("other").mkdir()
    for folder, seed in (("sheets", 1), ("other", 2)):
        write(f"seed = {seed}\n", f"{folder}/neighbour.py")
        write(
            SHEET + "from neighbour import seed\nsheet = Sheet(title('a'), seed=seed)\n", f"{folder}/page.py"
        )
    before = sys.path[:], sys.argv
    assert [read(f"{folder}/page.py")[0].seed for folder in ("sheets", "other")] == [1, 2]
    assert (sys.path[:], sys.argv) == before
    assert "neighbour" not in sys.modules


def test_the_file_is_not_main_and_finds_its_own_name_and_arguments():
    text = "import sys\nassert __name__ != '__main__'\nassert sys.argv == [__file__] == ['sheets/page.py']\n"
    assert read(write(SHEET + text + "sheet = Sheet(title('a'))\n"))


def test_what_the_file_prints_does_not_reach_stdout(capsys):
    read(write(SHEET + "print('hello')\nsheet = Sheet(title('a'))\n"))
    assert capsys.readouterr() == ("", "hello\n")


@pytest.mark.parametrize(
    ("text", "line", "column", "what"),
    [
        ("x = 1\ny = (2\n", 2, 5, "not Python"),
        ("x = 1\nimport nowhere_to_be_found\n", 2, 1, "nowhere_to_be_found"),
        ("x = 1\n한글 = '가'; int('x')\n", 2, 11, "ValueError"),
        ("def f():\n    return 1 + 'a'\nf()\n", 2, 12, "TypeError"),
        ("x = 1\n\nimport sys; sys.exit(3)\n", 3, 13, "ends the program"),
        ("colour = 1\nprint(color)\n", 2, 7, "NameError"),
        ("x = 1\n", 1, None, "no sheet"),
        ("sheet = 3\n", 1, None, "an int"),
        ("sheets = []\n", 1, None, "empty"),
        ("def build():\n    return None\n", 1, None, "NoneType"),
        ("x = '\0'\n", 1, None, "not Python"),
    ],
)
def test_errors_are_shown_at_their_line(text, line, column, what):
    error = failing(text)
    assert error.where.file == "sheets/page.py"
    assert error.where.line == line
    assert error.where.column == column or column is None
    assert what in error.what


def test_a_name_that_is_not_there_suggests_the_nearest():
    assert failing("colour = 1\nprint(color)\n").mend == 'Did you mean "colour"?'


def test_an_error_in_a_neighbour_is_shown_there():
    write("x = 1\nx = 1 / 0\n", "sheets/neighbour.py")
    error = failing("import neighbour\n")
    assert (Path(error.where.file).name, error.where.line) == ("neighbour.py", 2)


def test_a_broken_neighbour_is_shown_there():
    write("x = 1\nx = = 2\n", "sheets/neighbour.py")
    error = failing("import neighbour\n")
    assert (Path(error.where.file).name, error.where.line) == ("neighbour.py", 2)


def test_an_error_of_ours_without_a_place_gets_the_line_that_caused_it():
    text = "from sketchsvg.errors import SheetError\n\nraise SheetError('Odd.', mend='Mend.')\n"
    assert failing(text).where == Source("sheets/page.py", 3, 1)


def test_an_interruption_stays_one():
    with pytest.raises(KeyboardInterrupt):
        read(write("raise KeyboardInterrupt\n"))
    assert "__sheet__" not in sys.modules


@pytest.mark.parametrize(
    ("path", "mend"),
    [
        ("sheets/pge.py", "sheets/page.py"),
        ("nowhere/page.py", "no folder nowhere"),
        ("sheets/zzz.py", "ls sheets"),
    ],
)
def test_a_file_that_is_not_there(path, mend):
    write("")
    with pytest.raises(InputError, match="no file") as caught:
        read(path)
    assert mend in caught.value.mend
    assert caught.value.status == 2


@pytest.mark.parametrize("path", ["page.txt", "page", "sheets/page.py/x.py", "a\0.py"])
def test_files_that_cannot_be_read(path):
    write("")
    with pytest.raises(InputError) as caught:
        read(path)
    assert caught.value.mend
