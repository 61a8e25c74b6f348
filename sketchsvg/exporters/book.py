"""Several pages in one PDF, with an outline and the numbers of the pages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from msgspec import Struct


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its words, how deep it stands (from 0), its page (from 0), its distance from the foot.

    ``y`` is in PostScript points.
    """

    words: str
    depth: int
    page: int
    y: float


class Link(Struct, frozen=True):
    """Words that lead somewhere: a page (from 0), a rectangle (left, bottom, right, top) in points, and where to.

    ``to`` is an address, or the page and the height in points of a place in the same book.
    """

    page: int
    rect: tuple[float, float, float, float]
    to: str | tuple[int, float]


def joined(
    pages: Sequence[bytes], bookmarks: Sequence[Bookmark] = (), links: Sequence[Link] = (), labels: Sequence[str] = ()
) -> bytes:
    """One PDF of the ``pages``, each a PDF of one page; title and dates are those of the first.

    ``labels`` are what the pages are called instead of their numbers, one a page. The same pages give the same bytes.
    """
    from pikepdf import ObjectStreamMode, Pdf

    with Pdf.open(BytesIO(pages[0])) as book:
        for data in pages[1:]:
            with Pdf.open(BytesIO(data)) as one:
                book.pages.extend(one.pages)
        if bookmarks:
            _outline(book, bookmarks)
        for link in links:
            _link(book, link)
        if labels:
            _label(book, labels)
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


def _label(book: object, labels: Sequence[str]) -> None:
    """What readers show as the number of each page (ISO 32000-1, 12.4.2)."""
    from pikepdf import Array, Dictionary, Pdf, String

    assert isinstance(book, Pdf)
    entries: list[Any] = []
    for number, label in enumerate(labels):
        entries += [number, Dictionary(P=String(label))]
    book.Root.PageLabels = Dictionary(Nums=Array(entries))


def _link(book: object, link: Link) -> None:
    from pikepdf import Array, Dictionary, Name, Pdf, String

    assert isinstance(book, Pdf)
    page = book.pages[link.page].obj
    note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(link.rect), Border=Array([0, 0, 0]), F=4)
    if isinstance(link.to, str):
        note.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(link.to))
    else:
        number, y = link.to
        note.Dest = Array([book.pages[number].obj, Name.XYZ, 0, y, 0])
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(book.make_indirect(note))
