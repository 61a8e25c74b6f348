import pytest

from sketchsvg import Sheet, bullets, card, pipeline, section, text
from sketchsvg.blocks.drawn import DrawnColumn, DrawnRow, needed
from sketchsvg.errors import LayoutError
from tests.blocks.reading import assert_tidy


def part(name, count=1):
    return section(name, bullets(*[f"item {number}" for number in range(count)]))


def places(block, page="A5"):
    frame = pipeline.compose(Sheet(block, page=page))
    assert_tidy(frame)
    return [one.rect for one in frame.walk() if one.block.kind == "place"]


def test_widths_are_those_that_were_drawn():
    left, right = places(DrawnRow(blocks=(part("A"), part("B")), drawn=(30.0, 10.0)))
    assert left.width / right.width == pytest.approx(3.0, abs=0.01)


def test_no_block_is_narrower_than_its_words():
    wide = section("A", text("Donaudampfschifffahrtsgesellschaft"))
    left, _ = places(DrawnRow(blocks=(wide, part("B")), drawn=(1.0, 40.0)))
    assert left.width > 20


def test_heights_are_those_that_were_drawn_where_there_is_room():
    upper, lower = places(DrawnColumn(blocks=(part("A", 12), part("B", 8)), drawn=(12.0, 8.0)))
    assert upper.height / lower.height == pytest.approx(1.5, abs=0.05)


def test_what_holds_much_gets_the_height_that_it_needs():
    upper, lower = places(DrawnColumn(blocks=(part("A"), part("B", 20)), drawn=(30.0, 5.0)))
    assert lower.height > 2 * upper.height


def test_shares_are_exact():
    upper, lower = places(DrawnColumn(blocks=(part("A").share(35), part("B")), drawn=(1.0, 9.0)))
    assert upper.height / (upper.height + lower.height) == pytest.approx(0.35, abs=1e-4)


def test_what_does_not_fit_is_told():
    with pytest.raises(LayoutError, match="too high"):
        places(DrawnColumn(blocks=(part("A", 200), part("B")), drawn=(1.0, 1.0)), "A6")


def test_inside_a_section_a_row_keeps_its_proportions(compose):
    row = DrawnRow(blocks=(card("A", "one"), card("B", "two")), drawn=(2.0, 1.0))
    left, right = compose(row, 90.0).children
    assert left.rect.width / right.rect.width == pytest.approx(2.0, abs=0.05)
    assert left.rect.height == right.rect.height


def test_what_a_column_needs_is_what_its_blocks_need(setting):
    one, other = part("A"), part("B", 3)
    both = DrawnColumn(blocks=(one, other), drawn=(1.0, 1.0))
    assert needed(both, 80.0, setting) == pytest.approx(needed(one, 80.0, setting) + needed(other, 80.0, setting))
    assert needed(DrawnRow(blocks=(one, other), drawn=(1.0, 1.0)), 160.0, setting) == needed(other, 80.0, setting)
