import itertools

import pytest

from sketchsvg import Sheet, maths, section, text
from sketchsvg.errors import LayoutError, SheetError
from tests.blocks.reading import assert_tidy, lines_of, marks_of, texts_of

QUADRATIC = r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}"


def words_of(frame):
    return [word for mark in marks_of(frame) if mark.writing for word in mark.writing.words]


def ink_of(frame):
    return [mark for mark in marks_of(frame) if "letters" in mark.key or "indices" in mark.key or "lines" in mark.key]


def test_a_formula_stands_in_the_middle_and_is_read_as_its_source(compose):
    frame = compose(maths(QUADRATIC), 80)
    assert_tidy(frame)
    assert texts_of(frame) == [QUADRATIC]
    assert [word.text for word in words_of(frame)] == [QUADRATIC]
    (line,) = lines_of(frame)
    assert line.rect.x - frame.rect.x == pytest.approx(frame.rect.right - line.rect.right)
    for mark in ink_of(frame):
        left, top, right, bottom = mark.curves.bounds()
        assert line.rect.x <= left and right <= line.rect.right and line.rect.y <= top and bottom <= line.rect.bottom


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_it_stands_where_it_is_told(compose, align, share):
    frame = compose(maths("x", align=align), 60)
    (line,) = lines_of(frame)
    assert line.rect.x == pytest.approx((60 - line.rect.width) * share)


def test_size_is_relative_to_the_body_and_dollars_are_taken_off(compose):
    small, large = (lines_of(compose(maths("$$x^2$$", size=size)))[0] for size in (1.0, 1.5))
    assert large.rect.width == pytest.approx(1.5 * small.rect.width)
    assert small.words.text == "x^2"


def test_a_formula_that_is_too_wide_says_how_much(compose):
    with pytest.raises(LayoutError, match="mm too wide") as caught:
        compose(maths(QUADRATIC), 12)
    assert caught.value.missing_mm > 3


@pytest.mark.parametrize("block", [lambda: maths(r"\fracc{a}"), lambda: text(r"so $\fracc{a}$ is")])
def test_what_is_wrong_with_a_formula_is_told_at_its_block(block):
    with pytest.raises(SheetError, match=r"\\fracc") as caught:
        Sheet(section("A", block())).to_svg()
    assert caught.value.where.file == __file__


def test_formulas_in_text_stand_on_its_baseline_between_its_words(compose):
    frame = compose(text("반지름은 $r^2$이고 넓이는 $A$."), 120)
    assert [(word.text, word.space) for word in words_of(frame)] == [
        ("반지름은", True), ("r^2", False), ("이고", True), ("넓이는", True), ("A", False), (".", False)
    ]  # fmt: skip
    (line,) = lines_of(frame)
    assert line.words.text == "반지름은 r^2이고 넓이는 A."
    words = words_of(frame)
    assert {word.y for word in words} == {line.baseline}
    for before, after in itertools.pairwise(words):
        assert before.x + before.width <= after.x + 0.3


def test_a_formula_is_never_broken(compose):
    frame = compose(text("가나다라 $a + b + c + d$ 마바사 $e + f + g$"), 26)
    texts = texts_of(frame)
    assert len(texts) > 2
    assert any("a + b + c + d" in line for line in texts) and any("e + f + g" in line for line in texts)


def test_tall_formulas_push_lines_apart_and_nothing_overlaps(compose):
    plain = compose(text("하나 둘\n셋 넷\n다섯"), 60)
    tall = compose(text("하나 $$\\sum_{i=1}^n \\frac{a}{b}$$ 둘\n셋 넷\n다섯"), 60)
    assert tall.rect.height > plain.rect.height
    assert_tidy(tall)
    first, second = lines_of(tall)[:2]
    for mark in ink_of(tall):
        _, top, _, bottom = mark.curves.bounds()
        assert first.rect.y <= top and bottom <= second.rect.y + 1e-6


def test_prices_and_lone_dollars_stay_words(compose):
    frame = compose(text("$5 and $6, US$7-US$8, \\$x$ or $ y$"), 120)
    assert texts_of(frame) == ["$5 and $6, US$7-US$8, $x$ or $ y$"]


def test_the_same_page_without_formulas_is_as_high_as_ever(compose):
    once, twice = compose(text("값 $5\n둘"), 60), compose(text("값 5달러\n둘"), 60)
    assert once.rect.height == twice.rect.height


def test_copying_from_the_pdf_gives_the_source():
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 reads the PDF back")
    data = Sheet(section("A", text("확률은 $p_i$ 이다"), maths(r"\frac{a}{b}")), page="A6").to_pdf()
    found = pdfium.PdfDocument(data)[0].get_textpage().get_text_range()
    assert "확률은 p_i 이다" in found and r"\frac{a}{b}" in found
