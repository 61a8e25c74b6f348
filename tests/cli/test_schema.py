"""``sketchsvg schema``, and sheets in JSON as inputs of verbs."""

import json
from pathlib import Path

import pytest

from sketchsvg.cli import main
from sketchsvg.readers.json.schema import schema
from sketchsvg.readers.json.strict import strict_schema


@pytest.mark.parametrize(("option", "made"), [([], schema), (["--strict"], strict_schema)])
def test_the_schema_is_printed(option, made, capsys):
    assert main(["schema", *option]) == 0
    assert json.loads(capsys.readouterr().out) == made()


@pytest.fixture
def page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return Path("page.json")


def test_a_sheet_in_json_is_drawn(page):
    page.write_text('{"sketchsvg": 1, "body": [{"type": "section", "head": "안녕", "blocks": ["hello"]}]}', encoding="utf-8")
    assert main(["render", "page.json", "-o", "page.svg"]) == 0
    assert "<svg" in Path("page.svg").read_text(encoding="utf-8")


def test_what_is_wrong_is_shown_with_its_line_and_the_old_file_stays(page, capsys):
    Path("page.svg").write_text("old")
    page.write_text('{"sketchsvg": 1, "body": [\n  {"type": "section", "hed": "안녕", "blocks": ["hello"]}\n]}', encoding="utf-8")
    assert main(["render", "page.json", "-o", "page.svg"]) == 1
    assert Path("page.svg").read_text() == "old"
    said = capsys.readouterr().err
    assert "error: $.body[0].hed is not known (section)." in said
    assert " --> page.json:2:23" in said
    assert 'help: Did you mean "head"?' in said


def test_what_does_not_fit_names_its_line(page, capsys):
    page.write_text('{"sketchsvg": 1, "page": "A6", "body": [\n {"type": "code", "text": "%s"}\n]}' % ("wide " * 2000), encoding="utf-8")
    assert main(["check", "page.json"]) == 1
    assert "page.json:2:2" in capsys.readouterr().err
