"""Random layouts, drawn in characters and read back: the same tree, however ragged the edges."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.readers.wireframe.reader import read_drawing
from sketchsvg.readers.wireframe.tree import model
from tests.readers.wireframe.layouts import STYLES, drawn, expected, layouts, nests, ragged


@settings(max_examples=150, deadline=None)
@given(layouts(), st.sampled_from(STYLES), st.integers(0, 2))
def test_a_drawn_layout_is_read_back(layout, style, pad):
    assert model(read_drawing(drawn(layout, style, pad), "page.txt")) == expected(layout)


@settings(max_examples=150, deadline=None)
@given(layouts(), st.sampled_from(STYLES[:4]), st.lists(st.integers(-3, 3), min_size=1, max_size=9))
def test_so_is_one_with_ragged_edges(layout, style, slips):
    assert model(read_drawing(ragged(drawn(layout, style, 2), slips), "page.txt")) == expected(layout)


@settings(max_examples=60, deadline=None)
@given(nests(), st.lists(st.integers(-3, 3), min_size=1, max_size=9))
def test_so_are_boxes_in_ascii(layout, slips):
    # Where lines divide ragged boxes, a plus does not say whether its line goes on below it.
    assert model(read_drawing(ragged(drawn(layout, STYLES[4], 2), slips), "page.txt")) == expected(layout)
