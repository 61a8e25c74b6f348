"""Files of mermaid text: one diagram on a page that is cut to it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from sketchsvg.readers.files import InputError, read_file

if TYPE_CHECKING:
    from sketchsvg.diagrams.flowchart import Flowchart
    from sketchsvg.diagrams.mindmap import MindMap
    from sketchsvg.frame import Setting
    from sketchsvg.sheet import Sheet

#: Room that a page leaves over what the diagram measures, mm: other hands write a little wider.
EASE = 1.0
#: A mind map is at most so many times as wide as it is high.
WIDEST = 3.2
#: How much wider than need be a mind map stands, so that its branches can swing.
AIRY = 1.2
#: No picture of a page is painted that is longer, mm.
LONGEST = 1700.0


def read_diagram(path: str) -> tuple[Sheet, ...]:
    """The sheet of a ``.mmd`` file: its diagram in the theme's usual size, smaller where no page would hold it.

    Raises ``MermaidError`` for what cannot be read, ``InputError`` for a file that is no text, ``LayoutError`` for a
    diagram that is larger than any page.
    """
    from sketchsvg.page import SMALLEST, Page
    from sketchsvg.readers.charts import diagram
    from sketchsvg.sheet import Sheet

    try:
        text = read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no UTF-8 text: {error.reason}.", mend="Save it as UTF-8.") from None
    block = diagram(text.replace("\r\n", "\n"), path)
    width, height = page_around(block)
    page = Page(max(SMALLEST, float(ceil(width))), max(SMALLEST, float(ceil(height))))
    return (Sheet(block, page=page, source=block.source),)


def page_around(block: Flowchart | MindMap) -> tuple[float, float]:
    """Width and height in mm of the page that is just large enough."""
    from sketchsvg.errors import LayoutError
    from sketchsvg.frame import Setting
    from sketchsvg.lettering.hand import hand_of
    from sketchsvg.theme.load import load_theme

    theme = load_theme("nano-banana")
    around = 2 * theme.space.margin + theme.space.gutter + EASE
    width = height = 0.0
    for size in (theme.type.body, (theme.type.body + theme.type.floor) / 2, theme.type.floor):
        width, height = _natural(block, Setting(theme, hand_of(theme.hand), "cobalt", size=size))
        if max(width, height) + around <= LONGEST:
            return width + around, height + around
    raise LayoutError(
        f"The diagram is {width:.0f} x {height:.0f} mm large, and no page is larger than {LONGEST:g} mm.",
        where=block.source, mend="Split it into several diagrams.",
        missing_mm=max(width, height) + around - LONGEST,
    )  # fmt: skip


def _natural(block: Flowchart | MindMap, setting: Setting) -> tuple[float, float]:
    """Width and height in mm that the diagram wants."""
    from sketchsvg.diagrams.flowchart import Flowchart
    from sketchsvg.diagrams.map_forms import FORMS, laid_out

    if isinstance(block, Flowchart):
        return block.natural(setting)
    widths = sorted({laid_out(block, form, setting).least * AIRY for form in FORMS})
    sizes = [(width, block.compose(width, setting).height) for width in widths]
    # The most open form of the map, unless that makes a strip of the page.
    lying = [size for size in sizes if size[0] <= WIDEST * size[1]]
    return max(lying) if lying else min(sizes)
