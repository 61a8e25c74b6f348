import pytest

from sketchsvg import Page, Sheet, quote, section, title
from sketchsvg.errors import NameUnknownError, SheetError


@pytest.fixture
def small():
    return Sheet(title("안녕").share(40) / section("WORDS", "**안녕** hello", icon="hand"), page="A6", seed=3)


def test_a_sheet_remembers_where_it_was_written(small):
    assert small.source.file == __file__
    assert small.root.blocks[0].source.file == __file__


def test_a_notebook_shows_the_svg(small):
    assert small._repr_svg_() == small.to_svg()
    assert small.to_svg().startswith("<?xml") or small.to_svg().startswith("<svg")


def test_all_formats_at_once(small):
    assert small.to_pdf().startswith(b"%PDF-")
    assert small.to_png(60).startswith(b"\x89PNG")


def test_changed_is_another_sheet(small):
    other = small.changed(theme="night", page="A5 landscape")
    assert (other.theme, other.page) == ("night", Page(210, 148))
    assert small.theme == "nano-banana"
    with pytest.raises(SheetError, match="colour"):
        small.changed(colour="red")


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"root": "text"}, SheetError, "str"),
        ({"seed": 1.5}, SheetError, "whole number"),
        ({"seed": True}, SheetError, "whole number"),
        ({"theme": None}, SheetError, "NoneType"),
        ({"page": "A44"}, NameUnknownError, "A4"),
    ],
)
def test_bad_arguments(arguments, error, said):
    with pytest.raises(error, match=said) as caught:
        Sheet(**{"root": title("a"), **arguments})
    assert caught.value.where.file == __file__


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"theme": "nano-bananna"}, "nano-banana"),
        ({"arrows": ["a -> words"]}, 'called "a"'),
        ({"arrows": ["words"]}, "block -> block"),
    ],
)
def test_names_that_do_not_exist(small, arguments, said):
    with pytest.raises(SheetError.__base__, match=said):
        small.changed(**arguments).to_svg()


def test_the_block_that_cannot_be_written_is_named_with_its_line():
    with pytest.raises(SheetError.__base__, match=r"U\+13000") as caught:
        Sheet(title("a") / section("B", "𓀀")).to_svg()
    assert caught.value.where.file == __file__


def test_what_does_not_fit_says_how_much_is_missing_and_what_would_mend_it():
    from sketchsvg.errors import LayoutError

    long = quote("이것은 아주 긴 글이다 " * 120)
    with pytest.raises(LayoutError, match=r"mm too high for its place of .* even at 8 pt") as caught:
        Sheet(title("a").share(80) / section("B", long).share(20)).to_svg()
    assert caught.value.missing_mm > 10
    assert "share of" in caught.value.mend
    assert "quote of line" in caught.value.mend


def test_a_share_of_the_width_is_not_taken_for_one_of_the_height():
    from sketchsvg.errors import LayoutError

    long = quote("이것은 아주 긴 글이다 " * 90)
    with pytest.raises(LayoutError) as caught:
        Sheet(title("a").share(70) / (section("B", long).share(56) | section("C", "d")).share(30)).to_svg()
    assert "instead of 30" in caught.value.mend and "56" not in caught.value.mend
