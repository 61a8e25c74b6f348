"""Strokes, heads, lengths, ids and labels of edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sketchsvg.readers.mermaid import MermaidError, parse


def edges(body: str):
    return parse(f"flowchart LR\n{body}").edges


def only(body: str):
    (edge,) = edges(body)
    return edge


@pytest.mark.parametrize(
    ("arrow", "kind", "stroke", "length"),
    [
        ("---", "arrow_open", "normal", 1),
        ("-->", "arrow_point", "normal", 1),
        ("---->", "arrow_point", "normal", 3),
        ("--x", "arrow_cross", "normal", 1),
        ("--o", "arrow_circle", "normal", 1),
        ("<-->", "double_arrow_point", "normal", 1),
        ("x---x", "double_arrow_cross", "normal", 2),
        ("o--o", "double_arrow_circle", "normal", 1),
        ("===", "arrow_open", "thick", 1),
        ("====>", "arrow_point", "thick", 3),
        ("-.-", "arrow_open", "dotted", 1),
        ("-..->", "arrow_point", "dotted", 2),
        ("<-.->", "double_arrow_point", "dotted", 1),
        ("~~~", "arrow_open", "invisible", 1),
    ],
)
def test_an_arrow_says_kind_stroke_and_length(arrow, kind, stroke, length):
    edge = only(f"A {arrow} B")
    assert (edge.start, edge.end, edge.kind, edge.stroke, edge.length) == ("A", "B", kind, stroke, length)
    assert edge.id == "L_A_B_0"


@given(st.sampled_from(["", "<", "x", "o"]), st.sampled_from(["-", ">", "x", "o"]), st.integers(2, 9))
def test_dashes_count_and_heads_stand_at_their_ends(tail, head, dashes):
    edge = only(f"A {tail}{'-' * dashes}{head} B")
    heads = {"": "open", "-": "open", "<": "point", ">": "point", "x": "cross", "o": "circle"}
    assert (edge.tail, edge.head, edge.length) == (heads[tail], heads[head], dashes - 1)


@pytest.mark.parametrize(
    ("body", "label", "label_type"),
    [
        ("A -->|yes| B", "yes", "text"),
        ("A --> |yes| B", "yes", "text"),
        ("A -- yes --> B", "yes", "text"),
        ("A--yes---B", "yes", "text"),
        ('A -->|"a (b)"| B', "a (b)", "string"),
        ('A -- "`**bold**`" --> B', "**bold**", "markdown"),
        ("A == a - b ==> B", "a - b", "text"),
        ("A -. 1.5 .-> B", "1.5", "text"),
        ("A -- foo--> B", "foo", "text"),
        ("A -- 예 x--x B", "예", "text"),
    ],
)
def test_labels_stand_between_bars_or_inside_the_edge(body, label, label_type):
    edge = only(body)
    assert (edge.label, edge.label_type) == (label, label_type)


def test_a_chain_joins_group_to_group():
    assert [(e.start, e.end) for e in edges("A & B --> C & D --> E")] == [
        ("A", "C"), ("A", "D"), ("B", "C"), ("B", "D"), ("C", "E"), ("D", "E"),
    ]  # fmt: skip


def test_the_letters_at_an_arrow_are_heads_and_elsewhere_ids():
    assert [(e.start, e.head, e.end) for e in edges("A--oB--xC")] == [("A", "circle", "B"), ("B", "cross", "C")]
    assert [(e.start, e.end) for e in edges("A --> B\n  x --> C")] == [("A", "B"), ("x", "C")]


def test_an_edge_may_go_on_in_the_next_line():
    assert [(e.start, e.end) for e in edges("A -->\n  B\n  --> C")] == [("A", "B"), ("B", "C")]


def test_ids_belong_to_one_edge_and_their_properties_to_it():
    first, second = edges("A & B e1@--> C\ne1@{ animation: fast, curve: linear }")
    assert (first.id, second.id) == ("L_A_C_0", "e1")
    assert (second.animation, second.curve) == ("fast", "linear")


def test_edges_between_the_same_nodes_have_different_ids():
    assert [e.id for e in edges("A --> B\nA --> B\nA --> B")] == ["L_A_B_0", "L_A_B_2", "L_A_B_3"]


def test_heads_that_do_not_fit_together_are_mermaids_invalid_and_still_have_both_ends():
    edge = only("A <-- t --x B")
    assert (edge.kind, edge.tail, edge.head) == ("INVALID", "point", "cross")


@pytest.mark.parametrize("arrow", ["<-", "<--", "<=="])
def test_an_arrow_that_only_points_back_is_refused_with_the_other_way_round(arrow):
    with pytest.raises(MermaidError) as refused:
        edges(f"A {arrow} B")
    assert "other way round" in refused.value.mend
    assert str(refused.value.where) == "<mermaid>:2:3"


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [("A -->", 2, 3), ("A --|x| B", 2, 3), ("A --> B C", 2, 9), ("A -- text", 2, 3), ("A --> [x]", 2, 7)],
)
def test_a_broken_edge_is_refused_where_it_stands(body, line, column):
    with pytest.raises(MermaidError) as refused:
        edges(body)
    assert (refused.value.where.line, refused.value.where.column) == (line, column)
    assert refused.value.mend
