"""SVG: the only place that knows drawsvg."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from sketchsvg.exporters.painting import UNITS_PER_MM, Element, Painting, escaped, painting_of
from sketchsvg.exporters.pathdata import path_texts, steps_of
from sketchsvg.inked import InkedPage

if TYPE_CHECKING:
    from drawsvg import Drawing, DrawingElement


def to_svg(page: InkedPage) -> str:
    """The page as an SVG document: one path a colour and pen, whole numbers only, sizes in mm.

    The same page gives the same text. Raises ``SheetError`` for what an SVG cannot hold.
    """
    painting = painting_of(page)
    steps = steps_of(painting.curves, UNITS_PER_MM)
    texts = path_texts(steps, [(element.first, element.last) for element in painting.elements])
    return f"{_drawing(painting, texts).as_svg()}\n"


def _drawing(painting: Painting, texts: list[str]) -> Drawing:
    """The document in drawsvg's terms. It writes attributes as they stand, so they are escaped here."""
    import drawsvg

    class Description(drawsvg.Title):  # type: ignore[misc]
        TAG_NAME = "desc"

    def group(label: str, pairs: list[tuple[Element, str]]) -> DrawingElement:
        paths = [drawsvg.Path(text, **_safe(element.paint)) for element, text in pairs]
        return drawsvg.Group(paths, **_safe({"data-label": label}))

    about = {"role": "img", "lang": painting.language}
    drawing = drawsvg.Drawing(painting.width, painting.height, **_safe(about))
    drawing.set_render_size(f"{painting.width_mm}mm", f"{painting.height_mm}mm")
    if painting.title:
        drawing.append(drawsvg.Title(painting.title))
    if painting.description:
        drawing.append(Description(painting.description))
    painted = zip(painting.elements, texts, strict=True)
    by_label = groupby(painted, key=lambda pair: pair[0].label)
    families = [group(label, list(pairs)) for label, pairs in by_label]
    round_pen = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
    drawing.append(drawsvg.Group(families, **_safe(round_pen)))
    return drawing


def _safe(attributes: dict[str, str]) -> dict[str, str]:
    """Attribute values that can stand between double quotes."""
    return {name: escaped(value) for name, value in attributes.items()}
