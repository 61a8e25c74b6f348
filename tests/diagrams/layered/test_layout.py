"""What holds of every drawing, whatever the graph."""

import pytest
from hypothesis import HealthCheck, given, settings

from sketchsvg.diagrams.layered.layout import laid_out, planned
from sketchsvg.diagrams.layered.sizes import Box, Frame, Sizes, White
from sketchsvg.diagrams.layered.structure import Link, Structure
from sketchsvg.geometry.rect import Rect

from .graphs import assert_edges_are_clear, assert_nothing_overlaps, deep_inside, graphs, points_of

FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(graphs())
def test_boxes_labels_and_frames_stand_apart(graph):
    structure, sizes = graph
    assert_nothing_overlaps(structure, laid_out(structure, sizes))


@FEW
@given(graphs())
def test_edges_run_round_boxes_labels_and_frames(graph):
    structure, sizes = graph
    assert_edges_are_clear(structure, laid_out(structure, sizes))


@FEW
@given(graphs())
def test_edges_begin_and_end_on_the_sides_of_their_nodes(graph):
    structure, sizes = graph
    laid = laid_out(structure, sizes)
    for link, route in zip(structure.links, laid.routes, strict=True):
        for node, (x, y) in ((link.start, route.pieces[0][0]), (link.end, route.pieces[-1][-1])):
            box = laid.boxes[node]
            assert box.inset(-0.001).holds(Rect(x, y, 0, 0)) and not deep_inside(box, (x, y), 0.001)


@FEW
@given(graphs())
def test_words_stand_on_their_edges(graph):
    structure, sizes = graph
    laid = laid_out(structure, sizes)
    for link, route in zip(structure.links, laid.routes, strict=True):
        assert (route.label is not None) == link.labelled
        if route.label is not None and link.start != link.end:
            first, second = route.pieces
            middle = ((first[-1][0] + second[0][0]) / 2, (first[-1][1] + second[0][1]) / 2)
            assert middle == pytest.approx(route.label.centre)


@FEW
@given(graphs())
def test_everything_lies_on_the_drawing(graph):
    structure, sizes = graph
    laid = laid_out(structure, sizes)
    page = Rect(0, 0, laid.width, laid.height)
    for rect in (*laid.boxes, *laid.frames):
        assert page.holds(rect)
    for route in laid.routes:
        for piece in route.pieces:
            for x, y in points_of(piece):
                assert page.holds(Rect(x, y, 0, 0))


@FEW
@given(graphs())
def test_frames_are_as_wide_as_their_titles(graph):
    structure, sizes = graph
    for frame, size in zip(laid_out(structure, sizes).frames, sizes.frames, strict=True):
        assert frame.width >= size.least - 1e-6


def chain(direction):
    structure = Structure((-1, -1), (Link(0, 1),))
    return laid_out(structure, Sizes((Box(20, 10), Box(20, 10)), (None,), (), direction, White(ranks=12)))


@pytest.mark.parametrize(
    ("direction", "first", "second"),
    [
        ("TB", Rect(0, 0, 20, 10), Rect(0, 22, 20, 10)),
        ("BT", Rect(0, 22, 20, 10), Rect(0, 0, 20, 10)),
        ("LR", Rect(0, 0, 20, 10), Rect(32, 0, 20, 10)),
        ("RL", Rect(32, 0, 20, 10), Rect(0, 0, 20, 10)),
    ],
)
def test_two_boxes_in_every_direction(direction, first, second):
    laid = chain(direction)
    assert laid.boxes == (first, second)
    piece = laid.routes[0].pieces[0]
    assert len(piece) == 4
    if direction == "LR":
        assert (piece[0], piece[-1]) == ((20, 5), (32, 5))


def test_a_parent_stands_over_the_middle_of_its_children():
    structure = Structure((-1,) * 3, (Link(0, 1), Link(0, 2)))
    laid = laid_out(structure, Sizes((Box(20, 10),) * 3, (None, None), ()))
    assert laid.boxes[0].centre[0] == pytest.approx((laid.boxes[1].centre[0] + laid.boxes[2].centre[0]) / 2)
    assert laid.boxes[1].x < laid.boxes[2].x


def test_a_long_edge_is_straight():
    structure = Structure((-1,) * 4, (Link(0, 1), Link(1, 2), Link(2, 3), Link(0, 3)))
    laid = laid_out(structure, Sizes((Box(20, 10),) * 4, (None,) * 4, ()))
    middle = [x for x, y in laid.routes[3].pieces[0] if laid.boxes[1].y <= y <= laid.boxes[2].bottom]
    assert len(set(middle)) == 1


def test_edges_that_close_a_cycle_lead_back():
    structure = Structure((-1,) * 3, (Link(0, 1), Link(1, 2), Link(2, 0)))
    assert planned(structure).directed.flipped == (False, False, True)
    laid = laid_out(structure, Sizes((Box(20, 10),) * 3, (None,) * 3, ()))
    assert laid.routes[2].pieces[0][0][1] == laid.boxes[2].y
    assert laid.routes[2].pieces[0][-1][1] == laid.boxes[0].bottom


def test_planar_graphs_have_no_crossings():
    # Two rows that cross as they were written.
    structure = Structure((-1,) * 4, (Link(0, 3), Link(1, 2)))
    assert planned(structure).ordered.crossings == 0


def test_edges_to_frames_end_at_what_follows_the_whole_frame():
    # 1 and 2 stand in a frame that an edge leads to.
    structure = Structure((-1, 0, 0), (Link(0, 1, end_group=0), Link(1, 2)), (-1,))
    sizes = Sizes((Box(20, 10),) * 3, (None, None), (Frame(8, 4, 4, 10),))
    laid = laid_out(structure, sizes)
    assert laid.routes[0].pieces[-1][-1][1] == pytest.approx(laid.frames[0].y)


def test_the_same_graph_is_drawn_the_same():
    structure, sizes = Structure((-1,) * 3, (Link(0, 1), Link(2, 1))), Sizes((Box(9, 9),) * 3, (None,) * 2, ())
    first = laid_out(structure, sizes)
    planned.cache_clear()
    assert laid_out(structure, sizes) == first
