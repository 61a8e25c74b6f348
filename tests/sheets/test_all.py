"""Every sheet that the project ships is one that a reader can render."""

from pathlib import Path

import pytest

from sketchsvg import pipeline
from sketchsvg.readers.python import read_python
from tests.blocks.reading import assert_tidy, lines_of

SHEETS = sorted((Path(__file__).parents[2] / "sheets").glob("*.py"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_it_is_tidy_and_legible(path):
    for sheet in read_python(path):
        page = pipeline.compose(sheet)
        assert_tidy(page)
        assert min(line.style.size for line in lines_of(page)) >= 8.0
        assert pipeline.render(sheet).startswith(b"<")
