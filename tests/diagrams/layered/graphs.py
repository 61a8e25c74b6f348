"""Random graphs for the tests of the layout, and what must hold of every drawing of one."""

import numpy as np
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.diagrams.layered.sizes import Box, Frame, Sizes
from sketchsvg.diagrams.layered.structure import Link, Structure

WAYS = ["TB", "BT", "LR", "RL"]


def _to_frames(draw, link, own, parents):
    """The link, now and then from or to the frame around a node that does not hold the other one."""

    def around(node):
        found, group = [], own[node]
        while group >= 0:
            found.append(group)
            group = parents[group]
        return found

    def frame(node, other):
        free = [group for group in around(node) if group not in around(other)]
        return draw(st.sampled_from([-1, *free]))

    return replace(link, start_group=frame(link.start, link.end), end_group=frame(link.end, link.start))


@st.composite
def graphs(draw, nodes=9, groups=3, directions=False):
    """A structure with loops, cycles, parallel edges, nested groups, and sizes for all of it.

    With ``directions`` frames may have directions of their own, and edges may end at frames.
    """
    turned = st.sampled_from([None, *WAYS])
    count = draw(st.integers(1, nodes))
    framed = draw(st.integers(0, min(groups, count)))
    parents = tuple(draw(st.integers(-1, group - 1)) for group in range(framed))
    own = [draw(st.integers(-1, framed - 1)) for _ in range(count)]
    # Every group has a node.
    own[:framed] = range(framed)
    pairs = draw(st.lists(st.tuples(*[st.integers(0, count - 1)] * 2, st.booleans(), st.integers(1, 2)), max_size=14))
    links = tuple(Link(start, end, span, labelled) for start, end, labelled, span in pairs)
    if directions:
        links = tuple(_to_frames(draw, link, own, parents) for link in links)
    side = st.sampled_from([8.0, 14.5, 31.0])
    sizes = Sizes(
        tuple(Box(draw(side), draw(side)) for _ in range(count)),
        tuple((draw(side), 4.0) if link.labelled else None for link in links),
        tuple(
            Frame(8.0, 4.5, 4.5, draw(st.sampled_from([10.0, 60.0])), draw(turned) if directions else None)
            for _ in range(framed)
        ),
        draw(st.sampled_from(WAYS)),
    )
    return Structure(tuple(own), links, parents), sizes


def assert_nothing_overlaps(structure, laid):
    """No two boxes or labels overlap; frames hold what is theirs and nothing else."""
    solid = [*laid.boxes, *(route.label for route in laid.routes if route.label is not None)]
    for index, one in enumerate(solid):
        for other in solid[index + 1 :]:
            assert not one.overlaps(other), (one, other)
    for number, frame in enumerate(laid.frames):
        for node, box in enumerate(laid.boxes):
            if number in structure.around(structure.groups[node]):
                assert frame.holds(box), (frame, box)
            else:
                assert not frame.overlaps(box), (frame, box)
        for other in range(number + 1, len(laid.frames)):
            inner = laid.frames[other]
            if number in structure.around(other):
                assert frame.holds(inner)
            elif other in structure.around(number):
                assert inner.holds(frame)
            else:
                assert not frame.overlaps(inner)


def points_of(piece, steps=24):
    """Points on a chain of cubics."""
    found = []
    for at in range(0, len(piece) - 1, 3):
        a, b, c, d = piece[at : at + 4]
        for step in range(steps + 1):
            t = step / steps
            s = 1 - t
            found.append(tuple(a[i] * s**3 + 3 * b[i] * s * s * t + 3 * c[i] * s * t * t + d[i] * t**3 for i in (0, 1)))
    return found


def deep_inside(rect, point, depth=0.05):
    """Whether a point lies in a rectangle, further than ``depth`` from its sides."""
    x, y = point
    return rect.x + depth < x < rect.right - depth and rect.y + depth < y < rect.bottom - depth


def assert_edges_are_clear(structure, laid):
    """No edge runs through a node or through words, nor into a frame that holds neither of its ends.

    Right across such a frame an edge may run: it has to where its ends stand on both sides of it.
    """
    labels = [route.label for route in laid.routes if route.label is not None]
    for link, route in zip(structure.links, laid.routes, strict=True):
        at_home = {*structure.around(structure.groups[link.start]), *structure.around(structure.groups[link.end])}
        foreign = [frame for group, frame in enumerate(laid.frames) if group not in at_home]
        points = np.array([point for piece in route.pieces for point in points_of(piece)]).reshape(-1, 2)
        low, high = points.min(axis=0, initial=1e9), points.max(axis=0, initial=-1e9)
        foreign = [
            frame for frame in foreign
            if not (low[0] < frame.x and high[0] > frame.right) and not (low[1] < frame.y and high[1] > frame.bottom)
        ]  # fmt: skip
        for rect in (*laid.boxes, *labels, *foreign):
            inside = (abs(points - rect.centre) < (rect.width / 2 - 0.05, rect.height / 2 - 0.05)).all(axis=1)
            assert not inside.any(), (link, rect, points[inside][0])
