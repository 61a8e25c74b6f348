"""The series of cheat sheets: each one full page, tidy, legible, and every word of it in the PDF."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sketchsvg import pipeline
from sketchsvg.readers import read
from tests.blocks.reading import assert_tidy, lines_of

SHEETS = sorted((Path(__file__).parents[2] / "sheets").glob("llms-*.md"))
FLOOR = 8.0
#: What stands in the notes and is no word of the page.
MARKUP = re.compile(
    r"^(theme|hand|seed|page|icon|source|description|layout):.*$|^(title|titleKr|kicker|author):|^  root|^  - .*$|^```\w*|^:{3,}(.*?(?=\{|$)| *\w+)|^\s*style .*$|^\s*(flowchart|subgraph|mindmap)\b.*?$"
    r"|\{[^}\n]*\}|(?<=\()https?://\S+|:[a-z-]+:|\[!\w+\]|\\\w+|<br>",
    re.MULTILINE,
)


def words_of(markdown: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}|[가-힣]{2,}|\d[\d,.]*\d", MARKUP.sub(" ", markdown)))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_there_is_one_for_each_part_of_the_guide():
    assert [path.stem.split("-")[1] for path in SHEETS] == list("123456")


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_it_is_one_page_tidy_legible_and_full(path):
    (sheet,) = read(str(path))
    page = pipeline.compose(sheet)
    assert_tidy(page)
    assert min(line.style.size for line in lines_of(page)) >= FLOOR
    size, foot = page.detail.chosen.size, max(frame.rect.bottom for frame in page.walk() if frame.block.kind == "section")
    assert (size >= 8.5, foot > 285) == (True, True)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_word_is_found_in_its_pdf(path, tmp_path):
    (sheet,) = read(str(path))
    file = tmp_path / "page.pdf"
    file.write_bytes(pipeline.render(sheet, "pdf"))
    said = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True).stdout.decode()
    assert said.count("\f") == 1
    words = words_of(path.read_text(encoding="utf-8"))
    assert len(words) > 100
    # What wraps inside a word, as code and addresses do, is whole again without the white.
    assert not {word for word in words if squeezed(word) not in squeezed(said)}
