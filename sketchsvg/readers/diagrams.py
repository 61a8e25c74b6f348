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
#: The widths tried for a mind map, in mm, and how wide its page is rather than high.
WIDTHS, LYING = (120, 140, 160, 180, 210, 240, 270, 297, 330, 360, 400, 480, 600, 800, 1100, 1500, 1900), 1.45


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
    width, height = _page_around(block)
    page = Page(max(SMALLEST, float(ceil(width))), max(SMALLEST, float(ceil(height))))
    return (Sheet(block, page=page, source=block.source),)


def _page_around(block: Flowchart | MindMap) -> tuple[float, float]:
    """Width and height in mm of the page that is just large enough."""
    from sketchsvg.errors import LayoutError
    from sketchsvg.frame import Setting
    from sketchsvg.lettering.hand import hand_of
    from sketchsvg.page import LARGEST
    from sketchsvg.theme.load import load_theme

    theme = load_theme("nano-banana")
    around = 2 * theme.space.margin + theme.space.gutter + EASE
    width = height = 0.0
    for size in (theme.type.body, (theme.type.body + theme.type.floor) / 2, theme.type.floor):
        width, height = _natural(block, Setting(theme, hand_of(theme.hand), "cobalt", size=size))
        if max(width, height) + around <= LARGEST:
            return width + around, height + around
    raise LayoutError(
        f"The diagram is {width:.0f} x {height:.0f} mm large, and no page is larger than {LARGEST:g} mm.",
        where=block.source, mend="Split it into several diagrams.",
        missing_mm=max(width, height) + around - LARGEST,
    )  # fmt: skip


def _natural(block: Flowchart | MindMap, setting: Setting) -> tuple[float, float]:
    """Width and height in mm that the diagram wants."""
    from sketchsvg.diagrams.flowchart import Flowchart

    if isinstance(block, Flowchart):
        return block.natural(setting)
    least = block.least_width(setting)
    best = (float("inf"), least, 0.0)
    for width in (least + 0.01, *(float(width) for width in WIDTHS if width > least)):
        height = block.compose(width, setting).height
        best = min(best, (abs(width / height - LYING), width, height))
    return best[1], best[2]
