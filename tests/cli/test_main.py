"""The door: quick answers, verbs, messages."""

import json
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from click.testing import CliRunner

from sketchsvg.cli import main
from sketchsvg.cli.app import app
from sketchsvg.cli.overview import OVERVIEW
from sketchsvg.version import VERSION

SHEET = "from sketchsvg.sheet import Sheet\nsheet = Sheet('안녕')\n"


def asked_click(*arguments: str) -> str:
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, arguments, prog_name="sketchsvg").output


def test_the_shipped_overview_is_what_click_would_print():
    assert asked_click("--help") == OVERVIEW


def test_every_verb_is_in_the_overview():
    for verb in app.commands:
        assert f"\n  {verb} " in OVERVIEW


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]])
def test_help(arguments, capsys):
    assert main(arguments) == 0
    assert capsys.readouterr().out == OVERVIEW


def test_the_version_is_said_once(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == asked_click("--version") == f"sketchsvg, version {VERSION}\n"
    try:
        assert version("sketchsvg") == VERSION
    except PackageNotFoundError:
        pytest.skip("the package is not installed")


@pytest.mark.parametrize("question", ["--help", "--version"])
def test_plain_questions_import_neither_click_nor_numpy(question):
    program = (
        "import sys; from sketchsvg.cli import main; main([sys.argv[1]]); "
        "sys.exit(any(name in sys.modules for name in ('click', 'numpy')))"
    )
    # -S: what the environment's own start-up imports is not counted.
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, question], cwd=Path(__file__).parents[2], capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("verb", sorted(app.commands))
def test_every_verb_explains_itself(verb, capsys):
    assert main([verb, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: sketchsvg {verb}")


def test_an_unknown_verb_suggests_the_nearest(capsys):
    assert main(["rendr", "x.py"]) == 2
    err = capsys.readouterr().err
    assert 'Did you mean "render"?' in err
    assert "help: Read sketchsvg --help." in err


def test_inspect_prints_json_with_the_words_as_written(pipeline, capsys):
    Path("page.py").write_text(SHEET)
    assert main(["inspect", "page.py"]) == 0
    out = capsys.readouterr().out
    assert "안녕" in out
    assert json.loads(out)["pages"][0]["items"][0]["text"] == "안녕"


def test_inspect_of_several_sheets_has_a_page_for_each(pipeline, capsys):
    Path("page.py").write_text("from sketchsvg.sheet import Sheet\nsheets = [Sheet('a'), Sheet('b')]\n")
    assert main(["inspect", "page.py"]) == 0
    assert len(json.loads(capsys.readouterr().out)["pages"]) == 2


def test_check_is_silent_on_stdout_and_fine(pipeline, capsys):
    Path("page.py").write_text(SHEET)
    assert main(["check", "page.py"]) == 0
    assert capsys.readouterr() == ("", "fine\n")


@pytest.fixture
def wrong(pipeline):
    Path("good.py").write_text(SHEET)
    Path("bad.py").write_text("x = 1\nraise ValueError('50%, no')\n")


def test_check_reports_every_input(wrong, capsys):
    assert main(["check", "bad.py", "good.py", "gone.py"]) == 2
    err = capsys.readouterr().err
    assert err.count("error: ") == 2
    assert " --> bad.py:2:1" in err


def test_check_short(wrong, capsys):
    assert main(["check", "bad.py", "--format", "short"]) == 1
    assert capsys.readouterr().out == "bad.py:2:1: ValueError: 50%, no\n"


def test_check_json(wrong, capsys):
    assert main(["check", "bad.py", "--format", "json"]) == 1
    [fault] = json.loads(capsys.readouterr().out)
    assert fault["source"] == {"file": "bad.py", "line": 2, "column": 1}
    assert fault["what"] == "ValueError: 50%, no"


def test_check_github(wrong, capsys):
    assert main(["check", "bad.py", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=bad.py,line=2,col=1::ValueError: 50%25, no ")


def test_themes_lists_each_with_its_description(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["themes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["blueprint", "kraft", "nano-banana", "night"]
    assert all(len(line.split()) > 4 for line in lines)


def test_icons_are_listed_and_searched(capsys):
    assert main(["icons"]) == 0
    everything = capsys.readouterr().out.split()
    assert main(["icons", "list"]) == 0
    assert capsys.readouterr().out.split() == everything
    assert main(["icons", "search", "Laptop"]) == 0
    found = capsys.readouterr().out.split()
    assert found == [name for name in everything if "laptop" in name]
    assert found


def test_a_search_without_a_find_suggests(capsys):
    assert main(["icons", "search", "laptpo"]) == 1
    assert "laptop" in capsys.readouterr().err


def test_doctor_finds_everything_here(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    for name in ("Python", "numpy", "cairo library", "nano-banana", "writable"):
        assert name in out


def test_doctor_tells_of_extras_and_fonts(capsys, monkeypatch):
    from sketchsvg.lettering.fonts import find

    monkeypatch.setattr(find, "installed", lambda: (find.FontFile("a.ttf", 0, "Some Hand", "", (0x6F22,), (0x6F22,)),))
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "fonts              1 family, found" in out
    assert "  Han              Some Hand\n" in out
    assert "  Thai             none: name one in [fonts] of a theme\n" in out
    assert "extra webp         pillow " in out


def test_doctor_takes_a_missing_extra_calmly(capsys, monkeypatch):
    from importlib import metadata

    version = metadata.version

    def without(name):
        if name == "ziamath":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", without)
    assert main(["doctor"]) == 0
    assert "extra maths        not installed (formulas): pip install 'sketchsvg[maths]'" in capsys.readouterr().out


def test_doctor_knows_all_that_is_needed():
    import re
    import tomllib

    from sketchsvg.cli.doctor import EXTRAS, PACKAGES

    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    needed = {re.split("[<>=]", need)[0] for need in project["dependencies"]}
    assert set(PACKAGES) == needed | {"cairocffi"}
    assert set(EXTRAS) == set(project["optional-dependencies"]) - {"tests"}


def test_doctor_says_how_to_get_what_is_missing(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "cairocffi", None)
    assert main(["doctor"]) == 2
    out, err = capsys.readouterr()
    assert "cairo library      missing" in out
    assert "apt-get install libcairo2" in err
