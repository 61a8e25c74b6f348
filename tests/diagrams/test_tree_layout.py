import pytest

from sketchsvg.diagrams.tree_layout import Twig, White, best_quarters, best_split, columns, rows


def leaf(width=10.0):
    return Twig(width, 2.0, 2.0)


NONE = White((0.0,))


def test_a_column_is_as_wide_as_its_widest_node():
    trees = [Twig(8, 2, 2, (leaf(20), leaf(12))), Twig(14, 2, 2, (leaf(5),))]
    found = columns(trees, 0, 6.0, 3.0)
    assert found.starts == (0.0, 20.0)
    assert found.reach == 40.0


def test_a_folded_level_is_set_in():
    found = columns([Twig(30, 2, 2, (leaf(10),))], 1, 6.0, 3.0)
    assert found.starts == (0.0, 3.0)
    assert found.reach == 30.0


def test_a_parent_stands_in_the_middle_of_its_children():
    found = rows([Twig(8, 2, 2, (leaf(), leaf(), leaf()))], 0, NONE)
    assert found.anchors == (6.0, 2.0, 6.0, 10.0)
    assert found.height == 12.0


def test_a_tall_parent_keeps_its_own_band():
    found = rows([Twig(8, 5, 5, (leaf(),)), Twig(8, 5, 5)], 0, NONE)
    assert found.anchors == (5.0, 5.0, 15.0)
    assert found.height == 20.0


def test_white_stands_between_siblings_of_each_level():
    found = rows([Twig(8, 2, 2, (leaf(), leaf())), leaf()], 0, White((3.0, 1.0), 0.5))
    assert found.anchors == (4.5, 2.0, 7.0, 14.0)
    assert found.height == 16.0


def test_folded_children_stand_below():
    found = rows([Twig(8, 2, 2, (leaf(), leaf()))], 1, White((3.0, 1.0), 0.5))
    assert found.anchors == (2.0, 6.5, 11.5)
    assert found.height == 13.5


@pytest.mark.parametrize(
    ("heights", "count"), [([6, 4, 2], 1), ([1, 1, 1, 1], 2), ([2, 4, 6], 2), ([5], 1), ([1, 1, 1], 2)]
)
def test_both_sides_are_about_equally_high(heights, count):
    assert best_split(heights, 0.0) == count


@pytest.mark.parametrize(
    ("heights", "cuts"), [([3, 2, 1], (1, 1, 2)), ([2, 2, 2, 2], (1, 2, 3)), ([1, 1, 1, 5], (1, 2, 3))]
)
def test_quarters_surround_the_root(heights, cuts):
    a, b, c = best_quarters(heights, 0.0)
    assert 0 < a <= b <= c <= len(heights) and b < len(heights)
    assert (a, b, c) == cuts


def test_children_of_upward_trees_stand_above():
    found = rows([Twig(8, 2, 2, (leaf(), leaf())), leaf()], 1, White((3.0, 1.0), 0.5), upward=True)
    assert found.anchors == (11.5, 2.0, 7.0, 18.5)
    assert found.height == 20.5
