from pathlib import Path

import pytest

from sketchsvg.errors import SketchError
from sketchsvg.pipeline import inspect
from sketchsvg.readers import read
from sketchsvg.sheet import Sheet


def sheet_of(markdown: str, folder: Path) -> Sheet:
    (folder / "notes.md").write_text(markdown, encoding="utf-8")
    return read(str(folder / "notes.md"))[0]


def items_of(markdown: str, folder: Path) -> list[dict]:
    return inspect(sheet_of(markdown, folder))["pages"][0]["items"]


def lines_of(markdown: str, folder: Path) -> list[str]:
    return [item["text"] for item in items_of(markdown, folder) if item["kind"] == "line"]


def test_front_matter_describes_the_sheet(tmp_path: Path) -> None:
    sheet = sheet_of('---\ntitle: "A: B"\nauthor: C. D\ntheme: kraft\npage: A5\nseed: 23\nhand: neat\n---\n\nwords\n', tmp_path)
    assert (sheet.title, sheet.author, sheet.theme, sheet.seed, sheet.hand) == ("A: B", "C. D", "kraft", 23, "neat")
    assert sheet.paper_size.width == 148


def test_the_first_heading_is_the_title_and_the_next_level_makes_sections(tmp_path: Path) -> None:
    items = items_of("# Notes\n\n## One\n\na\n\n### Deeper\n\nb\n\n## Two\n\nc\n", tmp_path)
    assert [item["id"] for item in items if item["kind"] in ("title", "section", "subhead")] == ["title", "one", "one/deeper", "two"]


def test_literal_signs_stay_what_they_are(tmp_path: Path) -> None:
    said = r"2 * 3 * 4, snake_case_name, [bracket], {brace}, $5 to $6, a = b == c, \*stars\*, :no-icon, ~"
    assert " ".join(lines_of(f"## H\n\n{said}\n", tmp_path)[1:]) == said.replace("\\", "")


def test_everything_has_its_line(tmp_path: Path) -> None:
    items = items_of("---\nseed: 1\n---\n\n## One\n\nwords\n\n- a\n- b\n\n| x |\n|---|\n| y |\n", tmp_path)
    lines = {item["kind"]: item["source"]["line"] for item in reversed(items) if item["source"]}
    assert (lines["section"], lines["text"], lines["list"], lines["table"]) == (5, 7, 9, 12)
    assert [item["source"]["line"] for item in items if item["kind"] == "item"] == [9, 10]


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("---\ntitle: x\nseed: many\n---\n", 3),
        ("---\ntitle: x\n", 1),
        ("words\n\n::: note\nwords\n", 3),
        ("words\n\n::: nonsense\nwords\n:::\n", 3),
        ("## A {size=3}\n\nwords\n", 1),
        ("words\n\n![x](picture.png)\n", 3),
        ("words\n\n![x](https://example.org/a.svg)\n", 3),
        ("---\nimages: raster\n---\nwords\n\n![x](none.png)\n", 6),
        ("---\nimages: raster\n---\nwords\n\n![x](https://example.org/a.png)\n", 6),
        ("---\nseed: 1\nimages: pixels\n---\nwords\n", 3),
        ("words\n\n```mermaid\nflowchart LR\nA[x --> B\n```\n", 5),
        ("words\n\n[^1]: never mentioned\n", 3),
        ("", 1),
    ],
)
def test_errors_name_the_line(markdown: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(SketchError) as caught:
        sheet_of(markdown, tmp_path)
    assert caught.value.where is not None
    assert (Path(caught.value.where.file).name, caught.value.where.line) == ("notes.md", line)
