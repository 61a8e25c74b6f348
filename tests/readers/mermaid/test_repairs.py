"""What models get wrong is read as it was meant, with a warning that shows the fix."""

import pytest

from sketchsvg.readers.mermaid import MermaidError, parse


def repairs(body: str):
    chart = parse(f"flowchart TD\n{body}")
    return chart, [note for note in chart.notes if note.kind == "repair"]


@pytest.mark.parametrize(
    ("body", "label", "shape", "fix"),
    [
        ("A[함수 foo(x)]", "함수 foo(x)", "square", 'Write A["함수 foo(x)"]'),
        ("A[foo()]", "foo()", "square", 'Write A["foo()"]'),
        ("A(bar (baz))", "bar (baz)", "round", 'Write A("bar (baz)")'),
        ("A{a[0] > 1?} --> B", "a[0] > 1?", "diamond", 'Write A{"a[0] > 1?"}'),
        ("A([x (y)]) --> B", "x (y)", "stadium", 'Write A(["x (y)"])'),
        ("A[(db (main))]", "db (main)", "cylinder", 'Write A[("db (main)")]'),
        ("A[1) first] & B", "1) first", "square", 'Write A["1) first"]'),
        ("A[/api/v1] --> B", "/api/v1", "square", 'Write A["/api/v1"]'),
        ("A(-5) --> B", "-5", "round", 'Write A("-5")'),
        ("A[“curly”] --> B", "curly", "square", None),
        ("A[“curly (x)”] --> B", "curly (x)", "square", 'Write A["curly (x)"]'),
        ('A["half] --> B', "half", "square", 'Write A["half"]'),
        ("A [Text] --> B", "Text", "square", "Write A[Text]"),
    ],
)
def test_labels(body, label, shape, fix):
    chart, (note,) = repairs(body)
    assert (chart.nodes[0].text, chart.nodes[0].shape) == (label, shape)
    assert note.line == 2
    assert fix is None or note.fix == fix


@pytest.mark.parametrize("body", ["A[함수 foo(x)]", "A([x (y)]) --> B", "A[/api/v1] --> B", "A [Text] --> B"])
def test_the_fix_reads_the_same_and_needs_no_repair(body):
    chart, (note,) = repairs(body)
    mended, left = repairs(note.fix.removeprefix("Write ") + body[body.index(" -->") :] if " -->" in body else note.fix[6:])
    assert left == []
    assert [(n.text, n.shape) for n in mended.nodes] == [(n.text, n.shape) for n in chart.nodes]


@pytest.mark.parametrize(
    ("arrow", "kind", "stroke"),
    [
        ("->", "arrow_point", "normal"), ("=>", "arrow_point", "thick"), ("—>", "arrow_point", "normal"),
        ("→", "arrow_point", "normal"), ("<->", "double_arrow_point", "normal"), ("-->>", "arrow_point", "normal"),
        ("..>", "arrow_point", "dotted"),
    ],
)  # fmt: skip
def test_arrows_from_elsewhere(arrow, kind, stroke):
    chart, (note,) = repairs(f"A {arrow} B")
    (edge,) = chart.edges
    assert (edge.start, edge.end, edge.kind, edge.stroke) == ("A", "B", kind, stroke)
    assert note.fix.startswith("Write ")


@pytest.mark.parametrize(
    ("body", "label"),
    [("A -->|f(x)| B", "f(x)"), ("A -->|yes|> B", "yes"), ("A -- yes -- B", "yes")],
)
def test_edge_labels(body, label):
    chart, notes = repairs(body)
    assert [(e.start, e.end, e.label) for e in chart.edges] == [("A", "B", label)]
    assert len(notes) == 1


def test_missing_ends_close_at_the_end():
    chart, notes = repairs("subgraph one\nA --> B\nsubgraph two\nC")
    assert [(frame.id, frame.parent) for frame in chart.subgraphs] == [("two", "one"), ("one", None)]
    assert [(note.line, note.fix) for note in notes] == [(2, 'Close it with a line "end"'), (4, 'Close it with a line "end"')]


def test_indentation_shows_where_a_missing_end_belongs():
    chart, (note,) = repairs("  subgraph one\n    A\n  subgraph two\n    B\n  end\n  A --> B")
    assert [(frame.id, frame.nodes, frame.parent) for frame in chart.subgraphs] == [
        ("one", ("A",), None), ("two", ("B",), None),
    ]  # fmt: skip
    assert (note.line, note.column) == (2, 3)


def test_indentation_means_nothing_while_every_end_is_there():
    chart, notes = repairs("  subgraph one\n    A\n  subgraph two\n    B\n  end\n  end\n")
    assert [(frame.id, frame.parent) for frame in chart.subgraphs] == [("two", "one"), ("one", None)]
    assert notes == []


@pytest.mark.parametrize(
    ("body", "nodes"),
    [
        ("A --> end", ["A", "end"]),
        ("A --> B %% note", ["A", "B"]),
        ("A --> B\nend", ["A", "B"]),
        ("A-->B\nstyle A fill:#f00; stroke:#0f0", ["A", "B"]),
        ("A-->B\nstyle A,B fill:#f00", ["A", "B"]),
        ("subgraph Foo (bar)\nA\nend", ["A"]),
    ],
)
def test_other_slips(body, nodes):
    chart, notes = repairs(body)
    assert [node.id for node in chart.nodes] == nodes
    assert len(notes) == 1 and notes[0].fix


@pytest.mark.parametrize("source", ["Flowchart TD\nA-->B", "graph td\nA-->B", "graph TD A-->B", "A-->B"])
def test_heads(source):
    chart = parse(source)
    assert [(e.start, e.end) for e in chart.edges] == [("A", "B")]
    assert [note.kind for note in chart.notes] == ["repair"]


@pytest.mark.parametrize(
    "body", ["A[This is a () in text]", 'A["say "hi" now"]', "A[Start --> B[End]", "A[open\nB[x]", 'A(a "b" c) --> B']
)
def test_what_could_mean_two_things_is_refused_with_a_fix(body):
    with pytest.raises(MermaidError) as refused:
        repairs(body)
    assert (refused.value.where.line, refused.value.where.column) == (2, 2)
    assert refused.value.mend.startswith("Write A")
