"""The page as a writer of files sees it: a few checked elements, whatever the format."""

from __future__ import annotations

import re
from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np
from msgspec import Struct

from sketchsvg.errors import SheetError
from sketchsvg.geometry.curves import Curves, Ints
from sketchsvg.inked import InkedPage, InkedPath
from sketchsvg.scene import Layer

if TYPE_CHECKING:
    from sketchsvg.rasters.raster import Raster

#: Units of the drawing in a millimetre: all coordinates of the output are whole multiples of 0.02 mm.
UNITS_PER_MM = 50

#: The shortest and the longest side of a page in mm: the longest is that of two A0 sheets.
SHORTEST_SIDE, LONGEST_SIDE = 1.0, 1700.0
#: How far ink may leave the largest page, in mm. No step is then longer than 99,999 units.
MARGIN = 100.0

#: Renderers slow down out of proportion on very long paths, so a path ends at the next stroke after so many
#: points.
POINTS_A_PATH = 60_000

_COLOUR = re.compile(r"#[0-9a-f]{6}\Z", re.IGNORECASE)
#: What holds clear ink, and how light of 255 paper must be for it to show its own colour. Brown paper takes the body
#: colour of a gel pen.
CLEAR, _WHITE = "highlighter", 225
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*\Z", re.IGNORECASE)
#: What XML 1.0 cannot hold (section 2.2), and the carriage return, which it does not keep.
_FORBIDDEN = "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Element(Struct, frozen=True):
    """One path of the output: what it is painted with, and which strokes of the painting it holds.

    What is ``multiplied`` lets through what lies under it, as clear ink does: it darkens light paper and leaves dark
    lines as they are.
    """

    label: str
    colour: str
    opacity: str
    width: str
    first: int
    last: int
    rule: str = "nonzero"
    dash: tuple[int, ...] = ()
    multiplied: bool = False

    @property
    def paint(self) -> dict[str, str]:
        """The SVG attributes that say how the path is painted, lengths in units."""
        # A style, for as an attribute browsers do not know it; who knows neither paints it over what lies there.
        clear = {"style": "mix-blend-mode:multiply"} if self.multiplied else {}
        if self.width == "0":
            paint = {"fill": self.colour, **clear}
            if self.rule == "evenodd":
                paint["fill-rule"] = "evenodd"
            return paint if self.opacity == "1" else {**paint, "fill-opacity": self.opacity}
        paint = {"stroke": self.colour, "stroke-width": self.width, **clear}
        if self.dash:
            paint["stroke-dasharray"] = " ".join(map(str, self.dash))
        return paint if self.opacity == "1" else {**paint, "stroke-opacity": self.opacity}


class Painting(Struct, frozen=True, eq=False):
    """A checked page: its size in units, what it says about itself, and its elements in painting order.

    ``curves`` holds the strokes of all elements in mm; a dot has become a line without length, which round
    caps draw. ``heads`` are the strokes at which an element or, within it, another mark begins. ``rasters`` are
    pictures of pixels; so many elements lie ``under`` them.
    """

    width: int
    height: int
    width_mm: str
    height_mm: str
    title: str
    description: str
    language: str
    curves: Curves
    elements: tuple[Element, ...]
    heads: Ints
    rasters: tuple[Raster, ...] = ()
    under: int = 0


def painting_of(page: InkedPage) -> Painting:
    """Check everything that will be written, and arrange it.

    Raises ``SheetError`` naming what cannot be written: a size, a colour, a character, a number.
    """
    for name, length in (("width", page.width), ("height", page.height)):
        if not (isfinite(length) and SHORTEST_SIDE <= length <= LONGEST_SIDE):
            raise SheetError(
                f"The page's {name} is {length:.6g} mm.",
                mend=f"A side measures from {SHORTEST_SIDE:g} to {LONGEST_SIDE:g} mm.",
            )
    elements: list[Element] = []
    heads: list[Ints] = []
    first = under = 0
    light = _is_light(page)
    for path in page.paths:
        heads.append((np.arange(len(path.curves)) if path.heads is None else path.heads) + first)
        elements += _elements_of(path, first, light and path.label == CLEAR)
        if path.layer < Layer.HIGHLIGHT:
            under = len(elements)
        first += len(path.curves)
    curves = with_drawn_dots(Curves.joined(path.curves for path in page.paths))
    _check_points(curves)
    return Painting(
        round(page.width * UNITS_PER_MM),
        round(page.height * UNITS_PER_MM),
        number_text(page.width),
        number_text(page.height),
        checked_text(page.title, "title"),
        checked_text(page.description, "description"),
        checked_language(page.language),
        curves,
        tuple(elements),
        np.concatenate([np.array([element.first for element in elements], dtype=np.int64), *heads]),
        page.rasters,
        under,
    )


