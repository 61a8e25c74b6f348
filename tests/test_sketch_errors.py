"""What cannot be drawn: one error at the author's line."""

from math import inf, nan

import pytest

from sketchsvg import Sketch
from sketchsvg.errors import CharacterError, NameUnknownError, SheetError


@pytest.mark.parametrize(
    "wrong",
    [
        lambda s: s.line(nan, 0, 1, 1),
        lambda s: s.line(0, inf, 1, 1),
        lambda s: s.line("1", 0, 1, 1),
        lambda s: s.line(1e308, 0, 1, 1),
        lambda s: s.line(10**400, 0, 1, 1),
        lambda s: s.circle(5, 5, -1e308),
        lambda s: s.text(1e300, 5, "far"),
        lambda s: s.line(1, 1, 50, 1, width=200),
        lambda s: s.many("line", [(1, 1, 50, 1)], width=200),
        lambda s: s.line(True, 0, 1, 1),
        lambda s: s.circle(10, 10, 0),
        lambda s: s.circle(10, 10, -3),
        lambda s: s.ellipse(10, 10, 3, nan),
        lambda s: s.rectangle(0, 0, 0, 5),
        lambda s: s.rectangle(0, 0, 5, -5),
        lambda s: s.rectangle(0, 0, 5, 5, radius=-1),
        lambda s: s.arc(10, 10, 5, 5, 30, 30),
        lambda s: s.arc(10, 10, 5, 5, 0, 400),
        lambda s: s.polygon([(0, 0), (1, 1)]),
        lambda s: s.polyline([(0, 0)]),
        lambda s: s.polyline([(0, 0), (1, 1, 1)]),
        lambda s: s.polyline([(0, 0), (1, nan)]),
        lambda s: s.polyline("M0 0"),
        lambda s: s.polyline(5),
        lambda s: s.bezier([(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)]),
        lambda s: s.path("L 10 10"),
        lambda s: s.path("M0 0 L 10"),
        lambda s: s.path(""),
        lambda s: s.path("M0 0h5", scale=0),
        lambda s: s.path(5),
        lambda s: s.text(5, 5, ""),
        lambda s: s.text(5, 5, "x", size=0),
        lambda s: s.text(5, 5, 5),
        lambda s: s.text(5, 5, "a\x00"),
        lambda s: s.circle(10, 10, 5, width=-1),
        lambda s: s.circle(10, 10, 5, colour="red-ish"),
        lambda s: s.circle(10, 10, 5, colour=5),
        lambda s: s.circle(10, 10, 5, opacity=1.5),
        lambda s: s.circle(10, 10, 5, passes=0),
        lambda s: s.circle(10, 10, 5, passes=1.5),
        lambda s: s.circle(10, 10, 5, fill="hachure", gap=0),
        lambda s: s.circle(10, 10, 5, fill="hachure", gap=nan),
        lambda s: s.circle(10, 10, 5, fill="hachure", weight=-1),
        lambda s: s.circle(10, 10, 5, fill="hachure", angle=inf),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_colour="#12345"),
        lambda s: s.circle(10, 10, 5, gap=2),
        lambda s: s.circle(10, 10, 5, dash=(3, 0)),
        lambda s: s.circle(10, 10, 5, dash=(3, -1)),
        lambda s: s.circle(10, 10, 5, dash="3 2"),
        lambda s: s.circle(10, 10, 5, dash=3),
        lambda s: s.circle(10, 10, 5, key=5),
        lambda s: s.circle(10, 10, 5, roughness=-1),
        lambda s: s.circle(10, 10, 5, bowing=nan),
        lambda s: s.circle(10, 10, 5, max_offset="far"),
        lambda s: s.circle(10, 10, 5, preserve_vertices="yes"),
        lambda s: s.circle(10, 10, 5, fill_passes=2),
        lambda s: s.circle(10, 10, 5, fill="wash", fill_passes=2),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_passes=1.5),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_dash=3),
        lambda s: s.circle(10, 10, 5, fill="hachure", fill_dash=(3, -1)),
        lambda s: s.circle(10, 10, 5, fill="hachure", tooth=2),
        lambda s: s.circle(10, 10, 5, fill="zigzag-line", tooth=0),
        lambda s: s.curve([(1, 1), (5, 5), (9, 1)], tightness=2),
        lambda s: s.curve([(1, 1), (5, 5), (9, 1)], simplify=nan),
        lambda s: s.polyline([(1, 1), (5, 5), (9, 1)], simplify=-1),
        lambda s: s.path("M0 0h9", simplify="much"),
        lambda s: s.line(0, 0, 5000, 10),
        lambda s: s.circle(50, 50, 500),
        lambda s: s.polyline([(0, 0), (0, -200)]),
        lambda s: s.many("circle", [(50, 50, 500)]),
        lambda s: s.text(5, 2500, "far"),
        lambda s: s.many("circle", []),
        lambda s: s.many("circle", [(1, 2, 3, 4)]),
        lambda s: s.many("circle", [(1, 2, 0)]),
        lambda s: s.many("line", [(1, 2, 0, nan)]),
        lambda s: s.many("line", "abc"),
        lambda s: s.many("line", [(1, 2, 3, 4)], fill="wash"),
        lambda s: s.many("circle", [(1, 2, 3), (50, 50, 500)], fill="wash"),
        lambda s: s.many("arc", [(10, 10, 5, 5, 0, 400)]),
        lambda s: s.many("arc", [(10, 10, 5, 0, 0, 40)]),
        lambda s: s.many("polygon", [[(1, 2), (3, 4)]]),
        lambda s: s.many("polyline", [[(1, 2), (3, 4)], [(1, 2)]]),
        lambda s: s.many("bezier", [[(1, 2), (3, 4), (1, 2), (3, 4), (5, 5)]]),
        lambda s: s.many("path", "M1 1h5"),
        lambda s: s.many("path", []),
        lambda s: s.many("path", ["M1 1h5", "M1 1h"]),
        lambda s: s.many("path", ["M1 1h5", 5]),
        lambda s: s.path("M1 1h#5"),
        lambda s: s.path("M1 1h1e999"),
        lambda s: s.rectangle(0, 0, 5, 5, radius=None),
        lambda s: s.arc(10, 10, 5, 5, "a", 30),
        lambda s: s.arc(10, 10, 5, 5, True, 30),
        lambda s: Sketch(0, 10),
        lambda s: Sketch(10, nan),
        lambda s: Sketch(10, 1e6),
        lambda s: Sketch(10, 10, seed=1.5),
        lambda s: Sketch(10, 10, paper="white-ish"),
        lambda s: Sketch(10, 10, nib=-1),
    ],
)
def test_what_cannot_be_drawn_is_one_error_at_the_author_s_line(wrong):
    sketch = Sketch(80, 60)
    with pytest.raises(SheetError) as caught:
        wrong(sketch)
    assert caught.value.where.file == __file__
    assert caught.value.where.line == wrong.__code__.co_firstlineno
    assert caught.value.mend
    assert sketch.marks == ()


@pytest.mark.parametrize(
    ("wrong", "mend"),
    [
        (lambda s: s.circle(10, 10, 5, pen="fineline"), '"fineliner"'),
        (lambda s: s.circle(10, 10, 5, fill="hatchure"), '"hachure"'),
        (lambda s: s.circle(10, 10, 5, fill="wash", rule="even-odd"), '"evenodd"'),
        (lambda s: s.circle(10, 10, 5, color="#123456"), '"colour"'),
        (lambda s: s.text(10, 10, "a", align="center"), '"centre"'),
        (lambda s: Sketch(10, 10, unit="pt"), "mm, px"),
        (lambda s: Sketch(10, 10, width=10) if False else Sketch(10, 10, penn="marker"), '"pen"'),
    ],
)
def test_unknown_names_come_with_the_nearest(wrong, mend):
    with pytest.raises(NameUnknownError) as caught:
        wrong(Sketch(80, 60))
    assert mend in caught.value.mend
    assert caught.value.where.file == __file__


def test_a_character_that_the_hand_cannot_write_is_named():
    with pytest.raises(CharacterError) as caught:
        Sketch(80, 60).text(10, 20, "a\ue000")
    assert "E000" in str(caught.value) and caught.value.where.file == __file__
