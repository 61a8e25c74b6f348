import warnings

import pytest

from sketchsvg import Sheet, bullets, section
from sketchsvg.book import to_book
from sketchsvg.errors import CharacterError, Note
from sketchsvg.paging import drawn_pages


def sheets(count: int) -> list[Sheet]:
    return [Sheet(section(f"Page {number}", bullets("one", "two 둘", "three")), page="A6", seed=number) for number in range(count)]


def test_a_book_is_the_same_however_many_processes_draw_it():
    book = sheets(9)
    assert to_book(book) == to_book(book, jobs=2) == to_book(book, jobs=5)


def test_pages_come_in_their_order_and_keep_no_strokes():
    pages = drawn_pages(sheets(9), jobs=2)
    assert [next(word.text for word in page.words if word.text.isdigit()) for page in pages] == [str(n) for n in range(9)]
    assert all(page.paths == () and page.drawing and page.packed for page in pages)


@pytest.mark.parametrize("jobs", [1, 2])
def test_errors_keep_their_place(jobs):
    bad = [*sheets(6), Sheet(section("Bad", "\U0001f573"), page="A6"), *sheets(2)]
    with pytest.raises(CharacterError) as caught:
        drawn_pages(bad, jobs=jobs)
    assert caught.value.where.file == __file__ and caught.value.mend


@pytest.mark.parametrize("jobs", [1, 2])
def test_warnings_reach_the_author(jobs):
    book = [*sheets(8), Sheet(section("Boxed", "\U0001f573"), page="A6", lenient=True)]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        drawn_pages(book, jobs=jobs)
    assert ["HOLE" in str(one.message) for one in caught] == [True]
    assert not issubclass(caught[0].category, Note) and caught[0].filename == __file__
