"""Sheets that go on from page to page, and several texts, as one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from sketchsvg.finish import Finish
    from sketchsvg.sheet import Sheet


class Chapter(Struct, frozen=True):
    """Sheets that are one text in a PDF of several: what it is called, and its pages."""

    name: str
    sheets: tuple[Sheet, ...]


def to_book(sheets: Sequence[Sheet], finish: Finish | None = None, *, jobs: int = 1) -> bytes:
    """The sheets as one PDF, a page each; its outline leads to titles, sections and heads inside them.

    ``jobs`` processes draw the pages.
    """
    return to_collection([Chapter("", tuple(sheets))], finish, jobs=jobs)


def to_collection(
    chapters: Sequence[Chapter], finish: Finish | None = None, blanks: int = 0, *, jobs: int = 1
) -> bytes:
    """Several texts as one PDF: each an entry of the outline that holds its own, its pages labelled with its name.

    So many ``blanks`` of the last sheet's paper follow. Links to a heading lead to that of the same chapter. Title,
    author and date are those of the first sheet. ``jobs`` processes draw the pages.
    """
    from sketchsvg.exporters.pdf import Chapter as Pages
    from sketchsvg.exporters.pdf import bound
    from sketchsvg.paging import drawn_pages
    from sketchsvg.pipeline import blank, ink

    pages = iter(drawn_pages([sheet for chapter in chapters for sheet in chapter.sheets], finish, jobs))
    texts = [Pages(chapter.name, tuple(islice(pages, len(chapter.sheets)))) for chapter in chapters]
    empty = [ink(blank(chapters[-1].sheets[-1], finish), finish)] if blanks else []
    book = bound(texts, empty * blanks)
    if finish is None or not finish.mono:
        return book
    from sketchsvg.exporters.greys import in_greys

    return in_greys(book)
