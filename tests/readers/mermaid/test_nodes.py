"""Ids, brackets, ``@{…}`` and labels of nodes."""

import pytest

from sketchsvg.readers.mermaid import MermaidError, parse
from sketchsvg.readers.mermaid.shapes import CANONICAL, NAMED


def nodes(body: str):
    return parse(f"flowchart LR\n{body}").nodes


def only(body: str):
    (node,) = nodes(body)
    return node


@pytest.mark.parametrize(
    ("brackets", "shape", "figure"),
    [
        ("[t]", "square", "rect"),
        ("(t)", "round", "rounded"),
        ("([t])", "stadium", "stadium"),
        ("[[t]]", "subroutine", "fr-rect"),
        ("[(t)]", "cylinder", "cyl"),
        ("((t))", "circle", "circle"),
        ("(((t)))", "doublecircle", "dbl-circ"),
        ("(-t-)", "ellipse", "ellipse"),
        (">t]", "odd", "odd"),
        ("{t}", "diamond", "diam"),
        ("{{t}}", "hexagon", "hex"),
        ("[/t/]", "lean_right", "lean-r"),
        ("[\\t\\]", "lean_left", "lean-l"),
        ("[/t\\]", "trapezoid", "trap-b"),
        ("[\\t/]", "inv_trapezoid", "trap-t"),
        ("[|borders:lt|t]", "rect", "rect"),
    ],
)
def test_brackets_make_shapes(brackets, shape, figure):
    node = only(f"A{brackets}")
    assert (node.label, node.shape, node.figure) == ("t", shape, figure)
    assert not parse(f"flowchart LR\nA{brackets}").notes


@pytest.mark.parametrize("name", sorted(CANONICAL))
def test_every_named_shape_and_alias_is_known(name):
    node = only(f"A@{{ shape: {name} }}")
    assert (node.shape, node.figure) == (name, CANONICAL[name])
    assert node.figure in NAMED


def test_an_unknown_shape_is_refused_where_it_is_named_with_the_nearest():
    with pytest.raises(MermaidError) as refused:
        nodes("A@{ label: x, shape: circel }")
    assert str(refused.value.where) == "<mermaid>:2:22"
    assert refused.value.mend == 'Did you mean "circle"?'


def test_properties_over_several_lines():
    node = only('A@{\n  shape: doc\n  label: "Two\n    lines"\n  w: 60\n}')
    assert (node.shape, node.label, node.label_type, node.data) == ("doc", "Two<br/>lines", "markdown", {"w": 60})
    assert node.text == "Two\nlines"
    assert only("A@{\n label: |\n  one\n  two\n}").text == "one\ntwo"


def test_icons_and_pictures_have_no_label_unless_they_say_one():
    assert (only('A@{ icon: "fa:user" }').icon, only('A@{ icon: "fa:user" }').label) == ("fa:user", "")
    assert only('A@{ img: "https://x.org/a.svg", label: "L" }').label == "L"
    assert only('A@{ img: "https://x.org/a.svg" }').img == "https://x.org/a.svg"


def test_a_brace_in_quotes_does_not_close():
    assert only('A@{ label: "a } b" }').label == "a } b"


@pytest.mark.parametrize("name", ["1id", "a-b", "a_b", "a.b", "노드", "default", "endpoint", "classroom", "#x", "&x", "a&b"])
def test_ids_may_hold_letters_digits_and_signs(name):
    assert [node.id for node in nodes(f"{name} --> B")] == [name, "B"]


@pytest.mark.parametrize("word", ["graph", "style", "class", "classDef", "linkStyle", "subgraph", "_self", "interpolate"])
def test_no_id_begins_with_a_word_of_the_language(word):
    with pytest.raises(MermaidError, match=word):
        nodes(f"A --> {word}-node")


@pytest.mark.parametrize(
    ("source", "label", "text", "icons"),
    [
        ("A[a<br/>b]", "a<br>b", "a\nb", ()),
        ('A["#quot;x#quot; #9829;"]', "&quot;x&quot; &#9829;", '"x" ♥', ()),
        ("A[a < b & c]", "a &lt; b &amp; c", "a < b & c", ()),
        ('A["<b>x</b> <script>y</script>z"]', "<b>x</b> z", "x z", ()),
        ("A[fa:fa-car 자동차]", "fa:fa-car 자동차", "자동차", ("fa:fa-car",)),
        ('A["one\n   two"]', "one\n   two", "one\ntwo", ()),
        ('A["`**b** and\n  _i_`"]', "**b** and\n  _i_", "**b** and\n_i_", ()),
        ('A["a\\nb"]', "a\\nb", "a\nb", ()),
        ('A["$$\\nabla$$"]', "$$\\nabla$$", "$$\\nabla$$", ()),
        ('A["<a href="x">l</a>"]', '<a href="x">l</a>', "l", ()),
    ],
)
def test_labels_as_mermaid_stores_them_and_as_they_are_written(source, label, text, icons):
    node = only(source)
    assert (node.label, node.text, node.icons) == (label, text, icons)


def test_the_last_label_counts_and_the_first_mention_places():
    chart = parse("flowchart LR\n\n  A --> B\n  B[two]\n  A[one] --> B")
    assert [(n.id, n.label, n.position.line, n.position.column) for n in chart.nodes] == [
        ("A", "one", 3, 3), ("B", "two", 3, 9),
    ]  # fmt: skip


def test_classes_stand_behind_three_colons():
    assert [(n.id, n.classes) for n in nodes("A:::x & B[b]:::y --> C")] == [("A", ("x",)), ("B", ("y",)), ("C", ())]
