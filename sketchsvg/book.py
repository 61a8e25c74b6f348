"""Sheets that go on from page to page, as one PDF with an outline and with links that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sketchsvg.frame import POINT, Frame

if TYPE_CHECKING:
    from sketchsvg.exporters.book import Bookmark, Link
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
    heights = [sheet.paper_size.height for sheet in sheets]
    marks = list(_bookmarks(frames, heights))
    return joined(pages, marks, list(_links(frames, heights, _places(marks))))


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


def _places(marks: Sequence[Bookmark]) -> dict[str, tuple[int, float]]:
    """Where headings stand, by the names that GitHub gives them: ``#key-terms``, the second one ``#key-terms-1``."""
    counts: Counter[str] = Counter()
    places: dict[str, tuple[int, float]] = {}
    for mark in marks:
        name = re.sub(r"[^\w\- ]", "", mark.words.lower()).replace(" ", "-")
        places[f"{name}-{counts[name]}" if counts[name] else name] = (mark.page, mark.y)
        counts[name] += 1
    return places


def _links(
    frames: Sequence[Frame], heights: Sequence[float], places: dict[str, tuple[int, float]]
) -> Iterator[Link]:
    """The words of all pages that lead to an address, or to a heading that is there."""
    from urllib.parse import unquote

    from sketchsvg.exporters.book import Link

    for page, (root, height) in enumerate(zip(frames, heights, strict=True)):
        for line in (line for frame in root.walk() for line in frame.lines):
            em = line.style.size * POINT
            for run in line.words.runs:
                to: str | tuple[int, float] | None = run.style.link
                if isinstance(to, str) and to.startswith("#"):
                    to = places.get(unquote(to[1:]).lower())
                if to is None:
                    continue
                left = line.rect.x + run.x * em
                box = (left, height - line.rect.bottom, left + run.width * em, height - line.rect.y)
                yield Link(page, tuple(round(side / POINT, 2) for side in box), to)  # type: ignore[arg-type]
