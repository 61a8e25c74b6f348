"""Several sheets in one call: each stands by itself, and what fails is summed up."""

import os
import stat
from pathlib import Path

import pytest

from sketchsvg.cli import main
from sketchsvg.errors import LayoutError, Source

SHEET = "from sketchsvg.sheet import Sheet\nsheet = Sheet({words!r})\n"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="without fork sheets are drawn one after another")


@pytest.fixture(autouse=True)
def _pages(pipeline):
    def render(sheet, format, **options):
        if sheet.words == "bad":
            raise LayoutError("No room.", where=Source("bad.py", 2), mend="Make room.", missing_mm=3)
        if sheet.words == "full":
            raise OSError(28, "No space left on device", "page")
        return f"{format} {sheet.words}".encode()

    pipeline.render = render
    for name in ("one", "bad", "two"):
        Path(f"{name}.py").write_text(SHEET.format(words=name))
    Path("broken.py").write_text("sheet = 1 +\n")
    Path("full.py").write_text(SHEET.format(words="full"))


@pytest.mark.parametrize("jobs", ["1", pytest.param("3", marks=needs_fork), pytest.param("0", marks=needs_fork)])
def test_a_bad_sheet_does_not_stop_the_others(jobs, capsys):
    Path("bad.pdf").write_text("old")
    assert main(["render", "one.py", "broken.py", "bad.py", "two.py", "-j", jobs]) == 1
    assert Path("one.pdf").read_text() == "pdf one"
    assert Path("two.pdf").read_text() == "pdf two"
    assert Path("bad.pdf").read_text() == "old"
    err = capsys.readouterr().err
    assert "error: No room.\n --> bad.py:2" in err
    assert "broken.py:1" in err
    assert err.endswith("error: 2 of 4 failed: broken.py, bad.py.\nhelp: The other 2 were written.\n")


@pytest.mark.parametrize("jobs", ["1", pytest.param("2", marks=needs_fork)])
def test_messages_come_in_the_order_of_the_sheets(jobs, capfd):
    assert main(["render", "one.py", "two.py", "-o", "out.d/", "-j", jobs]) == 2
    Path("out.d").mkdir()
    assert main(["render", "two.py", "one.py", "-o", "out.d/", "-j", jobs]) == 0
    assert capfd.readouterr().err.endswith("wrote out.d/two.pdf\nwrote out.d/one.pdf\n")


def test_a_sheet_alone_fails_with_its_own_error_and_no_summary(capsys):
    assert main(["render", "bad.py"]) == 1
    assert "failed" not in capsys.readouterr().err


def test_where_no_sheet_is_at_fault_the_status_is_that_of_the_system(capsys):
    assert main(["render", "one.py", "full.py"]) == 2
    assert "1 of 2 failed: full.py." in capsys.readouterr().err
    assert main(["render", "one.py", "full.py", "bad.py"]) == 1
    assert "2 of 3 failed: full.py, bad.py.\nhelp: The other one was written." in capsys.readouterr().err


def test_all_can_fail(capsys):
    assert main(["render", "broken.py", "nowhere.py"]) == 1
    assert capsys.readouterr().err.endswith("error: 2 of 2 failed: broken.py, nowhere.py.\n")


def test_of_several_sheets_in_one_file_the_good_ones_are_written():
    Path("book.py").write_text(
        "from sketchsvg.sheet import Sheet\nsheets = [Sheet('one'), Sheet('bad'), Sheet('three')]\n"
    )
    assert main(["render", "book.py", "--format", "svg"]) == 1
    assert Path("book-1.svg").exists()
    assert not Path("book-2.svg").exists()
    assert Path("book-3.svg").exists()


def test_one_pdf_of_all_is_not_written_without_one_of_them(capsys):
    Path("all.pdf").write_text("old")
    assert main(["render", "one.py", "broken.py", "-o", "all.pdf"]) == 1
    assert Path("all.pdf").read_text() == "old"
    err = capsys.readouterr().err
    assert "all.pdf was not written: it would lack broken.py." in err


def test_a_program_fault_in_one_sheet_does_not_stop_the_others(pipeline, capsys):
    def render(sheet, format, **options):
        if sheet.words == "one":
            raise ZeroDivisionError("oh")
        return b"drawn"

    pipeline.render = render
    assert main(["render", "one.py", "two.py"]) == 2
    assert "ZeroDivisionError: oh" in capsys.readouterr().err
    assert Path("two.pdf").read_bytes() == b"drawn"


@needs_fork
def test_a_process_that_is_killed_is_told_of(pipeline, capsys):
    def render(sheet, format, **options):
        if sheet.words == "two":
            os.kill(os.getpid(), 9)
        return b"drawn"

    pipeline.render = render
    assert main(["render", "one.py", "two.py", "-j", "2"]) == 2
    assert "two.py: the process that drew it has ended." in capsys.readouterr().err


@needs_fork
def test_an_interruption_stops_all_processes(pipeline, capsys, monkeypatch):
    from concurrent.futures import Future

    def interrupted(self, timeout=None):
        raise KeyboardInterrupt

    monkeypatch.setattr(Future, "result", interrupted)
    assert main(["render", "one.py", "two.py", "-j", "2"]) == 130
    assert "interrupted" in capsys.readouterr().err


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_an_input_is_never_written_over(link, capsys):
    Path("drawn").mkdir()
    link(Path("one.py").resolve(), "drawn/one.svg")
    before = Path("one.py").read_bytes()
    assert main(["render", "one.py", "-o", "drawn/one.svg"]) == 2
    assert "is the input itself" in capsys.readouterr().err
    assert Path("one.py").read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(capsys):
    Path("locked").mkdir()
    Path("locked").chmod(stat.S_IRUSR | stat.S_IXUSR)
    assert main(["render", "one.py", "-o", "locked/one.pdf"]) == 2
    assert "write-protected" in capsys.readouterr().err
