"""Masks: what they let through, region by region."""

import warnings

import numpy as np
import pytest

from sketchsvg.readers.svg.items import Gradient, Lettering
from sketchsvg.readers.svg.reader import read_picture
from sketchsvg.roughening import roughen
from sketchsvg.sketching.areas import Outline, areas_of
from tests.readers.svg.reading import PX, items, shapes, svg

SQUARE = '<rect width="40" height="40" fill="#336699" mask="url(#m)"/>'


def shown(inner, at):
    """How opaque the drawing is at places in px."""
    found = shapes(inner)
    areas = areas_of([Outline(item.curves, item.rule, item.clips) for item in found])
    return [
        sum(item.fill.opacity for item, area in zip(found, areas, strict=True) if area is not None and area.holds(x * PX, y * PX))
        for x, y in at
    ]


def test_white_shows_and_black_hides():
    mask = '<mask id="m"><rect width="30" height="30" fill="white"/><circle cx="15" cy="15" r="8"/></mask>'
    assert shown(mask + SQUARE, [(2, 2), (15, 15), (35, 35), (15, 26)]) == [1, 0, 0, 1]


def test_what_is_white_again_shows_again():
    mask = ('<mask id="m" fill="white"><rect width="30" height="30"/><circle cx="15" cy="15" r="12" fill="black"/>'
            '<rect x="12" y="12" width="6" height="6"/></mask>')  # fmt: skip
    assert shown(mask + SQUARE, [(1, 1), (15, 6), (15, 15)]) == [1, 0, 1]


def test_shares_of_light_and_opacity_are_shares_of_what_shows():
    mask = '<mask id="m"><rect width="20" height="40" fill="#808080"/><rect x="20" width="20" height="40" fill="white" fill-opacity=".25"/></mask>'
    assert shown(mask + SQUARE, [(10, 10), (30, 10)]) == pytest.approx([0.502, 0.25], abs=1e-3)


def test_a_mask_of_alpha_looks_at_no_colour():
    mask = '<mask id="m" {}><circle cx="20" cy="20" r="10"/></mask>'
    assert shown(mask.format('mask-type="alpha"') + SQUARE, [(20, 20), (1, 1)]) == [1, 0]
    assert shown(mask.format('style="mask-type: alpha"') + SQUARE, [(20, 20)]) == [1]
    assert shown(mask.format("") + SQUARE, [(20, 20)]) == [0]


def test_a_gradient_becomes_that_of_what_it_covers():
    mask = ('<linearGradient id="g"><stop stop-color="white"/><stop offset="1" stop-color="black"/></linearGradient>'
            '<mask id="m"><rect width="40" height="40" fill="url(#g)"/></mask>')  # fmt: skip
    (item,) = shapes(mask + SQUARE)
    assert isinstance(item.fill, Gradient) and item.fill.ground == "#ffffff"
    assert [(stop.colour, round(stop.opacity, 3)) for stop in item.fill.stops] == [("#336699", 1.0), ("#336699", 0.0)]


def test_masks_measured_by_the_box_of_what_they_cover():
    mask = '<mask id="m" maskContentUnits="objectBoundingBox"><rect width=".5" height="1" fill="white"/></mask>'
    moved = SQUARE.replace("<rect", '<rect x="20"')
    assert shown(mask + moved, [(30, 20), (50, 20)]) == [1, 0]
    edge = '<mask id="m" x="0" y="0" width=".5" height="1"><rect width="99" height="99" fill="white"/></mask>'
    assert shown(edge + moved, [(30, 20), (50, 20)]) == [1, 0]


def test_a_mask_holds_for_all_of_a_group_and_its_words():
    mask = '<mask id="m"><rect width="40" height="40" fill="#808080"/></mask>'
    found = items(mask + '<g mask="url(#m)"><path d="M0 0h30" stroke="red"/><text y="20">word</text></g>')
    assert [round(item.opacity if isinstance(item, Lettering) else item.line.opacity, 2) for item in found] == [0.5, 0.5]
    assert all(len(item.clips) == 2 for item in found)


def test_an_empty_mask_hides_and_one_that_is_not_there_does_not():
    assert shapes('<mask id="m"/>' + SQUARE) == []
    assert len(shapes(SQUARE)) == 1


def test_a_mask_that_shows_itself_does_no_harm():
    assert len(shapes('<mask id="m"><rect mask="url(#m)" width="40" height="40" fill="white"/></mask>' + SQUARE)) == 1


def test_words_in_a_mask_are_said_to_be_left_out():
    picture = read_picture(svg('<mask id="m"><text y="20" fill="white">cut</text></mask>' + SQUARE))
    assert len(picture.items) == 1 and "words or lines" in picture.warnings[0]


def test_it_reaches_the_page():
    mask = '<mask id="m"><rect width="40" height="40" fill="white"/><rect x="10" y="10" width="10" height="10"/></mask>'
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        marks = roughen(svg(mask + SQUARE)).scene.marks
    every = np.concatenate([mark.curves.points for mark in marks]) / PX
    assert ((abs(every - 10) < 0.01).all(axis=1)).any()
