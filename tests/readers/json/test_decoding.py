"""What is no sheet is refused with its path, its place and a fix."""

import pytest

from sketchsvg import Sheet, SketchError
from sketchsvg.readers.json.errors import JsonError, LimitError
from sketchsvg.readers.json.reader import sheet_of


def refused(text, kind=JsonError):
    with pytest.raises(kind) as caught:
        sheet_of(text, "page.json")
    return caught.value


def body(block):
    return '{"sketchsvg": 1,\n "body": [\n  ' + block + '\n ]\n}'


@pytest.mark.parametrize(("block", "path", "place", "fix"), [
    ('{"type": "section", "hed": "A", "blocks": ["a"]}', "$.body[0].hed", "3:23", '"head"'),
    ('{"type": "sektion", "head": "A"}', "$.body[0].type", "3:12", '"section"'),
    ('{"type": "table", "rows": [["a"], ["b", 1]]}', "$.body[0].rows[1][1]", "3:43", "quotes"),
    ('{"type": "table", "rows": ["a"]}', "$.body[0].rows[0]", "3:30", "square brackets"),
    ('{"type": "table", "rows": [["a"]], "align": ["lft"]}', "$.body[0].align[0]", "3:48", '"left"'),
    ('{"type": "flow", "steps": ["a", {"head": "b", "ton": "leaf"}]}', "$.body[0].steps[1].ton", "3:49", '"tone"'),
    ('{"type": "mindmap", "root": "a", "branches": [{"words": "b", "branch": []}]}', "$.body[0].branches[0].branch", "3:64", '"branches"'),
    ('{"type": "card", "head": "A", "accent": "banan"}', "$.body[0].accent", "3:43", '"banana"'),
    ('{"type": "card", "head": "A", "share": 0}', "$.body[0].share", "3:42", "schema"),
    ('{"type": "section", "head": "A", "blocks": []}', "$.body[0].blocks", "3:46", "leave it out"),
    ('{"type": "section", "head": "A"}', "$.body[0] (section)", "3:3", '"blocks"'),
    ('{"head": "A"}', "$.body[0]", "3:3", '"type": "section"'),
    ('{"type": "quote", "words": "a", "words": "b"}', "$.body[0].words", "3:35", "one of the two"),
    ('{"type": "quote", "words": "a", "tilt": 1e999}', "$.body[0].tilt", "3:43", "few digits"),
    ('{"type": "quote", "words": "a", "tilt": ' + "9" * 5000 + "}", "$.body[0].tilt", "3:43", "few digits"),
    ("7", "$.body[0]", "3:3", "schema"),
    ("null", "$.body[0]", "3:3", "schema"),
    # What only the blocks themselves know.
    ('{"type": "table", "head": ["a", "b"], "rows": [["a"]]}', "$.body[0]", "3:3", "same number of cells"),
    ('{"type": "card", "head": "A", "icon": "lapttop"}', "$.body[0]", "3:3", "laptop"),
    ('"a\\u0007b"', "$.body[0]", "3:3", "Take it out"),
    ('{"type": "row", "blocks": ["a", {"type": "subhead", "words": " "}]}', "$.body[0].blocks[1]", "3:35", "Write something"),
])  # fmt: skip
def test_what_is_wrong_is_said_with_path_place_and_fix(block, path, place, fix):
    error = refused(body(block), SketchError)
    assert error.what.startswith(path)
    assert str(error.where) == f"page.json:{place}"
    assert fix in error.mend


@pytest.mark.parametrize(("text", "place", "what", "fix"), [
    ('{"sketchsvg": 1, "body": ["a",]}', "1:31", "comma", "missing or too many"),
    ('{"sketchsvg": 1,\n "body": ["a"', "2:14", "truncated", "too early"),
    ("{'sketchsvg': 1}", "1:2", "", "double quotes"),
    ('{"sketchsvg": 1, // a sheet\n "body": ["a"]}', "1:18", "", "no comments"),
    ('{"sketchsvg": 1, "body": ["한글\n"]}', "1:30", "", "\\n"),
    ('{"sketchsvg": 1, "seed": NaN, "body": ["a"]}', "1:26", "", "number"),
    ('{"sketchsvg": 1, "body": ["\\ud800"]}', "1:28", "surrogate", "bracket"),
    ("```json\n{}\n```", "1:1", "", "fence"),
    ("", "1:1", "empty", "too early"),
])  # fmt: skip
def test_what_is_no_json_is_said_with_its_place(text, place, what, fix):
    error = refused(text)
    assert str(error.where) == f"page.json:{place}"
    assert error.what.startswith("This is no JSON") and what in error.what and fix in error.mend


