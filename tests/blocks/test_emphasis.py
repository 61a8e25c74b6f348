"""What is drawn under and around words stays with them, however the lines break."""

import re

import numpy as np
import pytest

from sketchsvg.blocks.text import text
from sketchsvg.blocks.writing import neighbours, trace_line
from sketchsvg.frame import POINT
from sketchsvg.scene import Layer
from tests.blocks.reading import lines_of, marks_of

LONG = "가나다라 마바사 아자차 카타파하 the words go on and on"


def drawn(frame, kind):
    return [mark for mark in marks_of(frame) if mark.key.endswith(f"/{kind}")]


def words_in(frame, pattern):
    """The words of a page that match, with their ends in mm."""
    words = [word for mark in marks_of(frame) if mark.writing for word in mark.writing.words]
    return [word for word in words if re.fullmatch(pattern, word.text)]


@pytest.mark.parametrize("kind", ["ring", "box"])
def test_a_ring_encloses_its_words_and_no_others(compose, kind):
    frame = compose(text(f"aaa [xxx 사과 xx]{{.{kind}}} bbb"), 120)
    (mark,) = drawn(frame, kind)
    left, top, right, bottom = mark.curves.bounds()
    inside, before, after = words_in(frame, "x+|사과"), *words_in(frame, "aaa|bbb")
    em = inside[0].size
    assert left < min(word.x for word in inside) and right > max(word.x + word.width for word in inside)
    assert top < inside[0].y - 0.8 * em and bottom > inside[0].y + 0.15 * em
    assert before.x + before.width < left and after.x > right
    stroke = mark.curves.points
    assert len(mark.curves) == 1 and (stroke[0] == stroke[-1]).all()


@pytest.mark.parametrize("kind", ["ring", "box"])
def test_around_a_break_it_is_open_there_and_nowhere_else(compose, kind):
    frame = compose(text(f"처음 [{LONG} {LONG}]{{.{kind}}} 끝"), 42)
    marks = drawn(frame, kind)
    lines = lines_of(frame)
    assert len(marks) == len(lines) >= 3
    first, middle, last = marks[0], marks[1:-1], marks[-1]
    for mark, side in ((first, max), (last, min)):
        (stroke,) = mark.curves.strokes()
        ends = stroke[[0, -1]]
        assert ends[0, 0] == ends[1, 0] == side(stroke[:, 0])
        assert abs(ends[0, 1] - ends[1, 1]) == pytest.approx(np.ptp(stroke[:, 1]), rel=0.03)
    for mark in middle:
        over, under = mark.curves.strokes()
        assert np.ptp(over[:, 1]) == np.ptp(under[:, 1]) == 0 and over[0, 1] < under[0, 1]
    baselines = [line.baseline for line in lines]
    for mark, baseline in zip(marks, baselines, strict=True):
        _, top, _, bottom = mark.curves.bounds()
        assert top < baseline < bottom


def test_a_ring_in_one_paragraph_says_nothing_about_the_next(compose):
    frame = compose(text("[하나]{.ring}\n[하나]{.ring}"), 80)
    assert [len(mark.curves) for mark in drawn(frame, "ring")] == [1, 1]
    for mark in drawn(frame, "ring"):
        assert (mark.curves.points[0] == mark.curves.points[-1]).all()
    assert [(before, after) for before, _, after in neighbours(lines_of(frame))] == [(None, None)] * 2


@pytest.mark.parametrize(("markup", "strokes"), [("__{}__", 1), ("[{}]{{.wavy}}", 1), ("[{}]{{.double}}", 2)])
def test_underlines_run_under_their_words_on_every_line(compose, markup, strokes):
    frame = compose(text("앞 " + markup.format(LONG) + " 뒤"), 36)
    marks, lines = drawn(frame, "underline"), lines_of(frame)
    assert len(marks) == len(lines) >= 2
    for mark, line in zip(marks, lines, strict=True):
        left, top, right, bottom = mark.curves.bounds()
        em = line.style.size * POINT
        assert len(mark.curves) == strokes
        assert line.rect.x - 1e-6 <= left and right <= line.rect.right + 1e-6
        assert line.baseline + 0.1 * em < top and bottom < line.baseline + 0.36 * em
    assert sum(np.ptp(mark.curves.points[:, 0]) for mark in marks) > 0.8 * sum(line.rect.width for line in lines)


def test_one_range_gets_one_mark_whatever_styles_are_in_it(compose):
    frame = compose(text("==a **b** `c` d== [x **y** z]{.ring}"), 120)
    assert len(drawn(frame, "highlight")) == len(drawn(frame, "ring")) == 1


def test_ranges_side_by_side_stay_apart(compose):
    frame = compose(text("[하나]{.box} [둘]{.box}"), 120)
    one, two = (mark.curves.bounds() for mark in drawn(frame, "box"))
    assert one[2] < two[0]


def test_hues_colour_the_line_or_the_words(compose, setting):
    frame = compose(text("[a]{.ring .leaf} [b]{.leaf} [c]{.highlight .rose}"), 120)
    theme = setting.theme
    assert drawn(frame, "ring")[0].colour == theme.accents["leaf"]
    assert drawn(frame, "highlight")[0].colour == theme.accents["rose"]
    colours = {mark.writing.text.strip(): mark.colour for mark in marks_of(frame) if mark.writing}
    assert colours["a"] == colours["c"] == theme.ink.text
    assert colours["b"] == theme.written["leaf"]


def test_a_ring_passes_between_letters_that_stand_close(compose):
    loose, close = (drawn(compose(text(words), 120), "ring")[0] for words in ("[동그라미]{.ring} 를", "[동그라미]{.ring}를"))
    assert close.curves.bounds()[2] < loose.curves.bounds()[2]


def test_lines_written_for_themselves_are_closed(compose, setting):
    (line, *_) = lines_of(compose(text(f"[{LONG}]{{.ring}}"), 30))
    marks = [mark for mark in trace_line(line, setting, "alone", Layer.TEXT) if mark.key.endswith("/ring")]
    assert (marks[0].curves.points[0] == marks[0].curves.points[-1]).all()
