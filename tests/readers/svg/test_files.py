"""Whole drawings as other programs write them, compared with what they were read as when they were looked at."""

import numpy as np
import pytest

from sketchsvg.readers.svg.items import Lettering
from sketchsvg.readers.svg.reader import read_picture
from tests.readers.svg.summary import DRAWINGS, FILES, summary


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_is_read_as_before(name):
    read = read_picture((FILES / f"{name}.svg").read_bytes())
    assert summary(read) == (FILES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("graphviz", ["pipeline", "Sheet", "Frame", "compose", "Scene", "trace", "Ink", "pens", "fills", "SVG",
                      "PDF & PNG", "한글 글씨"]),
        ("drawio", ["User asks...", "Cached?", "벡터 DB", "no", "yes", "Answer the user", "Log & trace"]),
        ("matplotlib", ["Waves", "Counts", "time (s)", "amplitude", "sin²(x)", "−0.5", "10"]),
        ("inkscape", ["우리 집 Home", "two lines of", "tilted"]),
        ("drawsvg", ["Centred words", "text along a curve"]),
    ],
)  # fmt: skip
def test_no_word_is_lost(name, words):
    read = read_picture((FILES / f"{name}.svg").read_bytes())
    found = [item.text.strip() for item in read.items if isinstance(item, Lettering)]
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize("name", ["rocket", "laptop", "globe"])
def test_icons_are_strokes_in_their_own_colour(name):
    from sketchsvg.icons.lucide import lucide_svg

    markup = lucide_svg(name)
    read = read_picture(markup)
    assert read.items and all(item.fill is None and item.line.colour == "#000000" for item in read.items)
    every = np.concatenate([item.curves.points for item in read.items])
    assert every.min() > 0 and every.max() < read.width
