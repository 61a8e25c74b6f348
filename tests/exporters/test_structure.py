"""The rules can be broken: each is seen to be."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from sketchsvg import Sheet, bullets, figure, note, section, table, text, title
from tests.exporters.structure import archive_problems, elements, kind, structure_problems, top


@pytest.fixture
def page() -> pikepdf.Pdf:
    sheet = Sheet(
        title("Title") / section(
            "Head", table(("a", "b"), ("c", "d")), bullets("one", "two"), figure("star"), note("Note"),
            text("[link](https://example.org)"),
        ),
        page="A5",
    )
    return pikepdf.open(io.BytesIO(sheet.to_pdf()))


def of_kind(pdf: pikepdf.Pdf, wanted: str) -> Dictionary:
    return next(one for one in elements(top(pdf)) if kind(one) == wanted)


def unmark(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].obj.Contents
    contents[0].write(contents[0].read_bytes().replace(b"/Artifact BMC", b""))
    contents[2].write(contents[2].read_bytes().replace(b"Q EMC", b"Q"))


def retag(pdf: pikepdf.Pdf, name: str, other: str) -> None:
    of_kind(pdf, name).S = Name(f"/{other}")


def swap_parents(pdf: pikepdf.Pdf) -> None:
    owners = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    owners[0], owners[1] = owners[1], owners[0]


BROKEN: dict[str, tuple[Callable[[pikepdf.Pdf], object], str]] = {
    "drawn outside": (unmark, "neither content nor artifact"),
    "unknown type": (lambda pdf: retag(pdf, "Note", "Remark"), "no standard type"),
    "heading left out": (lambda pdf: retag(pdf, "H2", "H3"), "after one of"),
    "cell outside": (lambda pdf: retag(pdf, "TR", "P"), "TH in P"),
    "label outside": (lambda pdf: retag(pdf, "LI", "P"), "L holds P"),
    "other parent": (swap_parents, "is another element"),
    "no alt": (lambda pdf: of_kind(pdf, "Figure").__delitem__("/Alt"), "without words"),
    "no scope": (lambda pdf: of_kind(pdf, "TH").A.__delitem__("/Scope"), "header of nothing"),
    "no id": (lambda pdf: of_kind(pdf, "Note").__delitem__("/ID"), "without an id"),
    "no numbering": (lambda pdf: of_kind(pdf, "L").__delitem__("/A"), "is numbered"),
    "no contents": (lambda pdf: pdf.pages[0].obj.Annots[0].__delitem__("/Contents"), "without words"),
    "no tabs": (lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"), "order of tabs"),
    "lost link": (lambda pdf: of_kind(pdf, "Link").__setattr__("K", 0), "that no element holds"),
    "not marked": (lambda pdf: pdf.Root.MarkInfo.__setattr__("Marked", False), "not marked"),
    "no language": (lambda pdf: pdf.Root.__setattr__("Lang", String("of Babel")), "no language"),
    "content lost": (lambda pdf: of_kind(pdf, "H1").__delitem__("/K"), "not every marked content"),
}  # fmt: skip

UNARCHIVED: dict[str, tuple[Callable[[pikepdf.Pdf], object], str]] = {
    "no profile": (lambda pdf: pdf.Root.__setattr__("OutputIntents", Array()), "colours have no meaning"),
    "script": (lambda pdf: pdf.Root.__setattr__("OpenAction", Dictionary(S=Name.JavaScript)), "/OpenAction"),
    "meaning": (lambda pdf: font_of(pdf).ToUnicode.write(b""), "not every code has a meaning"),
    "widths": (lambda pdf: font_of(pdf).DescendantFonts[0].W[1].__setitem__(0, 999), "not that of its glyph"),
    "action": (lambda pdf: pdf.pages[0].obj.Annots[0].A.__setattr__("S", Name.Launch), "/Launch"),
}  # fmt: skip


def font_of(pdf: pikepdf.Pdf) -> Dictionary:
    return pdf.pages[0].obj.Resources.Font["/Words"]


def test_nothing_is_wrong_with_what_we_write(page: pikepdf.Pdf):
    assert structure_problems(page) + archive_problems(page) == []


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_in_the_structure_is_seen(page: pikepdf.Pdf, name: str):
    spoil, message = BROKEN[name]
    spoil(page)
    assert any(message in problem for problem in structure_problems(page)), structure_problems(page)


@pytest.mark.parametrize("name", UNARCHIVED)
def test_what_no_archive_takes_is_seen(page: pikepdf.Pdf, name: str):
    spoil, message = UNARCHIVED[name]
    spoil(page)
    assert any(message in problem for problem in archive_problems(page)), archive_problems(page)
