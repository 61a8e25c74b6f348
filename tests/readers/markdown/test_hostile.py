from pathlib import Path

import pytest

from sketchsvg.errors import SketchError
from sketchsvg.readers import read
from sketchsvg.readers.markdown.document import document_of
from sketchsvg.readers.markdown.errors import LimitError

#: What makes readers of Markdown slow, deep or forgetful.
BOMBS = {
    "images": "![[" * 20_000,
    "links": "[a](" * 20_000,
    "brackets": "[" * 50_000,
    "stars": "*a **b " * 15_000,
    "underscores": "_a __b " * 15_000,
    "backticks": "".join("`" * (n % 60 + 1) + "a" for n in range(3_000)),
    "quotes": ">" * 20_000 + " a",
    "lists": "- " * 5_000 + "a",
    "nested lists": "\n".join("  " * n + "- a" for n in range(400)),
    "tags": "<a " * 20_000,
    "comments": "<!-- " * 20_000,
    "references": "\n".join(f"[a{n}]: <" for n in range(5_000)),
    "footnotes": "[^a]" * 20_000 + "\n\n[^a]: b",
    "highlights": "==a" * 20_000,
    "mixed pairs": "==~~" * 20_000,
    "tables": "|" * 20_000 + "\n" + "|-" * 20_000,
    "containers": "\n".join("::: note" for _ in range(3_000)),
    "dollars": "$a " * 20_000,
    "braces": "# a " + "{a=b " * 20_000 + "}",
    "emphasis in one": "*" * 60_000 + "a",
    "entities": "&#0;&amp;" * 10_000,
    "long": "a" * 600_000,
    "lines": "a\n" * 30_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_hostile_notes_are_read_or_refused_soon(name: str) -> None:
    try:
        document_of(BOMBS[name].encode(), "notes.md")
    except SketchError as error:
        assert error.where is not None and error.where.file == "notes.md"


@pytest.mark.parametrize("name", ["images", "brackets", "quotes", "nested lists", "long", "lines"])
def test_what_is_beyond_measure_is_refused(name: str) -> None:
    with pytest.raises(LimitError):
        document_of(BOMBS[name].encode(), "notes.md")


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"a\x00b", b"caf\xe9", "a\u2028b\x07".encode()])
def test_bytes_that_are_no_text_are_refused_or_read(data: bytes) -> None:
    try:
        document_of(data, "notes.md")
    except SketchError as error:
        assert error.where is not None and error.where.line == 1


@pytest.mark.parametrize("address", ["data:image/png;base64,AAAA", "//host/a.svg", "https://host/a.svg", "/dev/zero", "none.svg"])
def test_only_drawings_in_files_are_pictures(address: str) -> None:
    with pytest.raises(SketchError) as caught:
        document_of(f"words\n\n![x]({address})".encode(), "notes.md")
    assert caught.value.where is not None and caught.value.where.line == 3


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("```\nx = 1\n" + "a" * 5_000 + "\n```\n", 3),
        ("## A\n\n| a |\n|---|\n" + "| b |\n" * 2_000, 3),
        ("---\nlayout:\n  - " + "(" * 500 + "A" + ")" * 500 + "\n---\n\n## A\n\nb\n", 3),
        ("```mermaid\nflowchart TD\n" + "".join(f"A{n} --> B{n}\n" for n in range(10_000)) + "```\n", 2),
    ],
    ids=["a line of code", "a table", "brackets of a layout", "a graph"],
)
def test_what_would_take_long_is_refused_with_its_line(markdown: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(markdown, encoding="utf-8")
    with pytest.raises(SketchError) as caught:
        read(str(tmp_path / "notes.md"))
    assert "Limit" in type(caught.value).__name__
    assert caught.value.where is not None and caught.value.where.line == line


def test_a_very_long_list_goes_over_many_pages_whole(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("## A\n\n" + "".join(f"- item {n}\n" for n in range(1_000)), encoding="utf-8")
    columns = [column for sheet in read(str(tmp_path / "notes.md")) for column in sheet.root.columns]
    said = [entry.blocks[0].words for column in columns for section in column for block in section.blocks for entry in block.entries]
    assert said == [f"item {n}" for n in range(1_000)]
