from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sketchsvg.errors import SheetError
from sketchsvg.exporters.svgtext import distinct, label_of, text_layer
from sketchsvg.geometry.rect import Rect
from sketchsvg.scene import Part, Word

RECT = Rect(0, 0, 10, 10)


def word(text: str, x: float = 0, y: float = 0, **more: object) -> Word:
    return Word(text, x, y, 8.0, 3.2, **more)  # type: ignore[arg-type]


def part(role: str, parent: int, words: tuple[int, int], id: str = "", **more: object) -> Part:
    return Part(role, id or role, parent, (0, 0), words, RECT, **more)  # type: ignore[arg-type]


def layer(words: list[Word], parts: list[Part] | None = None) -> ElementTree.Element:
    return ElementTree.fromstring(text_layer(words, parts or [], "p"))


def said(element: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in element.iter("text")]


def test_nothing_is_painted_and_everything_can_be_pointed_at():
    root = layer([word("가장")])
    assert (root.get("fill"), root.get("stroke"), root.get("pointer-events")) == ("none", "none", "all")
    assert {element.tag for element in root.iter()} == {"g", "text", "tspan"}


def test_a_word_stands_where_its_ink_is_and_is_as_wide():
    (text,) = layer([word("가장", 10, 60.02), word("대중적", 19, 60.02, end=True, last=True)])
    assert text.attrib == {"font-size": "160"}
    assert [span.attrib for span in text] == [
        {"x": "500", "y": "3001", "textLength": "400"}, {"x": "950", "textLength": "400"},
    ]


def test_words_that_were_wrapped_are_one_text_with_its_white():
    words = [word("I"), word("wish", end=True), word("more", y=5, last=True, end=True, space=False), word("VS", y=9)]
    assert said(layer(words)) == ["I wish more", "VS"]


def test_a_line_that_ends_without_white_ends_its_text():
    assert said(layer([word("AB", end=True, space=False), word("CD", y=5)])) == ["AB", "CD"]


def test_lines_of_code_stay_lines():
    words = [word("if"), word("x:", end=True), word("    ", space=False, y=5), word("y", y=5, end=True, last=True)]
    root = layer(words, [part("code", -1, (0, 4))])
    assert said(root) == ["if x:", "    y"]
    space = "{http://www.w3.org/XML/1998/namespace}space"
    assert [text.get(space) for text in root.iter("text")] == [None, "preserve"]


def test_words_without_white_between_them_are_written_together():
    assert said(layer([word("모델", space=False), word("의"), word("중요성", last=True)])) == ["모델의 중요성"]


def test_the_label_of_an_item_stands_on_its_line():
    words = [word("✓", role="label", last=True, space=False, end=True), word("무료", last=True, end=True)]
    assert said(layer(words)) == ["✓ 무료"]
    parts = [part("item", -1, (0, 2)), part("paragraph", 0, (1, 2))]
    assert said(layer(words, parts)) == ["✓ 무료"]


def test_a_single_letter_is_stretched_itself():
    (text,) = layer([word("수")])
    assert text[0].get("lengthAdjust") == "spacingAndGlyphs"


def test_a_turned_line_is_turned_as_a_whole():
    # Two words on a baseline that falls by 30 degrees.
    words = [word("one", 10, 10, angle=30.0), word("two", 10 + 8.660254, 15.0, angle=30.0)]
    (text,) = layer(words)
    assert text.get("transform") == "rotate(30 500 500)"
    assert [(span.get("x"), span.get("y")) for span in text] == [("500", "500"), ("1000", None)]


def test_hostile_words_stay_words():
    hostile = '</text><script>alert("1")</script>&amp;'
    assert said(layer([word(hostile)])) == [hostile]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1), max_size=9))
def test_everything_that_is_written_can_be_read_back(texts: list[str]):
    words = [word(text, last=True) for text in texts if "\ufffe" not in text and "\uffff" not in text]
    if words:
        assert said(layer(words)) == [w.text for w in words]


def test_parts_are_groups_with_roles_names_and_ids():
    words = [
        word("KEY", role="heading"), word("TERMS", role="heading", last=True), word("용어", last=True),
        word("정의", last=True), word("Base", last=True), word("모델", last=True), word("끝", last=True),
    ]
    parts = [
        part("section", -1, (0, 7), "terms", level=2), part("table", 0, (2, 6), "terms/table"),
        part("header", 1, (2, 3)), part("header", 1, (3, 4)), part("cell", 1, (4, 5), level=1),
        part("cell", 1, (5, 6), level=1),
    ]
    (section,) = layer(words, parts)
    assert section.attrib == {"id": "p-terms", "role": "region", "aria-label": "KEY TERMS"}
    area, heading, table, last = section
    assert area.attrib == {"x": "0", "y": "0", "width": "500", "height": "500", "pointer-events": "none"}
    assert (heading.get("role"), heading.get("aria-level")) == ("heading", "2")
    assert table.attrib == {"id": "p-terms--table", "role": "table"}
    assert [row.get("role") for row in table] == [None, "row", "row"]
    assert [cell.get("role") for row in table[1:] for cell in row] == ["columnheader"] * 2 + ["cell"] * 2
    assert "".join(last.itertext()) == "끝"
    assert said(section) == ["KEY TERMS", "용어", "정의", "Base", "모델", "끝"]


def test_a_figure_says_what_it_shows():
    (figure,) = layer([word("A"), word("B")], [part("figure", -1, (0, 2), "flow", shown="A leads to <B>")])
    assert figure.attrib == {"id": "p-flow", "role": "figure", "aria-label": "A leads to <B>"}


def test_links_lead_to_addresses_and_to_parts_of_the_page():
    words = [
        word("Key", role="heading"), word("Terms", role="heading", last=True),
        word("see", link="https://example.org/?a=1&b=2"), word("this", link="https://example.org/?a=1&b=2", last=True),
        word("up", link="#key-terms", last=True), word("off", link="#nowhere", last=True),
        word("bad", link="javascript:alert(1)", last=True),
    ]
    root = layer(words, [part("section", -1, (0, 2), "terms")])
    assert [link.get("href") for link in root.iter("a")] == ["https://example.org/?a=1&b=2", "#p-terms"]
    assert said(root)[1:] == ["see this", "up", "off", "bad"]


def test_no_two_ids_are_the_same():
    parts = [part("card", -1, (at, at + 1), "a/b") for at in range(3)] + [part("card", -1, (3, 4), "a/b-1")]
    root = layer([word("x", last=True) for _ in range(4)], parts)
    ids = [group.get("id") for group in root.iter("g") if group.get("id")]
    assert len(set(ids)) == 4


@given(st.lists(st.sampled_from(["a", "a-1", "a-2", "b", "a-1-1"])))
def test_distinct_names_are_distinct(names: list[str]):
    found = distinct(names)
    assert len(set(found)) == len(names)
    assert all(own.startswith(name) for own, name in zip(found, names, strict=True))


@pytest.mark.parametrize("change", [{"x": float("nan")}, {"width": float("inf")}, {"size": 0.0}, {"text": "a\x00"}])
def test_a_word_that_stands_nowhere_is_refused(change: dict[str, object]):
    with pytest.raises(SheetError):
        text_layer([replace(word("a"), **change)], [], "p")


def test_words_on_one_line():
    assert label_of([word("a"), word("b", space=False), word("c", end=True), word("d")]) == "a bc d"
