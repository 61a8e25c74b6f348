"""PDF: strokes by cairo, and with them the words, what they are, and what the document says of itself, by pikepdf."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.exporters.linking import Bookmark, Links, bookmarks
from sketchsvg.exporters.painting import UNITS_PER_MM, Painting, painting_of
from sketchsvg.exporters.pathdata import steps_of
from sketchsvg.exporters.pdfmetadata import About, about, metadata, properties
from sketchsvg.exporters.pdfpath import path_operators
from sketchsvg.exporters.reading import read
from sketchsvg.exporters.side_by_side import side_by_side
from sketchsvg.exporters.srgb import NAME, srgb_profile
from sketchsvg.exporters.tagging import DECORATION, TaggedPage, Tags
from sketchsvg.exporters.textlayer import FONT, POINTS_PER_MM, add_font, check_words, codes_of, text_operators
from sketchsvg.geometry.rect import Rect
from sketchsvg.inked import InkedPage

if TYPE_CHECKING:
    from pikepdf import Pdf

#: The level at which the strokes are deflated: 6 would take three times as long for files 3 % smaller.
DEFLATE_LEVEL = 4


class Chapter(Struct, frozen=True):
    """Pages that are one text: their headings are counted together, and their links lead to their own headings."""

    name: str
    pages: tuple[InkedPage, ...]


class DrawnPage(InkedPage, frozen=True, eq=False):
    """A page whose strokes are a PDF already, so that they need not be kept: a book is made of many.

    ``drawing`` is that PDF, ``packed`` the deflated content that its page is to have (empty: it has it).
    """

    drawing: bytes = b""
    packed: bytes = b""


def to_pdf(page: InkedPage) -> bytes:
    """The page as a PDF of its exact size: vector strokes, and the words as invisible text in reading order.

    It has an outline, links, and tags that say what is a heading, a list, a table or a figure. The same page gives the
    same bytes; its date is that of ``SOURCE_DATE_EPOCH`` (seconds since 1970), or the start of 2000. Raises
    ``SheetError`` and ``MissingCairoError``.
    """
    return bound([Chapter("", (page,))])


def bound(chapters: Sequence[Chapter], blanks: Sequence[InkedPage] = ()) -> bytes:
    """The pages of one or several texts as one PDF; title, author, language and date are those of the first page.

    Several texts are each an entry of the outline that holds its own; their pages are labelled with their names.
    ``blanks`` follow them: pages on which there is nothing to read.
    """
    pages = [page for chapter in chapters for page in chapter.pages]
    check_words(word for page in pages for word in page.words)
    said = about(pages)
    drawings = [_drawing(page) for page in (*pages, *blanks)]
    from pikepdf import Name, ObjectStreamMode

    pdf, *others = (drawing.pdf for drawing in drawings)
    for other in others:
        pdf.pages.extend(other.pages)
    with pdf:
        streams = [page.obj.Contents for page in pdf.pages]
        packed: list[bytes] = []

        def write() -> None:
            _write(pdf, chapters, pages, said)
            for number, blank in enumerate(blanks, len(pages)):
                _fit(pdf, number, blank, b"")
            _describe(pdf, said)

        def pack() -> None:
            packed.extend(drawing.packed or _packed(drawing.content) for drawing in drawings)

        side_by_side(lambda work: work(), (write, pack))
        for stream, data in zip(streams, packed, strict=True):
            if data:
                stream.write(data, filter=Name.FlateDecode)
        output = BytesIO()
        pdf.save(
            output, min_version="1.7", deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate, compress_streams=True,
        )  # fmt: skip
    return output.getvalue()


def drawn(page: InkedPage) -> DrawnPage:
    """The page with its strokes drawn: ``bound`` makes of it what it makes of ``page``."""
    strokes = _strokes(painting_of(page))
    if page.rasters:
        strokes = replace(strokes, data=_saved(strokes.pdf))
    strokes.pdf.close()
    kept = {name: getattr(page, name) for name in page.__struct_fields__ if name not in ("paths", "rasters")}
    return DrawnPage(**kept, paths=(), drawing=strokes.data, packed=_packed(strokes.content))


class _Drawing(Struct, frozen=True):
    """A PDF of one page of strokes, open and as bytes, and the content that its page is to have (empty: it has it)."""

    pdf: Any
    data: bytes = b""
    content: bytes = b""
    packed: bytes = b""


def _drawing(page: InkedPage) -> _Drawing:
    """The page's strokes, drawn now unless they have been."""
    if not isinstance(page, DrawnPage):
        return _strokes(painting_of(page))
    from pikepdf import Pdf

    return _Drawing(Pdf.open(BytesIO(page.drawing)), packed=page.packed)


