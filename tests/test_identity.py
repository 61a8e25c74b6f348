import pytest

from sketchsvg import Sheet, card, pipeline, section, title
from sketchsvg.identity import slug


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("KEY TERMS", "key-terms"),
        ("LLM 플랫폼!", "llm-플랫폼"),
        ("  a // b  ", "a-b"),
        ("…", ""),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six"),
    ],
)
def test_slugs(words, part):
    assert slug(words) == part


def ids(*blocks):
    page = pipeline.compose(Sheet(title("T") / section("A", *blocks)))
    return [frame.id for frame in page.walk() if frame.block.kind == "card"]


def test_ids_are_paths_of_names_without_rows_and_columns():
    assert ids(card("One") | card("Two"), card("Three", name="third")) == ["a/one", "a/two", "a/third"]


def test_equal_names_are_counted():
    assert ids(card("One"), card("One") | card("One")) == ["a/one", "a/one-2", "a/one-3"]


def test_regrouping_leaves_ids_alone():
    one, two, three = card("One"), card("Two"), card("Three")
    assert ids(one | two | three) == ids(one, two | three) == ids(one / two / three)
