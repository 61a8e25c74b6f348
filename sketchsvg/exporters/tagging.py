"""Tags: the structure of a document (ISO 32000-1, 14.7 and 14.8), so that it can be read aloud, in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sketchsvg.exporters.linking import Links
from sketchsvg.exporters.reading import Element, said
from sketchsvg.exporters.textlayer import POINTS_PER_MM, Run
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Part, Word

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

#: The standard types of elements; those of headings have their level in place of ``{}``.
TYPES = {
    "section": "Sect", "card": "Sect", "heading": "H{}", "paragraph": "P", "list": "L", "item": "LI", "label": "Lbl",
    "body": "LBody", "table": "Table", "row": "TR", "header": "TH", "cell": "TD", "figure": "Figure",
    "caption": "Caption", "quote": "BlockQuote", "code": "Code", "note": "Note", "formula": "Formula",
}  # fmt: skip
DEEPEST = 6
#: What encloses whatever is no content: the drawing itself, whose words are the content, and what every page repeats.
DECORATION = "/Artifact BMC"
FURNITURE = "/Artifact <</Type/Pagination>> BDC"


class Tags:
    """The structure of a document while it grows, chapter by chapter and page by page."""

    def __init__(self, pdf: Pdf, language: str) -> None:
        from pikepdf import Array, Dictionary, Name, Object

        self._pdf, self._language, self._parsed = pdf, language, Object.parse
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self._element("Document", self._root)
        self._document.K = Array()
        self._root.K = self._document
        self._holder: Any = self._document
        self._pages: list[Any] = []
        self._annotations: list[Any] = []
        self._notes: list[Any] = []

    def begin_chapter(self, title: str, language: str) -> None:
        """What follows is a text of its own in a document of several."""
        from pikepdf import Array, String

        self._holder = self._element("Part", self._document)
        self._holder.T = String(title)
        if language != self._language:
            self._holder.Lang = String(language)
        self._holder.K = Array()
        self._document.K.append(self._holder)

    def tag(self, sheet: Dictionary, page: InkedPage, elements: Sequence[Element], links: Links) -> TaggedPage:
        """Puts what is read on one page into the structure: the page's words as they are to be set."""
        from pikepdf import Array, Name

        tagged = TaggedPage(self, sheet, page, links)
        for element in elements:
            made = tagged.add(element, self._holder)
            if made is not None:
                self._holder.K.append(made)
        sheet.StructParents = len(self._pages)
        sheet.Tabs = Name.S
        self._pages.append(self._pdf.make_indirect(Array(tagged.owners)))
        return tagged

    def finish(self) -> None:
        """Ties everything together: which element each marked content and each link belongs to."""
        from pikepdf import Array, Dictionary, String

        count = len(self._pages)
        for number, (annotation, _) in enumerate(self._annotations, count):
            annotation.StructParent = number
        owners = [*self._pages, *(element for _, element in self._annotations)]
        entries = [thing for number, owner in enumerate(owners) for thing in (number, owner)]
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(entries)))
        self._root.ParentTreeNextKey = len(owners)
        if self._notes:
            names = [thing for name, note in self._notes for thing in (String(name), note)]
            self._root.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(names)))
        catalog = self._pdf.Root
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = Dictionary(Marked=True)

    def element_for(self, element: Element, parent: Any) -> Any:
        """The object of one element, with what it says of itself."""
        kind = TYPES.get(element.role, "P").format(min(element.level, DEEPEST))
        attributes = ""
        if kind == "L":
            attributes = f"/A<</O/List/ListNumbering/{_numbering(element)}>>"
        elif kind == "TH":
            attributes = "/A<</O/Table/Scope/Column>>"
        made = self._element(kind, parent, attributes)
        if element.shown:
            made.Alt = element.shown
        if kind == "Note":
            if element.part is not None and element.part.shown:
                made.T = element.part.shown
            made.ID = name = f"note{len(self._notes) + 1:06d}"
            self._notes.append((name, made))
        if element.words and not self._language.startswith("ko") and _is_korean(element.words):
            made.Lang = "ko"
        return made

    def annotated(self, annotation: Any, element: Any) -> None:
        """Remembers that a link on a page belongs to an element."""
        self._annotations.append((annotation, element))

    def _element(self, kind: str, parent: Any, attributes: str = "") -> Any:
        """An element of a standard type; parsing it from text takes a fifth of the time of putting it together."""
        made = self._pdf.make_indirect(self._parsed(f"<</S/{kind}{attributes}>>".encode("ascii")))
        made.P = parent
        return made


