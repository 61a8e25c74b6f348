"""Tables: cells tile them, rows stand on one line, every string is there, and mistakes are named."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.blocks.table import table
from sketchsvg.errors import LayoutError, NameUnknownError, SheetError
from sketchsvg.lettering.inline import plain_text
from sketchsvg.theme.contrast import contrast, laid_over
from sketchsvg.theme.load import load_theme
from sketchsvg.theme.theme import HUES
from tests.blocks.reading import assert_tidy, marks_of, texts_of

TERMS = (
    ("용어", "정의", "예시"),
    ("**Base Model**", "SFT/RLHF 없이 사전학습만 완료된 모델", "Llama 3.1 Base"),
    ("**Distilled Model**", "큰 모델에서 지식 추출한 작은 버전", "DeepSeek 7B"),
    ("**Precision**", "모델 가중치의 숫자 정밀도", "FP32, BF16, FP8, INT4"),
    ("**Quantization**", "정밀도를 낮춰 모델 크기 축소", "FP32 → INT4"),
)

WORDS = st.lists(st.sampled_from(["모델", "FP32", "**정밀도를**", "큰", "a", "`x = 1`", "✓", ""]), max_size=6)
CELLS = WORDS.map(" ".join)
ROWS = st.integers(1, 5).flatmap(
    lambda count: st.lists(st.tuples(*[CELLS] * count), min_size=2, max_size=6).map(tuple)
)


def grid_of(frame, columns):
    """The cells of a table in rows."""
    cells = frame.children
    return [cells[first : first + columns] for first in range(0, len(cells), columns)]


def assert_tiled(frame, columns):
    """Cells share the edges of their rows and columns and leave nothing of the table out."""
    rows = grid_of(frame, columns)
    y = frame.rect.y
    for row in rows:
        x = frame.rect.x
        for cell, above in zip(row, rows[0], strict=True):
            assert cell.rect.x == pytest.approx(x)
            assert cell.rect.y == pytest.approx(y)
            assert cell.rect.width == pytest.approx(above.rect.width)
            assert cell.rect.height == pytest.approx(row[0].rect.height)
            x = cell.rect.right
        assert x == pytest.approx(frame.rect.right)
        y = row[0].rect.bottom
    assert y == pytest.approx(frame.rect.bottom)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.booleans(), st.floats(0, 12))
def test_cells_tile_any_table(compose, rows, headed, more):
    block = table(rows[0], *rows[1:]) if headed else table(None, *rows)
    frame = compose(block, 110)
    assert_tiled(frame, len(rows[0]))
    assert_tidy(frame)
    taller = compose(block, 110, frame.rect.height + more)
    assert taller.rect.height == pytest.approx(frame.rect.height + more)
    assert_tiled(taller, len(rows[0]))
    assert_tidy(taller)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, st.floats(95, 180))
def test_every_string_is_in_its_cell(compose, rows, width):
    frame = compose(table(None, *rows), width)
    for row, cells in zip(rows, grid_of(frame, len(rows[0])), strict=True):
        for text, cell in zip(row, cells, strict=True):
            said = " ".join(line.words.text for line in cell.lines)
            assert said.split() == plain_text(text).split()


@pytest.mark.parametrize("width", [70, 88, 120, 190])
def test_words_stand_in_the_middle_of_their_cells(compose, width):
    frame = compose(table(*TERMS), width, 60)
    for cell in frame.children:
        top, bottom = cell.lines[0].rect.y, cell.lines[-1].rect.bottom
        assert (top + bottom) / 2 == pytest.approx(cell.rect.centre[1])


def test_a_row_stands_on_one_baseline(compose):
    frame = compose(table(*TERMS), 190)
    for row in grid_of(frame, 3):
        assert [len(cell.lines) for cell in row] == [1, 1, 1]
        assert len({round(cell.lines[0].baseline, 6) for cell in row}) == 1


def test_rows_of_a_higher_table_grow_by_the_same(compose):
    natural = compose(table(*TERMS), 88)
    taller = compose(table(*TERMS), 88, natural.rect.height + 10)
    grown = [b.rect.height - a.rect.height for a, b in zip(natural.children, taller.children, strict=True)]
    assert grown == pytest.approx([2.0] * 15)


def test_columns_line_up_as_asked(compose):
    frame = compose(table(None, ("1", "2", "3"), ("44", "55", "66"), align=("left", "centre", "right")), 60)
    rows = grid_of(frame, 3)
    left, middle, right = zip(*rows, strict=True)
    assert len({round(cell.lines[0].rect.x, 6) for cell in left}) == 1
    for cell in middle:
        assert cell.lines[0].rect.centre[0] == pytest.approx(cell.rect.centre[0])
    assert len({round(cell.lines[0].rect.right, 6) for cell in right}) == 1
    assert left[0].rect.right - left[0].lines[0].rect.right > 2


def test_asked_widths_are_kept(compose):
    frame = compose(table(None, ("a", "b", "c"), widths=(50, 30, 20)), 100)
    assert [cell.rect.width for cell in frame.children] == pytest.approx([50, 30, 20])


def test_the_head_is_bold(compose):
    frame = compose(table(*TERMS), 88)
    assert all(line.style.bold for cell in frame.children[:3] for line in cell.lines)
    assert not any(line.style.bold for cell in frame.children[3:] for line in cell.lines)
    assert [cell.id for cell in frame.children[:4]] == [
        "table/head-1", "table/head-2", "table/head-3", "table/row-1-1",
    ]  # fmt: skip


@pytest.mark.parametrize("theme", ["nano-banana", "kraft", "night", "blueprint"])
@pytest.mark.parametrize("accent", HUES)
def test_the_head_reads_on_its_ground(setting, theme, accent):
    frame = table(*TERMS).compose(88, replace(setting, theme=load_theme(theme), accent=accent))
    ground = next(mark.fill for mark in marks_of(frame) if mark.key.endswith("/head"))
    behind = laid_over(frame.setting.theme.ink.panel, ground.colour, ground.opacity)
    assert contrast(frame.children[0].lines[0].style.colour, behind) >= 4.5


def test_rules_lie_between_rows_and_columns(compose):
    frame = compose(table(*TERMS), 88)
    rows = grid_of(frame, 3)
    marks = {mark.key: mark.curves.bounds() for mark in marks_of(frame)}
    for number, row in enumerate(rows[:-1]):
        left, top, right, bottom = marks[f"table/rule{number}"]
        assert top == pytest.approx(bottom) == pytest.approx(row[0].rect.bottom)
        assert frame.rect.x < left < right < frame.rect.right
    for number, cell in enumerate(rows[0][:-1]):
        left, _, right, _ = marks[f"table/column{number}"]
        assert left == pytest.approx(right) == pytest.approx(cell.rect.right)
    assert marks["table/head"] == pytest.approx(
        (frame.rect.x, frame.rect.y, frame.rect.right, rows[0][0].rect.bottom)
    )
    assert "table/head" not in {mark.key for mark in marks_of(compose(table(None, *TERMS), 88))}


def test_a_dash_is_drawn_long_and_an_empty_cell_is_empty(compose):
    frame = compose(table(None, ("a", "-", "", "b-c")), 60)
    assert texts_of(frame) == ["a", "–", "b-c"]
    assert len(frame.children) == 4


@pytest.mark.parametrize("width", [76, 88, 100])
def test_solved_columns_are_lower_than_even_ones(compose, width):
    solved = compose(table(*TERMS), width)
    even = compose(table(*TERMS, widths=(100 / 3, 100 / 3, 100 / 3)), width)
    assert solved.rect.height < even.rect.height


def test_a_word_that_is_too_wide_names_its_column(compose):
    with pytest.raises(LayoutError, match="column “정의”") as caught:
        compose(table(("용어", "정의"), ("a", "가나다라마바사아자차카타파하")), 30)
    assert caught.value.missing_mm > 0
    with pytest.raises(LayoutError, match="column 2"):
        compose(table(None, ("a", "가나다라마바사아자차카타파하"), widths=(50, 50)), 60)


def test_the_least_width_is_just_wide_enough(compose, setting):
    block = table(*TERMS)
    least = block.least_width(setting)
    assert_tidy(compose(block, least))
    with pytest.raises(LayoutError):
        compose(block, least - 0.1)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: table(("a", "b")), "no rows"),
        (lambda: table(("a", "b"), ("1", "2"), ("3",)), "Row 2 of the table has 1 cells, the head 2"),
        (lambda: table(None, ("1", "2"), ("3",)), "Row 2 of the table has 1 cells, the first row 2"),
        (lambda: table(None, "ab"), "Row 1 of the table must be a tuple"),
        (lambda: table((), ("a",)), "The head of the table must be a tuple"),
        (lambda: table(None, (1, 2)), "must be a string"),
        (lambda: table(None, ("a", "b"), align=("left",)), "2 columns and 1 alignments"),
        (lambda: table(None, ("a", "b"), widths=(50, 40)), "50, 40 do not divide 2 columns"),
        (lambda: table(None, ("a", "b"), widths=(100,)), "do not divide 2 columns"),
        (lambda: table(None, ("a", "b"), widths=(110, -10)), "over 0"),
    ],
)
def test_mistakes_are_named(make, said):
    with pytest.raises(SheetError, match=said) as caught:
        make()
    assert caught.value.where.file == __file__


def test_an_unknown_alignment_gets_a_suggestion():
    with pytest.raises(NameUnknownError, match="rigth") as caught:
        table(None, ("a",), align="rigth")
    assert "right" in caught.value.mend
