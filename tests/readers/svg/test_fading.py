"""Opacity of groups: no overlap shows."""

import pytest

from sketchsvg.readers.svg.items import Gradient
from sketchsvg.sketching.areas import Outline, areas_of
from tests.readers.svg.reading import PX, shapes, words

TWO = '<rect width="30" height="30" fill="#ff0000"/><rect x="20" width="30" height="30" fill="#0000ff"/>'


def paints(inner):
    return [(item.fill.colour, round(item.fill.opacity, 3)) for item in shapes(inner)]


def test_parts_that_overlap_on_paper_get_the_colours_that_are_seen():
    assert paints(f'<g opacity=".5">{TWO}</g>') == [("#ff8080", 1), ("#8080ff", 1)]


def test_parts_that_do_not_overlap_are_only_thinner():
    apart = TWO.replace('x="20"', 'x="40"')
    assert paints(f'<g opacity=".5">{apart}</g>') == [("#ff0000", 0.5), ("#0000ff", 0.5)]
    assert paints(f'<g opacity=".5"><g>{TWO.partition("/>")[0]}/></g></g>') == [("#ff0000", 0.5)]


def test_they_are_mixed_with_the_one_colour_below():
    ground = '<rect width="99" height="70" fill="#00ff00"/>'
    assert paints(f'{ground}<g opacity=".5">{TWO}</g>')[1:] == [("#808000", 1), ("#008080", 1)]


def test_on_several_colours_what_is_covered_is_cut_away():
    ground = '<rect width="25" height="70" fill="#00ff00"/>'
    found = shapes(f'{ground}<g opacity=".5">{TWO}</g>')[1:]
    assert [(item.fill.colour, item.fill.opacity) for item in found] == [("#ff0000", 0.5), ("#0000ff", 0.5)]
    first, second = areas_of([Outline(item.curves, item.rule, item.clips) for item in found])
    assert first.box[2] == pytest.approx(20 * PX, abs=1e-3) and second.box[0] == pytest.approx(20 * PX, abs=1e-3)


def test_groups_in_groups_fade_one_after_the_other():
    found = paints(f'<g opacity=".5"><g opacity=".5">{TWO}</g></g>')
    assert found == [("#ffc0c0", 1), ("#c0c0ff", 1)]


def test_broad_lines_do_not_show_the_fill_beneath_them():
    shape = '<rect x="10" y="10" width="40" height="40" fill="#0000ff" stroke="#ff0000" stroke-width="{}" opacity=".5"/>'
    (broad,) = shapes(shape.format(8))
    assert (broad.fill.colour, broad.line.colour, broad.line.opacity) == ("#8080ff", "#ff8080", 1)
    (fine,) = shapes(shape.format(1))
    assert (fine.fill.colour, fine.fill.opacity, fine.line.opacity) == ("#0000ff", 0.5, 0.5)


def test_words_fade_with_their_group():
    (word,) = words('<g opacity=".5"><rect width="60" height="30" fill="#0000ff"/><text y="20" fill="black">word</text></g>')
    assert word.colour == "#808080" and word.opacity == 1


def test_translucent_gradients_know_the_one_colour_they_lie_on():
    inner = '<linearGradient id="g"><stop stop-opacity="0"/><stop offset="1"/></linearGradient>{}<rect width="40" height="40" fill="url(#g)"/>'
    grounds = {"": "#ffffff", '<rect width="60" height="60" fill="#ff0000"/>': "#ff0000",
               '<rect width="20" height="60" fill="#ff0000"/>': ""}  # fmt: skip
    for below, ground in grounds.items():
        gradient = shapes(inner.format(below))[-1].fill
        assert isinstance(gradient, Gradient) and gradient.ground == ground
