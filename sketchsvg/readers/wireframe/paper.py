"""The paper that a drawing is put on when nobody says which: lying or standing as it is drawn, large enough to read."""

from __future__ import annotations

from math import ceil

from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.drawn import needed
from sketchsvg.frame import Setting
from sketchsvg.lettering.hand import hand_of
from sketchsvg.page import SMALLEST, Page, page_named
from sketchsvg.readers.wireframe.canvas import Canvas
from sketchsvg.theme.load import load_theme

#: A cell of a terminal is so many times as high as it is wide.
CELL = 2.0
SIZES = ("A6", "A5", "A4")
#: Drawings that are at least so many times as wide as they are high lie.
LYING = 1.0


def paper_for(root: Block, canvas: Canvas) -> Page:
    """The smallest of A6, A5 and A4 on which ``root`` stands in the theme's usual type; A4 where none is.

    A flowchart by itself has a page that is cut to it.
    """
    if root.kind == "flowchart":
        from sketchsvg.diagrams.flowchart import Flowchart
        from sketchsvg.readers.diagrams import page_around

        assert isinstance(root, Flowchart)
        return Page(*(max(SMALLEST, float(ceil(side))) for side in page_around(root)))
    wide = max((row[-1].end for row in canvas.lines if row), default=1)
    lying = wide >= LYING * CELL * len(canvas.lines)
    theme = load_theme("nano-banana")
    setting = Setting(theme, hand_of(theme.hand), "cobalt", size=theme.type.body)
    for name in SIZES:
        page = page_named(f"{name} landscape" if lying else name)
        width, height = page.width - 2 * theme.space.margin, page.height - 2 * theme.space.margin
        if needed(root, width, setting) <= height:
            return page
    return page
