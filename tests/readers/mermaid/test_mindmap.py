"""Mind maps: indentation, shapes, icons, classes, and what is mended."""

import pytest

from sketchsvg.readers.mermaid import MermaidError, parse


def tree(node):
    return (node.text, [tree(child) for child in node.children])


def root(body: str):
    return parse(f"mindmap\n{body}").root


def test_indentation_makes_the_tree_even_when_it_is_uneven():
    assert tree(root("r\n    a\n      b\n     c\n    d\n")) == ("r", [("a", [("b", []), ("c", [])]), ("d", [])])


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        ("id[t]", "square"), ("id(t)", "rounded"), ("id((t))", "circle"), ("id)t(", "cloud"), ("id))t((", "bang"),
        ("id{{t}}", "hexagon"), ("t", "default"), ("(t)", "rounded"), ("-)t(-", "default"),
    ],
)  # fmt: skip
def test_shapes(source, shape):
    node = root(f"  {source}\n")
    assert (node.text, node.shape) == ("t", shape)
    assert node.id == ("id" if source.startswith("id") else "t")


def test_icons_and_classes_belong_to_the_node_above():
    node = root("r\n  a\n  ::icon(fa fa-book)\n  :::urgent large\n")
    assert (node.children[0].icon, node.children[0].css_class) == ("fa fa-book", "urgent large")


def test_labels_over_lines_and_with_marks():
    node = root('id1["`**Root** with\na second line`"]\n  id2["String with []"]\n  a<br/>b\n')
    assert (node.text, node.label_type) == ("**Root** with\na second line", "markdown")
    assert [(child.text, child.label_type) for child in node.children] == [("String with []", "string"), ("a\nb", "text")]


def test_positions():
    node = root("  r\n\n    a(A)\n")
    assert (node.position.line, node.position.column) == (2, 3)
    assert (node.children[0].position.line, node.children[0].position.column) == (4, 5)


def test_a_second_root_is_refused_where_it_stands():
    with pytest.raises(MermaidError, match="second") as refused:
        root("    root\n    fake\n")
    assert str(refused.value.where) == "<mermaid>:3:5"


@pytest.mark.parametrize(
    ("line", "text"),
    [("Python (언어)", "Python (언어)"), ("추론(Reasoning)", "추론(Reasoning)"), ("f(x) = y", "f(x) = y"), ("[x] done", "[x] done"), ("id[f (x)]", "f (x)")],
)
def test_brackets_in_words_lose_nothing_and_are_noted(line, text):
    mindmap = parse(f"mindmap\n root\n  {line}\n")
    assert mindmap.root.children[0].text == text
    (note,) = mindmap.notes
    assert (note.kind, note.line) == ("repair", 3)
    assert text in note.fix


def test_an_id_that_looks_like_a_word_is_noted_because_it_is_not_drawn():
    mindmap = parse("mindmap\n root\n  RLHF(인간 피드백)\n  Child(Child)\n  id1(x)\n")
    assert [child.text for child in mindmap.root.children] == ["인간 피드백", "Child", "x"]
    assert [(note.kind, note.line, note.fix) for note in mindmap.notes] == [
        ("note", 3, 'Write ["RLHF(인간 피드백)"] to draw both')
    ]
