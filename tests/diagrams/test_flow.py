import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sketchsvg.diagrams.flow import CLEAR, Flow, flow
from sketchsvg.diagrams.shapes import SHAPES
from sketchsvg.diagrams.step import step
from sketchsvg.errors import LayoutError, NameUnknownError, SheetError
from tests.diagrams.seeing import assert_tidy, composed, lines_of, marks_of, points_on, setting


@pytest.fixture
def shrinking():
    return (
        step("Original Model", "DeepSeek 70B", "FP32/BF16", "❌ 맥북 불가", tone="rose")
        >> step("Distillation", "7B 버전으로 축소")
        >> step("Quantization", "INT4로 압축")
        >> step("MacBook에서", "실행 가능!", tone="leaf", icon="laptop")
    )


@pytest.mark.parametrize(("width", "height"), [(180.0, 26.0), (110.0, None), (90.0, 60.0), (35.0, None)])
def test_nothing_collides_and_every_word_is_there(shrinking, width, height):
    frame = composed(shrinking, width, height)
    assert_tidy(frame)
    found = " ".join(line.words.text for line in lines_of(frame))
    for words in ("Original Model", "FP32/BF16", "❌ 맥북 불가", "축소", "INT4로 압축", "MacBook에서", "실행 가능!"):
        assert words in found


def test_steps_in_a_row_are_equally_high_and_level(shrinking):
    frame = composed(shrinking, 180.0, 26.0)
    assert len({(child.rect.y, child.rect.height) for child in frame.children}) == 1
    assert frame.rect.height == 26.0
    assert frame.children[0].rect.y == 0.0


def test_arrows_are_long_enough_and_touch_no_box(shrinking):
    frame = composed(shrinking, 180.0, 26.0)
    for a, b in zip(frame.children, frame.children[1:], strict=False):
        assert b.rect.x - a.rect.right >= 7.0
    arrows = [mark for mark in marks_of(frame) if "/arrow/" in mark.key]
    assert len(arrows) == 3
    for arrow, a, b in zip(arrows, frame.children, frame.children[1:], strict=False):
        xs = [x for x, _ in points_on(arrow.curves)]
        assert min(xs) == pytest.approx(a.rect.right + CLEAR)
        assert max(xs) == pytest.approx(b.rect.x - CLEAR)


def test_steps_grow_by_half_at_most_and_stand_in_the_middle(shrinking):
    natural = composed(shrinking, 180.0)
    high = composed(shrinking, 180.0, 100.0)
    box = high.children[0].rect
    assert box.height == pytest.approx(natural.children[0].rect.height * 1.5)
    assert box.centre[1] == pytest.approx(50.0)


def test_a_chain_too_long_for_its_width_goes_on_below_and_back(shrinking):
    frame = composed(shrinking, 90.0)
    first, second, third, fourth = (child.rect for child in frame.children)
    assert first.y == second.y and third.y == fourth.y and third.y >= second.bottom + 6.999
    assert second.x == third.x and first.x == fourth.x
    down = next(mark for mark in marks_of(frame) if mark.key.endswith("arrow/quantization"))
    ys = [y for _, y in points_on(down.curves)]
    assert min(ys) == pytest.approx(second.bottom + CLEAR)
    assert max(ys) == pytest.approx(third.y - CLEAR)


def test_words_stand_in_the_middle_of_their_box(shrinking):
    frame = composed(shrinking, 180.0, 26.0)
    for child in frame.children[:3]:
        for line in child.lines:
            assert line.rect.centre[0] == pytest.approx(child.rect.centre[0])
        middle = (child.lines[0].rect.y + child.lines[-1].rect.bottom) / 2
        assert middle == pytest.approx(child.rect.centre[1])


@pytest.mark.parametrize("width", [180.0, 60.0])
def test_words_at_an_arrow_touch_nothing(width):
    chain = flow("Data", step("Model", via="훈련"), step("Answer", via="fine tuning with people"))
    frame = composed(chain, width)
    assert_tidy(frame)
    labels = list(frame.lines)
    assert {"훈련"} <= {line.words.text for line in labels}
    arrows = [mark for mark in marks_of(frame) if "/arrow/" in mark.key]
    for line in labels:
        assert not any(line.rect.overlaps(child.rect) for child in frame.children)
        inner = line.rect.inset(0.0, 0.2)
        for arrow in arrows:
            assert not any(
                inner.x < x < inner.right and inner.y < y < inner.bottom for x, y in points_on(arrow.curves)
            )


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_words_stay_inside_every_shape(shape):
    frame = composed(flow(step("하나 둘 셋 네 다섯", "six", shape=shape), step("next", shape=shape)), 120.0)
    assert_tidy(frame)
    for child in frame.children:
        (outline,) = [mark for mark in marks_of(frame) if mark.key == f"{child.id}/box"]
        for line in child.lines:
            corners = [(x, y) for x in (line.rect.x, line.rect.right) for y in (line.rect.y, line.rect.bottom)]
            assert all(inside(x, y, points_on(outline.curves)) for x, y in corners)


