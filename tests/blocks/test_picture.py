"""Pictures: sketches on sheets."""

import pytest

from sketchsvg import Sheet, Sketch, picture
from sketchsvg.errors import LayoutError, SheetError
from sketchsvg.pipeline import compose as composed
from sketchsvg.pipeline import trace
from tests.blocks.reading import assert_tidy, marks_of, texts_of


def art():
    return Sketch(60, 30, paper="#ffffff").circle(20, 15, 9, fill="hachure").text(35, 16, "손 hand", key="label")


def test_a_picture_stands_in_the_middle_at_its_own_size(compose):
    frame = compose(picture(art(), caption="A circle"), 80.0)
    assert texts_of(frame) == ["A circle"]
    assert_tidy(frame)
    circle = next(mark for mark in marks_of(frame) if "circle" in mark.key)
    assert circle.curves.bounds() == pytest.approx((10 + 11, 6, 10 + 29, 24))


def test_a_picture_is_made_smaller_where_its_place_is(compose):
    frame = compose(picture(art()), 40.0)
    paper = next(mark for mark in marks_of(frame) if mark.key.endswith("/paper"))
    assert paper.curves.bounds() == pytest.approx((0, 0, 40, 20))
    low = compose(picture(art(), caption="A circle"), 80.0, 20.0)
    assert low.rect.height == pytest.approx(20)
    assert_tidy(low)


def test_words_shrink_with_their_place(compose):
    frame = compose(picture(art()), 30.0)
    label = next(mark for mark in marks_of(frame) if mark.writing)
    whole = next(mark for mark in art().marks if mark.writing)
    assert label.writing.em == pytest.approx(whole.writing.em / 2)
    assert label.width == pytest.approx(whole.width / 2)
    assert [word.text for word in label.writing.words] == ["손", "hand"]


def test_keys_say_which_picture(compose):
    keys = [mark.key for mark in marks_of(compose(picture(art(), name="figure one")))]
    assert keys[0] == "figure-one/paper"
    assert keys[-1] == "figure-one/label"


def test_two_pictures_of_one_sketch_stand_on_one_sheet():
    sheet = Sheet(picture(art()) | picture(art()), page="A5")
    keys = [mark.key for mark in trace(sheet, composed(sheet)).marks]
    assert len(keys) == len(set(keys))
    assert "picture-2/label" in keys


def test_a_drawing_is_a_picture_too(compose):
    assert compose(picture(art().drawing())).rect.height == pytest.approx(30)


def test_a_picture_can_be_squeezed_only_so_far(compose):
    with pytest.raises(LayoutError):
        compose(picture(art(), caption="A caption"), 80.0, 2.0)


def test_what_is_no_picture_is_refused():
    with pytest.raises(SheetError, match="Sketch or a Drawing, not int") as caught:
        picture(3)
    assert caught.value.where.file == __file__


def test_pictures_are_equal_that_draw_the_same():
    one = picture(art(), caption="A circle")
    assert one == picture(art(), caption="A circle") and hash(one) == hash(picture(art(), caption="A circle"))
    assert one != picture(art(), caption="Another")
    assert one != picture(art().line(1, 1, 2, 2), caption="A circle")
    assert one != picture(Sketch(60, 30, paper="#ffffff").circle(20, 15, 9.01, fill="hachure").text(35, 16, "손 hand", key="label"), caption="A circle")
    assert one != "a picture"
