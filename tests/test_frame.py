from sketchsvg.blocks.text import text
from sketchsvg.pipeline import compose
from sketchsvg.sheet import Sheet


def test_a_setting_shows_and_compares_without_what_it_remembers():
    one, other = (compose(Sheet(text("words"))).setting for _ in range(2))
    one.memo["more"] = ("words " * 1000, None)  # type: ignore[assignment]
    assert one.memo == other.memo and one == other
    assert "words" not in repr(one.memo)
