"""All outlines at once: the same as one by one."""

import numpy as np
import pytest

from sketchsvg.readers.svg.errors import LimitError, SvgError
from sketchsvg.readers.svg.limits import Budget
from sketchsvg.readers.svg.outlines import Outlined, placed_outlines, read_outlines
from sketchsvg.readers.svg.parse import parse
from sketchsvg.readers.svg.shapes import Viewport, outline
from tests.readers.svg.reading import shapes, svg

SHAPES = """
<rect x="1" y="2" width="9" height="8"/><rect x="1mm" width="50%" height="8"/><rect width="0" height="9"/>
<rect width="20" height="10" rx="4"/><circle cx="5" cy="6" r="4"/><circle r="1em"/><circle r="-1"/>
<ellipse cx="5" rx="4" ry="3"/><ellipse rx="4"/><line x1="1" x2="10" y2="1e1"/><polygon points="1,2 10,2 10,10 4"/>
<polyline points="1,2,3,4"/><polyline points=""/><path d="M1 2h9v8zM0 0"/><path d=""/><path d="none"/>
"""


def asked(inner=SHAPES):
    view = Viewport(100.0, 80.0)
    return [Outlined(node, view, 16.0) for node in parse(svg(inner)).root.children]


def test_they_are_the_outlines_of_the_shapes_one_by_one():
    for one, curves in zip(asked(), read_outlines(asked(), Budget()), strict=True):
        alone = outline(one.node, one.view, one.em)
        assert np.array_equal(curves.points, alone.points) and np.array_equal(curves.starts, alone.starts), one.node.tag


def test_numbers_of_points_may_stand_close_together():
    (item,) = read_outlines(asked('<polyline points="1-2.5-3 4"/>'), Budget())
    assert item.points[[0, 3]].tolist() == [[1.0, -2.5], [-3.0, 4.0]]


@pytest.mark.parametrize(
    "inner",
    ['<rect x="nan" width="1" height="1"/>', '<circle r="inf"/>', '<line x1="1_0"/>', '<ellipse rx="1e99"/>',
     '<polyline points="1 2 x"/>', '<polygon points="1 2 1e10 4"/>', '<path d="M0 0h"/>', '<rect width="--5" height="1"/>'],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error_with_its_place(inner):
    with pytest.raises(SvgError) as caught:
        read_outlines(asked('<rect width="5" height="5"/>' + inner), Budget())
    assert caught.value.where.line == 1


def test_each_is_placed_by_its_own_matrix():
    curves = read_outlines(asked('<line x2="3"/><line x2="3"/>'), Budget())
    first, second = placed_outlines(curves, [(2, 0, 0, 2, 1, 1), (0, 1, -1, 0, 0, 0)], [one.node for one in asked()[:2]])
    assert first.points[-1].tolist() == [7.0, 1.0] and second.points[-1].tolist() == [0.0, 3.0]


def test_what_leaves_all_measure_is_named():
    with pytest.raises(LimitError, match="mm away") as caught:
        shapes('<rect width="1" height="1"/>\n<rect transform="scale(1e9)" width="1" height="1"/>')
    assert caught.value.where.line == 2
