"""Messages name the very line of what is at fault, also deep inside of a block."""

from pathlib import Path

import pytest

from sketchsvg.errors import SketchError, Source
from sketchsvg.pipeline import compose
from sketchsvg.readers import read

PIT = "\U0001f573"


@pytest.mark.parametrize(
    ("markdown", "line", "column"),
    [
        (f"## A\n\n| a | b |\n|---|---|\n| c | d |\n| e | {PIT} |\n", 6, 7),
        (f"## A\n\n```python\nx = 1\ny = '{PIT}'\n```\n", 5, 6),
        (f"## A\n\nwords\nand words\n{PIT} words\n", 5, 1),
        (f"## A\n\nTerm\n\n: meaning\n\nOther\n\n: {PIT}\n", 9, 3),
        (f"## A\n\n> one\n> two {PIT}\n", 4, 7),
        ("## A\n\n| a | b |\n|---|---|\n| c | d |\n| e | $\\frac{x$ |\n", 6, 8),
        ("## A\n\n```math\nx = 1\n+ \\frac{x\n```\n", 5, 3),
        ("## A\n\n$$\nx = 1\n\\nonsense\n$$\n", 5, 1),
        ("## A\n\n| a | b |\n|---|---|\n| c | d |\n| e | ![x](y.svg) |\n", 6, 7),
    ],
)
def test_the_line_and_the_column_are_those_of_the_fault(markdown: str, line: int, column: int, tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(markdown, encoding="utf-8")
    if "$" in markdown or "math" in markdown:
        pytest.importorskip("ziamath")
    with pytest.raises(SketchError) as caught:
        compose(read(str(file))[0])
    assert str(caught.value.where) == f"{file}:{line}:{column}"


def test_what_is_not_in_the_file_is_said_to_be_in_its_block(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text(f"## A\n\nwords &#{ord(PIT)};\n", encoding="utf-8")
    with pytest.raises(SketchError) as caught:
        compose(read(str(file))[0])
    assert caught.value.where == Source(str(file), 3)
