"""What drawings are read as: trees of boxes, words, arrows."""

import pytest

from sketchsvg.readers.wireframe.reader import read_drawing
from sketchsvg.readers.wireframe.tree import Link, Linked, model


def read(text):
    return model(read_drawing(text, "page.txt"))


def box(*rows):
    return {"box": list(rows)}


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("┌───┐\n│ a │\n└───┘", box("a")),
        ("┌───┐\r\n│ a │\r\n└───┘\r\n", box("a")),
        ("┌─┐\n└─┘", {"box": []}),
        ("┌─ Title ──┐\n│ a        │\n└──────────┘", {"box": ["a"], "title": "Title"}),
        ("+-- Two words --+\n| a             |\n+---------------+", {"box": ["a"], "title": "Two words"}),
        ("┌──────┐\n│ a    │\n└─ end ┘", box("a", "end")),
        (".-------.\n| T     |\n'-------'", box("T")),
        ("+---+\n| a |\n+---+\n+---+\n| b |\n+---+", {"above": [box("a"), box("b")]}),
        ("+-------+\n| T     |\n|-------|\n| body  |\n+-------+", {"divided above": [box("T"), box("body")]}),
        ("+=====+\n| T   |\n+=====+\n| b   |\n+-----+", {"divided above": [box("T"), box("b")]}),
        ("┌─┬─┐\n│a│b│\n├─┼─┤\n│c│d│\n└─┴─┘", {"divided above": [{"divided beside": [box("a"), box("b")]}, {"divided beside": [box("c"), box("d")]}]}),
        ("┌───┐\n│ a ├───┐\n│   │ b │\n└───┴───┘", {"divided beside": [box("a"), box("b")]}),
        ("┌───┐  ┌───┐\n│ a │  │ b │\n│ x │  └───┘\n│   │  ┌───┐\n│   │  │ c │\n└───┘  └───┘", {"beside": [box("a", "x"), {"above": [box("b"), box("c")]}]}),
        ("Above\n\n┌─┐\n│a│\n└─┘\nbelow", {"above": [["Above"], box("a"), ["below"]]}),
    ],
)  # fmt: skip
def test_boxes(text, tree):
    assert read(text) == tree


def test_bars_among_words_stay_words():
    assert read("+-------------+\n| a | b | c   |\n| x || y      |\n+-------------+") == box("a | b | c", "x || y")


def test_twigs_of_a_tree_stay_words():
    rows = ("src", "├── a.py", "│   └── x", "└── b.py")
    assert read("┌───────────────┐\n" + "".join(f"│ {row:<14}│\n" for row in rows) + "└───────────────┘") == box(*rows)


def test_a_frame_whose_edges_are_shorter_than_its_words():
    assert read("┌──────┐\n│ a longer text │\n│ b             │\n└───────────┘") == box("a longer text", "b")


def test_hangul_counted_as_one_column_each():
    text = "┌────────┐ ┌────┐\n│ 가나다라마 │ │ 바 │\n│ 사아      │ │ 자 │\n└────────┘ └────┘"
    assert read(text) == {"beside": [box("가나다라마", "사아"), box("바", "자")]}


@pytest.mark.parametrize(
    ("between", "sign"),
    [("──►", "→"), ("-->", "→"), (" → ", "→"), ("◄──", "←"), ("<->", "↔"), ("VS ", "VS"), (" + ", "+"), ("   ", "")],
)
def test_signs_between_boxes(between, sign):
    tree = read(f"┌───┐     ┌───┐\n│ a │ {between} │ b │\n└───┘     └───┘")
    assert tree.pop("joins", [""]) == [sign]
    assert tree == {"beside": [box("a"), box("b")]}


def test_words_over_boxes_are_their_captions():
    tree = read("┌───────────────────┐\n│ Cloud     Local   │\n│ ┌─────┐   ┌─────┐ │\n│ │ a   │   │ b   │ │\n│ └─────┘   └─────┘ │\n└───────────────────┘")
    both = [{"above": [[name], box(inside)], "joins": ["caption"]} for name, inside in (("Cloud", "a"), ("Local", "b"))]
    assert tree == {"box": {"beside": both}}


def links(text):
    part = read_drawing(text, "page.txt")
    assert isinstance(part, Linked)
    return part


def test_wires_down_with_words():
    text = "┌───┐\n│ a │\n└─┬─┘\n  │ yes\n  ▼\n┌───┐\n│ b │\n└───┘"
    part = links(text)
    assert part.down
    assert part.links == (Link(0, 1, "yes"),)
    assert [model(one) for one in part.boxes] == [box("a"), box("b")]


def test_ascii_wires():
    assert links("+---+\n| a |\n+---+\n  |\n  v\n+---+\n| b |\n+---+").links == (Link(0, 1),)


def test_wires_that_branch():
    text = "    ┌───┐\n    │ a │\n    └─┬─┘\n  ┌───┴───┐\n  ▼       ▼\n┌───┐   ┌───┐\n│ b │   │ c │\n└───┘   └───┘"
    assert links(text).links == (Link(0, 1), Link(0, 2))


def test_wires_without_heads_lead_from_the_upper_box():
    text = "┌───┐\n│ a │\n└─┬─┘\n┌─┴─┐\n│ b │\n└───┘"
    joined = "┌───┐\n│ a │\n└─┬─┘\n  │\n┌─┴─┐\n│ b │\n└───┘"
    assert links(joined).links == (Link(0, 1, headed=False),)
    assert "b" in str(read(text))


def test_a_wire_with_a_bend_and_words_in_it():
    text = "┌───┐         ┌───┐\n│ a │── no ──►│ b │\n└─┬─┘         └───┘\n  │           ┌───┐\n  └──────────►│ c │\n              └───┘"
    part = links(text)
    assert set(part.links) == {Link(0, 1, "no"), Link(0, 2)}
