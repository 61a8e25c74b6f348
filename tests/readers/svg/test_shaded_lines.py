"""Lines painted by gradients: pieces in its colours."""

import itertools

import numpy as np

from tests.readers.svg.reading import shapes

GRADIENT = '<linearGradient id="g"><stop stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/></linearGradient>'
LINE = '<path d="M0 10h90v30" fill="none" stroke="url(#g)" stroke-width="4"/>'


def test_a_line_changes_its_colour_along_its_way():
    found = shapes(GRADIENT + LINE)
    reds = [int(item.line.colour[1:3], 16) for item in found]
    assert len(found) > 8 and reds == sorted(reds, reverse=True) and reds[0] > 200 > 60 > reds[-1]
    for before, after in itertools.pairwise(found):
        assert np.array_equal(before.curves.points[-1], after.curves.points[0])
    assert len({item.key for item in found}) == len(found)


def test_its_fill_stays_one_shape_beneath():
    fill, *lines = shapes(GRADIENT + LINE.replace('fill="none"', 'fill="#00ff00"'))
    assert fill.line is None and fill.fill.colour == "#00ff00" and all(item.fill is None for item in lines)


def test_dashed_lines_have_one_colour():
    (item,) = shapes(GRADIENT + LINE.replace("<path", '<path stroke-dasharray="5 5"'))
    assert item.line.colour == "#800080" and item.line.dashes


def test_of_very_many_lines_each_is_one_piece():
    assert len(shapes(GRADIENT + LINE * 3000)) == 3000
