"""Several pages in one PDF, with an outline and the numbers of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: its words, how deep it stands (from 0), its page (from 0), its distance from the foot.

    ``y`` is in PostScript points.
    """

    words: str
    depth: int
    page: int
    y: float


def joined(pages: Sequence[bytes], bookmarks: Sequence[Bookmark] = ()) -> bytes:
    """One PDF of the ``pages``, each a PDF of one page; title and dates are those of the first.

    Fonts that pages share are written once. The same pages give the same bytes.
    """
    from pikepdf import ObjectStreamMode, Pdf

    with Pdf.open(BytesIO(pages[0])) as book:
        for data in pages[1:]:
            with Pdf.open(BytesIO(data)) as one:
                book.pages.extend(one.pages)
        if bookmarks:
            _outline(book, bookmarks)
        output = BytesIO()
        book.save(
            output, min_version="1.7", deterministic_id=True,
            object_stream_mode=ObjectStreamMode.generate, compress_streams=True,
        )  # fmt: skip
    return output.getvalue()


def _outline(book: object, bookmarks: Sequence[Bookmark]) -> None:
    from pikepdf import Name, OutlineItem, Pdf

    assert isinstance(book, Pdf)
    with book.open_outline() as outline:
        # The entries that stand open, one a depth.
        above: list[OutlineItem] = []
        for mark in bookmarks:
            item = OutlineItem(mark.words, mark.page, "XYZ", top=mark.y)
            depth = min(mark.depth, len(above))
            (above[depth - 1].children if depth else outline.root).append(item)
            above[depth:] = [item]
    book.Root.PageMode = Name.UseOutlines
