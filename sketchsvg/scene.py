"""The scene: every mark of a page as a clean centreline with its pen, before any noise."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from sketchsvg.geometry.curves import Curves, Floats, Ints
from sketchsvg.geometry.rect import Rect

if TYPE_CHECKING:
    from sketchsvg.rasters.raster import Raster


class Layer(IntEnum):
    """What lies over what, from the paper up. Steps of ten leave room for nesting (``Layer.PANEL + depth``)."""

    PAPER = 0
    GRID = 10
    GROUND = 20
    PANEL = 30
    FILL = 50
    HIGHLIGHT = 60
    LINE = 70
    TEXT = 80
    TOP_FILL = 90
    TOP_LINE = 100
    TOP_TEXT = 110


class Fill(Struct, frozen=True):
    """How a closed mark is filled.

    ``style`` names a file in ``ink/fills``; ``gap`` and ``weight`` are millimetres, ``angle`` degrees (0 is level,
    growing anticlockwise). ``gap`` and ``weight`` mean nothing to a wash. ``rule`` is "nonzero" or "evenodd": what
    counts as inside where outlines lie in each other or cross. ``dash`` are lengths in mm of ink and gap in turn on its
    lines, begun ``dash_offset`` mm into them (empty: as the style has it); ``passes`` is how often it is laid;
    ``tooth`` how wide the teeth of a zigzag line are in mm (0: as the gap asks).
    """

    style: str
    colour: str
    opacity: float = 1.0
    gap: float = 1.2
    weight: float = 0.25
    angle: float = 41.0
    rule: str = "nonzero"
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    passes: int = 1
    tooth: float = 0.0


class Word(Struct, frozen=True):
    """A word as the author wrote it and where it stands, for the text layer of a PDF.

    ``x`` and ``y`` are the start of its baseline in mm, ``width`` its length in mm, ``size`` its em in mm, ``angle``
    the clockwise turn of the baseline in degrees. ``space`` tells whether a space follows it, on its line or where the
    line was broken, ``end`` whether it ends its line, ``last`` whether it ends its text (a paragraph, a heading, a
    cell).

    ``role`` is what its line is in its part: "" (running text), "heading", "label" (of an item of a list), "caption" or
    "furniture" (what is repeated on every page). ``link`` is the address it leads to. ``drawn`` says what is drawn in
    place of its text: the name of an icon, or "formula".
    """

    text: str
    x: float
    y: float
    width: float
    size: float
    angle: float = 0.0
    space: bool = True
    end: bool = False
    last: bool = False
    role: str = ""
    link: str = ""
    drawn: str = ""


class Part(Struct, frozen=True):
    """A part of a page as it is understood, whoever cannot see it included: a section, a list, a cell, a diagram.

    The parts of a scene stand in reading order, each before the parts in it; ``parent`` is the number of the part that
    it lies in (-1: none). ``marks`` and ``words`` are ranges (first, stop) of the scene's marks and words: all that
    belongs to it and to the parts in it. ``id`` is that of its frame, ``rect`` where that is, in mm.

    ``role`` is one of: "group" (what only arranges), "section", "card", "heading", "paragraph", "list", "item",
    "table", "header" and "cell" (of a table), "figure", "quote", "code", "note", "formula". ``level`` orders headings
    (0 is the page's title), says how deep an item of a list stands, or in which row a cell. ``shown`` says in words
    what a figure or a formula shows.
    """

    role: str
    id: str
    parent: int
    marks: tuple[int, int]
    words: tuple[int, int]
    rect: Rect
    level: int = 0
    shown: str = ""


class Writing(Struct, frozen=True, eq=False):
    """What makes a mark handwriting: its source and how its strokes form glyphs.

    ``origins`` (g, 2) are the glyphs' origins on the baseline in mm; ``glyph_of_stroke`` (m,) tells for each stroke of
    the mark's curves which glyph it belongs to (non-decreasing); ``em`` is the type size in mm; ``drift`` scales how
    much the glyphs turn, grow and leave the baseline (0: not at all, 1: a neat hand); ``tremor`` scales how unsteady
    their strokes are.
    """

    text: str
    words: tuple[Word, ...]
    origins: Floats
    glyph_of_stroke: Ints
    em: float
    drift: float = 1.0
    tremor: float = 1.0


class Looseness(Struct, frozen=True):
    """How loosely the pen of a mark is held, where it is not as usual.

    ``roughness`` is how many times as unsteady its line is (0: as along a ruler), ``bowing`` how many times as far a
    straight piece bends. ``max_offset`` is the furthest in mm that the line may lie beside where it was put (None: what
    the pen's own habits allow). ``preserve_vertices`` keeps the points of the shape where they are.
    """

    roughness: float = 1.0
    bowing: float = 1.0
    max_offset: float | None = None
    preserve_vertices: bool = False


class Mark(Struct, frozen=True, eq=False):
    """One thing that a pen does: a line of writing, a box, an arrow, an icon, a rule, a swipe.

    ``key`` is stable: it says what the mark is, not when it was drawn, and no two marks of a scene share it. ``width``
    is the nib in mm; a width of 0 draws no line, only the fill. ``passes`` is how often the pen goes over it.
    ``dash`` are lengths in mm of ink and gap in turn (empty: one line), begun ``dash_offset`` mm into the pattern.
    ``keys``, one a stroke, make it many shapes: each stroke is drawn and filled as a mark of its own with that key.
    ``loose`` is how loosely its pen is held, None as usual.
    """

    key: str
    curves: Curves
    pen: str
    width: float
    colour: str
    layer: int
    opacity: float = 1.0
    fill: Fill | None = None
    writing: Writing | None = None
    passes: int = 1
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    keys: tuple[str, ...] = ()
    loose: Looseness | None = None


class Scene(Struct, frozen=True):
    """A page of clean marks, in reading order. Lengths in mm.

    ``parts`` say what the marks are; a drawing by itself has none. ``rasters`` are pictures of pixels, where the author
    asked for them: they lie over fills and under highlighters and lines.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    seed: int = 0
    title: str = ""
    description: str = ""
    language: str = "en"
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    rasters: tuple[Raster, ...] = ()


__all__ = ["Fill", "Layer", "Looseness", "Mark", "Part", "Scene", "Word", "Writing"]
