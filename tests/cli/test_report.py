"""Messages show the line in question with a caret under its column."""

import sys

import pytest

from sketchsvg.cli.report import report
from sketchsvg.errors import Source


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def run(line, column, number=1):
        (tmp_path / "file.py").write_text("\n" * (number - 1) + line, encoding="utf-8")
        report("error", "What.", where=Source("file.py", number, column), mend="Mend.")
        return capsys.readouterr().err.splitlines()

    return run


def test_the_caret_stands_under_the_column(said):
    assert said("abc def", 5, 12) == [
        "error: What.",
        " --> file.py:12:5",
        "   |",
        "12 | abc def",
        "   |     ^",
        "help: Mend.",
    ]


def test_hangul_takes_two_columns_of_a_terminal(said):
    assert said('card("한글", x)', 11)[4] == "  | " + " " * 12 + "^"


def test_a_long_line_is_cut_around_the_column(said):
    shown, caret = said("x" * 500 + "HERE" + "y" * 500, 501)[3:5]
    assert len(shown) < 200
    assert shown[caret.index("^") :].startswith("HERE")


@pytest.mark.parametrize(("line", "column", "number"), [("", 1, 1), ("abc", 1, 0), ("   ", 2, 1)])
def test_a_line_that_is_not_there_is_not_shown(said, line, column, number):
    assert said(line, column, number) == ["error: What.", f" --> file.py:{number}:{column}", "help: Mend."]


def test_a_file_that_is_not_there(capsys, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    report("warning", "What.", where=Source("nowhere.py", 3))
    assert capsys.readouterr().err == "warning: What.\n --> nowhere.py:3\n"


def test_a_message_cannot_steer_the_terminal(said, capsys):
    report("error", "evil \033[2J")
    assert "\033[2J" not in capsys.readouterr().err
    assert not any("\033" in line for line in said("a = '\033[2J'", 1))


def test_colours_only_on_a_terminal_and_only_without_no_color(capsys, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    report("error", "What.")
    assert "\033" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    report("error", "What.")
    assert "\033[1;31merror\033[0m" in capsys.readouterr().err
    monkeypatch.setenv("NO_COLOR", "1")
    report("error", "What.")
    assert "\033" not in capsys.readouterr().err
