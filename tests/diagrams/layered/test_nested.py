"""Frames with directions of their own."""

import pytest
from hypothesis import HealthCheck, given, settings

from sketchsvg.diagrams.layered.layout import laid_out
from sketchsvg.diagrams.layered.nested import laid_nested
from sketchsvg.diagrams.layered.nesting import nested, unfollowed
from sketchsvg.diagrams.layered.sizes import Box, Frame, Sizes
from sketchsvg.diagrams.layered.structure import Link, Structure
from sketchsvg.geometry.rect import Rect

from .graphs import assert_edges_are_clear, assert_nothing_overlaps, deep_inside, graphs

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@MANY
@given(graphs(directions=True, groups=4))
def test_nothing_overlaps_and_edges_are_clear(graph):
    structure, sizes = graph
    laid = laid_nested(structure, sizes)
    assert_nothing_overlaps(structure, laid)
    assert_edges_are_clear(structure, laid)


@MANY
@given(graphs(directions=True, groups=4))
def test_edges_begin_and_end_at_their_nodes_and_frames(graph):
    structure, sizes = graph
    laid = laid_nested(structure, sizes)
    for link, route in zip(structure.links, laid.routes, strict=True):
        ends = (
            (link.start, link.start_group, route.pieces[0][0]), (link.end, link.end_group, route.pieces[-1][-1])
        )  # fmt: skip
        for node, group, (x, y) in ends:
            # Where edges lead round in a ring through a frame, one to the frame may end at a node in it.
            inside = structure.members()[group] if group >= 0 else (node,)
            rects = [laid.boxes[one] for one in inside] + ([laid.frames[group]] if group >= 0 else [])
            assert any(
                rect.inset(-0.001).holds(Rect(x, y, 0, 0)) and not deep_inside(rect, (x, y), 0.001) for rect in rects
            )


@MANY
@given(graphs(directions=True, groups=4))
def test_everything_lies_on_the_drawing(graph):
    structure, sizes = graph
    laid = laid_nested(structure, sizes)
    page = Rect(0, 0, laid.width, laid.height)
    labels = [route.label for route in laid.routes if route.label is not None]
    assert all(page.holds(rect, 1e-6) for rect in (*laid.boxes, *laid.frames, *labels))


def row_in_a_column(entries):
    """0 → 1 → 2 in a frame that lies, and 3 before and 4 behind it."""
    structure = Structure((0, 0, 0, -1, -1), (Link(0, 1), Link(1, 2), *entries), (-1,))
    boxes = (Box(20, 10),) * 5
    return structure, Sizes(boxes, (None,) * len(structure.links), (Frame(8, 4, 4, 10, "LR"),))


def test_a_frame_lies_in_a_chart_that_stands():
    structure, sizes = row_in_a_column((Link(3, 1, end_group=0), Link(1, 4, start_group=0)))
    laid = laid_nested(structure, sizes)
    a, b, c, before, behind = laid.boxes
    assert a.y == b.y == c.y and a.right < b.x and b.right < c.x
    assert before.bottom < laid.frames[0].y and behind.y > laid.frames[0].bottom
    assert unfollowed(structure, "TB", ("LR",)) == ()


def test_edges_from_outside_run_on_to_their_nodes():
    structure, sizes = row_in_a_column((Link(3, 2), Link(0, 4)))
    laid = laid_nested(structure, sizes)
    assert laid.boxes[0].y == laid.boxes[2].y
    x, y = laid.routes[2].pieces[-1][-1]
    assert y == pytest.approx(laid.boxes[2].y) and x == pytest.approx(laid.boxes[2].centre[0])
    assert laid.boxes[3].centre[0] == pytest.approx(x)
    x, y = laid.routes[3].pieces[0][0]
    assert y == pytest.approx(laid.boxes[0].bottom) and laid.boxes[4].centre[0] == pytest.approx(x)


def test_what_stands_in_the_way_of_an_edge_keeps_the_direction_around():
    # 1 and 2 stand above each other in the frame, and edges come to both from above.
    structure = Structure((0, 0, 0, -1, -1), (Link(0, 1), Link(0, 2), Link(3, 1), Link(4, 2)), (-1,))
    assert unfollowed(structure, "TB", ("LR",)) == (0,)
    sizes = Sizes((Box(20, 10),) * 5, (None,) * 4, (Frame(8, 4, 4, 10, "LR"),))
    assert laid_nested(structure, sizes) == laid_out(structure, sizes)


def test_a_node_that_an_edge_comes_to_stands_at_that_side():
    # Without the edge from 3 to 2 node 1 stands above 2.
    links = (Link(0, 1), Link(0, 2))
    free = Structure((0, 0, 0, -1), links, (-1,))
    met = Structure((0, 0, 0, -1), (*links, Link(3, 2)), (-1,))
    for structure, first in ((free, 1), (met, 2)):
        sizes = Sizes((Box(20, 10),) * 4, (None,) * len(structure.links), (Frame(8, 4, 4, 10, "LR"),))
        boxes = laid_nested(structure, sizes).boxes
        assert boxes[first].y < boxes[3 - first].y
        assert unfollowed(structure, "TB", ("LR",)) == ()


def test_directions_are_followed_at_every_depth():
    structure = Structure((0, 0, 1, 1), (Link(0, 1), Link(2, 3), Link(1, 2, end_group=1)), (-1, 0))
    sizes = Sizes((Box(20, 10),) * 4, (None,) * 3, (Frame(8, 4, 4, 10, "LR"), Frame(8, 4, 4, 10, "TB")))
    laid = laid_nested(structure, sizes)
    assert laid.boxes[0].right < laid.boxes[1].x < laid.frames[1].x
    assert laid.boxes[2].bottom < laid.boxes[3].y
    assert [part.group for part in nested(structure, "TB", ("LR", "TB")).parts] == [0]


def test_what_was_mentioned_first_stands_first():
    # All stand on one ring through a frame that lies.
    structure = Structure((0, 0, -1), (Link(0, 1), Link(1, 2), Link(2, 0)), (-1,))
    sizes = Sizes((Box(20, 10),) * 3, (None,) * 3, (Frame(8, 4, 4, 10, "LR"),))
    laid = laid_nested(structure, sizes)
    assert laid.frames[0].bottom < laid.boxes[2].y


def test_edges_to_several_nodes_of_a_frame_do_not_cross():
    # 0, 1 and 2 lie in a row; edges lead back from 3 to the last and from 4 to the first of them.
    structure = Structure((0, 0, 0, -1, -1), (Link(0, 1), Link(1, 2), Link(3, 2), Link(4, 0)), (-1,))
    sizes = Sizes((Box(20, 10),) * 5, (None,) * 4, (Frame(8, 4, 4, 10, "LR"),))
    laid = laid_nested(structure, sizes)
    assert laid.boxes[4].x < laid.boxes[3].x
