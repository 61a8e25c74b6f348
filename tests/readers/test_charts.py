"""Mermaid text and files as sheets."""

import pytest

from sketchsvg import flowchart, mermaid
from sketchsvg.errors import SketchError
from sketchsvg.pipeline import compose
from sketchsvg.readers import read

from ..diagrams.seeing import setting


def written(tmp_path, text, name="flow.mmd"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_file_becomes_a_page_cut_to_its_drawing(tmp_path):
    (sheet,) = read(written(tmp_path, "flowchart LR\n  A[One] --> B[Two] --> C[Three]\n"))
    page, frame = sheet.paper_size, compose(sheet)
    boxes = [part.rect for part in frame.walk() if part.block.kind == "node"]
    assert len(boxes) == 3
    left, right = min(box.x for box in boxes), page.width - max(box.right for box in boxes)
    assert 7.5 < left < 14 and 7.5 < right < 14
    assert page.height < 40


def test_a_mind_map_becomes_a_page(tmp_path):
    (sheet,) = read(written(tmp_path, "mindmap\n  root((LLM))\n    Cloud\n      GPT\n    Local\n", "map.mermaid"))
    kinds = [part.block.kind for part in compose(sheet).walk()]
    assert "mindmap" in kinds


def test_one_small_box_has_a_page(tmp_path):
    (sheet,) = read(written(tmp_path, "flowchart LR\n  A\n"))
    assert sheet.paper_size.height >= 20
    compose(sheet)


def test_mistakes_are_told_with_their_place(tmp_path):
    path = written(tmp_path, "flowchart LR\n  A -->\n")
    with pytest.raises(SketchError) as caught:
        read(path)
    assert caught.value.where.file == path
    assert caught.value.where.line in (2, 3)


def test_what_is_mended_is_a_warning_in_its_line(tmp_path):
    path = written(tmp_path, "flowchart LR\n  A[foo(x)] --> B\n")
    with pytest.warns(UserWarning) as caught:
        read(path)
    assert [(warning.filename, warning.lineno) for warning in caught] == [(path, 2)]


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "flow.mmd"
    path.write_bytes(b"flowchart \xff\xfe")
    with pytest.raises(SketchError, match="UTF-8"):
        read(str(path))


def test_frames_without_nodes_are_boxes():
    block = mermaid("flowchart TD\n subgraph one [Empty]\n end\n one --> A")
    assert [node.words for node in block.chart.nodes] == ["A", "Empty"]
    assert not block.chart.groups


def test_an_edge_from_a_frame_into_itself_is_told():
    with pytest.warns(UserWarning, match="into itself"):
        block = flowchart("flowchart TD\n subgraph one\n A\n end\n one --> A")
    assert block.chart.edges == ()


def test_only_text_is_a_diagram():
    with pytest.raises(SketchError, match="not int"):
        mermaid(3)


def test_a_chart_without_nodes_is_told():
    with pytest.warns(UserWarning, match="no nodes"):
        flowchart("flowchart TD")


def test_a_direction_that_is_not_followed_is_told():
    with pytest.warns(UserWarning, match="frame one follows the direction around it, not LR"):
        flowchart("flowchart TB\n subgraph one\n direction LR\n A --> B\n A --> C\n end\n D --> B\n E --> C")


def test_a_direction_that_is_followed_is_not_told(recwarn):
    flowchart("flowchart TB\n subgraph one\n direction LR\n A --> B\n end\n D --> B")
    assert not recwarn.list


def codes(block):
    return {node.name: node.icons for node in block.chart.nodes}


def test_icons_of_font_awesome_are_drawn(recwarn):
    block = flowchart('flowchart LR; A["fa:fa-cog set up"] --> B[fab:fa-github]; C@{ icon: "mdi:home-outline" }')
    assert codes(block) == {"A": ("cog",), "B": ("git-branch",), "C": ("house",)}
    assert not recwarn.list


def test_an_unknown_icon_is_told_with_its_neighbours():
    with pytest.warns(UserWarning, match='no icon "fa:fa-databasse".*database'):
        assert codes(flowchart("flowchart LR\n A[fa:fa-databasse x]"))["A"] == ()


def test_icons_on_edges_and_frames_stand_before_the_words():
    block = flowchart("flowchart LR; subgraph one [fa:fa-car Cars]; A -->|fa:fa-check yes| B; end")
    assert block.chart.edges[0].words == ":check: yes"
    assert block.chart.groups[0].words == ":car: Cars"


def test_clicks_stay_with_their_nodes():
    block = flowchart('flowchart LR; A[One two] --> B; click A "https://example.org/a"; click B call f()')
    first, second = block.chart.nodes
    assert first.words == "[One two](https://example.org/a)"
    assert second.words == "B"


def test_the_words_of_a_click_lead_there_on_the_page():
    block = flowchart('flowchart LR; A["a [b]<br>c"]; click A "https://example.org/(x) y"')
    frame = block.compose(100, setting())
    found = [(run.text, run.style.link) for line in frame.children[0].lines for run in line.words.runs]
    assert "".join(text for text, _ in found) == "a [b]c"
    assert {link for text, link in found if text.strip("[]")} == {"https://example.org/%28x%29%20y"}


def test_a_title_stands_over_the_chart(tmp_path):
    for kind in ("flowchart LR\n A --> B", "mindmap\n  root\n    one"):
        (sheet,) = read(written(tmp_path, f"---\ntitle: What happens\n---\n{kind}\n"))
        frames = list(compose(sheet).walk())
        (line,) = [line for part in frames for line in part.lines if line.words.text == "What happens"]
        assert all(line.rect.bottom < part.rect.y for part in frames if part.block.kind == "node")


def test_colours_of_the_settings_are_those_of_nodes_without_their_own():
    head = (
        "%%{init: {'themeVariables': {'primaryColor': '#ffeecc', 'lineColor': '#ff0000', 'clusterBkg': '#eeeeff'}}}%%"
    )
    block = flowchart(f"{head}\nflowchart LR\n subgraph one\n A --> B\n end\n style B fill:#00ff00")
    chart = block.chart
    assert [node.dress.fill for node in chart.nodes] == ["#ffeecc", "#00ff00"]
    assert chart.edges[0].dress.stroke == "#ff0000" and chart.groups[0].dress.fill == "#eeeeff"


def test_a_theme_of_mermaid_is_its_colours():
    block = flowchart("%%{init: {'theme': 'forest'}}%%\nflowchart LR\n A --> B")
    assert block.chart.nodes[0].dress.fill == "#cde498"


def test_shapes_icons_and_classes_of_mind_maps():
    block = mermaid(
        "mindmap\n  root))Kitchen((\n    ::icon(fa fa-utensils)\n    [One]\n    :::urgent\n      ((Two))\n    Three\n"
    )
    assert (block.root, block.icon, block.shape) == ("Kitchen", "utensils", "bang")
    one, three = block.branches
    assert (one.shape, one.accent, one.branches[0].shape) == ("square", "rose", "circle")
    assert (three.shape, three.accent) == ("", "")


def test_a_class_without_a_style_sheet_is_told():
    with pytest.warns(UserWarning, match="class large"):
        mermaid("mindmap\n  root\n    one\n    :::large\n")


def test_a_mind_map_of_its_root_alone(tmp_path):
    (sheet,) = read(written(tmp_path, "mindmap\n  root((Alone))\n", "map.mmd"))
    nodes = [part for part in compose(sheet).walk() if part.block.kind == "node"]
    assert [line.words.text for line in nodes[0].lines] == ["Alone"] and len(nodes) == 1


def test_formulas_are_formulas():
    pytest.importorskip("ziamath")
    block = flowchart('flowchart LR; A["the root $$\\sqrt{x+3}$$ of"] -->|"$$x^2$$"| B')
    assert block.chart.nodes[0].words == "the root $$\\sqrt{x+3}$$ of"
    assert block.chart.edges[0].words == "$$x^2$$"


def test_a_formula_that_cannot_be_set_is_written_and_told():
    with pytest.warns(UserWarning, match="as it stands"):
        block = flowchart('flowchart LR; A["$$\\nosuchthing{x}$$"]')
    assert "nosuchthing" in block.chart.nodes[0].words
