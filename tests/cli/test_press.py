"""What a printer is told, as the command line understands it."""

import click
import pytest

from sketchsvg.cli import main
from sketchsvg.cli.press import Press, _length
from sketchsvg.finish import Finish
from sketchsvg.imposing import Imposition
from sketchsvg.web import Web


@pytest.mark.parametrize(("said", "mm"), [
    ("3mm", 3.0), ("3", 3.0), ("0.3cm", 3.0), (" .125in ", 3.175), ("9pt", 3.175), ("3 MM", 3.0), ("0", 0.0),
])  # fmt: skip
def test_lengths_have_units(said, mm):
    assert _length(None, None, said) == pytest.approx(mm)


@pytest.mark.parametrize("said", ["", "mm", "-3mm", "3em", "nan", "3 m m", "1e3"])
def test_what_is_no_length_is_refused(said):
    with pytest.raises(click.BadParameter, match="no length"):
        _length(None, None, said)


@pytest.fixture
def told(pipeline, tmp_path):
    """What the pipeline is told of the options."""
    calls = []

    def render(sheet, format, **options):
        calls.append(options)
        return b"drawn"

    pipeline.render = render
    (tmp_path / "page.py").write_text("from sketchsvg.sheet import Sheet\nsheet = Sheet('hello')\n")
    return calls


@pytest.mark.parametrize(("options", "finish"), [
    ([], None),
    (["--bleed", "3mm", "--crop-marks"], Finish(bleed=3, crop_marks=True)),
    (["--mono", "--no-paper"], Finish(mono=True, paper="none")),
    (["--transparent"], Finish(paper="clear")),
])  # fmt: skip
def test_options_make_a_finish(told, options, finish):
    assert main(["render", "page.py", "-o", "a.svg", *options]) == 0
    assert told == [{"ppi": 300.0, "width": None, "finish": finish, "web": Web()}]


def test_a_picture_has_a_width(told):
    assert main(["render", "page.py", "-o", "a.webp", "--width", "800"]) == 0
    assert told[0]["width"] == 800


@pytest.mark.parametrize(("options", "said"), [
    (["--bleed", "3em"], "no length"),
    (["--bleed", "90mm"], "out of bounds"),
    (["--nup", "0"], "cannot be"),
    (["--nup", "two"], "cannot be"),
    (["--booklet", "--nup", "2"], "Leave out one"),
    (["--booklet", "--sheet", "A44"], "A4"),
    (["--sheet", "A3"], "--sheet is the paper"),
    (["--booklet", "-o", "a.svg"], "make PDFs only"),
    (["--plotter", "--mono", "-o", "a.svg"], "--plotter draws strokes"),
    (["--width", "0"], "--width"),
    (["-j", "-1"], "--jobs"),
])  # fmt: skip
def test_what_cannot_be_is_a_usage_error(told, options, said, capsys):
    assert main(["render", "page.py", *options]) == 2
    assert said in capsys.readouterr().err
    assert told == []


def test_only_what_is_asked_for_is_made():
    assert Press().imposition is None
    with pytest.raises(click.UsageError):
        Press(imposition=Imposition()).refuse_plotter()
