"""The inked page: what the pen left behind, ready to be written into a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Ints
from sketchsvg.geometry.rect import Rect
from sketchsvg.scene import Part, Word

if TYPE_CHECKING:
    from sketchsvg.rasters.raster import Raster


class InkedPath(Struct, frozen=True, eq=False):
    """Strokes that share a colour, an opacity and a width: one element of the output.

    With ``width`` > 0 (mm) the curves are stroked with round caps and joins, in dashes where ``dash`` tells lengths of
    ink and gap in turn (mm, an even number of them); with ``width`` 0 they are closed outlines filled by ``rule``,
    "nonzero" or "evenodd". ``label`` names what it holds ("text", "frames", …) for readers of the
    SVG. ``heads`` are the numbers of the strokes at which the strokes of another mark begin (None: with every stroke).
    """

    curves: Curves
    layer: int
    colour: str
    opacity: float
    width: float
    label: str
    rule: str = "nonzero"
    heads: Ints | None = None
    dash: tuple[float, ...] = ()


class Boxes(Struct, frozen=True):
    """Parts of a medium that is larger than its page, in mm: what is cut out (``trim``), and that with its bleed."""

    bleed: Rect
    trim: Rect


class InkedPage(Struct, frozen=True, eq=False):
    """A page of ink in the order in which it is painted, and its words and parts in reading order. Lengths in mm.

    ``boxes`` tells which part of it will be cut out; None: all of it is the page. ``rasters`` are pictures of pixels:
    they lie under the first path from ``Layer.HIGHLIGHT`` on.
    """

    width: float
    height: float
    paths: tuple[InkedPath, ...]
    words: tuple[Word, ...]
    title: str = ""
    description: str = ""
    language: str = "en"
    author: str = ""
    boxes: Boxes | None = None
    subject: str = ""
    keywords: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    rasters: tuple[Raster, ...] = ()
