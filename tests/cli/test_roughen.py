import pytest

from sketchsvg.cli import main

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="80"><rect width="50" height="40" fill="{}"/>{}</svg>'


@pytest.fixture
def drawing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    path = tmp_path / "in.svg"
    path.write_text(SVG.format("#1f77b4", "<text y='20'>word</text>"), encoding="utf-8")
    return path


def test_it_writes_every_format(drawing, capsys):
    assert main(["roughen", "in.svg", "-o", "out.svg", "-o", "out.pdf", "-o", "out.png", "--ppi", "50"]) == 0
    starts = [(drawing.parent / f"out.{suffix}").read_bytes()[:5] for suffix in ("svg", "pdf", "png")]
    assert starts == [b"<?xml", b"%PDF-", b"\x89PNG\r"]
    assert "wrote out.svg" in capsys.readouterr().err


def test_its_options_reach_the_drawing(drawing):
    written = []
    for options in ([], ["--pen", "pencil"], ["--fill", "cross-hatch"], ["--seed", "7"], ["--no-text"], ["--keep-text"]):
        assert main(["roughen", "in.svg", "-o", "out.svg", *options]) == 0
        written.append((drawing.parent / "out.svg").read_bytes())
    assert len(set(written)) == 6
    assert main(["roughen", "in.svg", "-o", "out.svg", "--hand-text"]) == 0
    assert (drawing.parent / "out.svg").read_bytes() == written[0]


def test_it_reads_stdin_and_writes_stdout(drawing, monkeypatch, capfdbinary):
    import io
    import sys
    from types import SimpleNamespace

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(drawing.read_bytes())))
    assert main(["roughen", "-", "-o", "-", "--format", "svg"]) == 0
    assert capfdbinary.readouterr().out.startswith(b"<?xml")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["in.svg"], 2, "--output"), (["in.svg", "-o", "in.svg"], 2, "the input itself"),
        (["in.svg", "-o", "out.svg", "--pen", "pencl"], 2, 'Did you mean "pencil"?'),
        (["in.svg", "-o", "out.svg", "--fill", "hachur"], 2, 'Did you mean "hachure"?'),
        (["nothing.svg", "-o", "out.svg"], 2, "no file nothing.svg"),
    ],
)  # fmt: skip
def test_what_it_refuses(drawing, capsys, arguments, status, said):
    assert main(["roughen", *arguments]) == status
    assert said in capsys.readouterr().err
    assert not (drawing.parent / "out.svg").exists()


def test_a_fault_in_the_drawing_is_shown_with_its_line(drawing, capsys):
    drawing.write_text(SVG.format("red", '\n  <circle r="x"/>'), encoding="utf-8")
    assert main(["roughen", "in.svg", "-o", "out.svg"]) == 1
    error = capsys.readouterr().err
    assert 'r="x"' in error and "in.svg:2:3" in error


def test_warnings_are_shown_and_are_errors_when_strict(drawing, capsys):
    drawing.write_text(SVG.format("red", '<image href="a.png" width="9" height="9"/>'), encoding="utf-8")
    assert main(["roughen", "in.svg", "-o", "out.svg"]) == 0
    assert "pictures" in capsys.readouterr().err
    assert main(["roughen", "in.svg", "-o", "strict.svg", "--strict"]) == 1
    assert not (drawing.parent / "strict.svg").exists()
