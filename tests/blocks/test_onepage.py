import warnings

import pytest

from sketchsvg.blocks.arrange import ALIKE, Column, Row
from sketchsvg.blocks.listing import bullets
from sketchsvg.blocks.onepage import OnePage
from sketchsvg.blocks.section import section
from sketchsvg.blocks.text import text
from sketchsvg.blocks.title import title
from sketchsvg.errors import LayoutError, Note
from sketchsvg.pipeline import compose, inspect
from sketchsvg.readers.charts import flowchart
from sketchsvg.sheet import Sheet
from tests.blocks.reading import assert_tidy


def part(name: str, lines: int):
    return section(name, bullets(*[f"line {number} of {name} with some words" for number in range(lines)]))


def chain(nodes: int) -> str:
    return " --> ".join(f"a{number}[word]" for number in range(nodes))


def page_of(*blocks, top=(), page="A4"):
    return compose(Sheet(OnePage(top=tuple(top), blocks=tuple(blocks)), page=page))


def frames_of(frame, kind):
    return [one for one in frame.walk() if one.block.kind == kind]


def sizes_of(frame):
    return {line.style.size for one in frames_of(frame, "item") for line in one.lines}


@pytest.mark.parametrize("lines", [2, 12, 22, 30])
def test_all_sections_are_in_about_one_type_and_fill_the_page(lines):
    frame = page_of(part("One", lines), part("Two", lines * 2), part("Three", lines), top=[title("Title")])
    assert_tidy(frame)
    assert frame.detail.chosen.size == min(sizes_of(frame)) >= max(sizes_of(frame)) - ALIKE
    assert max(one.rect.bottom for one in frames_of(frame, "section")) == pytest.approx(frame.rect.bottom - 2.5, abs=0.2)


def test_more_words_make_smaller_type_down_to_the_floor():
    sizes = [min(sizes_of(page_of(part("One", lines), part("Two", lines)))) for lines in (20, 48, 58, 62)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 9.5 > sizes[-1] >= 8.0


def test_the_page_says_what_it_did():
    sheet = Sheet(OnePage(blocks=(part("One", 60), part("Two", 60))))
    with pytest.warns(Note, match=r"rows are 1.22 high .*, type is 9\.?\d* pt \(usually 9.5\). The smallest type is 9"):
        fit = inspect(sheet)["pages"][0]["fit"]
    assert (fit["shrunk"], fit["leading"], fit["smallest_font_pt"]) == (True, 1.22, fit["font_pt"])
    assert 8.0 < fit["font_pt"] < 9.5


def test_a_page_with_room_to_spare_has_nothing_to_tell():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not page_of(part("One", 5)).detail.shrunk


def test_what_does_not_fit_is_refused_with_millimetres_and_the_largest_section():
    with pytest.raises(LayoutError) as caught:
        page_of(part("Small", 4), part("Large", 150))
    assert caught.value.missing_mm > 50
    assert f"{caught.value.missing_mm:.1f} mm" in caught.value.what and "“Large”" in caught.value.mend


def test_an_arrangement_of_ones_own_stays():
    one, two, three = part("One", 6), part("Two", 9), part("Three", 3)
    way = Column(blocks=(Row(blocks=(Column(blocks=(one, two)), three.share(30))), text("last words")))
    frame = page_of(way)
    rects = {frame.block.head: frame.rect for frame in frames_of(frame, "section")}
    assert rects["One"].x == rects["Two"].x < rects["Three"].x
    assert rects["One"].bottom < rects["Two"].y and rects["Three"].y == pytest.approx(rects["One"].y)
    assert rects["Three"].width == pytest.approx(0.3 * frame.rect.width - 5, abs=0.2)


def test_widths_go_by_what_stands_in_them():
    words = "some words that go on for a while and then for another while, " * 4
    frame = page_of(Row(blocks=(section("Long", words), section("Short", "few words"))), page="A5")
    long, short = frames_of(frame, "section")
    assert long.rect.width > 1.3 * short.rect.width


def test_a_share_of_the_height_is_kept():
    frame = page_of(Column(blocks=(part("One", 6).share(40), part("Two", 6))))
    one, _ = frames_of(frame, "section")
    assert one.rect.height == pytest.approx(0.4 * frame.rect.height - 5, abs=0.1)


def test_what_is_too_wide_for_the_type_of_the_page_is_set_smaller_alone():
    wide = section("Wide", flowchart("flowchart LR\n" + chain(9)))
    frame = page_of(wide, part("Two", 2), part("Three", 2))
    sizes = {frame.block.head: frame.setting.size for frame in frames_of(frame, "section")}
    assert sizes["Two"] == sizes["Three"] > sizes["Wide"] >= 8.0


def test_what_is_too_wide_even_at_the_floor_says_so_itself():
    with pytest.raises(LayoutError) as caught:
        page_of(section("Wide", flowchart("flowchart LR\n" + chain(40))))
    assert "flowchart" in caught.value.what




def test_a_row_is_not_taken_for_one_that_is_gone(setting):
    """Rows that are tried live shortly, and the next one may come to lie where the last one was."""
    from sketchsvg.blocks.onepage import _usual
    from sketchsvg.blocks.sharing import Sharing

    sharing = Sharing(setting, _usual(setting))
    words = [text(f"word {number}") for number in range(3)]
    for count in [2, 3] * 20:
        assert sharing.height(Row(blocks=tuple(words[:count])), 100.0, sharing.usual) > 0