def checked_text(text: str, name: str) -> str:
    """``text``, unless it holds a character that no XML file can hold."""
    # Almost every text is printable; the pattern takes long to compile.
    found = None if text.isprintable() else re.search(_FORBIDDEN, text)
    if found:
        raise SheetError(
            f"The {name} holds the character U+{ord(found[0]):04X}, which a file cannot hold.",
            mend=f"Take it out of the {name}: {text!r}",
        )
    return text


def escaped(text: str) -> str:
    """``text`` as it may stand in XML, between tags or between double quotes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def checked_language(language: str) -> str:
    """``language``, if it looks like a language tag (RFC 5646)."""
    if not _LANGUAGE.match(language):
        raise SheetError(f'"{language}" is not a language tag.', mend='Write it like "ko", "en" or "en-GB".')
    return language


def number_text(value: float) -> str:
    """A number with at most three decimals, and no more digits than it needs."""
    # Adding 0 makes a plain zero of a negative one.
    return f"{round(float(value), 3) + 0.0:.3f}".rstrip("0").rstrip(".")


def with_drawn_dots(curves: Curves) -> Curves:
    """The strokes with each dot (a stroke of one point) made a line without length."""
    lengths = np.diff(curves.starts)
    dots = lengths == 1
    if not dots.any():
        return curves
    times = np.ones(len(curves.points), dtype=np.int64)
    times[curves.starts[:-1][dots]] = 4
    starts = np.zeros_like(curves.starts)
    np.cumsum(np.where(dots, 4, lengths), out=starts[1:])
    return Curves(np.repeat(curves.points, times, axis=0), starts)


def _is_light(page: InkedPage) -> bool:
    """Whether the paper is next to white. Without a paper it is taken to be."""
    papers = [path.colour for path in page.paths if path.layer <= Layer.PAPER and _COLOUR.match(path.colour)]
    if not papers:
        return True
    red, green, blue = (int(papers[0][at : at + 2], 16) for at in (1, 3, 5))
    return 2126 * red + 7152 * green + 722 * blue > _WHITE * 10_000


def _elements_of(path: InkedPath, first: int, multiplied: bool) -> list[Element]:
    """One element, or several where the path is very long."""
    if not _COLOUR.match(path.colour):
        raise SheetError(
            f'"{path.colour}" ({path.label}) is not a colour.', mend='Colours are written like "#1f2a44".'
        )
    if not 0 <= path.opacity <= 1:
        raise SheetError(f"The opacity {path.opacity} ({path.label}) is not between 0 and 1.")
    if not (isfinite(path.width) and 0 <= path.width <= LONGEST_SIDE):
        raise SheetError(f"The width {path.width} mm ({path.label}) is not a pen's.")
    label, colour = checked_text(path.label, "label"), path.colour.lower()
    # However thin, a line must not round to the 0 that means an area.
    width = number_text(max(path.width * UNITS_PER_MM, 0.001)) if path.width else "0"
    opacity = number_text(path.opacity)
    # A dash of no length is a dot to some renderers and nothing to others.
    dash = tuple([max(round(length * UNITS_PER_MM), 1) for length in path.dash])
    return [
        Element(label, colour, opacity, width, first + a, first + b, path.rule, dash, multiplied)
        for a, b in pairwise(_cuts(path))
    ]


def _cuts(path: InkedPath) -> list[int]:
    """Where a path is cut into pieces, as numbers of strokes; nowhere when there is nothing to see.

    Only opaque lines can be cut: parts of anything else would show through each other, or lose their holes.
    """
    starts = path.curves.starts
    if not len(path.curves) or number_text(path.opacity) == "0":
        return []
    if path.width == 0 or path.opacity < 1:
        return [0, len(path.curves)]
    cuts = [0]
    while cuts[-1] < len(path.curves):
        enough = int(np.searchsorted(starts, starts[cuts[-1]] + POINTS_A_PATH))
        cuts.append(min(max(enough, cuts[-1] + 1), len(path.curves)))
    return cuts


def _check_points(curves: Curves) -> None:
    """Refuse what is no number, and what lies so far outside that it can only be a mistake."""
    points = curves.points
    if len(points) and not (points.min() >= -MARGIN and points.max() <= LONGEST_SIDE + MARGIN):
        raise SheetError("A stroke lies far outside of the page, or has a coordinate that is no number.")
