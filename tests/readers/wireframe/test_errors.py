"""Drawings that cannot be read, and what is said about them."""

import pytest

from sketchsvg.readers.wireframe.errors import LimitError, WireframeError
from sketchsvg.readers.wireframe.reader import read_drawing
from sketchsvg.readers.wireframe.tree import model


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("┌────\n│ a │\n└───┘", "page.txt:1:1", "upper edge has no corner at its right end"),
        ("┌───┐\n│ a │\n└───", "page.txt:1:1", "lower edge, in line 3, has no corner at its right end"),
        ("┌───┐\n│ a │\n ───┘", "page.txt:1:1", "lower left corner is missing"),
        ("┌───┐\n│ a │\n│ b │", "page.txt:1:1", "left edge ends in line 3"),
        ("┌───┐\n│ a │\n└───┐", "page.txt:1:1", "lower right, in line 3, column 5, leads down"),
        ("┌──────┐\n│ ┌──┐ │\n│ │a │ │\n│ └──  │\n└──────┘", "page.txt:2:3", "lower edge, in line 4"),
        ("+---+\n| a |\n+---", "page.txt:1:1", "lower edge, in line 3"),
        ("한글 ┌──\n     │", "page.txt:1:4", "upper edge"),
        ("only words\nin lines", "page.txt:1:1", "no box"),
        ("\n \n", "page.txt:1:1", "no box"),
        ("┌─┐\n│\x07│\n└─┘", "page.txt:2:2", "control character U.0007"),
    ],
)
def test_a_box_that_is_not_closed(text, place, what):
    with pytest.raises(WireframeError, match=what) as caught:
        read_drawing(text, "page.txt")
    assert str(caught.value.where) == place
    assert caught.value.mend


@pytest.mark.parametrize("text", ["\n".join(["│"] * 1001), "─" * 601, "┌─┐" * 121])
def test_a_drawing_that_is_too_large(text):
    with pytest.raises(LimitError):
        read_drawing(text, "page.txt")


def test_places_count_from_where_the_drawing_begins():
    with pytest.raises(WireframeError) as caught:
        read_drawing("x\n┌──\n", "notes.md", first_line=12, indent=2)
    assert str(caught.value.where) == "notes.md:13:3"


@pytest.mark.parametrize(
    ("text", "line", "tree"),
    [
        ("┌───────┐\n│ abc   │\n│ d\n└───────┘", 3, {"box": ["abc", "d"]}),
        ("┌───┐\n  a │\n└───┘", 2, {"box": ["a"]}),
        (
            "┌──────────────┐\n│ ┌────┐ ┌───┐ │\n│ │ a    │ b │ │\n│ └────┘ └───┘ │\n└──────────────┘",
            3,
            {"box": {"beside": [{"box": ["a"]}, {"box": ["b"]}]}},
        ),
    ],
)
def test_an_edge_that_was_left_out_is_told_and_drawn(text, line, tree):
    with pytest.warns(UserWarning, match="missing here") as told:
        assert model(read_drawing(text, "page.txt")) == tree
    assert [(one.filename, one.lineno) for one in told] == [("page.txt", line)]


def test_an_arrow_that_cannot_be_drawn_is_told():
    text = "┌─────────┐\n│ ┌─┐ ┌─┐ │\n│ │a│ │b│ │\n│ └─┘ └─┘ │\n└────┬────┘\n  ┌──┴───┐\n  ▼      ▼\n┌───┐  ┌───┐\n│ c │  │ d │\n└───┘  └───┘"
    with pytest.warns(UserWarning, match="arrow is not drawn"):
        tree = model(read_drawing(text, "page.txt"))
    assert "▼" not in str(tree)
    assert all(word in str(tree) for word in "abcd")
