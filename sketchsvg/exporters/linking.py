"""Where words lead: addresses, and headings of the same text; and the entries of the outline, which lead there too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import cos, radians, sin, tan
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct

from sketchsvg.exporters.addresses import heading_name, safe_address
from sketchsvg.exporters.reading import Element, said
from sketchsvg.exporters.textlayer import POINTS_PER_MM
from sketchsvg.inked import InkedPage
from sketchsvg.scene import Word

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

#: How far the place of a link reaches over and under its baseline, in em.
OVER, UNDER = 0.95, 0.28
#: White over a heading that a link or the outline leads to, in mm.
ABOVE = 2.0
#: What may stand in an address as it is (RFC 3986): all else is written as bytes in hexadecimal.
_RESERVED = "!#$%&'()*+,-./:;=?@[]_~"


class Bookmark(Struct, frozen=True):
    """An entry of the outline: its words, how deep it stands (from 0), its page (from 0), its distance from the foot.

    ``y`` is in PostScript points.
    """

    words: str
    depth: int
    page: int
    y: float


#: An address, or the page and the height in points of a place in the same document.
Target: TypeAlias = "str | tuple[int, float]"


def bookmarks(pages: Sequence[InkedPage], read: Sequence[Sequence[Element]], first: int = 0) -> list[Bookmark]:
    """The headings of a text whose first page is number ``first`` of its document; those of cards are left out."""
    found: list[Bookmark] = []
    titled, last = False, ""
    for number, (page, elements) in enumerate(zip(pages, read, strict=True), first):
        for element in _headings(elements):
            words = said(element.words)
            part = element.part
            title = part is not None and part.role == "group"
            titled = titled or title
            # A section that goes on over a page is in the outline once, where it begins.
            if part is not None and part.role == "section":
                if words == last:
                    continue
                last = words
            depth = max(0, element.level - 1 - titled)
            top = element.words[0].y - element.words[0].size - ABOVE
            found.append(Bookmark(words, depth, number, round((page.height - top) * POINTS_PER_MM, 2)))
    return found


def _headings(elements: Iterable[Element]) -> Iterator[Element]:
    for element in elements:
        if element.role == "heading" and element.words:
            yield element
        elif element.role != "card":
            yield from _headings(element.elements)


class Links:
    """The links of one text: to addresses, and to its own headings.

    Headings go by the names that GitHub gives them: ``#key-terms``, the second one ``#key-terms-1``.
    """

    def __init__(self, pdf: Pdf, headings: Sequence[Bookmark]) -> None:
        self._pdf = pdf
        self._places: dict[str, tuple[int, float]] = {}
        counts: Counter[str] = Counter()
        for mark in headings:
            name = heading_name(mark.words)
            self._places[f"{name}-{counts[name]}" if counts[name] else name] = (mark.page, mark.y)
            counts[name] += 1

    def target(self, link: str) -> Target | None:
        """Where an address of the author's leads; None for a heading that is not there, and for what runs programs."""
        if link.startswith("#"):
            return self._places.get(_plain(link[1:]).lower())
        address = safe_address(link)
        if not address:
            return None
        return address if address.isascii() else _in_ascii(address)

    def on_page(self, sheet: Dictionary, page: InkedPage, words: Sequence[Word], link: str) -> Iterator[Any]:
        """The places of one link on its page, one a line: what is clicked."""
        from pikepdf import Array, Dictionary, Name, String

        target = self.target(link)
        for _, line in groupby(words, key=_line):
            held = tuple(line)
            note = Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array(_around(held, page.height)), Border=Array([0, 0, 0]),
                F=4, Contents=String(link if not link.startswith("#") else said(words)),
            )  # fmt: skip
            if isinstance(target, str):
                note.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(target))
            elif target is not None:
                note.Dest = Array([self._pdf.pages[target[0]].obj, Name.XYZ, None, target[1], None])
            made = self._pdf.make_indirect(note)
            if "/Annots" not in sheet:
                sheet.Annots = Array()
            sheet.Annots.append(made)
            yield made


def _plain(name: str) -> str:
    """A name with the bytes in it that are written in hexadecimal as letters."""
    if "%" not in name:
        return name
    from urllib.parse import unquote

    return unquote(name)


def _in_ascii(address: str) -> str:
    from urllib.parse import quote

    return quote(address, safe=_RESERVED)


def _line(word: Word) -> tuple[float, int]:
    """What words on one line have in common: their angle, and where their baseline meets the edge, about."""
    return word.angle, round(word.y - word.x * tan(radians(word.angle)))


def _around(words: Sequence[Word], height: float) -> list[float]:
    """The upright rectangle around words, in points: left, bottom, right, top."""
    xs: list[float] = []
    ys: list[float] = []
    for word in words:
        c, s = cos(radians(word.angle)), sin(radians(word.angle))
        for along in (0.0, word.width):
            for up in (OVER * word.size, -UNDER * word.size):
                xs.append(word.x + along * c + up * s)
                ys.append(word.y + along * s - up * c)
    sides = (min(xs), height - max(ys), max(xs), height - min(ys))
    return [round(side * POINTS_PER_MM, 2) for side in sides]
