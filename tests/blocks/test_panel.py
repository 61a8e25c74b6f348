from sketchsvg import bullets, card, text
from sketchsvg.blocks.panel import panel
from tests.blocks.reading import assert_tidy, marks_of, texts_of


def test_words_alone_stand_in_the_middle(compose):
    frame = compose(panel(text("one line")), 60.0, 40.0)
    assert_tidy(frame)
    child = frame.children[0].rect
    assert abs((child.y + child.bottom) / 2 - 20.0) < 0.01


def test_what_grows_begins_at_the_top(compose):
    frame = compose(panel(card("A", "words"), bullets("b")), 60.0, 60.0)
    assert_tidy(frame)
    assert frame.children[0].rect.y < 5
    assert texts_of(frame)[0] == "A"


def test_an_empty_panel_is_a_box(compose):
    frame = compose(panel(), 60.0)
    assert frame.rect.height > 0
    assert [mark.key for mark in marks_of(frame)] == [f"{frame.id}/box"]


def test_it_is_called_by_its_only_words():
    assert panel("Footer").label == "Footer"
    assert panel(card("A", "b")).label == ""
