"""What is written as JSON is read as the same sheet, and is drawn the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sketchsvg as s
from sketchsvg.readers.json import forms
from tests.readers.json.sheets import BLOCKS, SHEETS, SIMPLE, holders


def again(sheet):
    return s.Sheet.from_json(sheet.to_json())


@settings(max_examples=70)
@given(SHEETS)
def test_a_sheet_comes_back_as_it_was(sheet):
    assert again(sheet) == sheet
    assert again(sheet).to_json() == sheet.to_json()


def test_every_form_is_among_the_random_blocks():
    assert set(forms.FORMS) == {*SIMPLE, *holders(BLOCKS)}


@pytest.mark.parametrize("tag", [*SIMPLE, *holders(BLOCKS)])
def test_each_kind_of_block_comes_back_as_it_was(tag):
    @settings(max_examples=15)
    @given((SIMPLE | holders(st.one_of(*SIMPLE.values())))[tag])
    def comes_back(block):
        sheet = s.Sheet(block)
        assert again(sheet) == sheet

    comes_back()


def drawn(sheet):
    try:
        return sheet.to_svg()
    except s.SketchError as error:
        # The place may differ, the fault may not.
        return error.what


@settings(max_examples=8)
@given(st.lists(st.one_of(*SIMPLE.values()), min_size=1, max_size=2))
def test_a_sheet_is_drawn_as_it_was(blocks):
    sheet = s.Sheet(s.section("A head", *blocks), page="A3", seed=7)
    assert drawn(again(sheet)) == drawn(sheet)
