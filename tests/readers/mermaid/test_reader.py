"""Heads, front matter, directives, comments, positions, other kinds, limits."""

import pytest

from sketchsvg.readers.mermaid import Flowchart, LimitError, MermaidError, Mindmap, UnsupportedError, parse


@pytest.mark.parametrize(
    ("head", "direction"),
    [
        ("graph TD;", "TB"), ("graph TB", "TB"), ("flowchart", "TB"), ("flowchart LR", "LR"), ("flowchart-elk RL", "RL"),
        ("graph BT", "BT"), ("graph >;", "LR"), ("graph <;", "RL"), ("graph ^;", "BT"), ("graph v;", "TB"),
    ],
)  # fmt: skip
def test_heads(head, direction):
    chart = parse(f"\n  {head}\nA-->B")
    assert isinstance(chart, Flowchart)
    assert (chart.direction, len(chart.edges), chart.notes) == (direction, 1, ())


@pytest.mark.parametrize(
    "kind", ["sequenceDiagram", "classDiagram", "stateDiagram-v2", "erDiagram", "gantt", "pie", "gitGraph", "xychart-beta"]
)
def test_other_kinds_are_refused_by_name(kind):
    with pytest.raises(UnsupportedError, match=kind) as refused:
        parse(f"---\ntitle: x\n---\n%% a comment\n  {kind}\n  a\n", file="notes.md", first_line=10)
    assert refused.value.kind == kind
    assert str(refused.value.where) == "notes.md:14:3"


@pytest.mark.parametrize("source", ["", "   \n", "%% only this\n", "hello\n", "flowchrt LR\n  A\n"])
def test_no_diagram_is_an_error_with_a_place(source):
    with pytest.raises(MermaidError) as refused:
        parse(source)
    assert refused.value.where is not None and refused.value.mend
    assert not isinstance(refused.value, UnsupportedError)


@pytest.mark.parametrize("head", ["flowchart XY", "graph LRX", "graph-TD", "flowchart sideways"])
def test_a_head_with_no_direction_in_it_is_refused_where_that_should_be(head):
    with pytest.raises(MermaidError, match="direction") as refused:
        parse(f"{head}\nA-->B")
    assert refused.value.where.line == 1 and refused.value.where.column > 5


def test_notes_end_with_a_word_about_the_rest():
    chart = parse("graph TD\nA\n" + "class X hot\nclass Y hot\n" * 300)
    assert len(chart.notes) == 201
    assert chart.notes[-1].message == "There is more of this further down."


def test_front_matter_and_directives():
    chart = parse(
        "---\ntitle: A title\nconfig:\n  theme: base\n  themeVariables:\n    primaryColor: \"#0f0\"\n    lineColor: red\n---\n"
        "%%{init: {'look': 'handDrawn', \"flowchart\": {\"curve\": \"linear\"}, 'themeVariables': {'lineColor': 'navy'}}}%%\n"
        "flowchart LR\n  A --> B\n"
    )
    assert chart.title == "A title"
    assert (chart.settings.theme, chart.settings.look, chart.settings.curve) == ("base", "handDrawn", "linear")
    assert chart.settings.colors == {"primaryColor": "#00ff00", "lineColor": "#000080"}
    assert chart.nodes[0].position.line == 11


def test_settings_without_effect_are_noted():
    chart = parse("%%{init: {'fontFamily': 'Arial'}}%%\nflowchart LR\nA")
    assert [(note.kind, note.line) for note in chart.notes] == [("note", 1)]
    assert "fontFamily" in chart.notes[0].message


def test_a_fence_around_the_diagram_is_left_out():
    chart = parse("```mermaid\nflowchart LR\n  A --> B\n```\n")
    assert [(node.id, node.position.line) for node in chart.nodes] == [("A", 3), ("B", 3)]
    assert [(note.kind, note.line) for note in chart.notes] == [("repair", 1)]


def test_unreadable_front_matter_is_noted_and_left_out():
    chart = parse("---\n: :\nnonsense\n---\nflowchart LR\nA")
    assert [node.id for node in chart.nodes] == ["A"]
    assert chart.notes[0].kind == "note"


def test_accessible_titles():
    chart = parse("graph LR\n  accTitle: Big decisions\n  accDescr {\n   of\n   many\n  }\n  A")
    assert (chart.acc_title, chart.acc_description) == ("Big decisions", "of many")


def test_comments_are_not_read_and_move_no_position():
    chart = parse("%% one\nflowchart LR\n  %% A --> X\n  A --> B\n%% end\n  C")
    assert [(n.id, n.position.line, n.position.column) for n in chart.nodes] == [("A", 4, 3), ("B", 4, 9), ("C", 6, 3)]


def test_line_ends_of_other_systems():
    chart = parse("flowchart LR\r\n  A --> B\r\n  B --> C\r\n")
    assert [(n.id, n.position.line) for n in chart.nodes] == [("A", 2), ("B", 2), ("C", 3)]


def test_places_are_told_in_the_page_around():
    with pytest.raises(MermaidError) as refused:
        parse("flowchart LR\n  A -->\n", file="page.md", first_line=40)
    assert str(refused.value.where) == "page.md:41:5"


@pytest.mark.parametrize(
    "source",
    [
        "flowchart LR\n" + "x" * 200_001,
        "flowchart LR\n" + "\n" * 10_001,
        "flowchart LR\n" + "A-->B;" * 2001,
        "flowchart LR\n" + " & ".join(f"a{i}" for i in range(60)) + " --> " + " & ".join(f"b{i}" for i in range(60)),
        "mindmap\n" + "\n".join(" " * level + "x" for level in range(120)),
    ],
)
def test_more_than_a_page_can_hold_is_refused(source):
    with pytest.raises(LimitError) as refused:
        parse(source)
    assert refused.value.where is not None


def test_a_mind_map_is_one():
    assert isinstance(parse("mindmap\n  root\n"), Mindmap)
