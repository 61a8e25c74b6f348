"""Sheets that go on from page to page, as one PDF with an outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sketchsvg.frame import POINT, Frame

if TYPE_CHECKING:
    from sketchsvg.exporters.book import Bookmark
    from sketchsvg.sheet import Sheet

#: How deep the heads of these kinds stand in an outline, unless a head over sections has made all sections deeper.
DEPTHS = {"title": 0, "section": 0, "subhead": 1}


def to_book(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as one PDF, a page each; its outline leads to titles, sections and heads inside them."""
    from sketchsvg.exporters.book import joined
    from sketchsvg.exporters.pdf import to_pdf
    from sketchsvg.pipeline import compose, ink, trace

    frames = [compose(sheet) for sheet in sheets]
    pages = [to_pdf(ink(trace(sheet, frame))) for sheet, frame in zip(sheets, frames, strict=True)]
    return joined(pages, list(_bookmarks(frames, [sheet.paper_size.height for sheet in sheets])))


def _bookmarks(frames: Sequence[Frame], heights: Sequence[float]) -> Iterator[Bookmark]:
    from sketchsvg.exporters.book import Bookmark

    below = 0
    last = ""
    for page, (root, height) in enumerate(zip(frames, heights, strict=True)):
        for frame in root.walk():
            block = frame.block
            if block.kind not in DEPTHS or not block.label:
                continue
            rank = getattr(block, "rank", 1)
            if block.kind == "subhead" and rank == 0:
                below, depth = 1, 0
            else:
                depth = DEPTHS[block.kind] + (below if block.kind != "title" else 0) + max(0, rank - 1)
            # A section that goes on is in the outline once, where it begins.
            if block.kind == "section":
                if block.label == last:
                    continue
                last = block.label
            yield Bookmark(block.label, depth, page, round((height - frame.rect.y + 2) / POINT, 2))
