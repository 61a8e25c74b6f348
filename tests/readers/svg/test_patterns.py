"""Patterns: colour, ground and how much of a tile they cover."""

import pytest

from sketchsvg.readers.svg.items import Patterned, Solid
from tests.readers.svg.reading import shapes


def fill(tile, attributes='width="10" height="10" patternUnits="userSpaceOnUse"'):
    found = shapes(f'<pattern id="p" {attributes}>{tile}</pattern><rect width="50" height="40" fill="url(#p)"/>')
    return found[0].fill if found else None


def test_how_dense_a_tile_is():
    paint = fill('<rect width="2" height="5" fill="#112233"/>')
    assert isinstance(paint, Patterned) and paint.colour == "#112233" and paint.cover == pytest.approx(0.1)
    assert fill('<path d="M0 5h10" stroke="#112233" stroke-width="2"/>').cover == pytest.approx(0.2)
    assert fill('<rect width=".5" height=".5"/>', 'width=".1" height=".1"').cover == pytest.approx(0.25 / (5 * 4))


def test_opacities_of_groups_and_shapes_count():
    paint = fill('<g opacity=".5"><rect width="5" height="5" fill-opacity=".5"/></g>')
    assert paint.opacity == pytest.approx(0.25) and paint.cover == pytest.approx(0.25)


def test_what_is_too_faint_to_be_seen_is_none():
    assert fill('<g opacity=".1"><rect width="1" height="1"/></g>') is None
    ground = fill('<rect width="10" height="10" fill="#ffe0e0"/><g opacity=".1"><rect width="1" height="1"/></g>')
    assert ground == Solid("#ffe0e0")


def test_the_colour_is_that_of_most_of_the_ink():
    paint = fill('<rect width="1" height="9" fill="red"/><rect width="4" height="9" fill="blue"/><rect width="1" height="1" fill="red"/>')
    assert paint.colour == "#0000ff" and paint.ground is None


def test_another_pattern_may_hold_the_tile():
    inner = '<pattern id="q" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 5h10" stroke="red"/></pattern><pattern id="p" href="#q"/>'
    (item,) = shapes(inner + '<rect width="50" height="40" fill="url(#p)"/>')
    assert item.fill.colour == "#ff0000" and item.fill.cover == pytest.approx(0.1)
