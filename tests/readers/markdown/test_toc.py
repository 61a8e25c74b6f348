import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sketchsvg.book import to_book
from sketchsvg.errors import SketchError
from sketchsvg.pipeline import compose
from sketchsvg.readers import read
from sketchsvg.sheet import Sheet


def pages_of(markdown: str, folder: Path) -> tuple[Sheet, ...]:
    (folder / "notes.md").write_text(markdown, encoding="utf-8")
    return read(str(folder / "notes.md"))


def notes(chapters: int, toc: str = "true", title: str = "Notes") -> str:
    parts = [f"---\ntitle: {title}\ntoc: {toc}\n---\n"]
    for chapter in range(chapters):
        parts.append(f"## Chapter {chapter}\n\nwords\n")
        parts += [f"### Part {chapter}.{part}\n\n{'many words here. ' * 90}\n\n#### Deep {chapter}.{part}\n\nlast words\n" for part in range(3)]
    return "\n".join(parts)


def listed(sheets: tuple[Sheet, ...]) -> dict[str, int]:
    lines = [[line.words.text for line in frame.lines] for sheet in sheets for frame in compose(sheet).walk() if frame.block.kind == "entry"]
    return {" ".join(said): int(number) for *said, number in lines}


def first_page_of(words: str, sheets: tuple[Sheet, ...]) -> int:
    return next(
        number for number, sheet in enumerate(sheets, 1)
        for frame in compose(sheet).walk() if frame.block.kind in ("section", "subhead") and frame.block.label == words
    )  # fmt: skip


def test_heads_are_listed_with_the_pages_that_they_stand_on(tmp_path: Path) -> None:
    sheets = pages_of(notes(7), tmp_path)
    found = listed(sheets)
    assert len(found) == 7 + 7 * 3 and max(found.values()) > 3
    assert found == {words: first_page_of(words, sheets) for words in found}


@pytest.mark.parametrize(("toc", "count"), [("1", 2), ("2", 8), ("3", 14), ("yes", 8), ("false", 0)])
def test_it_has_as_many_levels_as_are_wanted(toc: str, count: int, tmp_path: Path) -> None:
    assert len(listed(pages_of(notes(2, toc), tmp_path))) == count


def test_a_long_one_goes_on_in_the_next_column_and_loses_nothing(tmp_path: Path) -> None:
    sheets = pages_of("---\ntoc: true\n---\n\n" + "\n".join(f"## Chapter {n}\n\nwords\n" for n in range(150)), tmp_path)
    assert list(listed(sheets)) == [f"Chapter {n}" for n in range(150)]


def test_entries_lead_to_their_heads_also_where_two_have_one_name(tmp_path: Path) -> None:
    markdown = "---\ntitle: Notes\ntoc: true\n---\n\n" + "\n".join(f"## {head}\n\n{'Many words here. ' * 700}\n" for head in ("Same", "Other", "Same"))
    sheets = pages_of(markdown, tmp_path)
    with pikepdf.open(BytesIO(to_book(sheets))) as book:
        goals = [book.pages.index(pikepdf.Page(link.Dest[0] if "/Dest" in link else link.A.D[0])) + 1 for link in book.pages[0].obj.Annots]
    assert goals == [first_page_of("Same", sheets), *goals[1:]] and goals[0] < goals[1] < goals[2]


@pytest.mark.parametrize("toc", ["0", "9", "perhaps"])
def test_what_is_no_table_of_contents_is_refused_with_its_line(toc: str, tmp_path: Path) -> None:
    with pytest.raises(SketchError) as caught:
        pages_of(notes(2, toc), tmp_path)
    assert caught.value.where is not None and caught.value.where.line == 3


def test_korean_notes_have_a_korean_head(tmp_path: Path) -> None:
    sheets = pages_of(notes(2, title="메모"), tmp_path)
    heads = [frame.block.label for frame in compose(sheets[0]).walk() if frame.block.kind == "section"]
    assert re.fullmatch("[가-힣]+", heads[0])
