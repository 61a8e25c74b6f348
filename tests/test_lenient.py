"""Characters that are nowhere: an error, or boxes and warnings, from Python and from the command line."""

import warnings
from pathlib import Path

import pytest

from sketchsvg import Sheet, section
from sketchsvg.cli import main
from sketchsvg.errors import CharacterError

SHEET = 'from sketchsvg import Sheet, section\nsheet = Sheet(section("A", "이집트 𓀀 글자"), page="A6")\n'


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.py").write_text(SHEET, encoding="utf-8")


def test_without_leniency_the_character_is_an_error_and_nothing_is_written(capsys):
    assert main(["render", "page.py", "-o", "a.svg"]) == 1
    said = capsys.readouterr().err
    assert "U+13000" in said and "EGYPTIAN HIEROGLYPH" in said and "page.py:2" in said and "--lenient" in said
    assert not Path("a.svg").exists()


def test_leniency_draws_a_box_and_warns_at_the_sheet(capsys):
    assert main(["render", "page.py", "-o", "a.svg", "--lenient"]) == 0
    said = capsys.readouterr().err
    assert said.count("U+13000") == 1 and "warning" in said and "page.py:2" in said
    assert Path("a.svg").exists()


def test_strict_takes_the_warning_for_an_error():
    assert main(["render", "page.py", "-o", "a.svg", "--lenient", "--strict"]) == 1
    assert not Path("a.svg").exists()


def test_check_and_inspect_can_be_lenient_too(capsys):
    assert main(["check", "page.py"]) == 1
    assert main(["check", "page.py", "--lenient"]) == 0
    assert main(["inspect", "page.py", "--lenient"]) == 0
    assert "이집트 𓀀 글자" in capsys.readouterr().out


def test_a_lenient_sheet_warns_each_time_it_is_drawn():
    sheet = Sheet(section("A", "𓀀"), page="A6", lenient=True)
    for _ in range(2):
        with pytest.warns(UserWarning, match=r"U\+13000.*box"):
            sheet.to_svg()
    with pytest.raises(CharacterError):
        sheet.changed(lenient=False).to_svg()


def test_leniency_changes_nothing_where_all_can_be_written():
    plain = Sheet(section("A", "모두 쓸 수 있다"), page="A6")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert plain.changed(lenient=True).to_svg() == plain.to_svg()
