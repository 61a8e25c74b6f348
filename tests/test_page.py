import pytest

from sketchsvg.errors import NameUnknownError, SheetError
from sketchsvg.page import Page, page_named


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A4", (210, 297)), ("a4", (210, 297)), ("A3", (297, 420)), ("A5 landscape", (210, 148)), ("A6", (105, 148)),
        ("Letter", (215.9, 279.4)), ("120x80", (120, 80)), ("120.5 × 80 mm", (120.5, 80)), ("A4 portrait", (210, 297)),
    ],
)  # fmt: skip
def test_pages_by_name(name, size):
    page = page_named(name)
    assert (page.width, page.height) == size


def test_unknown_pages_suggest_the_nearest():
    with pytest.raises(NameUnknownError, match='Did you mean "Letter"'):
        page_named("Leter")
    with pytest.raises(NameUnknownError, match="landscape"):
        page_named("A4 lanscape")


@pytest.mark.parametrize("side", [0, -5, float("nan"), float("inf"), 1e9, True, "210"])
def test_impossible_sizes_are_refused(side):
    with pytest.raises(SheetError):
        Page(side, 100)


def test_a_page_is_not_a_number():
    with pytest.raises(SheetError, match="int"):
        page_named(4)
