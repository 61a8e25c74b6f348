"""Section, card, callout, quote, badge, figure, title, text and lists: each tidy at any width, every word there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sketchsvg import badge, bullets, callout, card, figure, numbered, quote, remark, section, title, warning
from sketchsvg.blocks.text import text
from sketchsvg.errors import LayoutError, NameUnknownError, SheetError
from sketchsvg.frame import POINT
from tests.blocks.reading import assert_tidy, lines_of, marks_of, texts_of

BLOCKS = {
    "text": lambda: text("모델 가중치의 **숫자 정밀도**를 낮춰 ==모델 크기== 축소 `FP32` → INT4"),
    "remark": lambda: remark("대부분의 서비스가 Assistant/Chat 모델만 제공하는 현실"),
    "bullets": lambda: bullets("✓ 가장 대중적, 플러그인", "✗ 비용", "그냥 항목", bullets("안쪽 항목", "둘째")),
    "numbered": lambda: numbered("하나", "둘 그리고 더 긴 둘째 항목", numbered("안쪽"), "셋"),
    "card": lambda: card("ChatGPT", bullets("✓ 가장 대중적"), what="(OpenAI)", icon="bot"),
    "favourite": lambda: card("hyperbolic", "Base 모델", what="제공", favourite="Pick"),
    "callout": lambda: callout("토큰당 비용이 발생한다", "danger"),
    "quote": lambda: quote("I wish more people hosted base models", by="Andrej Karpathy"),
    "section": lambda: section("KEY TERMS", text("하나") | text("둘"), "셋", icon="book", aside="곁말"),
    "badge": lambda: badge("추천", icon="star"),
    "figure": lambda: figure("laptop", size=10, caption="내 컴퓨터"),
    "title": lambda: title("LLMs", "아래", kicker="NOTES", subtitle="부제", notes=("하나", "둘"), icon="🍌"),
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("width", [56, 90, 180])
def test_tidy_at_any_width(compose, name, width):
    assert_tidy(compose(BLOCKS[name](), width))


@pytest.mark.parametrize("name", BLOCKS)
def test_a_greater_height_is_filled_exactly(compose, name):
    block = BLOCKS[name]()
    natural = compose(block, 90).rect.height
    taller = compose(block, 90, natural + 12)
    assert taller.rect.height == pytest.approx(natural + 12)
    assert_tidy(taller)
    assert texts_of(taller) == texts_of(compose(block, 90))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(BLOCKS)), st.floats(45, 190))
def test_no_width_breaks_a_block(compose, name, width):
    frame = compose(BLOCKS[name](), width)
    assert frame.rect.width == pytest.approx(width)
    assert_tidy(frame)


def test_a_section_holds_head_icon_and_frame(compose):
    frame = compose(BLOCKS["section"](), 90)
    keys = {mark.key.rsplit("/", 1)[-1] for mark in marks_of(frame) if mark.key.count("/") == 1}
    assert {"frame", "icon", "underline"} <= keys
    assert frame.id == "key-terms"
    assert texts_of(frame)[0] == "KEY TERMS"


def test_a_favourite_has_a_star_or_a_ribbon(compose):
    star = compose(card("LM Studio", favourite=True), 60)
    assert any(mark.key.endswith("/star") for mark in marks_of(star))
    ribbon = compose(card("LM Studio", favourite="my pick"), 60)
    assert any(mark.key.endswith("/ribbon") for mark in marks_of(ribbon))
    assert "my pick" in texts_of(ribbon)
    plain = compose(card("LM Studio"), 60)
    assert not any(mark.key.endswith(("/star", "/ribbon")) for mark in marks_of(plain))


def test_list_items_hang(compose):
    frame = compose(bullets("하나 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열"), 30)
    marker, first, *rest = lines_of(frame)
    assert marker.words.text == "•"
    assert rest
    assert {line.rect.x for line in (first, *rest)} == {first.rect.x}
    assert marker.rect.right < first.rect.x
    assert marker.baseline == pytest.approx(first.baseline)


def test_nested_lists_are_indented_and_numbers_count(compose):
    frame = compose(numbered("하나", numbered("안쪽"), "둘"), 60)
    texts = texts_of(frame)
    assert texts == ["1.", "하나", "1.", "안쪽", "2.", "둘"]
    lines = lines_of(frame)
    assert lines[2].rect.x > lines[0].rect.x


def test_a_tilted_quote_stays_within_its_frame(compose):
    for tilt in (-8, -1.2, 0, 3, 8):
        frame = compose(quote("하나 둘 셋", by="누군가", tilt=tilt), 80)
        assert frame.turn == tilt
        paper = frame.detail.moved(frame.rect.x, frame.rect.y)
        from sketchsvg.geometry.shapes import rectangle

        left, top, right, bottom = rectangle(paper).turned(tilt, *frame.rect.centre).bounds()
        assert left >= frame.rect.x - 0.05 and right <= frame.rect.right + 0.05
        assert top >= frame.rect.y - 0.05 and bottom <= frame.rect.bottom + 0.05


def test_the_title_shrinks_to_its_line(compose, setting):
    wide, narrow = compose(title("WHERE TO FIND LLMs"), 190), compose(title("WHERE TO FIND LLMs"), 90)
    assert lines_of(wide)[0].style.size > lines_of(narrow)[0].style.size
    with pytest.raises(LayoutError, match="too wide"):
        compose(title("WHERE TO FIND LLMs AND MANY OTHER THINGS"), 60)


def test_lines_stand_in_the_optical_middle(compose, setting):
    (line,) = lines_of(compose(text("한글"), 60))
    em = setting.body * POINT
    assert line.baseline - 0.35 * em == pytest.approx(line.rect.centre[1])


@pytest.mark.parametrize(
    ("make", "error", "said"),
    [
        (lambda: text(""), SheetError, "empty"),
        (lambda: text(5), SheetError, "int"),
        (lambda: text("a", align="middle"), NameUnknownError, "alignment"),
        (lambda: section("A"), SheetError, "at least one block"),
        (lambda: section("A", 5), SheetError, "int"),
        (lambda: section("A", "b", icon="lapptop"), NameUnknownError, "laptop"),
        (lambda: section("A", "b", accent="cobolt"), NameUnknownError, "cobalt"),
        (lambda: callout("a", "warnin"), NameUnknownError, "warning"),
        (lambda: quote("a", tilt=90), SheetError, "-8 to 8"),
        (lambda: quote("a", tilt=float("nan")), SheetError, "nan"),
        (lambda: figure("laptop", size=-1), SheetError, "-1"),
        (lambda: bullets(), SheetError, "at least one item"),
        (lambda: warning("a\x07"), SheetError, r"U\+0007"),
    ],
)
def test_bad_arguments_are_one_clear_error_at_the_authors_line(make, error, said):
    with pytest.raises(error, match=said) as caught:
        make()
    assert caught.value.where.file == __file__
    assert caught.value.mend


def test_a_ribbon_never_breaks_the_name_of_its_card(compose):
    for width in (34, 44, 60):
        frame = compose(card("hyperbolic", "words", favourite="my favourite"), width)
        assert texts_of(frame)[0] == "hyperbolic"
        assert "my favourite" in texts_of(frame)
        assert_tidy(frame)
