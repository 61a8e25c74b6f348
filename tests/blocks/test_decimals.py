"""Columns on the decimal point: points under each other, whatever stands beside them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg.blocks.decimals import point_of, sides_of
from sketchsvg.blocks.table import table
from sketchsvg.blocks.table_columns import Cell
from sketchsvg.errors import NameUnknownError
from sketchsvg.frame import POINT
from sketchsvg.lettering.hand import hand_of
from tests.blocks.reading import assert_tidy, lines_of

HAND = hand_of()

NUMBERS = st.builds(
    lambda sign, whole, rest, unit: f"{sign}{whole}{rest}{unit}",
    st.sampled_from(["", "-", "−", "~", "$", "₩"]),
    st.integers(0, 9_999_999).map(lambda number: f"{number:,}"),
    st.sampled_from(["", ".5", ".25", ",75"]),
    st.sampled_from(["", "%", " GB", "원"]),
)


def points_in(frame, texts):
    """Where the whole part of each number ends, in mm."""
    em = 9.0 * POINT
    found = []
    for line in lines_of(frame):
        if line.words.text in texts:
            sides = sides_of(Cell(line.words.text), HAND)
            found.append(line.rect.x + sides.before * em)
    return found


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NUMBERS, min_size=1, max_size=6), st.booleans())
def test_points_stand_under_each_other(compose, numbers, dash):
    rows = [(number, "a") for number in numbers] + [("-", "b")] * dash
    frame = compose(table(("Price", "Name"), *rows, align=("decimal", "left")), 80)
    points = points_in(frame, set(numbers))
    assert len(points) == len(numbers)
    assert points == pytest.approx([points[0]] * len(points), abs=1e-6)
    assert_tidy(frame)


@pytest.mark.parametrize(
    ("text", "whole", "rest"),
    [
        ("1,234.5", "1,234", ".5"), ("1,5", "1", ",5"), ("0.27", "0", ".27"), ("$1,200", "$1,200", ""), ("671B", "671", "B"),
        ("88.5%", "88", ".5%"), ("12", "12", ""), ("−3.25 °C", "−3", ".25 °C"), ("1,000,000원", "1,000,000", "원"),
    ],
)  # fmt: skip
def test_where_a_number_has_its_point(text, whole, rest):
    sides = sides_of(Cell(text), HAND)
    assert sides.before == pytest.approx(HAND.advance(whole))
    assert sides.after == pytest.approx(HAND.advance(rest) if rest else 0.0, abs=0.11)
    assert sides.width == pytest.approx(HAND.advance(text))


@pytest.mark.parametrize("text", ["", "–", "n/a", "3 to 4", "v2", "2026-11-21", "about 5"])
def test_what_is_no_number(text):
    assert sides_of(Cell(text), HAND) is None


def test_the_numbers_of_a_column_take_room_on_both_sides():
    point = point_of([Cell("1,000"), Cell("0.125"), Cell("–")], HAND)
    assert point.before == pytest.approx(HAND.advance("1,000"))
    assert point.after == pytest.approx(HAND.advance(".125"), abs=0.02)
    assert point_of([Cell("–")], HAND).width == 0


def test_what_is_no_number_stands_in_the_middle(compose):
    frame = compose(table(("n",), ("1.5",), ("–",), align="decimal"), 40)
    head, _, dash = (cell.lines[0] for cell in frame.children)
    assert head.rect.centre[0] == pytest.approx(20)
    assert dash.rect.centre[0] == pytest.approx(20)


def test_an_alignment_that_is_none():
    with pytest.raises(NameUnknownError, match="decimals"):
        table(None, ("1", "2"), align="decimals")
