"""Imposition: the pages of a PDF, several on each side of a printer's sheet."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from sketchsvg.exporters.bleed import MARK_WEIGHT, crop_marks, fold_marks
from sketchsvg.exporters.pdfmetadata import without_claims
from sketchsvg.finish import Finish
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.imposing import Grid, Imposition, grid_for, sides

if TYPE_CHECKING:
    from pikepdf import Array as Box
    from pikepdf import Object, OutlineItem, Pdf

POINTS_PER_MM = 72 / 25.4


def imposed(pdf: bytes, imposition: Imposition, finish: Finish | None = None) -> bytes:
    """The pages of ``pdf`` on printer's sheets, as vectors, their words still to be found.

    Pages bleed at the edges of the sheet, not into their neighbours, as far as ``finish`` says (and as their own
    BleedBox reaches); its ``crop_marks`` stand around the block of pages, and show where a booklet is folded. The same
    pages give the same bytes.
    """
    from pikepdf import Name, ObjectStreamMode, Pdf

    finish = finish or Finish()
    with Pdf.open(BytesIO(pdf)) as pages, Pdf.new() as sheets:
        boxes = [_box(page.trimbox) for page in pages.pages]
        grid = grid_for(imposition, max(box.width for box in boxes), max(box.height for box in boxes))
        medium = _medium(grid, finish)
        plan = sides(len(boxes), imposition, grid.columns * grid.rows)
        for side in plan:
            _add_side(sheets, pages, boxes, side, grid, medium, imposition, finish)
        _say_the_same(sheets, pages)
        _outline(sheets, pages, {page: side for side, held in enumerate(plan) for page in held if page is not None})
        if imposition.booklet:
            sheets.Root.ViewerPreferences.Duplex = Name.DuplexFlipShortEdge
        output = BytesIO()
        sheets.save(
            output, min_version="1.7", deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate, compress_streams=True,
        )  # fmt: skip
    return output.getvalue()


def _medium(grid: Grid, finish: Finish) -> Rect:
    """The rectangle that the PDF page shows, seen from the sheet: larger where bleed and marks need it."""
    around = grid.block.inset(-finish.edge)
    left, top = min(0.0, around.x), min(0.0, around.y)
    return Rect(left, top, max(grid.width, around.right) - left, max(grid.height, around.bottom) - top)


def _add_side(
    sheets: Pdf, pages: Pdf, boxes: list[Rect], side: tuple[int | None, ...], grid: Grid, medium: Rect,
    imposition: Imposition, finish: Finish,
) -> None:  # fmt: skip
    from pikepdf import Array, Dictionary, Name

    forms = Dictionary()
    content = []
    for number, page in enumerate(side):
        if page is None:
            continue
        name = f"/P{page}"
        forms[name] = sheets.copy_foreign(_form(pages, page))
        place = _place(grid, number, boxes[page], imposition)
        content.append(_drawn(name, boxes[page], place, _shown(grid, number, finish), grid.scale, medium))
    if finish.crop_marks:
        marks = [crop_marks(grid.block, finish.bleed)]
        if imposition.booklet:
            marks.append(fold_marks(grid.block, finish.bleed))
        content.append(_lines(Curves.joined(marks), medium))
    sheets.add_blank_page(page_size=(72, 72))
    made = sheets.pages[-1].obj
    made.MediaBox = Array(_points(medium, medium))
    cut = bool(finish.bleed or finish.crop_marks)
    made.TrimBox = Array(_points(grid.block if cut else medium, medium))
    if cut:
        made.BleedBox = Array(_points(grid.block.inset(-finish.bleed), medium))
    made.Resources = Dictionary(XObject=forms)
    made.Contents = sheets.make_stream("\n".join(content).encode("ascii"))
    assert made.Type == Name.Page


def _form(pages: Pdf, page: int) -> Object:
    """A page as a drawing that can be placed, with its bleed."""
    one = pages.pages[page]
    form = one.as_form_xobject()
    bleed = one.obj.get("/BleedBox", None)
    form.BBox = one.trimbox if bleed is None else bleed
    return pages.make_indirect(form)


def _place(grid: Grid, number: int, box: Rect, imposition: Imposition) -> Rect:
    """Where a page stands in its cell, mm on the sheet: in the middle, or at the fold of a booklet."""
    cell = grid.cell(number)
    wide, high = box.width * grid.scale, box.height * grid.scale
    share = (1.0, 0.0)[number] if imposition.booklet else 0.5
    return Rect(cell.x + (cell.width - wide) * share, cell.y + (cell.height - high) / 2, wide, high)


def _shown(grid: Grid, number: int, finish: Finish) -> Rect:
    """What a cell may show, mm on the sheet: itself, and bleed where it has no neighbour."""
    cell, bleed = grid.cell(number), finish.bleed
    row, column = divmod(number, grid.columns)
    left, top = bleed * (column == 0), bleed * (row == 0)
    right, bottom = bleed * (column == grid.columns - 1), bleed * (row == grid.rows - 1)
    return Rect(cell.x - left, cell.y - top, cell.width + left + right, cell.height + top + bottom)


def _drawn(name: str, box: Rect, place: Rect, shown: Rect, scale: float, medium: Rect) -> str:
    """The operators that clip to ``shown`` and draw the form ``name`` so that ``box`` (points) falls on ``place``."""
    left, bottom, right, top = _points(shown, medium)
    x, y, _, _ = _points(place, medium)
    x, y = x - box.x * POINTS_PER_MM * scale, y - box.y * POINTS_PER_MM * scale
    clip = " ".join(_number(value) for value in (left, bottom, right - left, top - bottom))
    matrix = f"{_number(scale, 8)} 0 0 {_number(scale, 8)} {_number(x)} {_number(y)}"
    return f"q {clip} re W n {matrix} cm {name} Do Q"


def _lines(curves: Curves, medium: Rect) -> str:
    """Straight strokes as operators, in the colour of all printing plates (ISO 32000-1, 8.6.6.4: Separation All)."""
    lines = ["q 0 G", f"{_number(MARK_WEIGHT * POINTS_PER_MM)} w"]
    for stroke in curves.strokes():
        (x0, y0), (x1, y1) = (
            ((point[0] - medium.x) * POINTS_PER_MM, (medium.bottom - point[1]) * POINTS_PER_MM)
            for point in (stroke[0], stroke[-1])
        )
        lines.append(f"{_number(x0)} {_number(y0)} m {_number(x1)} {_number(y1)} l S")
    return "\n".join([*lines, "Q"])


def _say_the_same(sheets: Pdf, pages: Pdf) -> None:
    """Title, author, language and dates are those of the pages."""
    from pikepdf import Dictionary, Name

    info = sheets.copy_foreign(pages.make_indirect(pages.docinfo))
    assert isinstance(info, Dictionary)
    sheets.docinfo = info
    if "/Lang" in pages.Root:
        sheets.Root.Lang = pages.Root.Lang
    if "/Metadata" in pages.Root:
        # What is tagged for reading aloud page by page is not so on sheets that are to be folded.
        packet = without_claims(pages.Root.Metadata.read_bytes())
        sheets.Root.Metadata = sheets.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    sheets.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _outline(sheets: Pdf, pages: Pdf, side_of: dict[int, int]) -> None:
    """The outline of the pages, leading to the sides that they stand on."""
    from pikepdf import Array, Name, OutlineItem

    numbers = {page.obj.objgen: number for number, page in enumerate(pages.pages)}

    def led(item: OutlineItem) -> OutlineItem:
        target = item.destination
        number = numbers.get(target[0].objgen, 0) if isinstance(target, Array) else 0
        made = OutlineItem(item.title, side_of[number], "Fit")
        made.children.extend(led(child) for child in item.children)
        return made

    with pages.open_outline() as old, sheets.open_outline() as new:
        new.root.extend(led(item) for item in old.root)
        if new.root:
            sheets.Root.PageMode = Name.UseOutlines


def _box(box: Box) -> Rect:
    """A PDF box in mm, to a micrometre, its origin at the lower left as in the PDF."""
    left, bottom, right, top = (round(float(side) / POINTS_PER_MM, 3) for side in box)
    return Rect(left, bottom, right - left, top - bottom)


def _points(rect: Rect, medium: Rect) -> list[float]:
    """A rectangle of the sheet as a PDF box on the medium: left, bottom, right, top in points."""
    sides_ = (rect.x - medium.x, medium.bottom - rect.bottom, rect.right - medium.x, medium.bottom - rect.y)
    return [round(side * POINTS_PER_MM, 4) for side in sides_]


def _number(value: float, digits: int = 4) -> str:
    return f"{round(value, digits) + 0.0:.{digits}f}".rstrip("0").rstrip(".")
