"""Blocks move towards the middle of their neighbours and keep what they were promised."""

from sketchsvg.diagrams.layered.centre import centred
from sketchsvg.diagrams.layered.layout import planned
from sketchsvg.diagrams.layered.position import Extents, Positioned
from sketchsvg.diagrams.layered.structure import Link, Structure


def moved(x, links, flipped=None):
    structure = Structure((-1,) * len(x), links)
    plan = planned(structure)
    extents = Extents((5.0,) * len(x), (5.0,) * len(x), (2.0,) * len(x))
    flipped = flipped or (False,) * len(links)
    return centred(plan.chained, plan.ordered, extents, Positioned(x), flipped).x


def test_a_straight_chain_moves_as_one_over_its_children():
    # 0 stands straight over 1, whose children are 2 and 3.
    x = moved((40.0, 40.0, 0.0, 20.0), (Link(0, 1), Link(1, 2), Link(1, 3)))
    assert x[0] == x[1]
    assert abs(x[1] - (x[2] + x[3]) / 2) < 0.1


def test_neighbours_keep_their_distance():
    x = moved((0.0, 100.0, 120.0), (Link(0, 1), Link(0, 2)))
    assert abs(x[2] - x[1]) >= 12 - 1e-9