def _packed(content: bytes) -> bytes:
    return zlib.compress(content, DEFLATE_LEVEL) if content else b""


def _strokes(painting: Painting) -> _Drawing:
    """The page's strokes in units: laid out by cairo, with the numbers printed here, which is ten times faster.

    Where cairo writes its pages in an unknown way, cairo prints the numbers too.
    """
    from sketchsvg.exporters.cairo import STAND_IN, draw_pdf, draw_pdf_stand_ins

    steps = steps_of(painting.curves, UNITS_PER_MM)
    stand_ins = draw_pdf_stand_ins(painting)
    from pikepdf import Pdf

    pdf = Pdf.open(BytesIO(stand_ins))
    content = pdf.pages[0].obj.Contents.read_bytes()
    if [int(number) for number in STAND_IN.findall(content)] != list(range(len(painting.elements))):
        pdf.close()
        data = draw_pdf(painting, steps)
        pdf = Pdf.open(BytesIO(data))
        if painting.rasters:
            over = _images(pdf, painting, painting.height / UNITS_PER_MM)
            sheet = pdf.pages[0].obj
            return _Drawing(pdf, data, b"q " + sheet.Contents.read_bytes() + b" Q\n" + over)
        return _Drawing(pdf, data)
    paths = path_operators(steps, [(element.first, element.last) for element in painting.elements])
    after = b""
    if painting.rasters and painting.under < len(paths):
        paths[painting.under] = _images(pdf, painting) + paths[painting.under]
    elif painting.rasters:
        after = _images(pdf, painting, painting.height / UNITS_PER_MM)
        content = b"q " + content + b" Q\n"
    return _Drawing(pdf, stand_ins, STAND_IN.sub(lambda found: paths[int(found[1])], content) + after)


def _images(pdf: Pdf, painting: Painting, height: float | None = None) -> bytes:
    """The operators that paint the page's pictures of pixels, which are resources of it from now on."""
    from sketchsvg.exporters.rasterpdf import add_images, image_operators

    add_images(pdf, painting.rasters)
    return image_operators(painting.rasters, height)


def _saved(pdf: Pdf) -> bytes:
    output = BytesIO()
    pdf.save(output, deterministic_id=True)
    return output.getvalue()


def _write(pdf: Pdf, chapters: Sequence[Chapter], pages: Sequence[InkedPage], said: About) -> None:
    """Gives the pages their sizes and their words, tagged and linked, and the document its outline."""
    from pikepdf import Dictionary, Name

    tags = Tags(pdf, said.language)
    outline: list[Bookmark] = []
    labels: list[str] = []
    tagged: list[TaggedPage] = []
    for chapter in chapters:
        elements, number = read(chapter.pages), len(tagged)
        headings = bookmarks(chapter.pages, elements, number)
        links = Links(pdf, headings)
        first = chapter.pages[0]
        if len(chapters) > 1:
            tags.begin_chapter(first.title or chapter.name, first.language)
            headings = _under(first.title or chapter.name, headings, number, first.height)
            count = len(chapter.pages)
            labels += [chapter.name if count == 1 else f"{chapter.name} {page}" for page in range(1, count + 1)]
        outline += headings
        for page, content in zip(chapter.pages, elements, strict=True):
            tagged.append(tags.tag(pdf.pages[len(tagged)].obj, page, content, links))
    tags.finish()
    codes = codes_of(run for one in tagged for run in one.runs)
    font = add_font(pdf, codes)
    for number, (page, one) in enumerate(zip(pages, tagged, strict=True)):
        words = text_operators(one.runs, page.height, codes)
        _fit(pdf, number, page, b"\n".join([words, *(place.encode("ascii") for place in one.places)]))
        resources = pdf.pages[number].obj.Resources
        if "/Font" not in resources:
            resources.Font = Dictionary()
        resources.Font[Name(FONT)] = font
    if outline:
        _outline(pdf, outline)
    if labels:
        _label(pdf, labels)


