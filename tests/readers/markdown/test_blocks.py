from pathlib import Path

import pytest

from sketchsvg.blocks.callout import Callout
from sketchsvg.blocks.card import Card
from sketchsvg.blocks.code import Code
from sketchsvg.blocks.entries import Entries
from sketchsvg.blocks.maths import Maths
from sketchsvg.blocks.picture import Picture
from sketchsvg.blocks.quote import Quote
from sketchsvg.blocks.table import Table
from sketchsvg.blocks.terms import Terms
from sketchsvg.diagrams.flow import Flow
from sketchsvg.errors import SketchError
from sketchsvg.readers.markdown.document import Document, document_of


def document(markdown: str, folder: Path = Path()) -> Document:
    return document_of(markdown.encode(), str(folder / "notes.md"))


def only(markdown: str, folder: Path = Path()):
    (block,) = document(markdown, folder).intro
    return block


def test_a_table_keeps_its_alignments() -> None:
    table = only("| a | b | c | d |\n|:--|:-:|--:|---|\n| **1** | 2 | 3 | `4|` |\n".replace("4|", "4"))
    assert isinstance(table, Table)
    assert table.aligns == ("left", "centre", "right", "left")
    assert (table.head, table.rows) == (("a", "b", "c", "d"), (("**1**", "2", "3", "`4`"),))


def test_lists_nest_and_count_from_where_they_begin() -> None:
    listed = only("3. three\n4. four\n   - deep\n     - deeper\n\n     more\n")
    assert isinstance(listed, Entries)
    assert [entry.marker for entry in listed.entries] == ["3.", "4."]
    inner = listed.entries[1].blocks[1]
    assert isinstance(inner, Entries)
    assert inner.entries[0].marker == "•" and inner.entries[0].blocks[1].entries[0].marker == "–"


def test_tasks_have_boxes_and_signs_are_markers() -> None:
    listed = only("- [ ] open\n- [x] done\n- ✓ yes\n- → on\n- plain\n")
    assert [entry.marker for entry in listed.entries] == ["☐", "☑", "✓", "→", "•"]
    assert [entry.blocks[0].words for entry in listed.entries] == ["open", "done", "yes", "on", "plain"]


@pytest.mark.parametrize(("kind", "tone"), [("NOTE", "note"), ("TIP", "tip"), ("IMPORTANT", "note"), ("WARNING", "warning"), ("CAUTION", "danger")])
def test_alerts_are_callouts(kind: str, tone: str) -> None:
    callout = only(f"> [!{kind}]\n> Mind *this*.\n")
    assert isinstance(callout, Callout) and callout.tone == tone and callout.words.endswith("Mind [this]{.italic}.")


def test_an_alert_with_a_list_is_a_card() -> None:
    card = only("> [!TIP]\n> Two things:\n> - a\n> - b\n")
    assert isinstance(card, Card) and card.head == "Tip" and len(card.blocks) == 2


@pytest.mark.parametrize("dash", ["—", "–", "--"])
def test_a_quote_has_its_attribution(dash: str) -> None:
    quote = only(f"> What was said\n> over two lines\n> {dash} Somebody\n")
    assert isinstance(quote, Quote) and (quote.words, quote.by) == ("What was said over two lines", "Somebody")


def test_code_is_what_was_typed() -> None:
    code = only("```python\ndef f(x):\n\n    return x**2  # [y]\n```\n")
    assert isinstance(code, Code) and code.language == "python"
    assert code.rows == ("def f(x):", "", "    return x**2  # [y]")


def test_formulas_definitions_and_chains() -> None:
    blocks = document("$$\\frac{a}{b}$$\n\nTerm\n: Meaning\n: Another\n\n```mermaid\nflowchart LR\nA[One<br>1] --> B\n```\n").intro
    assert [type(block) for block in blocks] == [Maths, Terms, Flow]
    assert blocks[1].entries[0].meaning == "Meaning\nAnother"
    assert [step.label for step in blocks[2].steps] == ["One", "B"]


def test_footnotes_stand_at_the_end_of_their_section() -> None:
    read = document("## A\n\nOne[^x] and two[^y].\n\n## B\n\nThree[^x].\n\n[^y]: Second *note*\n[^x]: First note\n")
    assert [block.words for block in read.parts[0].blocks] == ["One¹ and two².", "¹ First note", "² Second [note]{.italic}"]
    assert [block.words for block in read.parts[1].blocks] == ["Three¹."]


def test_a_drawing_in_svg_is_a_picture(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle cx="20" cy="20" r="9"/></svg>')
    picture = only("![A circle](a.svg)", tmp_path)
    assert isinstance(picture, Picture) and picture.caption == "A circle"


def test_containers_nest_and_take_attributes() -> None:
    row = only("::: columns\n::: box Left {icon=bot share=40 #one}\nwords\n:::\n::: box Right {favourite}\n```\n:::\n```\n:::\n:::\n")
    assert [type(block) for block in row.blocks] == [Card, Card]
    assert (row.blocks[0].name, row.blocks[0].percent, row.blocks[0].icon) == ("one", 40.0, "bot")
    assert row.blocks[1].favourite == "★" and row.blocks[1].blocks[0].rows == (":::",)


def test_errors_inside_containers_and_diagrams_name_their_own_line() -> None:
    for markdown, line in (
        ("a\n\n::: box Title\n\n- b\n\n::: nothing\nc\n:::\n:::\n", 7),
        ("a\n\n::: box Title\n\n```mermaid\nflowchart LR\nA --> B\nB --> C[x\n```\n:::\n", 8),
        ("a\n\n> - b\n>\n> ![c](d.png)\n", 5),
    ):
        with pytest.raises(SketchError) as caught:
            document(markdown)
        assert caught.value.where is not None and caught.value.where.line == line


def test_comments_are_left_out_and_the_words_of_html_are_kept() -> None:
    assert document("<!-- a\n\nb -->\n\nwords\n").intro[0].words == "words"
    with pytest.warns(UserWarning, match="HTML"):
        assert document("<div>\nsome *words*\n</div>\n").intro[0].words == "some \\*words\\*"


@pytest.mark.parametrize(
    "line",
    ["A[fa:fa-car x] --> B", "A --> B; click A \"https://example.org\"", "A --> B; style A stroke:#f00",
     "A --> B; linkStyle 0 stroke:#f00"],
)  # fmt: skip
def test_a_flowchart_that_says_more_than_steps_can_is_drawn_as_it_is(line):
    for said, kind in ((line, "flowchart"), ("A --> B", "flow")):
        (block,) = document(f"words\n\n```mermaid\nflowchart LR\n{said}\n```\n").intro[1:]
        assert block.kind == kind
