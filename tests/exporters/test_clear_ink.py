"""Highlighters are clear: on white paper they are multiplied with what lies under them, in every format that can."""

from io import BytesIO

import numpy as np
import pikepdf
import pytest
from PIL import Image

from sketchsvg import Sketch
from sketchsvg.exporters.svg import to_svg
from sketchsvg.ink import ink
from sketchsvg.web import Web

WORD, SWIPE = "#1f2a44", "#ffd84d"


def sketch(paper: str | None) -> Sketch:
    """A broad dark line and, over it, a swipe."""
    return Sketch(60, 30, paper=paper).line(10, 15, 50, 15, colour=WORD, width=3).line(
        5, 15, 55, 15, pen="highlighter", width=10, colour=SWIPE, opacity=0.9
    )


@pytest.mark.parametrize("paper", ["#ffffff", "#fffdf5", None])
def test_on_white_paper_swipes_are_multiplied(paper):
    svg = sketch(paper).to_svg()
    painted = [line for line in svg.split("<path")[1:] if SWIPE in line]
    assert painted and all('style="mix-blend-mode:multiply"' in line for line in painted)
    assert svg.count("multiply") == len(painted)


@pytest.mark.parametrize("paper", ["#1c2233", "#c9a778"])
def test_on_dark_and_on_brown_paper_they_cover(paper):
    assert "multiply" not in sketch(paper).to_svg()


def test_dark_lines_stay_dark_under_a_swipe():
    pixels = np.asarray(Image.open(BytesIO(sketch("#ffffff").to_png(100))).convert("RGB")).astype(int)
    middle = pixels[pixels.shape[0] // 2, pixels.shape[1] // 2]
    assert (middle <= (0x1F, 0x2A, 0x44)).all()
    aside = pixels[pixels.shape[0] // 2 - 14, pixels.shape[1] // 2]
    assert aside[2] < 120 < aside[0]


def test_a_pdf_says_so_too():
    with pikepdf.open(BytesIO(sketch("#ffffff").to_pdf())) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        assert pikepdf.Name.Multiply in [state.get("/BM") for state in states.as_dict().values()]
    with pikepdf.open(BytesIO(sketch("#1c2233").to_pdf())) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        assert pikepdf.Name.Multiply not in [state.get("/BM") for state in states.as_dict().values()]


def test_where_a_page_turns_dark_swipes_cover():
    svg = to_svg(ink(sketch(None).drawing().scene), Web(dark=True))
    assert "[style]{mix-blend-mode:normal!important}" in svg.split("</style>")[0]
    assert "normal!important" not in to_svg(ink(Sketch(40, 30).line(5, 5, 30, 9).drawing().scene), Web(dark=True))
