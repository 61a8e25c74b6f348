"""Every sheet that the project ships is one that a reader can render."""

from pathlib import Path

import pytest

from sketchsvg import pipeline
from sketchsvg.readers.python import read_python
from tests.blocks.reading import assert_tidy, lines_of

#: Type sizes in pt that nothing goes under; a specimen of a hand shows smaller ones, too.
FLOOR, SMALLEST = 8.0, {"specimen_hand": 7.0}
SHEETS = sorted((Path(__file__).parents[2] / "sheets").glob("*.py"))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_it_is_tidy_and_legible(path):
    for sheet in read_python(path):
        page = pipeline.compose(sheet)
        assert_tidy(page)
        assert min(line.style.size for line in lines_of(page)) >= SMALLEST.get(path.stem, FLOOR)
        assert pipeline.render(sheet).startswith(b"<")
