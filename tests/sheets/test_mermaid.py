"""The diagrams among the sheets: nothing to warn of, and clear to read."""

import warnings
from pathlib import Path

import pytest

from sketchsvg.diagrams.figures import FIGURES
from sketchsvg.pipeline import compose
from sketchsvg.readers import read
from sketchsvg.readers.mermaid.shapes import NAMED

from ..diagrams.seeing import assert_words_are_clear

SHEETS = sorted((Path(__file__).parents[2] / "sheets").glob("*.mmd"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_the_diagram_is_clear(path):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (sheet,) = read(str(path))
        frame = compose(sheet)
    assert any(part.lines for part in frame.walk())
    assert_words_are_clear(frame)


def test_every_shape_of_mermaid_is_shown():
    (sheet,) = read(str(next(path for path in SHEETS if path.stem == "mermaid-shapes")))
    shown = {node.figure.removeprefix("upright-") for node in sheet.root.chart.nodes}
    # What mermaid knows but does not list is a figure of its own, too.
    assert shown == set(NAMED) - {"ellipse", "note", "choice", "state", "anchor", "icon"}
    assert shown <= set(FIGURES)
