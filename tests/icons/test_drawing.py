"""SVG drawings as centrelines: shapes and transforms."""

import numpy as np
import pytest

from sketchsvg.geometry import Rect, shapes
from sketchsvg.icons.drawing import read_drawing


def read(inner):
    return read_drawing(f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'.encode())


def same(ours, theirs):
    return np.allclose(ours.points, theirs.points, atol=1e-9) and np.array_equal(ours.starts, theirs.starts)


@pytest.mark.parametrize(
    ("element", "shape"),
    [
        ('<circle cx="5" cy="6" r="2"/>', shapes.ellipse(5, 6, 2, 2)),
        ('<ellipse cx="5" cy="6" rx="2" ry="3"/>', shapes.ellipse(5, 6, 2, 3)),
        ('<rect x="1" y="2" width="9" height="4"/>', shapes.rectangle(Rect(1, 2, 9, 4))),
        ('<rect width="9px" height="4" rx="1"/>', shapes.rectangle(Rect(0, 0, 9, 4), 1)),
        ('<rect width="9" height="4" ry="1"/>', shapes.rectangle(Rect(0, 0, 9, 4), 1)),
        ('<rect width="9" height="4" rx="9"/>', None),
        ('<line x1="1" y1="2" x2="7" y2="-1"/>', shapes.line(1, 2, 7, -1)),
        ('<polyline points="0,0 4 0,4,3"/>', shapes.polyline([(0, 0), (4, 0), (4, 3)])),
        ('<polygon points="0,0 4 0,4,3"/>', shapes.polygon([(0, 0), (4, 0), (4, 3)])),
        ('<path d="M0 0L3 3"/>', shapes.line(0, 0, 3, 3)),
    ],
)
def test_each_element_is_its_shape(element, shape):
    if shape is None:  # both radii follow the one that is given, each up to half its side: an ellipse
        assert np.allclose(sorted(set(read(element).points[0::3][:, 0])), [0, 4.5, 9])
    else:
        assert same(read(element), shape)


def test_unequal_radii_round_each_way_by_their_own():
    curves = read('<rect x="10" y="20" width="12" height="8" rx="3" ry="1"/>')
    assert curves.bounds() == pytest.approx((10, 20, 22, 28))
    nodes = curves.points[0::3]
    for corner in ((13, 20), (19, 20), (22, 21), (10, 21)):
        assert np.isclose(nodes, corner).all(axis=1).any()


@pytest.mark.parametrize(
    ("transform", "point"),
    [
        ("translate(10 20)", (13, 24)),
        ("translate(10)", (13, 4)),
        ("scale(2)", (6, 8)),
        ("scale(2,-1)", (6, -4)),
        ("rotate(90)", (-4, 3)),
        ("rotate(180 3 3)", (3, 2)),
        ("skewX(45)", (7, 4)),
        ("skewY(45)", (3, 7)),
        ("matrix(1 2 3 4 5 6)", (20, 28)),
        ("translate(10,0) scale(2)", (16, 8)),
        ("scale(2), translate(10,0)", (26, 8)),
    ],
)
def test_transforms_move_points_as_the_standard_says(transform, point):
    curves = read(f'<g transform="{transform}"><path d="M3 4z"/></g>')
    assert curves.points[0].tolist() == pytest.approx(point)


def test_transforms_of_groups_apply_from_the_outside_in_and_order_is_kept():
    curves = read(
        '<path d="M1 1z"/><g transform="translate(10 0)"><g transform="scale(2)"><path d="M1 1z"/></g>'
        '<path d="M1 1z"/></g><path d="M9 9z"/>'
    )
    assert curves.points.tolist() == [[1, 1], [12, 2], [11, 1], [9, 9]]


def test_deep_nesting_is_no_harm():
    deep = 3000
    assert len(read("<g>" * deep + '<path d="M0 0h1"/>' + "</g>" * deep)) == 1
