"""Drawings as blocks and pages: the brief kinds of words, shares, tidiness, and that no word is lost."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sketchsvg import Sheet, pipeline, wireframe
from sketchsvg.blocks.badge import Badge
from sketchsvg.blocks.callout import Callout
from sketchsvg.blocks.card import Card
from sketchsvg.blocks.compare import Compare
from sketchsvg.blocks.drawn import DrawnRow
from sketchsvg.blocks.listing import Listing
from sketchsvg.blocks.panel import Panel
from sketchsvg.blocks.quote import Quote
from sketchsvg.blocks.scale import Scale
from sketchsvg.blocks.section import Section
from sketchsvg.blocks.table import Table
from sketchsvg.blocks.terms import Terms
from sketchsvg.blocks.text import Text
from sketchsvg.blocks.title import Title
from sketchsvg.diagrams.flow import Flow
from sketchsvg.diagrams.flowchart import Flowchart
from sketchsvg.errors import SheetError
from sketchsvg.readers.read import read
from tests.blocks.reading import assert_tidy, texts_of
from tests.readers.wireframe.layouts import STYLES, drawn, layouts

ROOT = Path(__file__).parents[3]
BRIEF = ROOT.parent / "shared" / "inputs" / "ch23-brief.md"


def box(*rows):
    wide = max(len(row) for row in rows)
    return "\n".join(["┌" + "─" * (wide + 2) + "┐", *(f"│ {row:<{wide}} │" for row in rows), "└" + "─" * (wide + 2) + "┘"])


def inside(*rows):
    """The blocks under the name of a box."""
    block = wireframe(box("NAME", "", *rows))
    assert isinstance(block, Section)
    assert block.head == "NAME"
    return block.blocks


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (["- one", "- two"], Listing),
        (["✓ yes", "✗ no"], Listing),
        (["├── src", "│   └── a.py", "└── b"], Listing),
        (["A → B → C"], Flow),
        (["A --> B -> C"], Flow),
        (["A → B → C", "(low ←──→ high)"], Scale),
        (["one → other", "two → another"], Table),
        (["a │ b", "c │ d"], Table),
        (["Name    Age", "Kim     12", "Lee     15"], Table),
        (["Term:", "  what it means"], Terms),
        (["Term: meaning", "Word: another"], Terms),
        (["⚠️ careful"], Callout),
        (["“A saying” — Somebody"], Quote),
        (["> A saying"], Quote),
        (["[ Save ]"], Badge),
        (["just words, and", "more of them"], Text),
        (["[x] is a box", "one -> other alone"], Listing),
    ],
)
def test_words_become_what_they_look_like(rows, kind):
    assert isinstance(inside(*rows)[0], kind)


def test_lists_nest_and_go_on():
    (listing,) = inside("- one", "  goes on", "  - inner", "- two")
    assert listing.items[0] == "one goes on"
    assert listing.items[1].items == ("inner",)
    assert listing.items[2] == "two"


def test_a_scale_has_the_label_over_it_for_a_title():
    (scale,) = inside("Grind:", "  coarse → fine → dust", "  (sour ←──→ bitter)")
    assert (scale.title, scale.low, scale.high) == ("Grind", "sour", "bitter")


def test_a_box_with_one_line_is_that_line():
    block = wireframe(box("Footer"))
    assert isinstance(block, Panel)
    assert block.blocks[0].words == "**Footer**"


def test_names_have_icons_remarks_and_stars():
    page = wireframe("🌐 PARTS - small\n\n" + box("NAME", *box("Claude (Anthropic)⭐", "✓ good").split("\n"), *box("**Gemini**", "(Google)", "words").split("\n")))
    title, part = page.blocks
    assert isinstance(title, Title)
    assert (title.head, title.subtitle, title.icon) == ("PARTS", "small", "🌐")
    first, second = part.blocks
    assert (first.head, first.what, first.favourite) == ("Claude", "(Anthropic)", "★")
    assert (second.head, second.what) == ("Gemini", "(Google)")


def two(one, other, between):
    left, right = box(*one).split("\n"), box(*other).split("\n")
    return "\n".join(a + (f" {between} " if at == 1 else "     ") + b for at, (a, b) in enumerate(zip(left, right, strict=True)))


def test_arrows_and_words_between_boxes():
    assert isinstance(wireframe(two(["a", "x"], ["b", "y"], "──►")), Flow)
    back = wireframe(two(["a", "x"], ["b", "y"], "◄──"))
    assert [step.head for step in back.steps] == ["b", "a"]
    versus = wireframe(two(["a", "- x"], ["b", "- y"], "vs "))
    assert isinstance(versus, Compare)
    assert versus.versus == "VS"
    assert isinstance(versus.left, Card)
    down = wireframe(box("a") + "\n  │\n  ▼\n" + box("b"))
    assert isinstance(down, Flowchart)


def test_a_grid_is_a_table_and_a_grid_of_lists_is_not():
    grid = "┌──────┬──────┐\n│ Name │ Age  │\n├──────┼──────┤\n│ Kim  │ 12   │\n│ Lee  │ 15   │\n└──────┴──────┘"
    table = wireframe(grid)
    assert isinstance(table, Table)
    assert table.head == ("Name", "Age")
    assert table.rows == (("Kim", "12"), ("Lee", "15"))
    lists = wireframe(grid.replace("Kim ", "- a ").replace("Lee ", "- b "))
    assert isinstance(lists, DrawnRow)
    assert [(one.head, type(one.blocks[0])) for one in lists.blocks] == [("Name", Listing), ("Age", Text)]


def bands(*names):
    rows = "├──────────┤\n".join(f"│ {name:<9}│\n│ - words  │\n" for name in names)
    return f"┌──────────┐\n{rows}└──────────┘"


@pytest.mark.parametrize("say", ["({})", "[{}]", "height {}", "너비: {}", "\n│ {:<9}│"])
def test_shares_in_the_drawing(say):
    drawing = bands("A", "B").replace("A        │", f"A {say.format('30%')}".ljust(9) + ("" if "\n" in say else "│"))
    page = wireframe(drawing if "\n" not in say else bands("A (30%)", "B"))
    assert [block.percent for block in page.blocks] == [30, None]
    assert page.blocks[0].head == "A"


def test_bare_shares_count_when_all_neighbours_have_one():
    drawing = two(["A", "30%", "x"], ["B", "70%", "x"], "   ")
    assert [block.percent for block in wireframe(drawing).blocks] == [30, 70]
    figures = wireframe(two(["A", "30%", "x"], ["B", "40%", "x"], "   "))
    assert [block.percent for block in figures.blocks] == [None, None]
    assert "30%" in str(figures)


def test_shares_as_an_argument():
    page = wireframe(bands("A", "B", "C"), shares=(20, 30, 50))
    assert [block.percent for block in page.blocks] == [20, 30, 50]
    with pytest.raises(SheetError, match="2 shares for 3 bands"):
        wireframe(bands("A", "B", "C"), shares=(20, 80))
    with pytest.raises(SheetError, match="text, not int"):
        wireframe(3)


def test_proportions_are_those_of_the_drawing():
    row = wireframe("┌────────────────────┬────────┐\n│ A                  │ B      │\n│ - words            │ - more │\n└────────────────────┴────────┘")
    assert isinstance(row, DrawnRow)
    assert row.drawn == (22.0, 10.0)
    frame = pipeline.compose(Sheet(row, page="A5 landscape"))
    left, right = [one.rect.width for one in frame.walk() if one.block.kind == "place"]
    assert left / right == pytest.approx(2.2, abs=0.01)


@pytest.mark.skipif(not BRIEF.exists(), reason="the drawing that this is for is not on this machine")
def test_the_page_of_the_brief(tmp_path):
    drawing = BRIEF.read_text(encoding="utf-8").split("```")[1]
    path = tmp_path / "page.txt"
    path.write_text(drawing.strip("\n"), encoding="utf-8")
    (sheet,) = read(str(path))
    assert (sheet.paper_size.width, sheet.paper_size.height) == (210, 297)
    page = pipeline.compose(sheet)
    assert_tidy(page)
    _assert_all_words(drawing, page)
    heads = [one.block.head for one in page.walk() if isinstance(one.block, Section)]
    assert heads == [
        "PROPRIETARY MODELS", "OPEN WEIGHTS PROVIDERS", "LOCAL EXECUTION (LM STUDIO)", "KEY TERMS", "QUICK SELECTION GUIDE",
    ]  # fmt: skip


def test_the_page_that_is_shipped():
    (sheet,) = read(str(ROOT / "sheets" / "coffee.txt"))
    page = pipeline.compose(sheet)
    assert_tidy(page)
    _assert_all_words((ROOT / "sheets" / "coffee.txt").read_text(encoding="utf-8"), page)


def _assert_all_words(drawing, page):
    written = "".join(texts_of(page)).replace(" ", "")
    missing = [word for word in re.findall(r"[\w/+.%]+", drawing) if word not in written]
    assert not missing


@settings(max_examples=25, deadline=None)
@given(layouts(), st.sampled_from(STYLES))
def test_every_drawing_becomes_a_page_without_overlaps(layout, style):
    page = pipeline.compose(Sheet(wireframe(drawn(layout, style, 1)), page="A3"))
    assert_tidy(page)


def test_a_fence_in_markdown(tmp_path):
    path = tmp_path / "notes.md"
    path.write_text("# Notes\n\n## Part\n\n```wireframe\n" + two(["a", "x"], ["b", "y"], "──►") + "\n```\n", encoding="utf-8")
    (sheet,) = read(str(path))
    assert {"a", "x", "b", "y"} <= set(texts_of(pipeline.compose(sheet)))
    path.write_text("# Notes\n\n## Part\n\n```wireframe\n┌──\n```\n", encoding="utf-8")
    with pytest.raises(Exception, match="upper edge") as caught:
        read(str(path))
    assert (caught.value.where.line, caught.value.where.column) == (6, 1)


def test_a_sign_may_begin_a_name():
    block = wireframe(box("✅ Do", "- this", "- that"))
    assert isinstance(block, Section)
    assert (block.head, block.icon, block.accent) == ("Do", "✅", "leaf")
    assert isinstance(wireframe(box("✅ this", "✅ that")), Panel)


def test_names_over_columns_are_theirs():
    page = wireframe("┌──────┬──────┐\n│ To do│ Done │\n├──────┼──────┤\n│┌────┐│┌────┐│\n││ A  │││ B  ││\n││ X  │││ Y  ││\n│└────┘│└────┘│\n└──────┴──────┘")
    assert isinstance(page, DrawnRow)
    assert [(one.head, one.blocks[0].head) for one in page.blocks] == [("To do", "A"), ("Done", "B")]


def test_a_table_among_bands():
    page = wireframe("┌─────────────┐\n│ Title       │\n├──────┬──────┤\n│ Name │ Age  │\n├──────┼──────┤\n│ Kim  │ 12   │\n├──────┴──────┤\n│ Footer      │\n└─────────────┘")
    assert [type(one) for one in page.blocks] == [Title, Table, Panel]
    assert page.blocks[1].rows == (("Kim", "12"),)


def test_screens():
    """Rows of buttons are no names; a picture over a name is its icon; what stands far apart is parted by a dot."""
    page = wireframe("┌──────────────────────┐\n│ [Logo]        [🔔]   │\n├───────────┬──────────┤\n│ 📊        │ Log      │\n│ Sales     │ ──────── │\n│ ₩1.2M     │ • x    y │\n└───────────┴──────────┘")
    bar, (sales, log) = page.blocks[0], page.blocks[1].blocks
    assert [badge.words for badge in bar.blocks[0].blocks] == ["Logo", "🔔"]
    assert (sales.head, sales.icon) == ("Sales", "📊")
    assert (log.head, log.blocks[0].items) == ("Log", ("x · y",))
