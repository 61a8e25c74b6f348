"""Reads a whole drawing: how large it is, what it says about itself, and what it draws."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sketchsvg.readers.svg.affine import SAME, Matrix, fitting, times, view_box
from sketchsvg.readers.svg.context import Context, Reading
from sketchsvg.readers.svg.css import StyleSheet
from sketchsvg.readers.svg.errors import LimitError
from sketchsvg.readers.svg.expansion import check_expansion
from sketchsvg.readers.svg.extents import box_in
from sketchsvg.readers.svg.items import Box, Picture
from sketchsvg.readers.svg.limits import LONGEST_SIDE, SHORTEST_SIDE
from sketchsvg.readers.svg.parse import Document, Node, parse
from sketchsvg.readers.svg.pictures import without_covered_pictures
from sketchsvg.readers.svg.polygons import clip_of
from sketchsvg.readers.svg.shapes import Viewport
from sketchsvg.readers.svg.units import MM_PER_PX, length, parse_length
from sketchsvg.readers.svg.walk import read_root

_Visit = Callable[[Node, Context, Reading], None]
#: px on each side of a drawing that says neither its size nor its viewBox.
_AIR = 8.0


def read_picture(svg: bytes | str, name: str = "<svg>") -> Picture:
    """The drawing as shapes and words in mm. Errors (see ``errors``) name the line of ``name`` that is at fault."""
    document = parse(svg, name)
    root = document.root
    sheet = StyleSheet(document.styles)
    box = view_box(root)
    if box is not None and (box[2] == 0 or box[3] == 0):
        box = None
    check_expansion(document)
    size = _size(root, box)
    if size is None:
        size, box = _extent(document, sheet)
    width, height = size
    for side, value in (("wide", width), ("high", height)):
        if not SHORTEST_SIDE <= value * MM_PER_PX <= LONGEST_SIDE:
            raise LimitError(
                f"The drawing is refused: it is {value * MM_PER_PX:,.4g} mm {side}, and a page measures from "
                f"{SHORTEST_SIDE:g} to {LONGEST_SIDE:,.0f} mm.",
                where=root.where,
                mend="Change the width and height of its <svg>; the viewBox scales what is in it.",
            )
    page: Matrix = (MM_PER_PX, 0.0, 0.0, MM_PER_PX, 0.0, 0.0)
    matrix = page if box is None else times(page, fitting(box, width, height, root.get("preserveAspectRatio")))
    view = Viewport(width, height) if box is None else Viewport(box[2], box[3])
    reading = Reading(document, sheet)
    clip = clip_of([np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]) * MM_PER_PX], "nonzero")
    shown = without_covered_pictures(read_root(reading, matrix, view, (clip,)))
    return Picture(
        width * MM_PER_PX, height * MM_PER_PX, shown, _about(root, "title"), _about(root, "desc"),
        root.get("xml:lang") or root.get("lang"), tuple(reading.warnings),
    )  # fmt: skip


def _size(root: Node, box: Box | None) -> tuple[float, float] | None:
    """Width and height of the drawing in px; None when it says nothing about them."""
    said = [None if root.get(name).endswith("%") else parse_length(root.get(name)) for name in ("width", "height")]
    for name, value in zip(("width", "height"), said, strict=True):
        if value is None and root.get(name) not in ("", "auto") and not root.get(name).endswith("%"):
            length(root, name)  # raises, with the place
    width, height = said
    if box is None:
        return (width, height) if width is not None and height is not None else None
    if width is not None and height is not None:
        return width, height
    if width is not None:
        return width, width * box[3] / box[2]
    if height is not None:
        return height * box[2] / box[3], height
    return box[2], box[3]


def _extent(document: Document, sheet: StyleSheet) -> tuple[tuple[float, float], Box]:
    """Size and viewBox in px around everything, for a drawing that does not say its own."""
    reading = Reading(document, sheet)
    box = box_in(read_root(reading, SAME, Viewport(300.0, 150.0), ()), SAME)
    if box is None:
        return (300.0, 150.0), (0.0, 0.0, 300.0, 150.0)  # what CSS gives a drawing of no size
    left, top, right, bottom = box[0] - _AIR, box[1] - _AIR, box[2] + _AIR, box[3] + _AIR
    return (right - left, bottom - top), (left, top, right - left, bottom - top)


def _about(root: Node, tag: str) -> str:
    """What the drawing says about itself, on one line."""
    return " ".join(next((child.text for child in root.children if child.tag == tag), "").split())[:400]
