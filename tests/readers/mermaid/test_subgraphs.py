"""Frames: titles, ids, nesting, directions, and edges that lead to them."""

import pytest

from sketchsvg.readers.mermaid import LimitError, parse


def frames(body: str):
    return parse(f"flowchart TB\n{body}").subgraphs


@pytest.mark.parametrize(
    ("head", "name", "title"),
    [
        ("one", "one", "one"),
        ("two words", "subGraph0", "two words"),
        ('"One"', "One", "One"),
        ('"in quotes"', "subGraph0", "in quotes"),
        ("id1[Some title]", "id1", "Some title"),
        ('id1 ["With (brackets)"]', "id1", "With (brackets)"),
        ('"`**Two**`"', "**Two**", "**Two**"),
        ("", "subGraph0", ""),
    ],
)
def test_heads(head, name, title):
    (frame,) = frames(f"subgraph {head}\nA\nend")
    assert (frame.id, frame.title, frame.nodes) == (name, title, ("A",))


def test_nesting_directions_and_parents():
    chart = parse("flowchart LR\nsubgraph out\ndirection TB\nsubgraph in\nA --> B\nend\nB --> C\nend\nin --> D")
    inner, outer = chart.subgraphs
    assert (inner.id, inner.nodes, inner.parent, inner.direction) == ("in", ("B", "A"), "out", None)
    assert (outer.id, outer.nodes, outer.parent, outer.direction) == ("out", ("in", "C"), None, "TB")
    assert [node.id for node in chart.nodes] == ["A", "B", "C", "in", "D"]
    assert [node.id for node in chart.boxes] == ["A", "B", "C", "D"]


def test_a_node_belongs_to_the_first_frame_that_names_it():
    first, second = frames("subgraph x\nA --> B\nend\nsubgraph y\nB --> C\nend")
    assert (first.nodes, second.nodes) == (("B", "A"), ("C",))


def test_no_subgraph_stands_in_itself():
    chart = parse("flowchart TB\nsubgraph a\nb\nend\nsubgraph b\na\nc\nend")
    assert [(frame.id, frame.parent) for frame in chart.subgraphs] == [("a", None), ("b", "a")]
    assert [(node.id, node.parent) for node in chart.nodes] == [("b", "a"), ("a", None), ("c", "b")]
    assert [note.kind for note in chart.notes] == ["note"]


def test_the_properties_of_an_edge_are_no_node():
    (frame,) = frames("subgraph x\nA e1@--> B\ne1@{ curve: linear }\nend")
    assert frame.nodes == ("B", "A")


def test_frames_are_dressed_like_nodes():
    (frame,) = frames("subgraph x\nA\nend\nstyle x fill:#F99,stroke:red\nclass x hot\nclassDef hot color:blue")
    assert (frame.paint.fill, frame.paint.stroke, frame.paint.color) == ("#ff9999", "#ff0000", "#0000ff")


def test_endless_nesting_is_refused():
    with pytest.raises(LimitError):
        frames("subgraph x\n" * 60)
