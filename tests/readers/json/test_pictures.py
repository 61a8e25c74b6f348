"""Drawings in JSON: every number comes back, and SVG is drawn again by hand."""

import json

import numpy as np
import pytest

from sketchsvg import Sheet, Sketch, SketchError, picture, roughen
from sketchsvg.readers.json.errors import JsonError
from sketchsvg.readers.json.reader import sheet_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><circle cx="12" cy="10" r="8" fill="#2f6fde"/><text x="22" y="12" font-size="6">hi</text></svg>'
SKETCH = (
    Sketch(60, 30, paper="#ffffff").circle(20, 15, 10, fill="hachure", fill_colour="#e8772e").line(1, 1, 59, 1, dash=(2, 1))
    .text(34, 17, "a 원\nand more", size=9)
)  # fmt: skip


@pytest.mark.parametrize("art", [SKETCH, roughen(SVG)], ids=["sketch", "svg"])
def test_a_drawing_comes_back_to_the_last_digit(art):
    sheet = Sheet(picture(art, caption="a circle").share(50) / picture(art, name="again"), page="A6", seed=4)
    back = Sheet.from_json(sheet.to_json())
    assert back.to_json() == sheet.to_json()
    assert back.to_svg() == sheet.to_svg()
    assert back == sheet
    for one, other in zip(sheet.root.blocks[0].drawing.scene.marks, back.root.blocks[0].drawing.scene.marks, strict=True):
        assert np.array_equal(one.curves.points, other.curves.points) and np.array_equal(one.curves.starts, other.curves.starts)
        assert (one.key, one.pen, one.fill, one.dash) == (other.key, other.pen, other.fill, other.dash)


def said(**fields):
    return json.dumps({"sketchsvg": 1, "body": [{"type": "picture", **fields}]})


@pytest.mark.parametrize("svg", [SVG, SVG.replace("><", ">\n<").split("\n")], ids=["whole", "lines"])
def test_svg_is_drawn_by_hand(svg):
    sheet = Sheet.from_json(said(svg=svg, caption="drawn"))
    assert sheet.root.drawing.width == roughen(SVG).width
    assert sheet.root.caption == "drawn"


def test_a_file_is_looked_for_beside_the_sheet(tmp_path):
    (tmp_path / "art.svg").write_text(SVG)
    sheet = sheet_of(said(svg="art.svg"), str(tmp_path / "page.json"))
    assert len(sheet.root.drawing.scene.marks)


def test_icons_are_files_beside_the_sheet_too(tmp_path, monkeypatch):
    (tmp_path / "mine.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2L22 22"/></svg>')
    monkeypatch.chdir("/")
    text = json.dumps({"sketchsvg": 1, "body": [
        {"type": "card", "head": "A", "icon": "mine.svg"}, {"type": "flow", "steps": ["a", {"head": "b", "icon": "mine.svg"}]},
    ]})
    assert sheet_of(text, str(tmp_path / "page.json")).to_svg()
    with pytest.raises(SketchError, match="no icon file"):
        sheet_of(text)


MARK = {"key": "a", "pen": "pencil", "width": 0.4, "colour": "#112233", "layer": 70, "strokes": [[0, 0, 1, 1, 2, 2, 3, 3]]}


@pytest.mark.parametrize(("fields", "path"), [
    ({}, "$.body[0] is drawn either"),
    ({"svg": SVG, "marks": [MARK], "width": 9, "height": 9}, "$.body[0] is drawn either"),
    ({"svg": "art.png"}, "$.body[0].svg is neither"),
    ({"svg": "nothing-here.svg"}, "$.body[0].svg: There is no file"),
    ({"svg": "<svg"}, "$.body[0].svg: "),
    ({"marks": [MARK], "width": 0, "height": 9}, "$.body[0].width"),
    ({"marks": [MARK, MARK], "width": 9, "height": 9}, "Two marks of $.body[0]"),
    ({"marks": [{**MARK, "pen": "penciil"}], "width": 9, "height": 9}, "$.body[0].marks[0]: There is no pen"),
    ({"marks": [{**MARK, "colour": "red"}], "width": 9, "height": 9}, "$.body[0].marks[0]: "),
    ({"marks": [{**MARK, "strokes": [[0, 0, 1]]}], "width": 9, "height": 9}, "$.body[0].marks[0].strokes[0]"),
    ({"marks": [{**MARK, "strokes": [[0, 1e30]]}], "width": 9, "height": 9}, "$.body[0].marks[0].strokes[0]"),
    ({"marks": [{**MARK, "width": -1}], "width": 9, "height": 9}, "$.body[0].marks[0]"),
    ({"marks": [{**MARK, "fill": {"style": "hachure", "colour": "#111", "gap": 1e-9}}], "width": 9, "height": 9}, "$.body[0].marks[0].fill"),
    ({"marks": [{**MARK, "lettering": {"text": "a", "em": 3, "origins": [], "glyphs": [0]}}], "width": 9, "height": 9}, "$.body[0].marks[0].lettering"),
])  # fmt: skip
def test_what_cannot_be_drawn_is_refused_by_its_path(fields, path):
    with pytest.raises(SketchError) as caught:
        Sheet.from_json(said(**fields))
    assert caught.value.what.startswith(path)


def test_marks_by_hand_are_drawn():
    assert Sheet.from_json(said(width=9, height=9, marks=[MARK])).to_svg()
    with pytest.raises(JsonError):
        Sheet.from_json(said(width=9, height=9, marks=[]))
