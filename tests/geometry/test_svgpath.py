"""Path data: every command against svgpathtools, the grammar's odd corners, and every kind of error."""

import re
from math import hypot

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.geometry.svgpath import PathDataError, parse_path


def on_curve(strokes, per_piece=24):
    """Points along all pieces, in the order in which they are drawn."""
    t = np.linspace(0.0, 1.0, per_piece)[:, None]
    found = []
    for stroke in strokes:
        for i in range(0, len(stroke) - 1, 3):
            a, b, c, d = stroke[i : i + 4]
            found.append(a * (1 - t) ** 3 + 3 * b * (1 - t) ** 2 * t + 3 * c * (1 - t) * t**2 + d * t**3)
    return np.concatenate(found)


def expected(d, per_piece=400):
    """Points along the path by svgpathtools."""
    from svgpathtools import parse_path as oracle

    t = np.linspace(0.0, 1.0, per_piece)
    points = np.concatenate([[piece.point(s) for s in t] for piece in oracle(d)])
    return np.stack((points.real, points.imag), axis=1)


def gap(points, line):
    """How far the farthest of ``points`` is from the nearest of ``line``."""
    distances = np.sqrt(((points[:, None, :] - line[None, :, :]) ** 2).sum(axis=2))
    return distances.min(axis=1).max()


EXAMPLES = {
    "lines": "M10 20 L30 40 H50 V5 l-10 -3 h4 v9",
    "relative move": "m5 5 10 0 0 10 z m20 20 l5 5",
    "implicit lines": "M0 0 10 0 10 10 0 10Z",
    "cubic": "M0 0C10 0 20 10 20 20c0 10 5 5 9 9",
    "smooth cubic": "M0 0C10 0 20 10 20 20S5 33 50 40s7-7 9-9",
    "smooth cubic after a line": "M0 0L5 5S20 3 30 10",
    "quadratic": "M0 0Q10 20 30 0q5 5 10 0",
    "smooth quadratic": "M0 0Q10 20 30 0T60 0t30 5 20-5",
    "smooth quadratic after a line": "M0 0L5 5T20 10 T 30 -5",
    "arc": "M10 10A20 20 0 0 1 40 30",
    "large arc": "M10 10A20 20 0 1 1 40 30",
    "arc against": "M10 10A20 25 0 0 0 40 30",
    "large arc against": "M10 10A20 25 33 1 0 40 30",
    "tilted arc": "M10 10A30 12 -40 0 1 40 30a5 9 77 1 1 3 4",
    "arc with radii too small": "M0 0A1 2 30 0 1 40 30",
    "half circle": "M0 0a10 10 0 0 1 20 0a10 10 0 0 1-20 0z",
    "compact arc": "M0 0a1 1 0 00-1 138",
    "compact numbers": "M.5.5.75-.25-1e1+2E0l5e-1.5",
    "after closing": "M10 10h10v10zl-5-5h3z",
}


@pytest.mark.parametrize("d", EXAMPLES.values(), ids=EXAMPLES.keys())
def test_same_line_as_svgpathtools(d):
    ours, theirs = on_curve(parse_path(d).strokes()), expected(d)
    size = np.abs(theirs).max()
    # svgpathtools' points stand apart by a four-hundredth of a piece.
    assert gap(ours, theirs) < 0.004 * size
    assert gap(theirs[::7], on_curve(parse_path(d).strokes(), 400)) < 0.004 * size


coordinate = st.floats(-90, 90, allow_nan=False).map(lambda value: round(value, 2) + 0.0)
piece = st.one_of(
    st.tuples(st.sampled_from("Ll"), st.tuples(*[coordinate] * 2)),
    st.tuples(st.sampled_from("HhVv"), st.tuples(coordinate)),
    st.tuples(st.sampled_from("Cc"), st.tuples(*[coordinate] * 6)),
    st.tuples(st.sampled_from("SsQq"), st.tuples(*[coordinate] * 4)),
    st.tuples(st.sampled_from("Tt"), st.tuples(*[coordinate] * 2)),
)


