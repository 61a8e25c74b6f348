"""Column widths: they fill the table, and no other widths make it lower."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.blocks.table_columns import BESIDE, Cell, airy_columns, column_widths, least_widths, steps
from sketchsvg.lettering.hand import hand_of
from sketchsvg.lettering.paragraph import set_lines

HAND = hand_of()

WORDS = st.sampled_from(["모델", "FP32", "정밀도를", "큰", "a", "Base", "Anthropic의", "→", "(openly)", "INT4,"])
CELLS = st.builds(
    lambda words, bold: Cell(" ".join(words), bold), st.lists(WORDS, max_size=7), st.booleans()
)


def tables(columns, rows):
    return st.integers(1, columns).flatmap(
        lambda count: st.lists(st.tuples(*[CELLS] * count), min_size=1, max_size=rows).map(tuple)
    )


def lines_at(cell, width):
    return len(set_lines(cell.text, width + 1e-6, HAND, cell.bold)) if cell.text else 1


def height(rows, widths):
    return sum(max(lines_at(cell, width) for cell, width in zip(row, widths, strict=True)) for row in rows)


@given(CELLS)
@settings(max_examples=60, deadline=None)
def test_a_step_is_the_least_width_of_its_lines(cell):
    found = steps(cell, HAND)
    widths, counts = zip(*found, strict=True)
    assert list(widths) == sorted(set(widths))
    assert list(counts) == sorted(set(counts), reverse=True)
    assert counts[-1] == 1
    for width, count in found:
        assert lines_at(cell, width) == count
    for width, count in found[1:]:
        assert lines_at(cell, width - 1e-4) > count


@given(tables(3, 4), st.floats(0, 1))
@settings(max_examples=60, deadline=None)
def test_no_other_widths_make_a_lower_table(rows, part):
    least = sum(least_widths(rows, HAND))
    most = sum(max(steps(cell, HAND)[-1][0] for cell in column) for column in zip(*rows, strict=True))
    width = least + (most - least) * part + 1e-3
    widths = column_widths(rows, width, HAND)
    assert sum(widths) == pytest.approx(width)
    tried = [
        sorted({own for cell in column for own, _ in steps(cell, HAND)}) for column in zip(*rows, strict=True)
    ]
    low = least_widths(rows, HAND)
    lowest = min(
        height(rows, choice)
        for choice in product(*tried)
        if sum(choice) <= width and all(own >= one - 1e-9 for own, one in zip(choice, low, strict=True))
    )
    assert height(rows, widths) == lowest


@given(tables(5, 8), st.floats(0, 1.3))
@settings(max_examples=30, deadline=None)
def test_widths_fill_the_table_and_hold_every_word(rows, part):
    low = least_widths(rows, HAND)
    width = sum(low) + 20 * part + 1e-3
    widths = column_widths(rows, width, HAND)
    assert sum(widths) == pytest.approx(width)
    assert all(own >= least - 1e-6 for own, least in zip(widths, low, strict=True))


@given(tables(3, 4), st.floats(0, 1))
@settings(max_examples=30, deadline=None)
def test_the_white_beside_words_costs_no_line(rows, part):
    count = len(rows[0])
    least = sum(least_widths(rows, HAND)) + 2 * BESIDE[-1] * count
    width = least + 12 * part + 1e-3
    columns = airy_columns(rows, width, HAND)
    assert sum(columns.widths) == pytest.approx(width)
    lowest = height(rows, column_widths(rows, round(width - 2 * BESIDE[-1] * count, 6), HAND))
    assert height(rows, [own - 2 * columns.beside for own in columns.widths]) == lowest


def test_asked_percents_are_kept():
    rows = ((Cell("모델"), Cell("Base Model 하나")),)
    columns = airy_columns(rows, 20, HAND, (30.0, 70.0))
    assert columns.widths == pytest.approx((6, 14))
    assert columns.beside == BESIDE[0]


def test_nothing_breaks_where_there_is_room():
    rows = (
        (Cell("용어", True), Cell("정의", True)),
        (Cell("Base Model"), Cell("SFT 없이 사전학습만 완료된 모델")),
    )
    natural = [max(steps(cell, HAND)[-1][0] for cell in column) for column in zip(*rows, strict=True)]
    assert height(rows, column_widths(rows, sum(natural) + 1e-3, HAND)) == 2


def test_what_is_left_saves_lines_that_do_not_lower_the_table():
    # The first cell is two lines whatever the second column does; that one still gets the room it can use.
    rows = ((Cell("가나다 라마바"), Cell("Base Model 하나")),)
    one, other = steps(rows[0][0], HAND), steps(rows[0][1], HAND)
    widths = column_widths(rows, one[0][0] + other[-1][0] + 1e-3, HAND)
    assert lines_at(rows[0][0], widths[0]) == 2
    assert lines_at(rows[0][1], widths[1]) == 1


def test_large_tables_are_searched_too():
    words = ["모델", "가중치의", "숫자", "정밀도를", "낮춰", "크기", "축소"]
    rows = tuple(
        tuple(Cell(" ".join(words[: 1 + (3 * row + 5 * column) % 7])) for column in range(6)) for row in range(24)
    )
    width = sum(least_widths(rows, HAND)) * 1.6
    widths = column_widths(rows, width, HAND)
    even = [width / 6] * 6
    assert sum(widths) == pytest.approx(width)
    assert height(rows, widths) <= height(rows, even)


def test_the_first_column_is_the_last_to_break():
    # Both columns break once and the table is two lines high in any case; there is room to mend one of them.
    rows = ((Cell("Base Model"), Cell("Base Mode"), Cell("a\nb")),)
    one, other, _ = (steps(cell, HAND) for cell in rows[0])
    widths = column_widths(rows, one[-1][0] + other[0][0] + steps(rows[0][2], HAND)[0][0] + 1e-3, HAND)
    assert lines_at(rows[0][0], widths[0]) == 1
    assert lines_at(rows[0][1], widths[1]) == 2