def inside(x, y, polygon):
    crossings = 0
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


def test_a_circle_is_round():
    frame = composed(flow(step("A", shape="circle"), step("B", "b", "b", "b")), 120.0)
    assert frame.children[0].rect.width == frame.children[0].rect.height


def test_a_tone_gives_hachure_and_its_own_line(shrinking):
    frame = composed(shrinking, 180.0)
    theme = frame.setting.theme
    marks = {mark.key: mark for mark in marks_of(frame)}
    assert marks[f"{frame.children[0].id}/box"].colour == theme.accents["rose"]
    assert marks[f"{frame.children[0].id}/hachure"].fill.style == theme.pens.fill
    assert marks[f"{frame.children[1].id}/box"].colour == theme.ink.text
    assert f"{frame.children[1].id}/hachure" not in marks


def test_an_icon_stands_over_the_head_where_that_costs_no_height():
    def gap(frame):
        icon = next(mark for mark in marks_of(frame) if mark.key.endswith("/icon"))
        return icon.curves.bounds(), frame.children[0].lines[0].rect

    (_, _, right, _), head = gap(composed(flow(step("A", icon="laptop"), "B"), 80.0))
    assert right < head.x
    (_, _, _, bottom), head = gap(composed(flow(step("A", icon="laptop"), step("B", "b", "b", "b")), 80.0))
    assert bottom < head.y + 0.2


def test_signs_and_the_function_build_the_same_flow(shrinking):
    steps = shrinking.steps
    assert flow(*steps) == shrinking
    assert flow("A", "B") == step("A") >> "B"
    assert (step("A") >> "B") >> (step("C") >> "D") == flow("A", "B", "C", "D")
    assert isinstance(step("A") >> step("B"), Flow)
    assert (step("A") >> "B" | step("C") >> "D").kind == "row"


def test_a_flow_keeps_its_name_and_share_when_it_goes_on():
    longer = flow("A", name="chain").share(40) >> "B"
    assert (longer.name, longer.percent) == ("chain", 40.0)


def test_too_narrow_a_place_says_how_much_is_missing(shrinking):
    with pytest.raises(LayoutError, match="too wide for its place") as caught:
        composed(shrinking, 15.0)
    assert composed(shrinking, 15.0 + caught.value.missing_mm + 1e-6)
    assert shrinking.least_width(setting()) == pytest.approx(15.0 + caught.value.missing_mm)


def test_what_is_no_step_is_refused():
    for wrong in (lambda: flow(), lambda: flow(7), lambda: step(""), lambda: step(7), lambda: step("A", 7)):
        with pytest.raises(SheetError):
            wrong()
    with pytest.raises(SheetError, match="first step"):
        flow(step("A", via="lost"), "B")


@pytest.mark.parametrize(
    ("wrong", "right"), [({"tone": "rosé"}, "rose"), ({"shape": "bocks"}, "box"), ({"icon": "laptpo"}, "laptop")]
)
def test_unknown_names_come_with_a_suggestion(wrong, right):
    with pytest.raises(NameUnknownError, match=right):
        step("A", **wrong)


names = some.text("abg 가힣LM", min_size=1, max_size=16).filter(str.strip)
steps = some.builds(
    lambda head, lines, shape, icon, via: (head, lines, shape, icon, via),
    names, some.lists(names, max_size=3), some.sampled_from(sorted(SHAPES)), some.sampled_from(["", "laptop"]),
    some.one_of(some.just(""), names),
)  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(some.lists(steps, min_size=1, max_size=7), some.floats(60, 220), some.floats(0, 120))
def test_nothing_collides_in_any_chain(specs, width, height):
    chain = flow(*(
        step(head, *lines, shape=shape, icon=icon, via=via if index else "")
        for index, (head, lines, shape, icon, via) in enumerate(specs)
    ))  # fmt: skip
    try:
        frame = composed(chain, width, height)
    except LayoutError as error:
        assert error.missing_mm > 0
        frame = composed(chain, width + error.missing_mm + 1e-3, height)
    assert_tidy(frame)
    for line in frame.lines:
        assert not any(line.rect.overlaps(child.rect) for child in frame.children)
