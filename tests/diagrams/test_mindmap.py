import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sketchsvg.diagrams.branches import branch
from sketchsvg.diagrams.mindmap import mindmap
from sketchsvg.errors import LayoutError, NameUnknownError, SheetError
from tests.diagrams.seeing import assert_tidy, composed, lines_of, marks_of, node, points_on, setting

PLATFORMS = {
    "Proprietary": {
        "ChatGPT": ["OpenAI", "가장 대중적"],
        "Claude": ["Anthropic", "안전+성능"],
        "Gemini": ["Google", "멀티모달"],
    },
    "Open Weights": {"together.ai": ["Playground", "다양한 모델"], "hyperbolic": ["Base Model!", "Llama 3.1"]},
    "Local": {"LM Studio": ["Distilled", "Quantized"]},
}
PLACES = [(190.0, 24.0), (90.0, 120.0), (60.0, None), (150.0, 90.0), (48.0, None)]


@pytest.fixture
def platforms():
    return mindmap("LLM 플랫폼", PLATFORMS)


@pytest.mark.parametrize(("width", "height"), PLACES)
def test_it_fills_its_place_and_nothing_collides(platforms, width, height):
    frame = composed(platforms, width, height)
    assert_tidy(frame)
    if height is not None:
        assert frame.rect.height == pytest.approx(height, abs=1e-6)


@pytest.mark.parametrize(("width", "height"), PLACES)
def test_every_word_is_there_once_in_reading_order(platforms, width, height):
    found = " ".join(line.words.text for line in lines_of(composed(platforms, width, height)))
    assert found == (
        "LLM 플랫폼 Proprietary ChatGPT OpenAI 가장 대중적 Claude Anthropic 안전+성능 Gemini Google 멀티모달 "
        "Open Weights together.ai Playground 다양한 모델 hyperbolic Base Model! Llama 3.1 "
        "Local LM Studio Distilled Quantized"
    )


@pytest.mark.parametrize(("width", "height"), PLACES)
def test_no_branch_crosses_words(platforms, width, height):
    frame = composed(platforms, width, height)
    words = [(line.words.text, line.rect.inset(0.1, 0.3)) for line in lines_of(frame)]
    # The bubble and the boxes cover the branches that begin under them.
    words = [(text, rect) for text, rect in words if text not in ("LLM 플랫폼", *PLATFORMS)]
    for mark in marks_of(frame):
        if mark.key.endswith("/branch"):
            for x, y in points_on(mark.curves):
                for text, rect in words:
                    assert not (rect.x < x < rect.right and rect.y < y < rect.bottom), (mark.key, text)


def test_both_sides_are_in_balance(platforms):
    frame = composed(platforms, 190.0, 24.0)
    root = node(frame, "LLM 플랫폼").rect
    assert root.centre[1] == pytest.approx(12.0)
    assert node(frame, "Proprietary").rect.x > root.right
    assert node(frame, "Open Weights").rect.right < root.x
    assert node(frame, "Local").rect.right < root.x
    assert node(frame, "Local").rect.y > node(frame, "Open Weights").rect.bottom


def test_levels_stand_in_columns(platforms):
    frame = composed(platforms, 190.0, 24.0)
    assert len({round(node(frame, name).rect.x, 6) for name in ("ChatGPT", "Claude", "Gemini")}) == 1
    assert len({round(node(frame, name).rect.right, 6) for name in ("Playground", "Llama 3.1", "Distilled")}) == 1


def test_a_parent_stands_level_with_the_middle_of_its_children(platforms):
    frame = composed(platforms, 190.0, 24.0)
    first, last = node(frame, "OpenAI").rect.centre[1], node(frame, "가장 대중적").rect.centre[1]
    underline = next(mark for mark in marks_of(frame) if mark.key.endswith("chatgpt/branch"))
    tip = underline.curves.points[:, 0].max()
    at_tip = [y for x, y in underline.curves.points if x > tip - 0.1]
    assert sum(at_tip) / len(at_tip) == pytest.approx((first + last) / 2, abs=0.05)


def test_more_height_moves_rows_apart_and_changes_nothing_across(platforms):
    low, high = composed(platforms, 190.0, 24.0), composed(platforms, 190.0, 60.0)
    assert [child.rect.x for child in low.children] == [child.rect.x for child in high.children]
    for frame, height in ((low, 24.0), (high, 60.0)):
        assert min(child.rect.y for child in frame.children) == pytest.approx(0.0, abs=1e-5)
        assert max(child.rect.bottom for child in frame.children) == pytest.approx(height, abs=1e-5)


def test_a_tall_map_grows_up_and_down_from_its_root(platforms):
    frame = composed(platforms, 90.0, 120.0)
    root = node(frame, "LLM 플랫폼").rect
    for name in ("Proprietary", "Open Weights"):
        assert node(frame, name).rect.bottom < root.y
    assert node(frame, "Local").rect.y > root.bottom
    assert node(frame, "Gemini").rect.bottom < node(frame, "Proprietary").rect.y
    assert node(frame, "LM Studio").rect.y > node(frame, "Local").rect.bottom
    assert node(frame, "Open Weights").rect.right < node(frame, "Proprietary").rect.x


