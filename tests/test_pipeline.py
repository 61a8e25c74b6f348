import re

import pytest

from sketchsvg import Sheet, card, pipeline, section, table, title
from sketchsvg.errors import NameUnknownError
from sketchsvg.scene import Layer


def sheet(*extra, **fields):
    return Sheet(
        title("T", icon="🍌").share(20) / section("A", *extra, card("One", "words"), table(("a", "b"), ("1", "2"))).share(80),
        page="A5", seed=7, **fields,
    )  # fmt: skip


def test_formats_are_known_by_name():
    with pytest.raises(NameUnknownError, match="pdf"):
        pipeline.render(sheet(), "pfd")


def test_the_same_sheet_gives_the_same_bytes():
    assert pipeline.render(sheet()) == pipeline.render(sheet())
    assert pipeline.render(sheet(), "pdf") == pipeline.render(sheet(), "pdf")


def test_inserting_a_block_keeps_every_other_wobble():
    """Strokes are compared by their relative parts: the page may move a box, but not redraw it."""

    def shapes(made):
        page = pipeline.ink(pipeline.trace(made, pipeline.compose(made)))
        found = set()
        for path in page.paths:
            for stroke in path.curves.strokes():
                found.add(tuple((stroke - stroke[0]).round(6).ravel().tolist()))
        return found

    before, after = shapes(sheet()), shapes(sheet("inserted"))
    # The title's band is untouched by what happens in the section below it.
    assert len(before & after) > 0.3 * len(before)


def test_paper_lies_under_everything():
    made = sheet()
    marks = pipeline.trace(made, pipeline.compose(made)).marks
    assert marks[0].layer == Layer.PAPER
    assert min(mark.layer for mark in marks) == Layer.PAPER


@pytest.mark.parametrize("theme", ["nano-banana", "night", "kraft", "blueprint"])
def test_every_theme_draws(theme):
    svg = pipeline.render(sheet(theme=theme)).decode()
    assert svg.count("<path") < 120
    # Words are there to be found and are never painted: all that is seen is paths.
    assert svg.count("<text") > 0
    seen = re.sub(r'<g fill="none" stroke="none"[^>]*>.*?(?=<g data-label)', "", svg, flags=re.DOTALL)
    assert not re.search(r"nan|inf|url\(|<image|<text", seen)


def test_the_title_names_the_page():
    assert "<title>T</title>" in pipeline.render(sheet()).decode()
    assert "<title>Other</title>" in pipeline.render(sheet(title="Other")).decode()


@pytest.mark.parametrize("page", ["A3", "A4", "A5", "A6 landscape", "Letter", "180x120"])
def test_every_page_size(page):
    made = sheet().changed(page=page)
    frame = pipeline.compose(made)
    assert made.page.width - frame.rect.right == pytest.approx(frame.rect.x)
    assert f'width="{made.page.width:g}mm"' in pipeline.render(made).decode()
