"""The shapes of a mind map's nodes: words within them, branches up to them, nothing on top of anything."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg import mermaid
from sketchsvg.diagrams.heads import flattened
from sketchsvg.diagrams.map_shapes import SHAPES, around, touched
from sketchsvg.geometry.rect import Rect

from .seeing import assert_tidy, composed, marks_of, node, setting

BRACKETS = {
    "": "{}", "square": "[{}]", "rounded": "({})", "circle": "(({}))", "cloud": "){}(", "bang": ")){}((",
    "hexagon": "{{{{{}}}}}",
}  # fmt: skip
WORDS = ["Tea", "a longer name", "세 단어", "milk"]


@st.composite
def maps(draw):
    """A mind map as text, with all shapes on three levels."""

    def said(number):
        shape = draw(st.sampled_from(sorted(BRACKETS)))
        words = draw(st.sampled_from(WORDS))
        return f"n{number}{BRACKETS[shape].format(words)}" if shape else words

    lines = ["mindmap", f"  {said(0)}"]
    for main in range(draw(st.integers(1, 5))):
        lines.append(f"    {said(100 + main)}")
        for twig in range(draw(st.integers(0, 3))):
            lines.append(f"      {said(200 + 10 * main + twig)}")
            lines += [f"        {said(300 + 50 * main + 5 * twig + leaf)}" for leaf in range(draw(st.integers(0, 2)))]
    return "\n".join(lines)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from([0.0, 30.0, 120.0]))
def test_nothing_collides_whatever_the_shapes(text, more):
    block = mermaid(text)
    assert_tidy(composed(block, block.least_width(setting()) + more))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_words_lie_within_every_shape(shape):
    frame = composed(mermaid(f"mindmap\n  root\n    a{BRACKETS[shape].format('two words')}\n"), 120)
    part = node(frame, "two words")
    outline = flattened(SHAPES[shape].outline(part.rect))
    for line in part.lines:
        ink = line.rect.inset(0, line.rect.height * 0.2)
        for x in (ink.x, ink.right):
            for y in (ink.y, ink.bottom):
                # An upright line through the corner meets the outline above it and below it.
                above = touched(shape, part.rect, (x, part.rect.y), (0.0, 1.0))[1]
                below = touched(shape, part.rect, (x, part.rect.bottom), (0.0, -1.0))[1]
                assert above - 0.05 <= y <= below + 0.05
    assert outline[:, 0].min() >= part.rect.x - 0.01 and outline[:, 0].max() <= part.rect.right + 0.01


def test_a_circle_is_round_until_its_words_are_long():
    assert around("circle", 8.0, 4.0, 3.0)[0] == around("circle", 8.0, 4.0, 3.0)[1]
    wide, high = around("circle", 40.0, 4.0, 3.0)
    assert wide > 2 * high


def test_branches_come_up_to_the_outline():
    rect = Rect(0, 0, 30, 12)
    for shape in SHAPES:
        x, _ = touched(shape, rect, (0.0, 6.0), (1.0, 0.0))
        assert 0 <= x < 6


def test_every_shape_is_drawn_in_the_hue_of_its_branch():
    frame = composed(mermaid("mindmap\n  root\n    one\n      a{{six}}\n    two\n"), 160)
    part = node(frame, "six")
    colour = part.setting.accent_colour
    assert {mark.colour for mark in marks_of(frame) if mark.key == f"{part.id}/box"} == {colour}