def _fit(pdf: Pdf, number: int, page: InkedPage, words: bytes) -> None:
    """Give a page its size in points, scale the drawing from units to points, put the words over it."""
    from pikepdf import Array

    sheet = pdf.pages[number].obj
    whole = Rect(0, 0, page.width, page.height)
    scale = round(POINTS_PER_MM / UNITS_PER_MM, 10)
    sheet.MediaBox = Array(_box(whole, page))
    sheet.TrimBox = Array(_box(page.boxes.trim if page.boxes else whole, page))
    if page.boxes:
        sheet.BleedBox = Array(_box(page.boxes.bleed, page))
    sheet.Contents = Array([
        pdf.make_stream(f"{DECORATION} q {scale:.10f} 0 0 {scale:.10f} 0 0 cm".encode("ascii")),
        sheet.Contents,
        pdf.make_stream(b"Q EMC\n" + words),
    ])


def _box(rect: Rect, page: InkedPage) -> list[float]:
    """A part of the page as a PDF box: left, bottom, right, top in points."""
    sides = (rect.x, page.height - rect.bottom, rect.right, page.height - rect.y)
    return [round(side * POINTS_PER_MM, 4) for side in sides]


def _describe(pdf: Pdf, said: About) -> None:
    """What the document says of itself, and what its colours mean."""
    from pikepdf import Array, Dictionary, Name

    pdf.docinfo = pdf.make_indirect(properties(said))
    root = pdf.Root
    root.Metadata = pdf.make_stream(metadata(said), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = said.language
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.OutputIntents = Array([Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=NAME, Info=NAME,
        DestOutputProfile=pdf.make_stream(srgb_profile(), N=3),
    )])  # fmt: skip


def _under(title: str, headings: Sequence[Bookmark], page: int, height: float) -> list[Bookmark]:
    """The bookmarks below one that is the whole chapter's; a title of the same words is that one."""
    head = Bookmark(title, 0, page, round(height * POINTS_PER_MM, 2))
    return [head, *(replace(one, depth=one.depth + 1) for one in headings if (one.words, one.depth) != (title, 0))]


def _outline(pdf: Pdf, entries: Sequence[Bookmark]) -> None:
    from pikepdf import Name, OutlineItem

    with pdf.open_outline() as outline:
        # The entries that stand open, one a depth.
        above: list[OutlineItem] = []
        for mark in entries:
            item = OutlineItem(mark.words, mark.page, "XYZ", top=mark.y)
            depth = min(mark.depth, len(above))
            (above[depth - 1].children if depth else outline.root).append(item)
            above[depth:] = [item]
    if len(pdf.pages) > 1:
        pdf.Root.PageMode = Name.UseOutlines


def _label(pdf: Pdf, labels: Sequence[str]) -> None:
    """What readers show as the number of each page (ISO 32000-1, 12.4.2)."""
    from pikepdf import Array, Dictionary, String

    entries = [thing for number, label in enumerate(labels) for thing in (number, Dictionary(P=String(label)))]
    pdf.Root.PageLabels = Dictionary(Nums=Array(entries))
