import numpy as np
import pytest

from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import ellipse, line, rectangle
from sketchsvg.ink.grouping import Ink
from sketchsvg.ink.hiding import BESIDE, STEP, visible
from sketchsvg.scene import Fill, Layer, Mark, Word, Writing

CARD = Mark("card", rectangle(Rect(40, 0, 20, 50)), "ruler", 0.0, "#ffffff", Layer.TOP_FILL, fill=Fill("wash", "#ffffff"))


def under(*strokes, layer=Layer.LINE, covers=(CARD,)):
    """What is left of the strokes under the covers."""
    marks = [Mark(f"line{number}", stroke, "ruler", 0.3, "#000000", layer) for number, stroke in enumerate(strokes)]
    curves = Curves.joined(strokes)
    ink = Ink(curves, np.arange(len(strokes)), np.full(len(strokes), 0.3), np.ones(len(strokes)), 1)
    (left,) = visible([ink], marks, [*marks, *covers])
    return left


def spans(ink):
    return [(tuple(stroke[0]), tuple(stroke[-1])) for stroke in ink.curves.strokes()]


def test_a_line_goes_under_and_comes_out_again():
    left = under(line(0, 20, 100, 20))
    (_, first), (second, last) = spans(left)
    assert first[0] == pytest.approx(40, abs=STEP)
    assert second[0] == pytest.approx(60, abs=STEP)
    assert last == (100, 20)
    assert left.mark.tolist() == [0, 0]
    assert left.width.tolist() == [0.3, 0.3]


def test_what_lies_beside_or_above_stays_as_it_is():
    beside, above = line(0, 20, 30, 20), line(0, 20, 100, 20)
    assert under(beside).curves.points.tolist() == beside.points.tolist()
    assert under(above, layer=Layer.TOP_LINE).curves.points.tolist() == above.points.tolist()
    assert under(above, layer=Layer.TOP_FILL).curves.points.tolist() == above.points.tolist()


def test_what_lies_wholly_under_is_gone_and_the_others_keep_their_marks():
    left = under(line(45, 20, 55, 20), line(0, 60, 100, 60), Curves.of([np.array([[50.0, 10.0]])]))
    assert left.mark.tolist() == [1]
    assert spans(left) == [((0, 60), (100, 60))]


@pytest.mark.parametrize("fill", [Fill("wash", "#ffffff", 0.5), Fill("hachure", "#ffffff"), None])
def test_what_shows_through_hides_nothing(fill):
    sheer = Mark("sheer", CARD.curves, "ruler", 0.3, "#000000", Layer.TOP_FILL, fill=fill)
    stroke = line(0, 20, 100, 20)
    assert under(stroke, covers=(sheer,)).curves.points.tolist() == stroke.points.tolist()


def test_a_fill_leaves_room_for_words_and_a_line_does_not():
    word = Word("말", 45.0, 21.0, 10.0, 4.0)
    none = np.zeros((0, 2)), np.zeros(0, dtype=np.int64)
    text = Mark("text", Curves.empty(), "ruler", 0.3, "#000000", Layer.TEXT, writing=Writing("말", (word,), *none, 4.0))
    stroke = line(0, 20, 100, 20)
    mark = Mark("line", stroke, "ruler", 0.3, "#000000", Layer.LINE)
    inks = [Ink(stroke, np.array([0]), np.array([0.3]), np.ones(1), coat) for coat in (0, 1)]
    fill, drawn = visible(inks, [mark], [mark, text])
    assert drawn.curves.points.tolist() == stroke.points.tolist()
    (_, first), (second, _) = spans(fill)
    assert (first[0], second[0]) == pytest.approx((45 - 4 * BESIDE, 55 + 4 * BESIDE), abs=2 * STEP)


def test_two_covers_and_a_hole():
    ring = Curves.joined([ellipse(50, 20, 20, 20), ellipse(50, 20, 10, 10)])
    cover = Mark("ring", ring, "ruler", 0.0, "#ffffff", Layer.TOP_FILL, fill=Fill("wash", "#ffffff", rule="evenodd"))
    left = spans(under(line(0, 20, 120, 20), covers=(cover, Mark(
        "box", rectangle(Rect(80, 0, 10, 50)), "ruler", 0.0, "#ffffff", Layer.TOP_FILL, fill=Fill("wash", "#ffffff")))))
    ends = [(start[0], end[0]) for start, end in left]
    assert np.allclose(ends, [(0, 30), (40, 60), (70, 80), (90, 120)], atol=2 * STEP)


def test_what_is_left_lies_on_the_stroke():
    oval = ellipse(50, 20, 35, 15)
    left = under(oval)
    assert len(left.curves) == 2
    for point in left.curves.points[left.curves.starts[:-1]]:
        x, y = (point[0] - 50) / 35, (point[1] - 20) / 15
        assert x * x + y * y == pytest.approx(1, abs=2e-3)
    assert len(left.curves.points) < 3 * len(oval.points)
