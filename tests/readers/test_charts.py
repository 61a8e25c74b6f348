"""Mermaid text and files as sheets."""

import pytest

from sketchsvg import flowchart, mermaid
from sketchsvg.errors import SketchError
from sketchsvg.pipeline import compose
from sketchsvg.readers import read


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
    with pytest.warns(UserWarning, match="direction TB, not LR"):
        flowchart("flowchart TB\n subgraph one\n direction LR\n A --> B\n end")
