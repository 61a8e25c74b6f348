import pytest

from sketchsvg.blocks.contents import contents
from sketchsvg.blocks.section import section
from sketchsvg.errors import SheetError
from sketchsvg.pipeline import compose
from sketchsvg.sheet import Sheet
from tests.blocks.reading import assert_tidy, lines_of, marks_of


def page(*entries):
    return compose(Sheet(section("Contents", contents(*entries)), page="A6"))


def test_numbers_stand_under_each_other_behind_their_words():
    frame = page(("One", "1"), ("A head", "23", 1), ("Two " * 30, "105"))
    assert_tidy(frame)
    numbers = [line for line in lines_of(frame) if line.words.text.isdigit()]
    assert len({round(line.rect.right, 3) for line in numbers}) == 1
    by_baseline = {round(line.baseline, 3) for line in lines_of(frame) if not line.words.text.isdigit()}
    assert all(round(line.baseline, 3) in by_baseline for line in numbers)


def test_dots_lead_from_the_words_to_the_number():
    frame = page(("One", "1"), ("A head", "23", 1))
    dots = [mark for mark in marks_of(frame) if mark.key.endswith("/dots")]
    assert len(dots) == 2
    for mark, entry in zip(dots, (one for one in frame.walk() if one.block.kind == "entry"), strict=True):
        xs = mark.curves.points[:, 0]
        assert entry.lines[-2].rect.right < xs.min() < xs.max() < entry.lines[-1].rect.x


@pytest.mark.parametrize("entries", [(), ("words",), (("words",),), (("words", "1", 9),), (("words", "1", True),)])
def test_anything_else_is_refused(entries):
    with pytest.raises(SheetError):
        contents(*entries)