class TaggedPage:
    """One page while it is tagged: its runs of marked words, and the element that each marked content belongs to."""

    def __init__(self, tags: Tags, sheet: Any, page: InkedPage, links: Links) -> None:
        self._tags, self._sheet, self._page, self._links = tags, sheet, page, links
        self.runs: list[Run] = []
        #: What marks the places of figures without words: operators that draw nothing.
        self.places: list[str] = []
        self.owners: list[Any] = []

    def add(self, element: Element, parent: Any) -> Any | None:
        """The object of an element and all in it; None for what is no content."""
        if element.role == "furniture":
            self.runs.append(Run(element.words, FURNITURE))
            return None
        if element.role == "code" and parent is not None:
            return self._code(element, parent)
        made = self._tags.element_for(element, parent)
        kids = [kid for one in element.elements if (kid := self.add(one, made)) is not None]
        kids += self._marked(element.words, made, str(made.S)) if element.words else []
        if element.role == "figure":
            self._lay_out(element, made)
            if not element.words:
                kids.append(self._place(element, made))
        if kids:
            made.K = kids[0] if len(kids) == 1 else kids
        return made

    def _lay_out(self, element: Element, made: Any) -> None:
        """Where a figure is, as far as that is known."""
        from pikepdf import Dictionary, Name

        if element.part is not None:
            made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=list(self._box(element.part)))

    def _code(self, element: Element, parent: Any) -> Any:
        """A block of code: a paragraph of it."""
        around = self._tags.element_for(Element("paragraph"), parent)
        around.K = inner = self._tags.element_for(element, around)
        inner.K = self._marked(element.words, inner, "/Code")
        return around

    def _marked(self, words: Iterable[Word], owner: Any, kind: str) -> list[Any]:
        """The words as marked content of ``owner``, links and drawings in their midst as elements of their own."""
        kids: list[Any] = []
        drawing = kind in ("/Figure", "/Formula")
        for (link, drawn), run in groupby(words, key=lambda word: (word.link, "" if drawing else word.drawn)):
            held = tuple(run)
            target = self._links.target(link) if link else None
            if target is not None:
                kids.append(self._link(held, owner, link))
            elif drawn:
                kids.append(self._drawing(held, owner, drawn))
            else:
                kids.append(self._mark(held, owner, kind))
        return kids

    def _mark(self, words: tuple[Word, ...], owner: Any, kind: str) -> int:
        number = self._owned(owner)
        self.runs.append(Run(words, f"{kind} <</MCID {number}>> BDC"))
        return number

    def _owned(self, owner: Any) -> int:
        if "/Pg" not in owner:
            owner.Pg = self._sheet
        self.owners.append(owner)
        return len(self.owners) - 1

    def _link(self, words: tuple[Word, ...], owner: Any, link: str) -> Any:
        from pikepdf import Array, Dictionary, Name

        made = self._tags.element_for(Element("paragraph"), owner)
        made.S = Name.Link
        kids: list[Any] = [self._mark(words, made, "/Link")]
        for annotation in self._links.on_page(self._sheet, self._page, words, link):
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation))
            self._tags.annotated(annotation, made)
        made.K = Array(kids)
        return made

    def _drawing(self, words: tuple[Word, ...], owner: Any, drawn: str) -> Any:
        """An icon or a formula among words."""
        formula = drawn == "formula"
        element = Element("formula" if formula else "figure", shown=said(words) if formula else drawn.replace("-", " "))
        made = self._tags.element_for(element, owner)
        made.K = self._mark(words, made, str(made.S))
        return made

    def _place(self, element: Element, owner: Any) -> int:
        number = self._owned(owner)
        part = element.part
        left, bottom, right, top = self._box(part) if part is not None else (0.0, 0.0, 0.0, 0.0)
        box = f"{left:g} {bottom:g} {right - left:g} {top - bottom:g}"
        self.places.append(f"/Figure <</MCID {number}>> BDC {box} re n EMC")
        return number

    def _box(self, part: Part) -> tuple[float, float, float, float]:
        """Where a part is, in points: left, bottom, right, top."""
        rect, high = part.rect, self._page.height
        sides = (rect.x, high - rect.bottom, rect.right, high - rect.y)
        left, bottom, right, top = (round(side * POINTS_PER_MM, 2) for side in sides)
        return left, bottom, right, top


def _numbering(element: Element) -> str:
    """How a list is counted (ISO 32000-1, table 347)."""
    labels = [label for item in element.elements for label in item.elements if label.role == "label"]
    if not labels:
        return "None"
    return "Decimal" if all(said(label.words)[:1].isdigit() for label in labels) else "Disc"


def _is_korean(words: Iterable[Word]) -> bool:
    """Whether words are Korean more than anything else: a syllable weighs as much as two letters."""
    text = "".join(word.text for word in words)
    if text.isascii():
        return False
    syllables = sum("가" <= char <= "힣" for char in text)
    return 3 * syllables > sum(char.isalpha() for char in text)