@given(st.tuples(coordinate, coordinate), st.lists(piece, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_pieces_agree_with_svgpathtools_one_by_one(start, pieces):
    from svgpathtools import parse_path as oracle

    d = f"M{start[0]},{start[1]}" + "".join(letter + " ".join(map(str, n)) for letter, n in pieces)
    theirs = [p for p in oracle(d) if len(set(p.bpoints())) > 1]
    ours = on_curve(parse_path(d).strokes(), 5).reshape(-1, 5, 2) if theirs else np.zeros((0, 5, 2))
    assert len(ours) == len(theirs)
    for mine, piece_of_theirs in zip(ours, theirs, strict=True):
        points = [piece_of_theirs.point(s) for s in (0, 0.25, 0.5, 0.75, 1)]
        assert np.allclose(mine, [(p.real, p.imag) for p in points], atol=1e-6)


@given(
    st.floats(1, 50),
    st.floats(1, 50),
    st.floats(-180, 180),
    st.booleans(),
    st.booleans(),
    st.tuples(coordinate, coordinate),
    st.tuples(coordinate, coordinate),
)
@settings(max_examples=80, deadline=None)
def test_an_arc_lies_on_its_ellipse(rx, ry, tilt, large, sweep, start, end):
    if hypot(end[0] - start[0], end[1] - start[1]) < 0.5:
        return
    d = f"M{start[0]} {start[1]}A{rx} {ry} {tilt} {int(large)} {int(sweep)} {end[0]} {end[1]}"
    (stroke,) = parse_path(d).strokes()
    assert tuple(stroke[0]) == start and tuple(stroke[-1]) == end
    from svgpathtools import parse_path as oracle

    arc = oracle(d)[0]
    radians = np.deg2rad(tilt)
    frame = np.array(((np.cos(radians), np.sin(radians)), (-np.sin(radians), np.cos(radians))))
    along = (on_curve([stroke]) - (arc.center.real, arc.center.imag)) @ frame.T
    radius = np.sqrt((along[:, 0] / arc.radius.real) ** 2 + (along[:, 1] / arc.radius.imag) ** 2)
    # A 90° cubic leaves its circle by 0.0273 %; the oracle's own centre is good to about 1e-5.
    assert np.abs(radius - 1).max() < 3.5e-4
    # Pieces are 90° at most: so many, and no more than one too many for a turn of exactly 90°.
    assert (len(stroke) - 1) // 3 <= int(abs(arc.delta) / 90) + 1


def test_an_arc_of_no_length_is_left_out():
    assert parse_path("M5 5A9 9 0 1 1 5 5L8 8").points.tolist()[0] == [5, 5]
    assert len(parse_path("M5 5A9 9 0 1 1 5 5L8 8").points) == 4


def test_an_arc_without_radius_is_a_line():
    assert np.array_equal(parse_path("M0 0A0 5 0 0 1 9 3").points, parse_path("M0 0L9 3").points)


def test_a_piece_without_length_is_left_out_and_a_path_without_any_is_a_dot():
    assert len(parse_path("M1 1L1 1L4 4L4 4").points) == 4
    assert parse_path("M1 2L1 2").points.tolist() == [[1, 2]]
    assert parse_path("M1 2z").points.tolist() == [[1, 2]]


def test_moves_alone_draw_nothing():
    assert len(parse_path("M1 1M2 2m3 3")) == 0
    assert len(parse_path("")) == 0
    assert len(parse_path(" \n\t")) == 0


def test_closing_returns_to_the_first_point_exactly_and_the_next_piece_begins_there():
    first, second = parse_path("M.1.2l.3.3.7-.1zl1 1").strokes()
    assert tuple(first[0]) == tuple(first[-1]) == tuple(second[0]) == (0.1, 0.2)


def test_closing_where_the_path_stands_adds_no_piece():
    assert len(parse_path("M0 0L5 0L5 5L0 0Z").points) == 10


def test_straight_pieces_have_their_handles_at_the_thirds():
    assert parse_path("M0 0L9 3").points.tolist() == [[0, 0], [3, 1], [6, 2], [9, 3]]


@pytest.mark.parametrize(
    ("d", "position", "what"),
    [
        ("L1 1", 0, "first"),
        ("10 10", 0, "command letter"),
        ("M", 1, "a number"),
        ("M1", 2, "a number"),
        ("M1 1,", 5, "after the comma"),
        ("M1 1 L,2 2", 6, "a number"),
        ("M1,,1", 3, "a number"),
        ("M1 1 L2 2 3", 11, "a number"),
        ("M0 0 a1 1 0 2 0 3 3", 12, "a flag"),
        ("M0 0 a1 1 0 0 .5 3 3", 14, "a flag"),
        ("M0 0 A-1 1 0 0 0 3 3", 6, "not negative"),
        ("M0 0z5", 5, "command letter"),
        ("M0 0;L1 1", 4, "command letter"),
        ("M0 0 L1 1 junk", 10, "command letter"),
        ("M1e999 0", 1, "at most"),
        ("M0 0L2e9 0", 5, "at most"),
        ("M٣ 0", 1, "a number"),
        ("M0 0ſ1 1 2 2", 4, "command letter"),
        ("M0 0 L1 nan", 8, "a number"),
        ("M--1 0", 1, "a number"),
        ("M0 0 L. 1", 6, "a number"),
        ("none", 0, "command letter"),
    ],
)
def test_what_the_grammar_does_not_allow_is_named_with_its_place(d, position, what):
    with pytest.raises(PathDataError, match=re.escape(what)) as caught:
        parse_path(d)
    assert caught.value.position == position
    assert f"position {position}" in str(caught.value)


@given(
    st.text(alphabet="MmLlHhVvCcSsQqTtAaZz0123456789.,-+eE \n", max_size=40).map(lambda rest: "M0 0" + rest)
)
@settings(max_examples=200, deadline=None)
def test_any_text_gives_finite_curves_or_an_error_within_it(d):
    try:
        curves = parse_path(d)
    except PathDataError as error:
        assert 0 <= error.position <= len(d)
    else:
        assert np.isfinite(curves.points).all()
        assert all(len(stroke) % 3 == 1 for stroke in curves.strokes())
