"""``sketchsvg render``: what is written, where, and what is not."""

import warnings
from pathlib import Path

import pytest

from sketchsvg.cli import main
from sketchsvg.errors import LayoutError, Source

SHEET = "from sketchsvg.sheet import Sheet\nsheet = Sheet('hello')\n"


@pytest.fixture(autouse=True)
def _page(pipeline):
    Path("page.py").write_text(SHEET)


def files():
    return sorted(str(path) for path in Path().rglob("*") if path.suffix in (".svg", ".pdf", ".png"))


def test_a_pdf_named_after_the_input_in_the_working_directory():
    Path("deep").mkdir()
    Path("deep/note.py").write_text(SHEET)
    assert main(["render", "deep/note.py"]) == 0
    assert files() == ["note.pdf"]


def test_several_outputs_by_their_suffixes():
    assert main(["render", "page.py", "-o", "a.svg", "-o", "b.PDF", "-o", "c.png", "--ppi", "150"]) == 0
    assert Path("a.svg").read_text() == "svg hello nano-banana A4 0 150"
    assert Path("b.PDF").read_text().startswith("pdf ")
    assert Path("c.png").read_text() == "png hello nano-banana A4 0 150"


def test_the_options_change_the_sheet():
    assert main(["render", "page.py", "--theme", "night", "--seed", "-7", "--page", "A5"]) == 0
    assert Path("page.pdf").read_text() == "pdf hello night A5 -7 300"


def test_stdout_takes_nothing_but_the_artefact(capfdbinary):
    Path("page.py").write_text(SHEET + "print('chatter')\n")
    assert main(["render", "page.py", "-o", "-", "--format", "svg"]) == 0
    out, err = capfdbinary.readouterr()
    assert out == b"svg hello nano-banana A4 0 300"
    assert b"chatter" in err
    assert files() == []


def test_format_tells_what_a_suffix_does_not():
    assert main(["render", "page.py", "--format", "png"]) == 0
    assert main(["render", "page.py", "--format", "svg", "-o", "bare"]) == 0
    assert files() == ["page.png"]
    assert Path("bare").read_text().startswith("svg ")


def test_a_folder_for_output_and_a_folder_for_input():
    Path("sheets").mkdir()
    for name in ("b", "a", "_shared", ".hidden"):
        Path(f"sheets/{name}.py").write_text(SHEET)
    Path("out").mkdir()
    assert main(["render", "sheets", "-o", "out", "--format", "svg"]) == 0
    assert files() == ["out/a.svg", "out/b.svg"]


def test_several_sheets_of_one_file_are_numbered():
    Path("book.py").write_text("from sketchsvg.sheet import Sheet\nsheets = [Sheet('1'), Sheet('2')]\n")
    assert main(["render", "book.py"]) == 0
    assert files() == ["book-1.pdf", "book-2.pdf"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["page.py", "page.py", "-o", "one.svg"], "2 sheets cannot go into one.svg"),
        (["page.py", "page.py", "-o", "-", "--format", "svg"], "2 sheets cannot go into stdout"),
        (["page.py", "page.py"], "Two pages would go into page.pdf"),
        (["page.py", "-o", "a.svg", "-o", "./a.svg"], "Two pages would go into"),
        (["page.py", "-o", "-"], "needs --format"),
        (["page.py", "-o", "page.pfd"], ".pdf"),
        (["page.py", "-o", "page"], "no suffix"),
        (["page.py", "-o", "page.svg", "--format", "pdf"], "Leave out --format"),
        (["page.py", "--theme", "nigth"], '"night"'),
        (["page.py", "--page", "A44"], '"A4"'),
        (["page.py", "--seed", "x"], "--seed"),
        (["page.py", "--ppi", "nan"], "--ppi"),
        (["page.py", "--ppi", "0"], "--ppi"),
        (["page.py", "--format", "gif"], "--format"),
        (["page.py", "--thme", "x"], "--theme"),
        ([], "INPUT"),
        (["pgae.py"], "page.py"),
        (["nowhere/page.py"], "no folder nowhere"),
        (["page.docx"], ".docx"),
        (["page"], "no suffix"),
        (["empty"], "no sheet"),
        (["page.py", "-o", "nowhere/page.pdf"], "nowhere"),
    ],
)
def test_wrong_use_is_status_2_says_why_and_writes_nothing(arguments, said, capsys):
    Path("empty").mkdir()
    if arguments == ["page"]:
        Path("page").touch()
    assert main(["render", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: ")
    assert said in err
    assert files() == []


def test_an_error_leaves_every_old_file_as_it_was(pipeline, capsys):
    def render(sheet, format, **options):
        if format == "png":
            raise LayoutError("No room.", where=Source("page.py", 2), mend="Make room.", missing_mm=3)
        return b"new"

    pipeline.render = render
    Path("page.svg").write_text("old")
    assert main(["render", "page.py", "-o", "page.svg", "-o", "page.png"]) == 1
    assert Path("page.svg").read_text() == "old"
    assert files() == ["page.svg"]
    assert capsys.readouterr().err == (
        "error: No room.\n --> page.py:2\n  |\n2 | sheet = Sheet('hello')\n  | ^\nhelp: Make room.\n"
    )


def test_an_interruption_is_status_130_and_writes_nothing(pipeline, capsys):
    def render(sheet, format, **options):
        raise KeyboardInterrupt

    pipeline.render = render
    assert main(["render", "page.py"]) == 130
    assert files() == []
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_of_the_program_is_said_as_such(pipeline, capsys):
    def render(sheet, format, **options):
        raise ZeroDivisionError("oh")

    pipeline.render = render
    assert main(["render", "page.py"]) == 2
    err = capsys.readouterr().err
    assert "ZeroDivisionError: oh" in err
    assert "Traceback" not in err
    assert main(["render", "page.py", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_warnings_are_shown_and_strict_makes_them_errors(pipeline, capsys):
    def render(sheet, format, **options):
        warnings.warn("The ink is pale.", stacklevel=1)
        warnings.warn("for programmers", DeprecationWarning, stacklevel=1)
        return b"drawn"

    pipeline.render = render
    assert main(["render", "page.py"]) == 0
    err = capsys.readouterr().err
    assert "warning: The ink is pale." in err
    assert "programmers" not in err
    Path("page.pdf").unlink()
    assert main(["render", "page.py", "--strict"]) == 1
    assert "--strict" in capsys.readouterr().err
    assert files() == []
