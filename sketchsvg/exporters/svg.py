"""SVG: the only place that knows drawsvg."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from struct import pack
from typing import TYPE_CHECKING
from zlib import MAX_WBITS, compressobj, crc32

from sketchsvg.exporters.painting import UNITS_PER_MM, Element, Painting, escaped, painting_of
from sketchsvg.exporters.pathdata import path_texts, steps_of
from sketchsvg.exporters.postponing import postponed
from sketchsvg.exporters.svgtext import label_of, text_layer
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Part
from sketchsvg.web import Web, id_of

if TYPE_CHECKING:
    from drawsvg import Drawing, DrawingElement


def to_svg(page: InkedPage, web: Web | None = None) -> str:
    """The page as an SVG document: one path a colour and pen, whole numbers only, sizes in mm, its words as text.

    The same page gives the same text. Raises ``SheetError`` for what an SVG cannot hold.
    """
    web = web or Web()
    painting = painting_of(page)
    steps = steps_of(painting.curves, UNITS_PER_MM)
    paths = path_texts(steps, [(element.first, element.last) for element in painting.elements], painting.heads)
    prefix = web.prefix or prefix_of(page)
    layer = text_layer(page.words, page.parts, prefix) if web.text else ""
    return f"{_drawing(painting, paths, layer, page.parts if layer else (), prefix, web).as_svg()}\n"


def packed(svg: str) -> bytes:
    """A document packed by gzip (RFC 1952), as servers and browsers take it: the same text, the same bytes."""
    data = svg.encode()
    deflate = compressobj(9, wbits=-MAX_WBITS)
    # Deflated as small as can be, with no name, no time and no system.
    header = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
    return header + deflate.compress(data) + deflate.flush() + pack("<II", crc32(data), len(data))


def prefix_of(page: InkedPage) -> str:
    """What the ids of a page begin with: its title as one word, else a number that its words give."""
    return id_of(page.title or f"page {crc32(label_of(page.words).encode('utf-8', 'replace')):08x}")


def _drawing(
    painting: Painting, paths: list[str], layer: str, parts: Sequence[Part], prefix: str, web: Web
) -> Drawing:
    """The document in drawsvg's terms. It writes attributes as they stand, so they are escaped here."""
    # A tenth of a page's time would go into loading what drawsvg has for films and addresses on the network.
    with postponed("urllib.request", "tempfile", "shutil", "random"):
        import drawsvg

    class Description(drawsvg.Title):  # type: ignore[misc]
        TAG_NAME = "desc"

    def group(label: str, pairs: list[tuple[Element, str]]) -> DrawingElement:
        drawn = [drawsvg.Path(text, **_safe(_paint(element, current))) for element, text in pairs]
        return drawsvg.Group(drawn, **_safe({"data-label": label}))

    # What only looks is one picture; what can be read is a document, whose words would be hidden inside a picture.
    about = {"id": prefix, "role": "graphics-document document" if layer else "img", "lang": painting.language}
    drawing = drawsvg.Drawing(painting.width, painting.height, **_safe(about))
    if web.responsive:
        drawing.svg_args.update(width=None, height=None)
    else:
        drawing.set_render_size(f"{painting.width_mm}mm", f"{painting.height_mm}mm")
    if painting.title:
        drawing.append(drawsvg.Title(painting.title))
    if painting.description:
        drawing.append(Description(painting.description))
    current = ""
    if web.current_color or web.dark:
        from sketchsvg.exporters.webcolours import dark_style, ink_colour

        current = ink_colour(painting) if web.current_color else ""
        if web.dark and (style := dark_style(painting, prefix, (current,))):
            drawing.append(drawsvg.Raw(f"<style>{style}</style>"))
    # The mouse is meant for the text, which says the same.
    apart = {"pointer-events": "none", "aria-hidden": "true"} if layer else {}
    round_pen = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round", **apart}

    def draw(pairs: list[tuple[Element, str]]) -> None:
        families = groupby(pairs, key=lambda pair: pair[0].label)
        if pairs:
            drawing.append(drawsvg.Group([group(label, list(family)) for label, family in families], **round_pen))

    pairs = list(zip(painting.elements, paths, strict=True))
    if painting.rasters:
        from sketchsvg.exporters.rastersvg import image

        draw(pairs[: painting.under])
        drawing.extend([drawsvg.Raw(image(raster, parts)) for raster in painting.rasters])
        pairs = pairs[painting.under :]
    if not layer:
        draw(pairs)
        return drawing
    # What is selected gets a coloured ground: the text stands under the writing, so that this stays clear.
    under = next((at for at, (element, _) in enumerate(pairs) if element.label == "text"), len(pairs))
    draw(pairs[:under])
    drawing.append(drawsvg.Raw(layer))
    draw(pairs[under:])
    return drawing


def _paint(element: Element, current: str) -> dict[str, str]:
    """The attributes of an element; what is painted in the colour ``current`` takes that of the page around it."""
    if element.colour != current:
        return element.paint
    return {name: "currentColor" if value == current else value for name, value in element.paint.items()}


def _safe(attributes: dict[str, str]) -> dict[str, str]:
    """Attribute values that can stand between double quotes."""
    return {name: escaped(value) for name, value in attributes.items()}
