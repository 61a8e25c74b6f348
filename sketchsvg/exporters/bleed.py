"""A page on a larger medium: its bleed around it, and marks that say where to cut."""

from __future__ import annotations

from msgspec.structs import replace

from sketchsvg.finish import MARK_GAP, MARK_LENGTH, Finish
from sketchsvg.geometry.curves import Curves
from sketchsvg.geometry.rect import Rect
from sketchsvg.geometry.shapes import line, rectangle
from sketchsvg.inked import Boxes, InkedPage, InkedPath
from sketchsvg.scene import Layer

#: How heavy a crop mark is (mm): the least that prints, so that the cut falls beside nothing.
MARK_WEIGHT = 0.1
#: The colour of marks and of the medium outside the bleed.
MARK_COLOUR, MEDIUM = "#000000", "#ffffff"


def on_medium(page: InkedPage, finish: Finish) -> InkedPage:
    """The page moved inwards on a medium that holds bleed and crop marks, with the boxes that say which is which.

    ``page`` is as wide as it will be cut; its paper already reaches into the bleed. The medium is white around the
    bleed where there are crop marks, unless the page has no paper.
    """
    edge = finish.edge
    trim = Rect(edge, edge, page.width, page.height)
    boxes = Boxes(bleed=trim.inset(-finish.bleed), trim=trim)
    width, height = page.width + 2 * edge, page.height + 2 * edge
    paths = [replace(path, curves=path.curves.placed(edge, edge)) for path in page.paths]
    if finish.crop_marks:
        if finish.paper == "full":
            paths.insert(0, _medium(width, height))
        paths.append(_path(crop_marks(trim, finish.bleed)))
    words = tuple(replace(word, x=word.x + edge, y=word.y + edge) for word in page.words)
    parts = tuple(replace(part, rect=part.rect.moved(edge, edge)) for part in page.parts)
    rasters = tuple(replace(raster, rect=raster.rect.moved(edge, edge)) for raster in page.rasters)
    return replace(
        page, width=width, height=height, paths=tuple(paths), words=words, boxes=boxes, parts=parts, rasters=rasters
    )


def crop_marks(trim: Rect, bleed: float) -> Curves:
    """Two lines at each corner of the page to be cut, outside of its bleed."""
    near = max(bleed, MARK_GAP)
    far = near + MARK_LENGTH
    marks = []
    for x, out in ((trim.x, -1), (trim.right, 1)):
        for y, down in ((trim.y, -1), (trim.bottom, 1)):
            marks.append(line(x + out * near, y, x + out * far, y))
            marks.append(line(x, y + down * near, x, y + down * far))
    return Curves.joined(marks)


def fold_marks(block: Rect, bleed: float) -> Curves:
    """Short dashes above and below the middle of a block of two pages, where it is folded."""
    x = block.x + block.width / 2
    marks = []
    for y, down in ((block.y, -1), (block.bottom, 1)):
        near = max(bleed, MARK_GAP)
        for dash in (0.0, 2.0, 4.0):
            marks.append(line(x, y + down * (near + dash), x, y + down * (near + dash + 1.0)))
    return Curves.joined(marks)


def _medium(width: float, height: float) -> InkedPath:
    return InkedPath(rectangle(Rect(0, 0, width, height)), Layer.PAPER, MEDIUM, 1.0, 0.0, "medium")


def _path(curves: Curves) -> InkedPath:
    return InkedPath(curves, Layer.TOP_TEXT, MARK_COLOUR, 1.0, MARK_WEIGHT, "crop marks")