def test_a_narrow_map_stands_on_one_side_under_its_root(platforms):
    frame = composed(platforms, 52.0)
    root = node(frame, "LLM 플랫폼").rect
    mains = [node(frame, name).rect for name in PLATFORMS]
    assert len({rect.x for rect in mains}) == 1
    assert all(rect.y > root.bottom for rect in mains)


def test_long_words_are_broken_where_that_keeps_the_form():
    frame = composed(mindmap("Root", {"A": {"a name that is far too long to stand on one line": ["x"]}, "B": None}), 120.0)
    assert len(frame.children[2].lines) > 1
    assert_tidy(frame)


def test_main_branches_take_the_hues_in_turn_unless_they_choose(platforms):
    assert platforms.accents == ("cobalt", "leaf", "tangerine")
    chosen = mindmap("Root", [branch("A", ["a"], accent="plum"), "B", {branch("C", accent="cobalt"): "c"}])
    assert chosen.accents == ("plum", "leaf", "cobalt")
    frame = composed(chosen, 120.0)
    assert [child.setting.accent for child in frame.children[1:]] == ["plum", "plum", "leaf", "cobalt", "cobalt"]


def test_leaves_may_be_strings_lists_mappings_or_nothing():
    a = mindmap("R", {"A": "x", "B": ["y", {"z": None}], "C": ""})
    b = mindmap("R", {"A": {"x": None}, "B": {"y": [], "z": ()}, "C": {}})
    assert a.branches == b.branches


def test_inline_markup_is_resolved():
    frame = composed(mindmap("**R** ✓", {"`code`": ["==hot=="]}), 120.0)
    assert [line.words.text for line in lines_of(frame)] == ["R ✓", "code", "hot"]


def test_branches_get_thinner_towards_the_leaves(platforms):
    frame = composed(platforms, 190.0, 24.0)
    marks = {mark.key: mark for mark in marks_of(frame)}
    heights = []
    for name in ("proprietary", "claude"):
        _, top, _, bottom = marks[f"llm-플랫폼/{name}/branch"].curves.bounds()
        assert marks[f"llm-플랫폼/{name}/branch"].fill.style == "wash"
        heights.append(bottom - top)
    assert heights[0] > heights[1]
    assert 0 < marks["llm-플랫폼/anthropic/branch"].width < heights[1] * 2


def test_an_icon_stands_in_the_bubble():
    frame = composed(mindmap("Root", {"A": None}, icon="laptop"), 120.0)
    icon = next(mark for mark in marks_of(frame) if mark.key.endswith("/icon"))
    left, top, right, bottom = icon.curves.bounds()
    bubble, words = frame.children[0].rect, frame.children[0].lines[0].rect
    assert bubble.x < left and right < words.x and bubble.y < top and bottom < bubble.bottom


def test_too_narrow_a_place_says_how_much_is_missing(platforms):
    with pytest.raises(LayoutError) as caught:
        composed(platforms, 20.0)
    missing = caught.value.missing_mm
    assert missing > 0
    assert_tidy(composed(platforms, 20.0 + missing + 1e-3))
    assert platforms.least_width(setting()) == pytest.approx(20.0 + missing)


@pytest.mark.parametrize("growth", [{}, None, "", 7, {"A": 7}, {7: "a"}, {"": "a"}, ["a", None], {"A": ["", "b"]}])
def test_what_is_no_branch_is_refused(growth):
    with pytest.raises(SheetError):
        mindmap("Root", growth)


def test_a_map_without_a_root_is_refused():
    with pytest.raises(SheetError, match="root"):
        mindmap(" ", {"A": None})


def test_a_map_of_too_many_levels_is_refused():
    growth = "leaf"
    for _ in range(12):
        growth = {"deeper": growth}
    with pytest.raises(SheetError, match="levels"):
        mindmap("Root", growth)


def test_unknown_names_come_with_a_suggestion():
    with pytest.raises(NameUnknownError, match="tangerine"):
        branch("A", accent="tangerin")
    with pytest.raises(NameUnknownError, match="laptop"):
        mindmap("Root", {"A": None}, icon="laptpo")


names = some.text("abg 가힣LM", min_size=1, max_size=14).filter(str.strip)
trees = some.recursive(
    some.one_of(some.none(), names),
    lambda below: some.one_of(
        some.lists(names, min_size=1, max_size=4), some.dictionaries(names, below, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


@settings(max_examples=40, deadline=None)
@given(some.dictionaries(names, trees, min_size=1, max_size=5), some.floats(40, 220), some.floats(0, 160))
def test_nothing_collides_in_any_map(growth, width, height):
    made = mindmap("Root", growth)
    try:
        frame = composed(made, width, height)
    except LayoutError as error:
        assert error.missing_mm > 0
        frame = composed(made, width + error.missing_mm + 1e-3, height)
    assert_tidy(frame)
    assert frame.rect.height >= height - 1e-6
