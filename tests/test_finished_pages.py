"""Pages as a printer gets them, from the sheet to the file."""

import re
import warnings
from io import BytesIO

import pikepdf
import pytest

from sketchsvg import Finish, Sheet, card, section, title
from sketchsvg.pipeline import blank, compose, render, trace
from sketchsvg.scene import Layer
from sketchsvg.theme import theme_names

SHEET = Sheet(title("Finished") / section("A section", card("**card**", "==marked== words"), icon="cpu"), page="A6")


def layers(finish: Finish, theme: str = "nano-banana") -> set[int]:
    sheet = SHEET.changed(theme=theme)
    return {int(mark.layer) for mark in trace(sheet, compose(sheet), finish).marks}


def test_paper_can_be_left_out_whole_or_but_for_its_print():
    assert {Layer.PAPER, Layer.GRID} <= layers(Finish())
    assert {Layer.PAPER, Layer.GRID}.isdisjoint(layers(Finish(paper="none")))
    clear = layers(Finish(paper="clear"))
    assert Layer.PAPER not in clear
    assert Layer.GRID in clear


def test_a_plain_finish_changes_no_byte():
    for format in ("svg", "pdf"):
        assert render(SHEET, format, finish=Finish()) == render(SHEET, format)


def test_the_strokes_are_those_of_the_page_without_finish():
    def strokes(svg: bytes) -> list[str]:
        """Where pens go, without the paper."""
        found = re.findall(r'<path[^>]* d="([^"]*)"', svg.decode())
        return [path for path in found if len(path) > 60]

    plain = strokes(render(SHEET, "svg"))
    bare = strokes(render(SHEET, "svg", finish=Finish(paper="none")))
    assert set(bare) <= set(plain)
    assert len(bare) > 5


def test_light_inks_without_their_dark_paper_are_warned_of():
    with pytest.warns(UserWarning, match="mixed for dark paper"):
        render(SHEET.changed(theme="night"), "svg", finish=Finish(paper="none"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        render(SHEET.changed(theme="night"), "svg", finish=Finish(paper="none", mono=True))
        render(SHEET, "svg", finish=Finish(paper="none"))


def test_a_blank_page_has_the_paper_only():
    assert {int(mark.layer) for mark in blank(SHEET).marks} == {Layer.PAPER, Layer.GRID}


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("finish", [None, Finish(mono=True), Finish(bleed=3, crop_marks=True)], ids=["plain", "black", "bleed"])
def test_a_pdf_is_all_vectors(theme: str, finish: Finish | None):
    with pikepdf.open(BytesIO(render(SHEET.changed(theme=theme), "pdf", finish=finish))) as book:
        for thing in book.objects:
            if isinstance(thing, pikepdf.Stream):
                assert thing.get("/Subtype") != "/Image"
                assert "/ShadingType" not in thing
        content = b"\n".join(part.read_bytes() for part in book.pages[0].obj.Contents)
    assert b" c\n" in content or b" c " in content
    assert b"BI " not in content
