import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg.book import to_book
from sketchsvg.errors import SketchError
from sketchsvg.pipeline import compose
from sketchsvg.readers import read
from sketchsvg.readers.markdown.breaks import keeps_next
from sketchsvg.sheet import Sheet

WORDS = ["model", "token", "window", "weight", "정밀도", "추론", "layer"]


def pages_of(markdown: str, folder: Path) -> tuple[Sheet, ...]:
    (folder / "notes.md").write_text(markdown, encoding="utf-8")
    return read(str(folder / "notes.md"))


def long_notes(chapters: int) -> str:
    parts = ["# Long notes\n\n[Last](#chapter-1)\n"]
    for chapter in range(chapters):
        parts.append(f"## Chapter {chapter}\n\nWords before:\n\n" + "".join(f"- item {chapter} {n} {WORDS[n % 7]}\n" for n in range(24)))
        parts.append(f"### Deeper {chapter}\n\n| a | b |\n|---|---|\n" + "".join(f"| {n} | {WORDS[n % 7]} |\n" for n in range(9)))
        parts.append("```python\n" + "".join(f"x{n} = {n}\n" for n in range(12)) + "```\n")
    return "\n".join(parts)


def words_on(sheets: tuple[Sheet, ...]) -> Counter[str]:
    lines = (line.words.text for sheet in sheets for frame in compose(sheet).walk() for line in frame.lines)
    return Counter(re.findall(r"\w+", " ".join(lines)))


def test_no_word_is_lost_between_pages(tmp_path: Path) -> None:
    notes = long_notes(5)
    sheets = pages_of(notes, tmp_path)
    assert len(sheets) > 2
    wanted = Counter(re.findall(r"\w+", notes.replace("](#chapter-1)", "").replace("```python", "")))
    assert wanted - words_on(sheets) == Counter()


def test_no_head_stands_alone_at_the_foot(tmp_path: Path) -> None:
    for sheet in pages_of(long_notes(6), tmp_path):
        for column in sheet.root.columns:
            for block in column:
                last = block.blocks[-1] if block.kind == "section" else block
                assert not keeps_next(last)


def test_nothing_reaches_over_the_page(tmp_path: Path) -> None:
    for sheet in pages_of(long_notes(6), tmp_path):
        root = compose(sheet)
        assert all(frame.rect.bottom <= root.rect.bottom + 1e-6 for frame in root.walk())
        assert all(frame.rect.right <= root.rect.right + 1e-6 for frame in root.walk())


def test_the_page_that_is_asked_for_is_the_one_that_is_broken_for(tmp_path: Path) -> None:
    large = pages_of(long_notes(4), tmp_path)
    small = read(str(tmp_path / "notes.md"), {"page": "A5"})
    assert len(small) > len(large) and small[0].paper_size.width == 148


def test_a_book_has_an_outline_and_links_that_lead_to_headings(tmp_path: Path) -> None:
    sheets = pages_of(long_notes(5), tmp_path)
    data = to_book(sheets)
    assert data == to_book(sheets)
    with pikepdf.open(BytesIO(data)) as book:
        assert len(book.pages) == len(sheets)
        with book.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Long notes", *(f"Chapter {n}" for n in range(5))]
            assert [item.title for item in outline.root[1].children] == ["Deeper 0"]
        (link,) = book.pages[0].obj.Annots
        assert book.pages.index(pikepdf.Page(link.Dest[0])) == 0


def test_what_is_higher_than_a_page_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SketchError) as caught:
        pages_of("---\npage: 60x40\n---\n\n> " + "many words " * 200, tmp_path)
    assert caught.value.where is not None and caught.value.where.line == 5


PIECES = st.sampled_from([
    "## Head {n}\n", "### Sub {n}\n", "words {n} **bold{n}** and `code{n}`\n", "- a{n}\n- b{n}\n  - c{n}\n", "1. d{n}\n2. e{n}\n",
    "> quote{n}\n> — by{n}\n", "> [!TIP]\n> tip{n}\n", "| h{n} | i{n} |\n|---|--:|\n| j{n} | k{n} |\n", "term{n}\n: meaning{n}\n",
    "```text\nfence{n}\n```\n", "::: box Box{n}\nin{n}\n:::\n", "::: columns\nleft{n}\n\nright{n}\n:::\n", "text{n} [^{n}]\n\n[^{n}]: note{n}\n", "- [x] task{n}\n",
])  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(pieces=st.lists(PIECES, min_size=1, max_size=8), fit=st.sampled_from(["page", "flow"]))
def test_every_word_is_on_the_page(pieces: list[str], fit: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    notes = "\n".join(piece.replace("{n}", str(number)) for number, piece in enumerate(pieces))
    sheets = pages_of(f"---\ntitle: Title\nfit: {fit}\n---\n\n{notes}", tmp_path_factory.mktemp("notes"))
    kept = re.sub(r"\[\^\d+\]:?|\[!TIP\]|\[x\]|```text|::: (box|columns)|(?m:^#+|^\d\.)", " ", notes)
    assert Counter(re.findall(r"[a-zA-Z]+\d+", kept)) - words_on(sheets) == Counter()


@pytest.mark.parametrize("fit", ["page", "flow"])
def test_a_head_too_long_for_a_frame_goes_over_several_lines(fit: str, tmp_path: Path) -> None:
    sheets = pages_of(f"---\nfit: {fit}\n---\n\n## {'many words in one head ' * 6}\n\nwords\n\n## Short\n\nothers\n", tmp_path)
    assert words_on(sheets)["many"] == 6


@pytest.mark.parametrize("chapters", [1, 2, 5])
def test_the_last_page_has_columns_of_about_one_height(chapters: int, tmp_path: Path) -> None:
    last = pages_of("\n".join(f"## Chapter {n}\n\n" + "".join(f"- item {n} {m}\n" for m in range(31)) for n in range(chapters)), tmp_path)[-1]
    frame = compose(last)
    middle = frame.rect.centre[0]
    sections = [one.rect for one in frame.walk() if one.block.kind == "section"]
    feet = [max(rect.bottom for rect in sections if (rect.x > middle) is right) for right in (False, True)]
    assert abs(feet[0] - feet[1]) < 35
