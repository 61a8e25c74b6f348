"""``sketchsvg write`` and ``--plotter``: what is written, and what is refused."""

import pytest

from sketchsvg.cli import main


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_a_text_becomes_files(tmp_path, capsys):
    assert main(["write", "안녕 hello", "-o", "hi.svg", "-o", "hi.png", "--ppi", "50"]) == 0
    assert (tmp_path / "hi.svg").read_text().startswith("<?xml")
    assert (tmp_path / "hi.png").read_bytes().startswith(b"\x89PNG")
    assert capsys.readouterr().err == "wrote hi.svg\nwrote hi.png\n"


def test_the_options_reach_the_hand(tmp_path):
    plain = ["write", "ab cd", "-o"]
    assert main([*plain, "a.svg"]) == 0
    for number, more in enumerate((["--size", "30"], ["--hand", "quick"], ["--pen", "marker"], ["--width", "9"], ["--seed", "4"], ["--bold"])):
        name = f"b{number}.svg"
        assert main([*plain, name, *more]) == 0
        assert (tmp_path / name).read_text() != (tmp_path / "a.svg").read_text(), more


def test_a_new_line_is_written_with_a_backslash(capsysbinary):
    assert main(["write", r"a\nb", "-o", "-", "--format", "svg"]) == 0
    assert b"<title>a b</title>" in capsysbinary.readouterr().out


def test_plotter_files(tmp_path, capsys):
    assert main(["write", "안녕", "--plotter", "-o", "hi.svg"]) == 0
    assert 'inkscape:groupmode="layer"' in (tmp_path / "hi.svg").read_text()
    assert "m of lines in" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--pen", "crayon"], ["--size", "0"], ["--plotter", "-o", "x.pdf"], ["--align", "middle"]])
def test_what_is_refused(tmp_path, options):
    assert main(["write", "a", "-o", "a.svg", *options]) == 2
    assert not list(tmp_path.iterdir())


def test_a_character_that_nobody_can_write(tmp_path, capsys):
    assert main(["write", "ก", "-o", "a.svg"]) == 1
    assert "ก" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_lenient_hand_draws_a_box_for_it_and_warns(tmp_path, capsys):
    assert main(["write", "가 \U0001f0ff", "-o", "a.svg", "--lenient"]) == 0
    assert "U+1F0FF" in capsys.readouterr().err
    assert (tmp_path / "a.svg").exists()


@pytest.mark.parametrize("words", ["", "  ", "넓은 글"])
def test_no_error_points_at_code_that_the_author_never_saw(words, capsys):
    assert main(["write", words, "-o", "a.svg", "--width", "1"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: ") and "help: " in said
    assert "-->" not in said and ".py" not in said
