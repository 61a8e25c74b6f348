"""The words of a drawing kept as text: for SVG files alone, since only there a reader's fonts can write them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sketchsvg.drawing import Drawing
from sketchsvg.errors import SheetError
from sketchsvg.exporters.painting import UNITS_PER_MM, checked_text, escaped, number_text
from sketchsvg.readers.svg.affine import scale_of
from sketchsvg.readers.svg.items import Item, Lettering

if TYPE_CHECKING:
    from sketchsvg.web import Web

_ANCHORS = {0.0: "start", 0.5: "middle", 1.0: "end"}


class LabelledDrawing(Drawing, frozen=True, eq=False):
    """A drawing whose words are text in a reader's fonts: ``text`` is SVG markup that lies over all marks."""

    text: str

    def to_svg(self, web: Web | None = None) -> str:
        """The drawing as an SVG document, prepared for where it is shown by ``web``."""
        head, end, tail = Drawing.to_svg(self, web).rpartition("</svg>")
        return f"{head}{self.text}{end}{tail}"

    def to_pdf(self) -> bytes:
        """Raises ``SheetError``: there is no font for the words."""
        raise _no_fonts("PDF")

    def to_png(self, ppi: float = 300, width: int | None = None) -> bytes:
        """Raises ``SheetError``: there is no font for the words."""
        raise _no_fonts("PNG")

    def to_webp(self, ppi: float = 300, width: int | None = None) -> bytes:
        """Raises ``SheetError``: there is no font for the words."""
        raise _no_fonts("WebP")


def _no_fonts(format: str) -> SheetError:
    return SheetError(f"A {format} cannot keep text: it has no fonts.", mend="Write an SVG, or write it by hand.")


def kept_text(items: Iterable[Item]) -> str:
    """``<text>`` elements for all words, in the units of our SVG files; every value is escaped."""
    return "".join(_element(item) for item in items if isinstance(item, Lettering) and item.opacity > 0)


def _element(item: Lettering) -> str:
    em = scale_of(item.matrix) * UNITS_PER_MM
    if em <= 0 or not item.text.strip():
        return ""
    turn = [number_text(value * UNITS_PER_MM / em) for value in item.matrix[:4]]
    place = [number_text(value * UNITS_PER_MM) for value in item.matrix[4:]]
    attributes = {
        "transform": f"matrix({' '.join((*turn, *place))})",
        "font-size": number_text(em),
        "fill": item.colour,
        "text-anchor": _ANCHORS.get(item.anchor, "start"),
        "font-family": item.family or "sans-serif",
    }
    if item.opacity < 1:
        attributes["fill-opacity"] = number_text(item.opacity)
    if item.bold:
        attributes["font-weight"] = "bold"
    if item.fixed and item.width > 0:
        attributes |= {"textLength": number_text(item.width * em), "lengthAdjust": "spacingAndGlyphs"}
    written = " ".join(f'{name}="{escaped(checked_text(value, name))}"' for name, value in attributes.items())
    return f"<text {written}>{escaped(checked_text(item.text, 'text'))}</text>\n"
