"""PDF: strokes by cairo, and over them the words, the title and the size, by pikepdf."""

from __future__ import annotations

import os
import zlib
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from sketchsvg.errors import SheetError
from sketchsvg.exporters.painting import UNITS_PER_MM, Painting, checked_text, escaped, painting_of
from sketchsvg.exporters.pathdata import steps_of
from sketchsvg.exporters.pdfpath import path_operators
from sketchsvg.exporters.textlayer import FONT, POINTS_PER_MM, add_font, text_operators
from sketchsvg.geometry.rect import Rect
from sketchsvg.inked import InkedPage

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

PRODUCER = "sketchsvg"
#: The level at which the strokes are deflated: 6 would take three times as long for files 3 % smaller.
DEFLATE_LEVEL = 4

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def to_pdf(page: InkedPage) -> bytes:
    """The page as a PDF of its exact size: vector strokes, and the words as invisible text in reading order.

    The same page gives the same bytes; its date is that of ``SOURCE_DATE_EPOCH`` (seconds since 1970), or
    the start of 2000. Raises ``SheetError`` and ``MissingCairoError``.
    """
    painting = painting_of(page)
    words = text_operators(page.words, page.height)
    date = _date()
    author = checked_text(page.author, "author")
    drawing = _drawing(painting)
    from pikepdf import Name, ObjectStreamMode

    with drawing as pdf:
        _fit(pdf, page, words)
        pdf.docinfo = pdf.make_indirect(_info(page, author, date))
        pdf.Root.Metadata = pdf.make_stream(
            _XMP.format(
                title=escaped(page.title), description=escaped(page.description), author=escaped(author),
                language=page.language, date=date.strftime("%Y-%m-%dT%H:%M:%SZ"), producer=PRODUCER,
            ).encode(),
            Type=Name.Metadata, Subtype=Name.XML,
        )
        pdf.Root.Lang = page.language
        pdf.Root.ViewerPreferences = {"/DisplayDocTitle": True}
        output = BytesIO()
        pdf.save(
            output, min_version="1.7", deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate, compress_streams=True,
        )
    return output.getvalue()


def _drawing(painting: Painting) -> Pdf:
    """The page's strokes in units: laid out by cairo, with the numbers printed here, which is ten times faster.

    Where cairo writes its pages in an unknown way, cairo prints the numbers too.
    """
    from sketchsvg.exporters.cairo import STAND_IN, draw_pdf, draw_pdf_stand_ins

    steps = steps_of(painting.curves, UNITS_PER_MM)
    stand_ins = draw_pdf_stand_ins(painting)
    from pikepdf import Name, Pdf, Stream

    pdf = Pdf.open(BytesIO(stand_ins))
    content = pdf.pages[0].obj.Contents.read_bytes()
    if [int(number) for number in STAND_IN.findall(content)] != list(range(len(painting.elements))):
        pdf.close()
        return Pdf.open(BytesIO(draw_pdf(painting, steps)))
    paths = path_operators(steps, [(element.first, element.last) for element in painting.elements])
    content = STAND_IN.sub(lambda found: paths[int(found[1])], content)
    pdf.pages[0].obj.Contents = Stream(pdf, zlib.compress(content, DEFLATE_LEVEL), Filter=Name.FlateDecode)
    return pdf


def _fit(pdf: Pdf, page: InkedPage, words: bytes) -> None:
    """Give the page its size in points, scale the drawing from units to points, put the words over it."""
    from pikepdf import Array, Dictionary, Name

    sheet = pdf.pages[0].obj
    whole = Rect(0, 0, page.width, page.height)
    scale = round(POINTS_PER_MM / UNITS_PER_MM, 10)
    sheet.MediaBox = Array(_box(whole, page))
    sheet.TrimBox = Array(_box(page.boxes.trim if page.boxes else whole, page))
    if page.boxes:
        sheet.BleedBox = Array(_box(page.boxes.bleed, page))
    drawing = sheet.Contents
    sheet.Contents = Array([
        pdf.make_stream(f"q {scale:.10f} 0 0 {scale:.10f} 0 0 cm".encode("ascii")),
        drawing,
        pdf.make_stream(b"Q\n" + words),
    ])
    if "/Font" not in sheet.Resources:
        sheet.Resources.Font = Dictionary()
    sheet.Resources.Font[Name(FONT)] = add_font(pdf, page.words)


def _box(rect: Rect, page: InkedPage) -> list[float]:
    """A part of the page as a PDF box: left, bottom, right, top in points."""
    sides = (rect.x, page.height - rect.bottom, rect.right, page.height - rect.y)
    return [round(side * POINTS_PER_MM, 4) for side in sides]


def _info(page: InkedPage, author: str, date: datetime) -> Dictionary:
    """The document's properties as older readers look for them."""
    from pikepdf import Dictionary, String

    stamp = date.strftime("D:%Y%m%d%H%M%SZ")
    info = Dictionary(Producer=PRODUCER, Creator=PRODUCER, CreationDate=stamp, ModDate=stamp)
    for name, text in (("/Title", page.title), ("/Author", author), ("/Subject", page.description)):
        if text:
            info[name] = String(text)
    return info


def _date() -> datetime:
    """The date of the file: told by the builder of reproducible packages, else always the same."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "946684800")
    try:
        return datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError):
        raise SheetError(
            f'SOURCE_DATE_EPOCH is "{told}", which is no date.',
            mend="Write the seconds since 1970 as a whole number.",
        ) from None
