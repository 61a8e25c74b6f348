"""Styles, classes, link styles and clicks."""

import pytest

from sketchsvg.readers.mermaid import MermaidError, parse
from sketchsvg.readers.mermaid.colours import colour
from sketchsvg.readers.mermaid.paint import split_styles


@pytest.mark.parametrize(
    ("written", "resolved"),
    [
        ("#F96", "#ff9966"),
        ("#ff9966", "#ff9966"),
        ("#f96c", "#ffad85"),
        ("#ff9966cc", "#ffad85"),
        ("DarkGray", "#a9a9a9"),
        ("rgb(1, 2, 3)", "#010203"),
        ("rgba(100%,0%,50%,.5)", "#ff80c0"),
        ("hsla(0, 100%, 50%, 0)", "none"),
        ("hsl(120,100%,25%)", "#008000"),
        ("none", "none"),
        ("transparent", "none"),
        ("var(--x)", None),
        ("#12345", None),
        ("nocolour", None),
    ],
)
def test_colours(written, resolved):
    assert colour(written) == resolved


def test_commas_divide_styles_unless_escaped_or_in_brackets():
    assert split_styles(r"a:1,b:5\,5,c:rgb(1,2,3)") == ("a:1", "b:5,5", "c:rgb(1,2,3)")


def test_what_is_said_closer_to_a_node_counts_more():
    chart = parse(
        "flowchart LR\nA:::hot --> B\nclassDef default fill:#fff,color:navy\nclassDef hot fill:#f96,stroke-width:4px\n"
        "style A stroke:#333,stroke-dasharray: 5 5"
    )
    a, b = chart.nodes
    assert (a.paint.fill, a.paint.color, a.paint.stroke) == ("#ff9966", "#000080", "#333333")
    assert (a.paint.stroke_width, a.paint.dash) == (4.0, (5.0, 5.0))
    assert (b.paint.fill, b.paint.stroke) == ("#ffffff", None)
    assert chart.class_defs["hot"] == ("fill:#f96", "stroke-width:4px")


def test_link_styles_by_number_and_default():
    chart = parse("graph TD\nA-->B-->C\nlinkStyle default color:red\nlinkStyle 1 interpolate basis stroke:#00f;")
    first, second = chart.edges
    assert (first.styles, first.paint.color, first.paint.stroke) == (None, "#ff0000", None)
    assert (second.styles, second.curve, second.paint.stroke) == (("stroke:#00f", "fill:none"), "basis", "#0000ff")


def test_a_link_style_for_an_edge_that_is_not_there_is_refused():
    with pytest.raises(MermaidError, match="edges count from 0 to 0") as refused:
        parse("graph TD\nA-->B\nlinkStyle 0,1 stroke:red")
    assert str(refused.value.where) == "<mermaid>:3:11"


@pytest.mark.parametrize(
    ("click", "url", "tip", "target"),
    [
        ('"https://www.github.com"', "https://www.github.com/", None, None),
        ('href "docs.html#x" "tip"', "docs.html#x", "tip", None),
        ('"a.html" "tip" _blank', "a.html", "tip", "_blank"),
        ('href "a.html" _self', "a.html", None, "_self"),
        ('"javascript:alert(1)"', "about:blank", None, None),
        ('callback "tip"', None, "tip", None),
        ('call f("a", b) "tip"', None, "tip", None),
    ],
)
def test_clicks_become_links(click, url, tip, target):
    chart = parse(f"graph TD\nA-->B\nclick A {click}")
    (link,) = chart.links
    assert (link.node, link.url, link.tooltip, link.target) == ("A", url, tip, target)
    assert (chart.nodes[0].link, chart.nodes[0].classes) == (url, ("clickable",))


def test_what_paper_cannot_honour_is_noted():
    chart = parse("graph TD\nA-->B\nclick A callback\nclass X hot\nstyle A fill:var(--x)")
    assert [(note.kind, note.line) for note in chart.notes] == [("note", 3), ("note", 4), ("note", 5)]


def test_opacity_lightens_what_it_stands_with():
    node = parse("graph TD; A; style A fill:#000000,stroke:#ff0000,fill-opacity:0.5").nodes[0]
    assert (node.paint.fill, node.paint.stroke) == ("#808080", "#ff0000")
    assert parse("graph TD; A; style A fill:#000000,opacity:20%").nodes[0].paint.fill == "#cccccc"


def test_styles_that_are_not_drawn_are_noted():
    read = parse("graph TD; A; style A fill:#fff,rx:5px,cursor:pointer")
    assert [note.message for note in read.notes] == [
        'The style "rx:5px" is left out: the hand and the page decide this.'
    ]
