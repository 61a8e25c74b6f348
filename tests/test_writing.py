import re

import numpy as np
import pytest

from sketchsvg import write
from sketchsvg.errors import CharacterError, LayoutError, NameUnknownError, SheetError
from sketchsvg.frame import POINT
from sketchsvg.lettering.hand import hand_of
from sketchsvg.theme.load import load_theme
from sketchsvg.writing import MARGIN, THEME, Handwriting

HAND = hand_of(load_theme(THEME).hand)


def test_it_is_as_large_as_its_words():
    drawing = write("안녕 hello", size=20)
    em = 20 * POINT
    assert isinstance(drawing, Handwriting)
    assert drawing.advance == pytest.approx(HAND.advance("안녕 hello") * em)
    assert drawing.width == pytest.approx(drawing.advance + 2 * MARGIN)
    assert drawing.height == pytest.approx(1.42 * em + 2 * MARGIN)


def test_its_lines_say_where_they_are():
    drawing = write("한 줄\n둘째 줄", size=10, leading=1.5)
    first, second = drawing.lines
    assert (first.text, second.text) == ("한 줄", "둘째 줄")
    assert first.x == second.x == MARGIN
    assert second.baseline - first.baseline == pytest.approx(1.5 * 10 * POINT)
    assert [word.text for word in second.words] == ["둘째", "줄"]
    assert second.words[1].x == pytest.approx(MARGIN + HAND.advance("둘째 ") * 10 * POINT)


def numbers_in(path):
    return np.array([float(number) for number in re.findall(r"-?\d+\.?\d*", path)]).reshape(-1, 2)


def test_its_path_is_the_clean_centreline_in_mm():
    drawing = write("l", size=100, margin=10)
    mark = drawing.scene.marks[0]
    points = numbers_in(drawing.path)
    ends = mark.curves.points[[0, -1]]
    assert points[0] == pytest.approx(ends[0], abs=1e-3)
    assert points[-1] == pytest.approx(ends[1], abs=1e-3)
    assert drawing.path == "".join(line.path for line in drawing.lines)


def test_a_width_breaks_lines_and_alignment_sets_them():
    words = "하나 둘 셋 넷 다섯 여섯"
    left = write(words, size=10, width=30)
    right = write(words, size=10, width=30, align="right")
    justified = write(words, size=10, width=30, align="justify")
    assert len(left.lines) > 1
    assert left.width == 30 + 2 * MARGIN
    assert all(line.x == MARGIN for line in left.lines)
    assert all(line.x + line.advance == pytest.approx(30 + MARGIN) for line in right.lines)
    assert justified.lines[0].advance == pytest.approx(30, abs=1e-4)


def test_the_same_words_give_the_same_bytes_and_another_seed_others():
    assert write("같은 글").to_svg() == write("같은 글").to_svg()
    assert write("같은 글", seed=1).to_svg() != write("같은 글").to_svg()


def test_colours_pens_and_paper():
    svg = write("ink", colour="#123456", paper="#fed", pen="marker").to_svg()
    assert "#123456" in svg
    assert "#ffeedd" in svg
    assert {mark.pen for mark in write("ink", pen="marker").scene.marks} == {"marker"}


def test_hands_differ():
    assert write("hand", hand="quick").path != write("hand", hand="neat").path


def test_it_is_saved(tmp_path):
    for name, head in (("a.svg", b"<?xml"), ("a.pdf", b"%PDF"), ("a.png", b"\x89PNG")):
        write("글").save(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(head)


def test_it_is_plotted_in_single_strokes():
    plot = write("**ab** c").plot()
    assert 'inkscape:label="1 fineliner #1f2a44"' in plot.svg
    assert plot.svg.count("<path") == plot.lifts <= len(write("**ab** c").scene.marks[0].curves) + 3


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"size": 0}, SheetError), ({"size": "big"}, SheetError), ({"width": 1.2}, LayoutError), ({"colour": "red"}, SheetError),
        ({"pen": "fineline"}, NameUnknownError), ({"hand": "qick"}, NameUnknownError), ({"align": "center"}, NameUnknownError),
        ({"theme": "nigth"}, NameUnknownError), ({"margin": -1}, SheetError),
    ],
)  # fmt: skip
def test_mistakes_are_named(options, error):
    with pytest.raises(error):
        write("안녕", **options)


def test_what_cannot_be_written_is_named():
    with pytest.raises(SheetError, match="no words"):
        write("  ")
    with pytest.raises(CharacterError, match="ก"):
        write("ก")
