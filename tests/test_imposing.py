import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.errors import NameUnknownError, SheetError
from sketchsvg.imposing import Imposition, grid_for, sides

BOOKLET = Imposition(booklet=True)


def test_a_booklet_of_eight_pages_has_the_order_of_the_trade():
    assert sides(8, BOOKLET, 2) == [(7, 0), (1, 6), (5, 2), (3, 4)]


@given(st.integers(1, 200))
def test_a_folded_booklet_reads_from_the_first_page_to_the_last(count):
    plan = sides(count, BOOKLET, 2)
    fronts, backs = plan[0::2], plan[1::2]
    # Sheets lie in each other, the first outside: going in, right halves of fronts, then left halves of backs.
    inwards = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    outwards = [page for front, back in zip(reversed(fronts), reversed(backs), strict=True) for page in (back[1], front[0])]
    assert inwards + outwards == [*range(count), *[None] * (-count % 4)]


@given(st.integers(1, 60), st.integers(1, 6), st.integers(1, 6))
def test_pages_stand_on_sides_in_reading_order(count, columns, rows):
    plan = sides(count, Imposition(pages=f"{columns}x{rows}"), columns * rows)
    assert all(len(side) == columns * rows for side in plan)
    assert [page for side in plan for page in side if page is not None] == list(range(count))
    assert all(any(page is not None for page in side) for side in plan)


@pytest.mark.parametrize(("pages", "size", "columns", "rows", "lying", "scale"), [
    ("2", (148, 210), 2, 1, True, 1.0),
    ("2", (210, 297), 2, 1, True, 210 / 297),
    ("4", (210, 297), 2, 2, False, 0.5),
    ("2", (210, 148), 1, 2, False, 1.0),
    ("8", (74, 105), 4, 2, True, 1.0),
    ("2x3", (105, 99), 2, 3, False, 1.0),
    ("1", (50, 50), 1, 1, False, 1.0),
])  # fmt: skip
def test_pages_come_out_as_large_as_they_can(pages, size, columns, rows, lying, scale):
    grid = grid_for(Imposition(pages=pages), *size)
    assert (grid.columns, grid.rows) == (columns, rows)
    assert (grid.width > grid.height) == lying
    assert grid.scale == pytest.approx(scale)


@given(st.floats(20, 1500), st.floats(20, 1500), st.sampled_from(["1", "2", "4", "6", "9", "3x1", "12x12"]))
def test_cells_lie_side_by_side_on_the_sheet(width, height, pages):
    grid = grid_for(Imposition(pages=pages, sheet="A3"), width, height)
    cells = [grid.cell(number) for number in range(grid.columns * grid.rows)]
    for number, cell in enumerate(cells):
        assert cell.x >= -1e-6 and cell.y >= -1e-6
        assert cell.right <= grid.width + 1e-6 and cell.bottom <= grid.height + 1e-6
        assert cell.width == pytest.approx(width * grid.scale)
        assert not any(cell.overlaps(other) for other in cells[number + 1:])
    assert grid.block.centre == pytest.approx((grid.width / 2, grid.height / 2))


@pytest.mark.parametrize("pages", ["0", "-2", "", "two", "13", "2x13", "1x0", "2.5", "1000000000"])
def test_pages_that_no_sheet_takes_are_refused(pages):
    with pytest.raises(SheetError, match="cannot be") as caught:
        Imposition(pages=pages)
    assert caught.value.mend


def test_an_unknown_paper_is_refused():
    with pytest.raises(NameUnknownError):
        Imposition(sheet="A44")
