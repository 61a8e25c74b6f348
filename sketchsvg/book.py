"""Sheets that go on from page to page, as one PDF with an outline and with links that lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sketchsvg.frame import POINT, Frame

if TYPE_CHECKING:
    from sketchsvg.exporters.book import Bookmark, Link
    from sketchsvg.finish import Finish
    from sketchsvg.sheet import Sheet

#: How deep the heads of these kinds stand in an outline, unless a head over sections has made all sections deeper.
DEPTHS = {"title": 0, "section": 0, "subhead": 1}


class Chapter(Struct, frozen=True):
    """Sheets that are one text in a PDF of several: what it is called, and its pages."""

    name: str
    sheets: tuple[Sheet, ...]


def to_book(sheets: Sequence[Sheet], finish: Finish | None = None) -> bytes:
    """The sheets as one PDF, a page each; its outline leads to titles, sections and heads inside them."""
    return to_collection([Chapter("", tuple(sheets))], finish)


def to_collection(chapters: Sequence[Chapter], finish: Finish | None = None, blanks: int = 0) -> bytes:
    """Several texts as one PDF: each an entry of the outline that holds its own, its pages labelled with its name.

    So many ``blanks`` of the last sheet's paper follow. Links to a heading lead to that of the same chapter. Title,
    author and date are those of the first sheet.
    """
    from sketchsvg.exporters.book import joined
    from sketchsvg.exporters.pdf import to_pdf
    from sketchsvg.pipeline import blank, compose, ink, trace

    edge = finish.edge if finish is not None else 0.0
    pages: list[bytes] = []
    outline: list[Bookmark] = []
    links: list[Link] = []
    labels: list[str] = []
    for chapter in chapters:
        first = len(pages)
        frames = [compose(sheet) for sheet in chapter.sheets]
        scenes = [trace(sheet, frame, finish) for sheet, frame in zip(chapter.sheets, frames, strict=True)]
        pages += [to_pdf(ink(scene, finish)) for scene in scenes]
        heights = [scene.height + edge for scene in scenes]
        marks = [replace(mark, page=mark.page + first) for mark in _bookmarks(frames, heights)]
        links += [replace(link, page=link.page + first) for link in _links(frames, heights, _places(marks), edge)]
        if len(chapters) > 1:
            marks = _under(scenes[0].title or chapter.name, marks, first, heights[0])
            count = len(scenes)
            labels += [chapter.name if count == 1 else f"{chapter.name} {page}" for page in range(1, count + 1)]
        outline += marks
    if blanks:
        pages += [to_pdf(ink(blank(chapters[-1].sheets[-1], finish), finish))] * blanks
        labels += [""] * (blanks if labels else 0)
    book = joined(pages, outline, links, labels)
    if finish is None or not finish.mono:
        return book
    from sketchsvg.exporters.greys import in_greys

    return in_greys(book)


def _under(title: str, marks: Sequence[Bookmark], page: int, height: float) -> list[Bookmark]:
    """The bookmarks below one that is the whole chapter's; a title of the same words is that one."""
    from sketchsvg.exporters.book import Bookmark

    head = Bookmark(title, 0, page, round(height / POINT, 2))
    return [head, *(replace(mark, depth=mark.depth + 1) for mark in marks if (mark.words, mark.depth) != (title, 0))]


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
    frames: Sequence[Frame], heights: Sequence[float], places: dict[str, tuple[int, float]], edge: float
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
                left = edge + line.rect.x + run.x * em
                box = (left, height - line.rect.bottom, left + run.width * em, height - line.rect.y)
                yield Link(page, tuple(round(side / POINT, 2) for side in box), to)  # type: ignore[arg-type]