@pytest.mark.parametrize(("text", "what"), [
    ("[]", "an object, not a list"),
    ('{"body": ["a"]}', 'no "sketchsvg"'),
    ('{"sketchsvg": 2, "body": ["a"]}', "reads version 1"),
    ('{"sketchsvg": "1", "body": ["a"]}', "$.sketchsvg"),
    ('{"sketchsvg": true, "body": ["a"]}', "$.sketchsvg"),
    ('{"sketchsvg": 1}', 'no "body"'),
    ('{"sketchsvg": 1, "body": ["a"], "seed": 1.5}', "$.seed must be a whole number"),
    ('{"sketchsvg": 1, "body": ["a"], "page": "A9"}', '$.page: There is no page "A9"'),
    ('{"sketchsvg": 1, "body": ["a"], "sed": 1}', "$.sed is not known"),
    (b'{"sketchsvg": 1, "body": ["\xff"]}', "UTF-8"),
    (7, "not from int"),
])  # fmt: skip
def test_what_is_no_sheet_is_said(text, what):
    assert what in refused(text, SketchError).what


@pytest.mark.parametrize("text", [
    "[" * 200_000,
    '{"a":' * 100_000,
    '{"sketchsvg": 1, "body": ' + "[" * 60 + "]" * 60 + "}",
    '{"sketchsvg": 1, "body": ["' + "a" * 5_000_001 + '"]}',
    '{"sketchsvg": 1, "body": [' + ", ".join(["0"] * 200_001) + "]}",
    body('{"type": "bullets", "items": [' + ", ".join(['"a"'] * 10_001) + "]}"),
    body('"' + "a" * 20_001 + '"'),
    body(", ".join(['"' + "a " * 9_000 + '"'] * 12)),
    body(", ".join(['{"type": "divider"}'] * 1_001)),
], ids=["lists", "objects", "closed lists", "long", "many values", "many words", "a long word", "much", "many blocks"])  # fmt: skip
def test_more_than_a_page_holds_is_refused_at_once(text):
    assert refused(text, LimitError).mend


def test_a_row_is_no_band_of_thousands():
    error = refused(body('{"type": "row", "blocks": [' + ", ".join(['"a"'] * 101) + "]}"))
    assert error.what == "$.body[0].blocks must have at most 100 entries, not 101."


def test_null_says_the_same_as_nothing():
    said = '{"sketchsvg": 1, "theme": null, "arrows": null, "body": [{"type": "card", "head": "A", "share": null, "icon": null, "blocks": null}]}'
    assert Sheet.from_json(said) == Sheet.from_json('{"sketchsvg": 1, "body": [{"type": "card", "head": "A"}]}')


def test_a_byte_order_mark_is_no_fault():
    said = '{"sketchsvg": 1, "body": ["a"]}'
    assert sheet_of("\ufeff" + said) == sheet_of(said.encode("utf-8-sig")) == sheet_of(said)


def test_without_a_file_the_line_of_the_program_is_named():
    with pytest.raises(JsonError) as caught:
        Sheet.from_json('{"sketchsvg": 1, "body": [{"type": "note"}]}')
    assert caught.value.where.file == __file__
    assert caught.value.what == '$.body[0] (note) has no "words".'


def test_a_block_knows_its_place_in_the_file():
    sheet = sheet_of(body('{"type": "section", "head": "A", "blocks": [\n "b", {"type": "terms", "entries": [["c", "d"]]}]}'), "page.json")
    section = sheet.root
    assert str(section.source) == "page.json:3:3"
    assert [str(block.source) for block in section.blocks] == ["page.json:4:2", "page.json:4:7"]
    assert str(section.blocks[1].entries[0].source) == "page.json:4:7"


MERMAID = '{"type": "flowchart", "source": [\n "flowchart LR",\n "  A --> B",\n "  A --> ["\n ]}'


def test_a_fault_in_mermaid_is_named_by_its_line():
    error = refused(body(MERMAID), SketchError)
    assert error.what.startswith("$.body[0].source, line 3, column ")
    assert str(error.where).startswith("page.json:6:2")


def test_a_flowchart_is_no_mind_map():
    error = refused(body('{"type": "flowchart", "source": "mindmap\\n  a\\n    b"}'))
    assert "mind map" in error.what and '"mermaid"' in error.mend
