from sketchsvg.exporters.reading import Element, Levels, read, said
from sketchsvg.geometry.rect import Rect
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Part, Word


def word(text: str, role: str = "", last: bool = True) -> Word:
    return Word(text, 0, 0, 1, 1, space=not last, end=last, last=last, role=role)


def part(role: str, parent: int, words: tuple[int, int], level: int = 0, shown: str = "") -> Part:
    return Part(role, role, parent, (0, 0), words, Rect(0, 0, 10, 10), level, shown)


def page(words: tuple[Word, ...], *parts: Part, description: str = "") -> InkedPage:
    return InkedPage(100, 100, (), words, description=description, parts=parts)


def told(element: Element) -> object:
    """An element as a few nested tuples."""
    name = f"{element.role}{element.level or ''}"
    return (name, said(element.words), *map(told, element.elements)) if element.elements else (name, said(element.words))


def all_told(*pages: InkedPage) -> list[list[object]]:
    return [[told(element) for element in elements] for elements in read(pages)]


def test_a_text_ends_where_its_last_word_does():
    words = (word("a", last=False), word("b"), word("c"))
    assert all_told(page(words, part("group", -1, (0, 3)))) == [[("paragraph", "a b"), ("paragraph", "c")]]


def test_lines_are_told_apart_by_their_roles():
    words = (word("Head", "heading"), word("text"), word("Caption", "caption"))
    assert all_told(page(words, part("section", -1, (0, 3), 2))) == [
        [("section", "", ("heading1", "Head"), ("paragraph", "text"), ("caption", "Caption"))],
    ]


def test_words_and_parts_are_read_as_they_follow_each_other():
    words = (word("before"), word("inside"), word("after"))
    section, inner = part("section", -1, (0, 3)), part("paragraph", 0, (1, 2))
    assert all_told(page(words, section, inner)) == [
        [("section", "", ("paragraph", "before"), ("paragraph", "inside"), ("paragraph", "after"))],
    ]


def test_words_outside_of_all_parts_are_read_too():
    words = (word("in"), word("out"))
    assert all_told(page(words, part("paragraph", -1, (0, 1)))) == [[("paragraph", "in"), ("paragraph", "out")]]


def test_levels_of_headings_have_no_gaps():
    levels = Levels()
    asked = [(0, 0), (0, 2), (1, 3), (1, 6), (1, 4), (0, 2), (1, 6), (2, 3), (0, 1), (0, 2)]
    assert [levels.of(*one) for one in asked] == [1, 2, 3, 4, 4, 2, 3, 4, 2, 3]


def test_levels_go_on_over_pages():
    first = page((word("Top", "heading"),), part("group", -1, (0, 1), 0))
    second = page((word("Head", "heading"),), part("section", -1, (0, 1), 2))
    assert all_told(first, second) == [[("heading1", "Top")], [("section", "", ("heading2", "Head"))]]


def test_an_item_has_a_label_and_a_body():
    words = (word("•", "label"), word("one"), word("two"))
    parts = (part("list", -1, (0, 3)), part("item", 0, (0, 2)), part("item", 0, (2, 3)))
    assert all_told(page(words, *parts)) == [[
        ("list", "", ("item", "", ("label", "•"), ("body", "one")), ("item", "", ("body", "two"))),
    ]]


def test_deeper_items_are_a_list_in_the_body_before():
    words = tuple(word(text) for text in "abcd")
    parts = (part("list", -1, (0, 4)), *(part("item", 0, (n, n + 1), level) for n, level in enumerate((0, 1, 2, 0))))
    (made,) = read([page(words, *parts)])[0]
    first, second = made.elements
    assert told(first) == ("item", "", ("body", "", ("paragraph", "a"), (
        "list", "", ("item", "", ("body", "", ("paragraph", "b"), ("list", "", ("item", "", ("body", "c"))))),
    )))
    assert told(second) == ("item", "", ("body", "d"))
    assert [one.text for one in made.read_out()] == list("abcd")


def test_a_list_that_begins_deep_is_a_list():
    words = (word("a"), word("b"))
    parts = (part("list", -1, (0, 2)), part("item", 0, (0, 1), 1), part("item", 0, (1, 2), 0))
    (made,) = read([page(words, *parts)])[0]
    assert [one.text for one in made.read_out()] == ["a", "b"]


def test_cells_of_one_row_are_a_row():
    words = tuple(word(text) for text in "abc")
    cells = [part("header", 0, (0, 1), 0), part("header", 0, (1, 1), 0), part("cell", 0, (1, 2), 1), part("cell", 0, (2, 3), 1)]
    assert all_told(page(words, part("table", -1, (0, 3)), *cells)) == [[
        ("table", "", ("row", "", ("header", "a"), ("header", "")), ("row", "", ("cell", "b"), ("cell", "c"))),
    ]]


def test_a_figure_holds_its_caption_and_all_words_in_it():
    words = (word("node", last=False), word("Caption", "caption"), word("other"))
    (made,) = read([page(words, part("figure", -1, (0, 3), shown="two nodes"))])[0]
    assert (told(made), made.shown) == (("figure", "node other", ("caption", "Caption")), "two nodes")


def test_a_figure_of_which_nothing_is_said_says_its_words():
    (made,) = read([page((word("a", last=False), word("b")), part("figure", -1, (0, 2)))])[0]
    assert made.shown == "a b"


def test_a_page_of_which_nothing_is_known_is_a_figure():
    (made,) = read([page((word("a"),), description="A drawing")])[0]
    assert (told(made), made.shown) == (("figure", "a"), "A drawing")
